/**
 * Keeps a library between unlocks, in sealed packs, and brings it up to date on unlocking: packs first, then
 * whatever the store has received since. If the two do not add up, it reads every entry again.
 */
import { type Bytes, parseB64, toB64 } from "../domain/bytes.ts";
import type { Stamp } from "../domain/clock.ts";
import type { EntryId, ScopeId } from "../domain/ids.ts";
import type { PanelBook } from "../domain/panelBook.ts";
import type { DeviceStore } from "../store/deviceStore.ts";
import { fromDoc, type ReadMark, type StoredEntry, storedSince } from "../store/entryStore.ts";
import { loadPacks, type PackSealer, savePacks } from "../store/packs.ts";
import type { VaultPort } from "../crypto/vaultPort.ts";
import { CachePages } from "./cachePages.ts";
import type { Library, Shelf } from "./library.ts";

/** Raised when the shape of a pack changes: older packs are then folded anew. */
const PACK_VERSION = 17;
const INDEX = "index";
const BATCH = 500;
const WRITING = "packs-writing";

type PackedMember = { readonly id: EntryId; readonly bytes: string };
type PackedScope = {
  readonly scope: ScopeId;
  readonly shelf: Shelf | undefined;
  readonly members: readonly PackedMember[];
};
type PackedPage = { readonly version: number; readonly scopes: readonly PackedScope[] };
type PackedIndex = {
  readonly version: number;
  readonly mark: ReadMark | undefined;
  /** Entries of the store accounted for. */
  readonly count: number;
  readonly book: PanelBook;
  /** Read once but neither opened nor taken into a chain: read again next time. */
  readonly unsettled: readonly EntryId[];
  readonly pages: readonly string[];
  /** The device's clock then. */
  readonly stamp: Stamp;
};

export type Progress = (done: number, total: number) => void;

export class LibraryCache {
  readonly #store: DeviceStore;
  readonly #library: Library;
  readonly #vault: VaultPort;
  readonly #sealer: PackSealer;
  readonly #pages = new CachePages();
  readonly #dirty = new Set<ScopeId>();
  /** Names the last writing of the packs that this tab read or made. */
  #writing: unknown;
  #mark: ReadMark | undefined;
  #count = 0;

  constructor(store: DeviceStore, library: Library, vault: VaultPort) {
    this.#store = store;
    this.#library = library;
    this.#vault = vault;
    this.#sealer = {
      seal: (name, text) => vault.sealLocal("pack", name, text),
      open: (name, sealed) => vault.openLocal("pack", name, sealed),
    };
  }

  /** Fills the library. Afterwards `catchUp` brings what arrives. */
  async load(onProgress: Progress): Promise<void> {
    const unsettled = await this.#loadPacks();
    if (unsettled.length > 0) {
      const docs = await this.#store.entries.collection.findByIds([...unsettled]).exec();
      await this.#library.take([...docs.values()].map((doc) => fromDoc(doc)));
    }
    await this.catchUp(onProgress);
    // What was taken out of the store since the packs were made is not in them either.
    if ((await this.#storedCount()) !== this.#count) await this.#readAnew(onProgress);
  }

  /** Reads what the store received since last time. */
  async catchUp(onProgress: Progress = () => undefined): Promise<void> {
    const total = await this.#storedCount();
    await this.#readOn(total, onProgress);
    // A clock set back, or another tab that stored more slowly, leaves entries behind the mark.
    if (total > this.#count) await this.#readAnew(onProgress);
  }

  async #readAnew(onProgress: Progress): Promise<void> {
    this.#mark = undefined;
    this.#count = 0;
    await this.#readOn(await this.#storedCount(), onProgress);
  }

  async #readOn(total: number, onProgress: Progress): Promise<void> {
    for (;;) {
      const page = await storedSince(this.#store.entries, this.#mark, BATCH);
      if (page.entries.length === 0) return;
      await this.#library.take(page.entries);
      for (const entry of page.entries) this.#dirty.add(entry.scope);
      this.#mark = page.mark;
      this.#count += page.entries.length;
      onProgress(Math.min(this.#count, total), total);
    }
  }

  #storedCount(): Promise<number> {
    return this.#store.entries.collection.count().exec();
  }

  async #loadPacks(): Promise<readonly EntryId[]> {
    this.#writing = (await this.#store.local.facts.get(WRITING))?.value;
    const packs = await loadPacks(this.#store.local, this.#sealer);
    const index = packs.get(INDEX) as PackedIndex | undefined;
    if (index?.version !== PACK_VERSION) return [];
    const pages = index.pages.map((key) => [key, packs.get(key) as PackedPage | undefined] as const);
    if (pages.some(([, page]) => page?.version !== PACK_VERSION)) return [];
    const scopes = pages.flatMap(([key, page]) => (page?.scopes ?? []).map((packed) => ({ key, packed })));
    const library = this.#library;
    library.book = index.book;
    const panelFirst = scopes.toSorted((a) => (a.packed.scope === library.panel ? -1 : 1));
    const chains: StoredEntry[] = [];
    for (const { key, packed } of panelFirst) {
      this.#pages.found(packed.scope, key);
      if (packed.shelf) library.shelves.set(packed.scope, packed.shelf);
      for (const { id, bytes } of packed.members) {
        chains.push({ id, scope: packed.scope, bytes: parseB64(bytes) ?? new Uint8Array(0) });
      }
    }
    await library.take(chains);
    await this.#vault.resumeClock(index.stamp);
    this.#mark = index.mark;
    this.#count = index.count;
    return index.unsettled;
  }

  /** Writes back what changed: the pages of changed scopes, and the index with them, all or none. */
  async save(): Promise<void> {
    await this.#store.exclusively(() => this.#save());
  }

  async #save(): Promise<void> {
    const library = this.#library;
    const { facts } = this.#store.local;
    // Another tab has written since: its pages and ours are not one set, so ours are written whole.
    if (this.#writing !== (await facts.get(WRITING))?.value) await this.drop();
    const measure = (scope: ScopeId) => JSON.stringify(this.#pack(scope)).length;
    const changedPages = this.#pages.arrange(this.#dirty, measure);
    this.#dirty.clear();
    const packs = new Map<string, unknown>();
    for (const key of changedPages) {
      const scopes = this.#pages.scopesOn(key).map((scope) => this.#pack(scope));
      const page: PackedPage = { version: PACK_VERSION, scopes };
      packs.set(key, page);
    }
    const index: PackedIndex = {
      version: PACK_VERSION,
      mark: this.#mark,
      count: this.#count,
      book: library.book,
      unsettled: [...library.waiting.keys(), ...library.quarantined.keys()],
      pages: this.#pages.pages,
      stamp: await this.#vault.lastStamp(),
    };
    packs.set(INDEX, index);
    await savePacks(this.#store.local, this.#sealer, packs);
    this.#writing = crypto.randomUUID();
    await facts.put({ key: WRITING, value: this.#writing });
  }

  /** An entry was taken out again: nothing cached may bring it back. All is written anew at the next saving. */
  async drop(): Promise<void> {
    await this.#store.local.packs.clear();
    for (const scope of this.#pages.scopes) this.#dirty.add(scope);
  }

  get dirty(): boolean {
    return this.#dirty.size > 0;
  }

  #pack(scope: ScopeId): PackedScope {
    const members = [...(this.#library.members.get(scope)?.values() ?? [])];
    return {
      scope,
      shelf: this.#library.shelves.get(scope),
      members: members.map(({ id, bytes }) => ({ id, bytes: toB64(bytes as Bytes) })),
    };
  }
}
