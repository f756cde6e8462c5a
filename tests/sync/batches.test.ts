import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_ENTRY_BYTES } from "../../src/domain/entry.ts";
import type { EntryDoc } from "../../src/store/entryStore.ts";
import { MAX_PUSH_BYTES, MAX_PUSH_ENTRIES, PushRequest } from "../../src/sync/protocol.ts";
import { inBatches } from "../../src/sync/replicate.ts";

const LARGEST = Math.ceil(MAX_ENTRY_BYTES / 3) * 4;
const doc = (n: number, length: number) =>
  ({ id: `${n}`, scope: "s", entry: "A".repeat(length) }) as unknown as EntryDoc;
const sizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 2_000 }), fc.constant(LARGEST)), {
  maxLength: 120,
});

describe("entries to push", () => {
  it("go in batches the server takes, in order, each once", () => {
    fc.assert(
      fc.property(sizes, (lengths) => {
        const docs = lengths.map((length, i) => doc(i, length));
        const batches = inBatches(docs);
        expect(batches.flat()).toEqual(docs);
        for (const batch of batches) {
          expect(batch.length).toBeGreaterThan(0);
          expect(batch.length).toBeLessThanOrEqual(MAX_PUSH_ENTRIES);
          const chars = batch.reduce((sum, each) => sum + each.entry.length + 3, 40);
          expect(chars).toBeLessThanOrEqual(MAX_PUSH_BYTES);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("are few batches where they are small", () => {
    expect(inBatches(Array.from({ length: 500 }, (_, i) => doc(i, 2_000)))).toHaveLength(2);
    expect(inBatches([])).toEqual([]);
  });

  it("make a body that the server's own schema takes, the largest entry included", () => {
    const body = { version: 1, entries: ["A".repeat(LARGEST)] };
    expect(PushRequest.safeParse(body).success).toBe(true);
  });
});
