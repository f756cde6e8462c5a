/** The cache of folded views: whatever is wrong with it, the entries are the truth and are read again. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Library } from "../../src/app/library.ts";
import { LibraryCache } from "../../src/app/libraryCache.ts";
import { createVault, type Vault } from "../../src/crypto/vault.ts";
import { inThread } from "../../src/crypto/vaultPort.ts";
import type { EntryHash, ScopeId } from "../../src/domain/ids.ts";
import type { SealedIdentity } from "../../src/crypto/identity.ts";
import { type DeviceStore, openDeviceStore } from "../../src/store/deviceStore.ts";
import { loadPacks, type PackSealer, savePacks } from "../../src/store/packs.ts";
import { ensureWritten, PASSPHRASE, testSettings } from "../support/vaults.ts";
import { makeDisk, newProfile } from "./disks.ts";

let vault: Vault;
let identity: SealedIdentity;
let store: DeviceStore;
let scope: ScopeId;
let seq = 0;
let hash: EntryHash | undefined;

async function write(value: string): Promise<void> {
  const json = JSON.stringify({ type: "answers", changes: [{ path: "person.name", value }] });
  const entry = ensureWritten(vault.writeContent(scope, json, { seq, hash }));
  [seq, hash] = [seq + 1, entry.hash];
  await store.add([entry], { scope, seq, hash });
}

/** As after unlocking anew: nothing in mind but what is on the disk. `read`: how many entries were opened. */
async function load(): Promise<{ library: Library; cache: LibraryCache; read: number }> {
  vault.unlock(identity, { passphrase: PASSPHRASE });
  const port = inThread(vault);
  let read = 0;
  const counting = new Proxy(port, {
    get: (target, name) =>
      name === "read"
        ? async (batch: never) => {
            const outcomes = await target.read(batch);
            read += outcomes.filter((each) => each.outcome === "opened").length;
            return outcomes;
          }
        : Reflect.get(target, name),
  });
  const library = new Library(identity, counting, () => undefined);
  const cache = new LibraryCache(store, library, counting);
  await cache.load(() => undefined);
  return { library, cache, read };
}
const nameIn = (library: Library) => library.shelves.get(scope)?.file.fields["person.name"]?.plain?.value;

beforeAll(async () => {
  vault = await createVault(testSettings);
  const founded = vault.found(["coordinator"], PASSPHRASE);
  ({ identity } = founded);
  store = await openDeviceStore(newProfile(), makeDisk());
  await store.add([founded.entry]);
  vault.unlock(identity, { passphrase: PASSPHRASE });
  vault.read([founded.entry]);
  const opened = ensureWritten(vault.openScope("case"));
  vault.read([opened]);
  ({ scope } = opened);
  await store.add([opened]);
  for (const value of ["one", "two", "three"]) await write(value);
  const { cache, read } = await load();
  expect(read).toBe(3);
  await cache.save();
});
afterAll(() => store.close());

describe("the packs", () => {
  it("bring the library back without opening one entry", async () => {
    const { library, read } = await load();
    expect(read).toBe(0);
    expect(nameIn(library)).toBe("three");
    expect(library.missingIn(scope)).toBe(0);
  });

  it("are followed by what came since, and by that only", async () => {
    await write("four");
    const { library, cache, read } = await load();
    expect(read).toBe(1);
    expect(nameIn(library)).toBe("four");
    await cache.save();
  });

  it("that are damaged in any one are not believed: everything is read from the entries", async () => {
    const rows = await store.local.packs.toArray();
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) {
      const sealed = row.sealed.slice();
      sealed[sealed.length >> 1] = (sealed[sealed.length >> 1] as number) ^ 1;
      await store.local.packs.put({ ...row, sealed });
      const { library, read } = await load();
      expect(read, row.key).toBe(4);
      expect(nameIn(library), row.key).toBe("four");
      await store.local.packs.put(row);
    }
  });

  it("that are exchanged for one another do not open", async () => {
    const [one, two] = await store.local.packs.toArray();
    if (!one || !two) throw new Error("too few packs");
    await store.local.packs.bulkPut([
      { key: one.key, sealed: two.sealed },
      { key: two.key, sealed: one.sealed },
    ]);
    const { library, read } = await load();
    expect([read, nameIn(library)]).toEqual([4, "four"]);
    await store.local.packs.bulkPut([one, two]);
  });

  it("whose page is gone, or which are gone, are made again", async () => {
    const rows = await store.local.packs.toArray();
    for (const gone of [
      rows.filter((row) => row.key !== "index").map((row) => row.key),
      rows.map((row) => row.key),
    ]) {
      await store.local.packs.bulkDelete(gone);
      const { library, read } = await load();
      expect([read, nameIn(library)]).toEqual([4, "four"]);
      await store.local.packs.bulkPut(rows);
    }
  });

  it("whose count is not the store's are read past, to the last entry", async () => {
    const sealer: PackSealer = {
      seal: (name, text) => Promise.resolve(vault.sealLocal("pack", name, text)),
      open: (name, sealed) => Promise.resolve(vault.openLocal("pack", name, sealed)),
    };
    const index = (await loadPacks(store.local, sealer)).get("index") as { count: number };
    await savePacks(store.local, sealer, new Map([["index", { ...index, count: index.count - 1 }]]));
    const { library, read } = await load();
    expect(read).toBe(4);
    expect(nameIn(library)).toBe("four");
    expect(library.missingIn(scope)).toBe(0);
    expect(library.shelves.get(scope)?.forked).toBe(false);
  });

  it("hold nothing that reads as text on the disk", async () => {
    const rows = await store.local.packs.toArray();
    const text = rows.map((row) => new TextDecoder("latin1").decode(row.sealed)).join("");
    for (const word of ["three", "four", "person", scope]) expect(text).not.toContain(word);
  });
});
