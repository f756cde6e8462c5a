/**
 * The device's memory as the rest of the app uses it.
 *
 * [Note: write-ahead] A write first puts the entries' bytes and the chain's new place into the outbox, in one
 * durable transaction, then adds the entries to RxDB. A crash between the two is mended on opening: whatever
 * lies in the outbox and not in RxDB is added then. An outbox row goes only when the server has acknowledged it.
 */
import type { RxStorage } from "rxdb/plugins/core";
import type { EntryHash, EntryId, ScopeId } from "../domain/ids.ts";
import {
  type EntryDoc,
  type EntryStore,
  fromDoc,
  openEntries,
  type StoredEntry,
  toDoc,
} from "./entryStore.ts";
import { LocalStore, type RefusedRow } from "./localStore.ts";
import type { DexieOptions } from "dexie";

/** Runs one task at a time across all tabs of the device. */
export type Exclusive = <T>(task: () => Promise<T>) => Promise<T>;

export type StorePlatform = {
  readonly storage: RxStorage<unknown, unknown>;
  readonly dexie: DexieOptions;
  readonly exclusive: Exclusive;
  readonly multiInstance: boolean;
};

/** The fact that holds the ids of what was set aside. */
const SET_ASIDE = "set-aside";

export type Place = { readonly seq: number; readonly hash: EntryHash | undefined };
export type WrittenBytes = StoredEntry & { readonly hash: EntryHash };

export class DeviceStore {
  readonly local: LocalStore;
  readonly entries: EntryStore;
  /** What this tab has seen unsent, whole, in the order seen: a browser may clear the database under an open app. */
  readonly inMemory = new Map<EntryId, StoredEntry>();
  /** Said by whoever noticed that the database is gone: only `inMemory` is left. */
  lost = false;
  readonly #exclusive: Exclusive;

  constructor(local: LocalStore, entries: EntryStore, exclusive: Exclusive) {
    this.local = local;
    this.entries = entries;
    this.#exclusive = exclusive;
  }

  /** One writer at a time: chain places are read and advanced inside. */
  exclusively<T>(task: () => Promise<T>): Promise<T> {
    return this.#exclusive(task);
  }

  async placeIn(scope: ScopeId): Promise<Place> {
    return (await this.local.places.get(scope)) ?? { seq: 0, hash: undefined };
  }

  /**
   * Saves entries, content ones in the order of their chain. Resolves when they are on the disk.
   * `place`: where the chain of the scope stands after them, if any was content.
   */
  async add(
    written: readonly WrittenBytes[],
    place?: { scope: ScopeId; seq: number; hash: EntryHash },
  ): Promise<void> {
    const { local } = this;
    for (const { id, scope, bytes } of written) this.inMemory.set(id, { id, scope, bytes });
    await local.transaction("rw", [local.outbox, local.places], async () => {
      await local.outbox.bulkPut(written.map(({ id, scope, bytes }) => ({ id, scope, bytes })));
      if (place) await local.places.put(place);
    });
    await this.#intoRx(written);
  }

  async #intoRx(entries: readonly StoredEntry[]): Promise<void> {
    const result = await this.entries.collection.bulkInsert(entries.map((entry) => toDoc(entry)));
    // 409: already there, which is what was wanted.
    const failed = result.error.find((error) => error.status !== 409);
    if (failed) throw new Error(`entries not stored (${failed.status})`);
  }

  /** Adds to RxDB what a crash kept out of it. Called once on opening. */
  async finishWrites(): Promise<number> {
    const rows = await this.local.outbox.toArray();
    for (const row of rows) this.inMemory.set(row.id, row);
    if (rows.length === 0) return 0;
    const present = await this.entries.collection.findByIds(rows.map((row) => row.id)).exec();
    const missing = rows.filter((row) => !present.has(row.id));
    if (missing.length > 0) await this.#intoRx(missing);
    return missing.length;
  }

  /** The server has these. */
  async acknowledge(ids: readonly EntryId[]): Promise<void> {
    await this.local.transaction("rw", [this.local.outbox, this.local.refused], async () => {
      await this.local.outbox.bulkDelete([...ids]);
      await this.local.refused.bulkDelete([...ids]);
    });
    for (const id of ids) this.inMemory.delete(id);
  }

  /** The server will not have this one: it is kept, with the reason, and blocks nothing. */
  async refuse(row: RefusedRow): Promise<void> {
    const { outbox, refused } = this.local;
    await this.local.transaction("rw", [outbox, refused], async () => {
      await refused.put(row);
      await outbox.delete(row.id);
    });
  }

  /** Takes a refused membership entry out of the readable set, so that its chain can be read without it. */
  async setAside(id: EntryId): Promise<void> {
    const { facts } = this.local;
    await this.local.transaction("rw", [facts], async () => {
      await facts.put({ key: SET_ASIDE, value: [...(await this.#setAsideIds()), id] });
    });
    await this.entries.collection.findOne(id).remove();
  }

  /** Puts back what was set aside and has come from the server after all: the replication takes it for known. */
  async takeBack(pulled: readonly EntryDoc[]): Promise<void> {
    const aside = await this.#setAsideIds();
    const back = pulled.filter(({ id }) => aside.has(id));
    if (back.length > 0) await this.#intoRx(back.map((doc) => fromDoc(doc)));
  }

  async #setAsideIds(): Promise<ReadonlySet<EntryId>> {
    return new Set(((await this.local.facts.get(SET_ASIDE))?.value as EntryId[] | undefined) ?? []);
  }

  unsentCount(): Promise<number> {
    return this.local.outbox.count();
  }

  /** What the server has not acknowledged, in the order written. */
  async unsent(): Promise<StoredEntry[]> {
    const ids = await this.local.outbox.toCollection().primaryKeys();
    if (ids.length === 0) return [];
    const docs = [...(await this.entries.collection.findByIds(ids).exec()).values()];
    const written = docs.map((doc) => ({ entry: fromDoc(doc), at: doc.toJSON(true)._meta.lwt }));
    return written.toSorted((a, b) => a.at - b.at).map(({ entry }) => entry);
  }

  unsentIn(scope: ScopeId): Promise<StoredEntry[]> {
    return this.local.outbox.where("scope").equals(scope).toArray();
  }

  /** Own entries that the server had and has lost: to be sent again. */
  async requeue(entries: readonly StoredEntry[]): Promise<void> {
    await this.local.outbox.bulkPut(entries.map(({ id, scope, bytes }) => ({ id, scope, bytes })));
  }

  async unsentIds(): Promise<Set<EntryId>> {
    return new Set(await this.local.outbox.toCollection().primaryKeys());
  }

  /** Every entry of a scope on this device. Reads the whole store: for what happens seldom. */
  async entriesIn(scope: ScopeId): Promise<StoredEntry[]> {
    const docs = await this.entries.collection.find({ selector: { scope } }).exec();
    return docs.map((doc) => fromDoc(doc));
  }

  async allEntries(): Promise<StoredEntry[]> {
    return (await this.entries.collection.find().exec()).map((doc) => fromDoc(doc));
  }

  async close(): Promise<void> {
    await this.entries.database.close();
    this.local.close();
  }
}

/** Opens the profile's databases and finishes what a crash interrupted. */
export async function openDeviceStore(profile: string, platform: StorePlatform): Promise<DeviceStore> {
  const local = new LocalStore(`${profile}-local`, platform.dexie);
  await local.open();
  const entries = await openEntries(`${profile}-entries`, platform.storage, platform.multiInstance);
  const store = new DeviceStore(local, entries, platform.exclusive);
  await store.finishWrites();
  return store;
}
