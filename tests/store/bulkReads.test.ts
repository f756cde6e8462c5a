import { IDBFactory, IDBIndex, IDBKeyRange } from "fake-indexeddb";
import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { StorePlatform } from "../../src/store/deviceStore.ts";
import { withBulkReads } from "../../src/store/bulkReads.ts";
import { openEntries, type ReadMark, storedSince, toDoc } from "../../src/store/entryStore.ts";
import { withSteadyClock } from "../../src/store/steadyClock.ts";
import { newProfile, written } from "./disks.ts";

type Storage = StorePlatform["storage"];
const COUNT = 40;

/** A store of `COUNT` entries, written in threes, and what reading it in pages of `limit` gives. */
async function openFilled(bulk: boolean) {
  const plain = getRxStorageDexie({ indexedDB: new IDBFactory(), IDBKeyRange });
  const storage = withSteadyClock(bulk ? withBulkReads(plain) : plain) as Storage;
  const store = await openEntries(newProfile(), storage, false);
  for (let n = 0; n < COUNT; n += 3) {
    const some = [n, n + 1, n + 2].filter((value) => value < COUNT);
    await store.collection.bulkInsert(some.map((value) => toDoc(written(value))));
  }
  const readIn = async (limit: number) => {
    const ids: string[] = [];
    let mark: ReadMark | undefined;
    for (;;) {
      const page = await storedSince(store, mark, limit);
      if (page.entries.length === 0) return ids;
      expect(page.entries.length).toBeLessThanOrEqual(limit);
      ids.push(...page.entries.map((entry) => entry.id));
      mark = page.mark;
    }
  };
  return { store, readIn };
}

const all = Array.from({ length: COUNT }, (_, value) => written(value).id);
afterEach(() => vi.restoreAllMocks());

describe("reading many rows at once", () => {
  it("gives what reading one by one gives, in the same order, however long the page", async () => {
    const [ours, theirs] = [await openFilled(true), await openFilled(false)];
    for (const limit of [1, 2, 7, 13, COUNT - 1, COUNT, COUNT + 1, 500]) {
      expect(await ours.readIn(limit)).toEqual(all);
      expect(await theirs.readIn(limit)).toEqual(all);
    }
  });

  it("opens no cursor to read what is new", async () => {
    const { readIn } = await openFilled(true);
    const cursors = vi.spyOn(IDBIndex.prototype, "openCursor");
    await readIn(13);
    expect(cursors).not.toHaveBeenCalled();
  });

  it("leaves out what was taken away", async () => {
    const { store, readIn } = await openFilled(true);
    await store.collection.findOne(all[5] as string).remove();
    expect(await readIn(7)).toEqual(all.filter((_, i) => i !== 5));
  });

  it("leaves queries without a limit to RxDB", async () => {
    const { store } = await openFilled(true);
    expect(await store.collection.find().exec()).toHaveLength(COUNT);
  });
});
