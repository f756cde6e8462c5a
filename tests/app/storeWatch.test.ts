/** A connection that is lost, and a database that is. See: [Note: lost connections]. */
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { describe, expect, it } from "vitest";
import { watchStore } from "../../src/app/storeWatch.ts";
import { LocalStore } from "../../src/store/localStore.ts";
import { until } from "../support/device.ts";

const MARK = "identity";

async function openStore() {
  const indexedDB = new IDBFactory();
  const local = new LocalStore("watched", { indexedDB, IDBKeyRange });
  await local.facts.put({ key: MARK, value: 1 });
  let lost = 0;
  let asked = 0;
  let faults = 0;
  const isThere = async () => {
    asked += 1;
    if (faults-- > 0) throw new Error("UnknownError");
    return (await local.facts.get(MARK)) !== undefined;
  };
  const watch = watchStore(local, isThere, () => (lost += 1), 5);
  return { local, watch, lost: () => lost, asked: () => asked, fail: (times: number) => (faults = times) };
}
/** As the browser closes a connection: Dexie opens it again at the next call. */
const dropConnection = (local: LocalStore) => local.close({ disableAutoOpen: false });

describe("a database whose connection is lost", () => {
  it("is opened again and asked; where its data is there, nobody hears of it", async () => {
    const { local, watch, lost, asked } = await openStore();
    dropConnection(local);
    expect(watch.inDoubt).toBe(true);
    await until("the answer", () => !watch.inDoubt);
    expect([asked(), lost()]).toEqual([1, 0]);
    dropConnection(local);
    await until("the second answer", () => asked() === 2 && !watch.inDoubt);
    expect(lost()).toBe(0);
  });

  it("is asked once more where the browser failed, and only then given up", async () => {
    const once = await openStore();
    once.fail(1);
    dropConnection(once.local);
    await until("the answer", () => !once.watch.inDoubt);
    expect([once.asked(), once.lost()]).toEqual([2, 0]);
    const twice = await openStore();
    twice.fail(2);
    dropConnection(twice.local);
    await until("the loss", () => twice.lost() === 1);
  });

  it("is lost where it comes back empty: said once, and its counts are believed no more", async () => {
    const { local, watch, lost } = await openStore();
    await local.delete({ disableAutoOpen: false });
    await until("the loss", () => lost() === 1);
    expect(watch.inDoubt).toBe(true);
    dropConnection(local);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(lost()).toBe(1);
  });
});
