/** Two tabs of one device keep one cache between them: what either saves must open whole. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Library } from "../../src/app/library.ts";
import { LibraryCache } from "../../src/app/libraryCache.ts";
import { createVault } from "../../src/crypto/vault.ts";
import { inThread, type VaultPort } from "../../src/crypto/vaultPort.ts";
import type { ScopeId } from "../../src/domain/ids.ts";
import { makeDisk } from "../../demo/device.ts";
import { type DeviceStore, openDeviceStore } from "../../src/store/deviceStore.ts";
import { ensureWritten, makePartnership, PASSPHRASE, type Person, testSettings } from "../support/vaults.ts";

describe("two tabs of one device", () => {
  let store: DeviceStore;
  let person: Person;

  const openTab = async (): Promise<{ library: Library; cache: LibraryCache }> => {
    const vault: VaultPort = inThread(await createVault(testSettings));
    await vault.unlock(person.identity, { passphrase: PASSPHRASE });
    const library = new Library(person.identity, vault, () => undefined);
    return { library, cache: new LibraryCache(store, library, vault) };
  };
  const write = async (scope: ScopeId, text: string) => {
    const place = await store.placeIn(scope);
    const entry = ensureWritten(person.vault.writeContent(scope, text, place));
    await store.add([entry], { scope, seq: place.seq + 1, hash: entry.hash });
  };
  const started = (i: number) =>
    JSON.stringify({ type: "case-started", definition: "d", definitionVersion: "1", reference: `ASH-${i}` });
  /** Two of these fit on a new page of the cache, and three on one that grew. */
  const long = JSON.stringify({ type: "answers", changes: [{ path: "a.b", value: "x".repeat(110_000) }] });

  const openCase = async (i: number): Promise<ScopeId> => {
    const opened = ensureWritten(person.vault.openScope("case"));
    person.vault.read([opened]);
    await store.add([opened]);
    await write(opened.scope, started(i));
    return opened.scope;
  };

  beforeAll(async () => {
    const { people, chain } = await makePartnership([]);
    person = people[0] as Person;
    store = await openDeviceStore("two-tabs", makeDisk());
    await store.add(chain);
  });

  afterAll(() => store.close());

  it("never leave a cache in which a case is missing, whoever saved last", async () => {
    const [first, second] = [await openTab(), await openTab()];
    await first.cache.load(() => undefined);
    await second.cache.load(() => undefined);
    // One tab meets the cases small and keeps them on one page; the other meets them grown and parts them.
    const scopes = [await openCase(0), await openCase(1), await openCase(2)];
    await first.cache.catchUp();
    await first.cache.save();
    for (const scope of scopes) await write(scope, long);
    await first.cache.catchUp();
    await first.cache.save();
    await second.cache.catchUp();
    await second.cache.save();
    scopes.push(await openCase(3));
    await first.cache.catchUp();
    await first.cache.save();

    const third = await openTab();
    await third.cache.load(() => undefined);
    const found = scopes.map((scope) => third.library.shelves.get(scope)?.file.started?.record.reference);
    expect(found).toEqual(["ASH-0", "ASH-1", "ASH-2", "ASH-3"]);
  });
});
