import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ScopeKey } from "../../src/crypto/keys.ts";
import { openContent, sealContent } from "../../src/crypto/seal.ts";
import type { Sodium } from "../../src/crypto/sodium.ts";
import { type Bytes, concat } from "../../src/domain/bytes.ts";
import { MAX_ENTRY_BYTES, MAX_RECORD_BYTES, paddedLength, parseEntry } from "../../src/domain/entry.ts";
import { fixedRandom } from "./fixedRandom.ts";
import { contentHeader, keys, scopeKey, sodium } from "./golden.ts";

const random = fixedRandom(13);
const seal = (plain: Uint8Array, by: Sodium = sodium) =>
  sealContent(by, random, contentHeader, plain, scopeKey, keys.deviceKeys.signing);

function open(bytes: Bytes, key = scopeKey) {
  const parsed = parseEntry(bytes);
  if (!parsed.ok) throw new Error(parsed.fault);
  return openContent(sodium, parsed.entry, key);
}

/** Seals whatever `change` makes of the padded text: as another program might. */
const padding = (change: (padded: Uint8Array) => Uint8Array): Sodium =>
  ({
    ...sodium,
    crypto_aead_xchacha20poly1305_ietf_encrypt: (
      plain: Uint8Array,
      ...rest: [Uint8Array, null, Uint8Array, Uint8Array]
    ) => sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(change(plain), ...rest),
  }) as unknown as Sodium;

describe("a sealed record", () => {
  it("opens to the bytes it was made of, whatever they are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5_000 }), (plain) => {
        expect(open(seal(plain))).toEqual({ ok: true, plain });
      }),
    );
  });

  it("shows its size only to the nearest step", () => {
    const body = (length: number) => seal(new Uint8Array(length)).length;
    expect(new Set([0, 1, 500, 1023].map(body)).size).toBe(1);
    expect(body(1024) - body(0)).toBe(paddedLength(1024) - 1024);
  });

  it("opens under no other scope key: the commitment says so before anything is decrypted", () => {
    expect(open(seal(new Uint8Array(5)), random(32) as ScopeKey)).toEqual({ ok: false, fault: "commitment" });
  });

  it("has one padding: longer, shorter, unmarked or without any is refused", () => {
    const text = new TextEncoder().encode("a record");
    for (const change of [
      (padded: Uint8Array) => concat(padded, new Uint8Array(1)),
      (padded: Uint8Array) => concat(padded, new Uint8Array(1024)),
      (padded: Uint8Array) => padded.slice(0, -1),
      (padded: Uint8Array) => padded.slice(0, text.length + 1),
      (padded: Uint8Array) => padded.map((byte) => (byte === 0x80 ? 0 : byte)),
      (padded: Uint8Array) => padded.with(padded.length - 1, 1),
      (padded: Uint8Array) => padded.map(() => 0),
      () => new Uint8Array(0),
    ]) {
      expect(open(seal(text, padding(change)))).toEqual({ ok: false, fault: "padding" });
    }
    expect(
      open(
        seal(
          text,
          padding((padded) => padded),
        ),
      ).ok,
    ).toBe(true);
  });

  it("is refused where its body is shorter than a seal", () => {
    const pieces = parseEntry(seal(new Uint8Array(1)));
    if (!pieces.ok) throw new Error(pieces.fault);
    for (const length of [0, 15, 16, 17]) {
      const entry = { ...pieces.entry, body: pieces.entry.body.slice(0, length) };
      expect(openContent(sodium, entry, scopeKey)).toEqual({ ok: false, fault: "sealed" });
    }
  });

  it("fits an entry at its longest, and is not made any longer", () => {
    const longest = seal(new Uint8Array(MAX_RECORD_BYTES));
    expect(longest.length).toBeLessThanOrEqual(MAX_ENTRY_BYTES);
    expect(open(longest).ok).toBe(true);
    expect(() => seal(new Uint8Array(MAX_RECORD_BYTES + 1))).toThrow(RangeError);
  });
});
