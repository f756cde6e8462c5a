/** What is called saved is on the disk, whatever breaks in between. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { DeviceStore, openDeviceStore, type StorePlatform } from "../../src/store/deviceStore.ts";
import { fromDoc, type ReadMark, type StoredEntry, storedSince, toDoc } from "../../src/store/entryStore.ts";
import { watchUnsent, type UnsentRows } from "../../src/store/watch.ts";
import { entryHash, failingAtEntries, makeDisk, newProfile, scopeId, written } from "./disks.ts";

const open: DeviceStore[] = [];
async function openOn(profile: string, disk: StorePlatform): Promise<DeviceStore> {
  const store = await openDeviceStore(profile, disk);
  open.push(store);
  return store;
}
async function close(store: DeviceStore): Promise<void> {
  open.splice(open.indexOf(store), 1);
  await store.close();
}
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

async function readAll(store: DeviceStore, limit = 100): Promise<StoredEntry[]> {
  const all: StoredEntry[] = [];
  let mark: ReadMark | undefined;
  for (;;) {
    const page = await storedSince(store.entries, mark, limit);
    if (page.entries.length === 0) return all;
    all.push(...page.entries);
    mark = page.mark;
  }
}
/** Patient, since other work may hold the machine; it returns as soon as the check holds. */
const eventually = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 15_000, interval: 10 });
const failWith = (error: unknown) => expect.fail(String(error));
const idsOf = (entries: readonly { readonly id: string }[]) => entries.map((entry) => entry.id).toSorted();

describe("a write", () => {
  it("is in the outbox, in the store and in its chain's place when it resolves, and after reopening", async () => {
    const [profile, disk] = [newProfile(), makeDisk()];
    const entries = [written(1), written(2)];
    const store = await openOn(profile, disk);
    await store.add(entries, { scope: scopeId(1), seq: 2, hash: entryHash(2) });
    await close(store);
    const again = await openOn(profile, disk);
    expect(idsOf(await readAll(again))).toEqual(idsOf(entries));
    expect((await readAll(again))[0]?.bytes).toHaveLength(300);
    expect(await again.unsentCount()).toBe(2);
    expect(await again.placeIn(scopeId(1))).toMatchObject({ seq: 2, hash: entryHash(2) });
    expect(await again.placeIn(scopeId(2))).toEqual({ seq: 0, hash: undefined });
  });

  it("cut between outbox and store loses nothing: opening finishes it", async () => {
    const [profile, disk] = [newProfile(), makeDisk()];
    const failing = await openOn(profile, failingAtEntries(disk, new Error("power cut")));
    const place = { scope: scopeId(1), seq: 2, hash: entryHash(2) };
    await expect(failing.add([written(1), written(2)], place)).rejects.toThrow();
    expect(await readAll(failing)).toEqual([]);
    await close(failing);
    const again = await openOn(profile, disk);
    expect(idsOf(await readAll(again))).toEqual(idsOf([written(1), written(2)]));
    expect(await again.unsentCount()).toBe(2);
    expect(await again.placeIn(scopeId(1))).toMatchObject({ seq: 2 });
    expect(await again.finishWrites()).toBe(0);
  });

  it("would stay lost, were the finishing left out: the test above can fail", async () => {
    const [profile, disk] = [newProfile(), makeDisk()];
    const failing = await openOn(profile, failingAtEntries(disk, new Error("power cut")));
    await expect(failing.add([written(1)])).rejects.toThrow();
    await close(failing);
    const finishing = vi.spyOn(DeviceStore.prototype, "finishWrites").mockResolvedValue(0);
    const again = await openOn(profile, disk);
    finishing.mockRestore();
    expect(await readAll(again)).toEqual([]);
    expect(await again.finishWrites()).toBe(1);
    expect(idsOf(await readAll(again))).toEqual([written(1).id]);
  });

  it("cut within the outbox's own transaction leaves nothing of itself", async () => {
    const store = await openOn(newProfile(), makeDisk());
    const put = vi.spyOn(store.local.places, "put").mockRejectedValueOnce(new Error("power cut") as never);
    await expect(
      store.add([written(1)], { scope: scopeId(1), seq: 1, hash: entryHash(1) }),
    ).rejects.toThrow();
    put.mockRestore();
    expect(await store.unsentCount()).toBe(0);
    expect(await readAll(store)).toEqual([]);
    expect(await store.placeIn(scopeId(1))).toEqual({ seq: 0, hash: undefined });
  });

  it("made twice is there once", async () => {
    const store = await openOn(newProfile(), makeDisk());
    await store.add([written(1)]);
    await store.add([written(1), written(2)]);
    expect(await readAll(store)).toHaveLength(2);
    expect(await store.unsentCount()).toBe(2);
  });
});

describe("the outbox", () => {
  it("lets go of what the server has, and of nothing else", async () => {
    const store = await openOn(newProfile(), makeDisk());
    await store.add([written(1), written(2), written(3)]);
    await store.acknowledge([written(2).id]);
    expect(await store.unsentIds()).toEqual(new Set([written(1).id, written(3).id]));
    await store.acknowledge([written(2).id, written(9).id]);
    expect(await store.unsentCount()).toBe(2);
    expect(await readAll(store)).toHaveLength(3);
  });

  it("moves a refused entry to the tray, bytes and reason with it, in one step that survives reopening", async () => {
    const [profile, disk] = [newProfile(), makeDisk()];
    const store = await openOn(profile, disk);
    await store.add([written(1), written(2)]);
    const { id, scope, bytes } = written(1);
    await store.refuse({ id, scope, bytes, reason: "not-allowed", atMs: 5 });
    await close(store);
    const again = await openOn(profile, disk);
    expect(await again.unsentIds()).toEqual(new Set([written(2).id]));
    expect(await again.local.refused.toArray()).toMatchObject([{ id, reason: "not-allowed", atMs: 5 }]);
    await again.acknowledge([id]);
    expect(await again.local.refused.count()).toBe(0);
  });

  it("tells whoever watches of every change, and nobody any longer", async () => {
    const store = await openOn(newProfile(), makeDisk());
    const seen: UnsentRows[] = [];
    const stop = watchUnsent(store.local, (rows) => seen.push(rows), failWith);
    await store.add([written(1)]);
    await eventually(() => expect(seen.at(-1)?.outbox.size).toBe(1));
    const { id, scope, bytes } = written(1);
    await store.refuse({ id, scope, bytes, reason: "already", atMs: 5 });
    await eventually(() => expect(seen.at(-1)?.refused).toEqual([{ id, scope, reason: "already", atMs: 5 }]));
    expect(seen.at(-1)?.outbox.size).toBe(0);
    stop();
    const count = seen.length;
    const after: UnsentRows[] = [];
    const stopAfter = watchUnsent(store.local, (rows) => after.push(rows), failWith);
    await store.add([written(2)]);
    await eventually(() => expect(after.at(-1)?.outbox.size).toBe(1));
    expect(seen).toHaveLength(count);
    stopAfter();
  });
});

describe("reading on from a mark", () => {
  it("gives each entry once, page by page, and later only what came later", async () => {
    const store = await openOn(newProfile(), makeDisk());
    const first = Array.from({ length: 25 }, (_, i) => written(i + 1));
    await store.add(first);
    expect(idsOf(await readAll(store, 10))).toEqual(idsOf(first));
    const { mark } = await storedSince(store.entries, undefined, 100);
    await store.add([written(26), written(27)]);
    const later = await storedSince(store.entries, mark, 100);
    expect(idsOf(later.entries)).toEqual(idsOf([written(26), written(27)]));
    const end = await storedSince(store.entries, later.mark, 100);
    expect(end).toEqual({ entries: [], mark: later.mark });
  });

  it("passes over what was set aside", async () => {
    const store = await openOn(newProfile(), makeDisk());
    await store.add([written(1), written(2)]);
    await store.setAside(written(1).id);
    expect(idsOf(await readAll(store))).toEqual([written(2).id]);
  });

  it("gives again what was set aside and has come from the server after all", async () => {
    const store = await openOn(newProfile(), makeDisk());
    await store.add([written(1), written(2)]);
    await store.setAside(written(1).id);
    await store.takeBack([toDoc(written(1)), toDoc(written(3))]);
    expect(idsOf(await readAll(store)).toSorted()).toEqual(idsOf([written(1), written(2)]).toSorted());
  });

  it("makes no bytes of a damaged document, for the reader to quarantine", () => {
    const { id, scope } = written(1);
    expect(fromDoc({ id, scope, entry: "not base64!" }).bytes).toHaveLength(0);
  });
});
