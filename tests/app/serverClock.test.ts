import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { describe, expect, it } from "vitest";
import { loadClockAhead, serverNow, witnessClock } from "../../src/app/serverClock.ts";
import { LocalStore } from "../../src/store/localStore.ts";

const newStore = () => new LocalStore("clock", { indexedDB: new IDBFactory(), IDBKeyRange });
const YEAR_MS = 365 * 86_400_000;

describe("the server's clock [GAP-14]", () => {
  it("is unknown until the server has said its time; then the device's own is used as it is", async () => {
    expect(await loadClockAhead(newStore(), 5_000)).toBeUndefined();
    expect(serverNow({ now: () => 5_000, aheadMs: undefined })).toBe(5_000);
  });

  it("is kept, so that an hour later and offline the deadline is still counted by it", async () => {
    const store = newStore();
    expect(await witnessClock(store, 1_000, 1_000 + YEAR_MS)).toBe(YEAR_MS);
    const aheadMs = await loadClockAhead(store, 3_601_000 + YEAR_MS);
    expect(serverNow({ now: () => 3_601_000 + YEAR_MS, aheadMs })).toBe(3_601_000);
  });

  it("is forgotten once the device's clock has been set back, which made it right or wrong in another way", async () => {
    const store = newStore();
    await witnessClock(store, 1_000, 1_000 + YEAR_MS);
    expect(await loadClockAhead(store, 2_000)).toBeUndefined();
  });
});
