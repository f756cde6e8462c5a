import { describe, expect, it } from "vitest";
import type { RxStorage } from "rxdb/plugins/core";
import { withSlimMeta } from "../../src/store/slimMeta.ts";

type Rows = { readonly document: { readonly docData?: { readonly entry?: string } } }[];

/** A storage that only notes what it is told to write. */
async function writingTo(title: string, rows: Rows): Promise<Rows> {
  const noted: Rows = [];
  const storage = {
    createStorageInstance: () =>
      Promise.resolve({
        bulkWrite: (given: Rows) => Promise.resolve({ error: noted.splice(0, Infinity, ...given) }),
      }),
  } as unknown as RxStorage<unknown, unknown>;
  const instance = await withSlimMeta(storage).createStorageInstance({ schema: { title } } as never);
  await instance.bulkWrite(rows as never, "test");
  return noted;
}

const META = "RxReplicationProtocolMetaData";
const rows = (entry?: string): Rows => [
  { document: { ...(entry === undefined ? {} : { docData: { entry, id: "x" } }), itemId: "x" } as never },
];

describe("the replication's copy of an entry", () => {
  it("keeps the first 96 characters and all its other fields", async () => {
    const [row] = await writingTo(META, rows("A".repeat(95) + "BCD"));
    expect(row?.document).toEqual({ docData: { entry: "A".repeat(95) + "B", id: "x" }, itemId: "x" });
  });

  it("is left as it is where it is short, or where there is none, as in a checkpoint", async () => {
    for (const given of [rows("short"), rows("A".repeat(96)), rows()]) {
      expect(await writingTo(META, given)).toEqual(given);
    }
  });

  it("is the only thing cut: an entry itself is kept whole", async () => {
    const whole = rows("A".repeat(5_000));
    expect(await writingTo("entries", whole)).toEqual(whole);
  });

  it("does not touch the row it was handed, which RxDB goes on using", async () => {
    const given = rows("A".repeat(500));
    await writingTo(META, given);
    expect(given).toEqual(rows("A".repeat(500)));
  });
});
