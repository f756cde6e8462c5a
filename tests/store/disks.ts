/** Disks in memory, whole and failing: each outlives the store opened on it. */
import { Dexie } from "dexie";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";
import { type EntryId, hashFromBytes, idFromBytes, type ScopeId } from "../../src/domain/ids.ts";
import type { StorePlatform, WrittenBytes } from "../../src/store/deviceStore.ts";
import { withBulkReads } from "../../src/store/bulkReads.ts";
import { withSlimMeta } from "../../src/store/slimMeta.ts";

// Dexie's live queries answer only where there is an IndexedDB at all, whichever each database is given.
Dexie.dependencies.indexedDB = new IDBFactory();
Dexie.dependencies.IDBKeyRange = IDBKeyRange;

type Storage = StorePlatform["storage"];

export function makeDisk(): StorePlatform {
  const indexedDB = new IDBFactory();
  return {
    storage: withSlimMeta(withBulkReads(getRxStorageDexie({ indexedDB, IDBKeyRange }))) as Storage,
    dexie: { indexedDB, IDBKeyRange },
    exclusive: (task) => task(),
    multiInstance: false,
  };
}

/** The same disk, on which writing an entry throws: the moment between the outbox and RxDB. */
export const failingAtEntries = (disk: StorePlatform, error: Error): StorePlatform => ({
  ...disk,
  storage: {
    ...disk.storage,
    async createStorageInstance(params) {
      const instance = await disk.storage.createStorageInstance(params);
      if (params.collectionName === "entries") instance.bulkWrite = () => Promise.reject(error);
      return instance;
    },
  },
});

let profiles = 0;
/** RxDB wants names that differ within a process. */
export const newProfile = (): string => `store-test-${profiles++}`;

const filled = (length: number, value: number) =>
  Uint8Array.from({ length }, (_, i) => (i === 0 ? value >> 8 : i === 1 ? value & 0xff : 7));
export const scopeId = (value: number): ScopeId => idFromBytes(filled(16, value));
export const entryHash = (value: number) => hashFromBytes(filled(32, value));

/** Bytes that stand for an entry: the store looks into none. */
export const written = (value: number, scope = scopeId(1)): WrittenBytes => ({
  id: idFromBytes<EntryId>(filled(16, value)),
  scope,
  bytes: filled(300, value),
  hash: entryHash(value),
});
