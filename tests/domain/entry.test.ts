/** The layout of docs/protocol.md section 2, offset by offset, written down here a second time. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bytes, concat, equalBytes } from "../../src/domain/bytes.ts";
import {
  encodeEntry,
  encodeHeader,
  type EntryHeader,
  HEADER_BYTES,
  MAX_BODY_BYTES,
  MAX_ENTRY_BYTES,
  paddedLength,
  parseEntry,
} from "../../src/domain/entry.ts";
import { hashFromBytes, idFromBytes } from "../../src/domain/ids.ts";

const bytesOf = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((each) => each as Bytes);
const id = bytesOf(16).map((bytes) => idFromBytes<never>(bytes));
/** Zeros stand for no hash at all. */
const hash = bytesOf(32)
  .filter((bytes) => bytes.some((byte) => byte > 0))
  .map(hashFromBytes);
const u32 = fc.integer({ min: 1, max: 0xffff_ffff });
const at = fc.record({ ms: fc.integer({ min: 0, max: 2 ** 48 - 1 }), counter: fc.nat(0xffff) });

const contentHeader: fc.Arbitrary<EntryHeader> = fc
  .record({
    kind: fc.constant("content" as const),
    partnership: id,
    scope: id,
    id,
    epoch: u32,
    author: id,
    device: id,
    authorSeq: u32,
    prev: hash,
    head: hash,
    directory: fc.option(hash, { nil: undefined }),
    at,
  })
  .map((header) => ({ ...header, prev: header.authorSeq === 1 ? undefined : header.prev }));

const memberHeader: fc.Arbitrary<EntryHeader> = contentHeader.map((header) => ({
  ...header,
  kind: "membership" as const,
  epoch: 0,
  authorSeq: 0,
  prev: undefined,
}));

const body = fc.uint8Array({ maxLength: 300 }).map((each) => each as Bytes);
const zeros = (length: number): Bytes => new Uint8Array(length);
const entryOf = (header: EntryHeader, content: Bytes) =>
  encodeEntry({
    headerBytes: encodeHeader(header),
    nonce: header.kind === "content" ? zeros(24).fill(1) : zeros(24),
    body: content,
    commitment: header.kind === "content" ? zeros(32).fill(2) : zeros(32),
    signature: zeros(64).fill(3),
  });

describe("an entry's bytes", () => {
  it("lie where the protocol says", () => {
    const one = (start: number, length: number): Bytes => Uint8Array.from({ length }, (_, i) => start + i);
    const header: EntryHeader = {
      kind: "content",
      partnership: idFromBytes(one(1, 16)),
      scope: idFromBytes(one(21, 16)),
      id: idFromBytes(one(41, 16)),
      epoch: 0x01020304,
      author: idFromBytes(one(61, 16)),
      device: idFromBytes(one(81, 16)),
      authorSeq: 0x05060708,
      prev: hashFromBytes(one(101, 32)),
      head: hashFromBytes(one(141, 32)),
      directory: hashFromBytes(one(181, 32)),
      at: { ms: 0x010203040506, counter: 0x0708 },
    };
    const bytes = entryOf(header, one(9, 5));
    const part = (from: number, to: number) => Array.from(bytes.subarray(from, to));
    expect(part(0, 6)).toEqual([0x43, 0x46, 0x52, 0x31, 1, 1]);
    expect(part(6, 22)).toEqual([...one(1, 16)]);
    expect(part(22, 38)).toEqual([...one(21, 16)]);
    expect(part(38, 54)).toEqual([...one(41, 16)]);
    expect(part(54, 58)).toEqual([1, 2, 3, 4]);
    expect(part(58, 74)).toEqual([...one(61, 16)]);
    expect(part(74, 90)).toEqual([...one(81, 16)]);
    expect(part(90, 94)).toEqual([5, 6, 7, 8]);
    expect(part(94, 126)).toEqual([...one(101, 32)]);
    expect(part(126, 158)).toEqual([...one(141, 32)]);
    expect(part(158, 190)).toEqual([...one(181, 32)]);
    expect(part(190, 198)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(part(198, 222)).toEqual(Array.from({ length: 24 }, () => 1));
    expect(part(222, 231)).toEqual([0, 0, 0, 5, 9, 10, 11, 12, 13]);
    expect(part(231, 263)).toEqual(Array.from({ length: 32 }, () => 2));
    expect(part(263, 400)).toEqual(Array.from({ length: 64 }, () => 3));
  });

  it("give back the header and body they were made of", () => {
    fc.assert(
      fc.property(fc.oneof(contentHeader, memberHeader), body, (header, content) => {
        const bytes = entryOf(header, content);
        const parsed = parseEntry(bytes);
        expect(parsed).toMatchObject({ ok: true, entry: { header, body: content } });
        expect(parsed.ok && equalBytes(encodeEntry(parsed.entry), bytes)).toBe(true);
        expect(encodeHeader(header)).toHaveLength(HEADER_BYTES);
      }),
      { numRuns: 300 },
    );
  });

  it("have one encoding: whatever parses is, written again, the same bytes", () => {
    fc.assert(
      fc.property(contentHeader, body, fc.nat(400), fc.nat(255), (header, content, where, value) => {
        const bytes = entryOf(header, content);
        bytes[where % bytes.length] = value;
        const parsed = parseEntry(bytes);
        if (!parsed.ok) return;
        const again = encodeEntry({ ...parsed.entry, headerBytes: encodeHeader(parsed.entry.header) });
        expect(equalBytes(again, bytes)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("are refused, and nothing thrown, when they are anything at all", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 700 }), (noise) => {
        expect(parseEntry(noise as Bytes).ok).toBe(false);
        const likely = concat(new Uint8Array([0x43, 0x46, 0x52, 0x31, 1, 1]), noise);
        expect(() => parseEntry(likely)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it("are refused with a byte more, a byte less, or a length that lies", () => {
    fc.assert(
      fc.property(contentHeader, body, (header, content) => {
        const bytes = entryOf(header, content);
        expect(parseEntry(concat(bytes, zeros(1)))).toEqual({ ok: false, fault: "size" });
        expect(parseEntry(bytes.slice(0, -1))).toEqual({ ok: false, fault: "size" });
        const lying = bytes.slice();
        lying[225] = (lying[225] as number) ^ 1;
        expect(parseEntry(lying)).toEqual({ ok: false, fault: "size" });
      }),
      { numRuns: 100 },
    );
  });

  it("hide nothing in the parts that a membership entry does not use", () => {
    fc.assert(
      fc.property(memberHeader, body, (header, content) => {
        const bytes = entryOf(header, content);
        for (const place of [57, 93, 125, 198, 226 + content.length]) {
          const spoilt = bytes.slice();
          spoilt[place] = 1;
          expect(parseEntry(spoilt), `byte ${place}`).toEqual({ ok: false, fault: "shape" });
        }
      }),
      { numRuns: 100 },
    );
  });

  it("are at most 256 KiB, and may be exactly that", () => {
    const header = fc.sample(contentHeader, { numRuns: 1, seed: 1 })[0] as EntryHeader;
    const largest = entryOf(header, zeros(MAX_BODY_BYTES));
    expect(largest).toHaveLength(MAX_ENTRY_BYTES);
    expect(parseEntry(largest).ok).toBe(true);
    expect(parseEntry(entryOf(header, zeros(MAX_BODY_BYTES + 1)))).toEqual({ ok: false, fault: "size" });
  });

  it("cannot be made of a stamp that does not fit", () => {
    const header = fc.sample(contentHeader, { numRuns: 1, seed: 1 })[0] as EntryHeader;
    for (const stamp of [
      { ms: 2 ** 48, counter: 0 },
      { ms: -1, counter: 0 },
      { ms: 0, counter: 0x10000 },
    ]) {
      expect(() => encodeHeader({ ...header, at: stamp })).toThrow(RangeError);
    }
  });
});

describe("the padded length", () => {
  const length = fc.nat(220_000);

  it("holds the text and its mark, and never falls as the text grows", () => {
    fc.assert(
      fc.property(length, length, (a, b) => {
        expect(paddedLength(a)).toBeGreaterThan(a);
        if (a <= b) expect(paddedLength(a)).toBeLessThanOrEqual(paddedLength(b));
      }),
      { numRuns: 1_000 },
    );
  });

  it("is 1 KiB for everything that fits one, and wastes at most 12 % beyond", () => {
    expect(paddedLength(0)).toBe(1024);
    expect(paddedLength(1023)).toBe(1024);
    expect(paddedLength(1024)).toBeGreaterThan(1024);
    for (let text = 1024; text < 220_000; text++) {
      const waste = paddedLength(text) / (text + 1) - 1;
      if (waste > 0.12) expect.fail(`${text} is padded by ${waste}`);
    }
  });

  it("tells little: a hundred and fifty lengths stand for every text up to 200 KiB", () => {
    const lengths = new Set(Array.from({ length: 200 * 1024 }, (_, text) => paddedLength(text)));
    expect(lengths.size).toBeLessThan(150);
  });
});
