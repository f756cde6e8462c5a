/** Papers' chunks: frozen bytes, every size, and every way to tamper. Source: docs/protocol.md section 6. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ScopeKey } from "../../src/crypto/keys.ts";
import { openChunk, type PaperPlace, sealChunk, type SealedChunk } from "../../src/crypto/paper.ts";
import {
  CHUNK_BYTES,
  CHUNK_OVERHEAD_BYTES,
  chunkCount,
  chunkHash,
  chunkSpan,
  type Manifest,
  MAX_CHUNKS,
  nameBlob,
} from "../../src/domain/blob.ts";
import { type Bytes, concat, fields, parseB64, toB64, u32, u64 } from "../../src/domain/bytes.ts";
import { idBytes, idFromBytes, type PaperId, type ScopeId } from "../../src/domain/ids.ts";
import { MAX_PAPER_BYTES } from "../../src/domain/papers.ts";
import frozen from "../vectors/paper.json" with { type: "json" };
import { fixedRandom } from "./fixedRandom.ts";
import { SCOPE, scopeKey, sodium, verifier } from "./golden.ts";

const run = (start: number, length: number) => Uint8Array.from({ length }, (_, i) => (start + i) & 0xff);
const PAPER = idFromBytes<PaperId>(run(0xd0, 16));
const placeOf = (size: number): PaperPlace => ({ scope: SCOPE, paper: PAPER, epoch: 1, size });

/** Differs from chunk to chunk. */
const fileOf = (size: number): Bytes =>
  Uint8Array.from({ length: size }, (_, i) => (i * 7 + (i >> 16) * 13) & 0xff);

function sealAll(file: Bytes, place = placeOf(file.length), key = scopeKey): SealedChunk[] {
  const random = fixedRandom(9);
  return Array.from({ length: chunkCount(file.length) }, (_, index) => {
    const { from, to } = chunkSpan(file.length, index);
    return sealChunk(sodium, verifier, random, key, place, index, file.subarray(from, to));
  });
}

const open = (chunk: SealedChunk, index: number, place: PaperPlace, key = scopeKey) =>
  openChunk(sodium, verifier, key, place, index, chunk);
/** The hash as whoever tampered would state it: what is to refuse here is the sealing itself. */
const restated = (bytes: Bytes): SealedChunk => ({ bytes, hash: chunkHash(verifier, bytes) });
const manifestOf = (chunks: readonly SealedChunk[]): Manifest =>
  chunks.map(({ hash, bytes }) => ({ hash, bytes: bytes.length }));

describe("the frozen bytes of a paper", () => {
  const file = new TextEncoder().encode("%PDF-1.7 a very small paper");
  const [chunk] = sealAll(file) as [SealedChunk];

  it("are made again, and named the same", () => {
    expect({
      chunk: toB64(chunk.bytes),
      hash: chunk.hash,
      blob: nameBlob(verifier, manifestOf([chunk])),
    }).toEqual(frozen.bytes);
  });

  it("open to the very file", () => {
    const bytes = parseB64(frozen.bytes.chunk) as Bytes;
    expect(open({ bytes, hash: chunk.hash }, 0, placeOf(file.length))).toEqual(file);
  });
});

describe("a paper of any size", () => {
  const MIB = CHUNK_BYTES;
  it.each([1, 2, 1022, 1023, 1024, MIB - 1, MIB, MIB + 1, 3 * MIB + 12_345])("of %i bytes opens", (size) => {
    const file = fileOf(size);
    const chunks = sealAll(file);
    const parts = chunks.map((chunk, index) => open(chunk, index, placeOf(size)) as Bytes);
    expect(Buffer.compare(Buffer.concat(parts), Buffer.from(file))).toBe(0);
    const sealedBytes = chunks.reduce((sum, { bytes }) => sum + bytes.length - CHUNK_OVERHEAD_BYTES, 0);
    expect(sealedBytes).toBeGreaterThan(size);
    expect(sealedBytes).toBeLessThanOrEqual(Math.max(1024, (size + 1) * 1.12));
  });

  it("of small sizes opens, whatever is in it", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 5000 }), (file) => {
        const bytes = new Uint8Array(file);
        const [chunk] = sealAll(bytes);
        expect(open(chunk as SealedChunk, 0, placeOf(bytes.length))).toEqual(bytes);
      }),
      { numRuns: 50 },
    );
  });

  it("of the largest size has as many chunks as the wire allows", () => {
    expect(chunkCount(MAX_PAPER_BYTES)).toBe(MAX_CHUNKS);
    expect(MAX_CHUNKS).toBeLessThan(110);
  });

  it("sizes that differ by a little look the same to the server", () => {
    const lengths = [5_000, 5_010, 5_100].map((size) => sealAll(fileOf(size))[0]?.bytes.length);
    expect(new Set(lengths).size).toBe(1);
  });
});

describe("a chunk", () => {
  const size = 2 * CHUNK_BYTES + 500;
  const file = fileOf(size);
  const place = placeOf(size);
  const chunks = sealAll(file);
  const [first, second, third] = chunks as [SealedChunk, SealedChunk, SealedChunk];

  it("with any bit changed does not open, though its hash be stated anew", () => {
    for (const at of [0, 23, 24, 500_000, third.bytes.length - 1]) {
      const bytes = third.bytes.slice();
      bytes[at % bytes.length] = (bytes[at % bytes.length] as number) ^ 1;
      expect(open(restated(bytes), 2, place)).toBeUndefined();
    }
  });

  it("cut short or made longer does not open", () => {
    expect(open(restated(third.bytes.slice(0, -1)), 2, place)).toBeUndefined();
    expect(open(restated(Uint8Array.from([...third.bytes, 0])), 2, place)).toBeUndefined();
    expect(open(restated(new Uint8Array(0)), 2, place)).toBeUndefined();
  });

  it("in another's place does not open", () => {
    expect(open(first, 0, place)).toBeDefined();
    expect(open(second, 0, place)).toBeUndefined();
    expect(open(first, 1, place)).toBeUndefined();
    expect(open(first, 3, place)).toBeUndefined();
    expect(open(first, -1, place)).toBeUndefined();
  });

  it("of another paper, scope, epoch, size or key does not open", () => {
    const other = idFromBytes<PaperId>(run(1, 16));
    expect(open(first, 0, { ...place, paper: other })).toBeUndefined();
    expect(open(first, 0, { ...place, scope: other as string as ScopeId })).toBeUndefined();
    expect(open(first, 0, { ...place, epoch: 2 })).toBeUndefined();
    expect(open(first, 0, { ...place, size: size + 1 })).toBeUndefined();
    expect(open(first, 0, place, run(3, 32) as ScopeKey)).toBeUndefined();
  });

  it("whose hash is another's does not open", () => {
    expect(open({ bytes: first.bytes, hash: second.hash }, 0, place)).toBeUndefined();
  });

  it("that hides something in its padding does not open, though whoever sealed it holds the key", () => {
    const small = placeOf(10);
    const seal = (padded: Uint8Array): SealedChunk => {
      const label = fields("confer/1/paper-key", idBytes(SCOPE), idBytes(PAPER), u32(1));
      const key = sodium.crypto_generichash(32, label, scopeKey);
      const ad = fields("confer/1/paper-chunk", idBytes(SCOPE), idBytes(PAPER), u32(0), u64(10));
      const nonce = run(5, 24);
      const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(padded, ad, null, nonce, key);
      return restated(concat(nonce, sealed));
    };
    const padded = new Uint8Array(1024);
    expect(open(seal(padded), 0, small)).toEqual(new Uint8Array(10));
    padded[1023] = 1;
    expect(open(seal(padded), 0, small)).toBeUndefined();
  });

  it("is not sealed from a part of the wrong length", () => {
    const seal = (index: number, part: Uint8Array) => () =>
      sealChunk(sodium, verifier, fixedRandom(1), scopeKey, place, index, part);
    expect(seal(0, file.subarray(1, CHUNK_BYTES))).toThrow(RangeError);
    expect(seal(3, new Uint8Array(0))).toThrow(RangeError);
  });
});

describe("the name of a paper's bytes", () => {
  const manifest = manifestOf(sealAll(fileOf(3 * CHUNK_BYTES)));
  const name = nameBlob(verifier, manifest);

  it("changes with any chunk left out, added, moved or changed", () => {
    const variants = [
      manifest.slice(0, -1),
      manifest.slice(1),
      [...manifest, manifest[0] as Manifest[number]],
      manifest.toReversed(),
      manifest.with(1, manifest[0] as Manifest[number]),
    ];
    for (const variant of variants) expect(nameBlob(verifier, variant)).not.toBe(name);
  });
});
