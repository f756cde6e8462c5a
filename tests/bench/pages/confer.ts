/**
 * Confer, by its own code and nothing else: the vault in its worker, the device store with strict durability,
 * the scribe, the library and its packs. Only the screens are missing.
 */
import { LibraryCache } from "../../../src/app/libraryCache.ts";
import { Library } from "../../../src/app/library.ts";
import { Scribe } from "../../../src/app/scribe.ts";
import { startVault } from "../../../src/app/vaultClient.ts";
import type { SealedIdentity } from "../../../src/crypto/identity.ts";
import type { VaultPort } from "../../../src/crypto/vaultPort.ts";
import vaultUrl from "../../../src/crypto/worker.ts?worker&url";
import type { ScopeId } from "../../../src/domain/ids.ts";
import { browserPlatform } from "../../../src/store/browserPlatform.ts";
import { type DeviceStore, openDeviceStore } from "../../../src/store/deviceStore.ts";
import { trustWorkers } from "../../../src/ui/trustedTypes.ts";
import { type Contender, nothing } from "./contender.ts";
import type { BenchRecord } from "./records.ts";

export const PASSPHRASE = "made up for the benchmark 42";
export const PROFILE = "bench";
export const CASES = 200;
const IDENTITY = "identity";

const trusted = trustWorkers([vaultUrl]);
export const openVault = (): Promise<VaultPort> =>
  startVault(() => new Worker(trusted(vaultUrl), { type: "module" }));

/**
 * How a case's records lie. `distinct`: each fills a field of its own, so that all of them are in memory at
 * once. `cases`: each field is answered twice, as people do, so that half of the records are history.
 */
export type Shape = "distinct" | "cases";

const fieldOf = (n: number, perCase: number, shape: Shape): number =>
  shape === "distinct" ? n : n % Math.ceil(perCase / 2);

const asRecord = (record: BenchRecord, field: number) => ({
  type: "answers" as const,
  changes: [{ path: `part.question${field}`, value: record as never }],
});

/** A person's device without its screens: writes through the scribe, reads through the cache. */
export class BenchDevice {
  readonly store: DeviceStore;
  readonly cache: LibraryCache;
  readonly library: Library;
  readonly #scribe: Scribe;
  readonly #vault: VaultPort;
  readonly scopes: ScopeId[] = [];

  constructor(identity: SealedIdentity, vault: VaultPort, store: DeviceStore) {
    this.store = store;
    this.#vault = vault;
    this.library = new Library(identity, vault, () => undefined);
    this.cache = new LibraryCache(store, this.library, vault);
    // Reading back what was written is for the screen; a write is done when it is on the disk.
    this.#scribe = new Scribe(vault, store, this.library, nothing);
  }

  async openCases(count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      const opened = await this.#scribe.member(() => this.#vault.openScope("case"));
      if (!opened.ok) throw new Error("bench: no case opened");
      this.scopes.push(opened.value.scope);
    }
    await this.cache.catchUp();
  }

  /** The records as entries, evenly over the cases, one write to a case. */
  async insert(records: readonly BenchRecord[], shape: Shape): Promise<void> {
    const perCase = Math.ceil(records.length / this.scopes.length);
    for (const [i, scope] of this.scopes.entries()) {
      const part = records.slice(i * perCase, (i + 1) * perCase);
      if (part.length === 0) return;
      await this.#write(
        scope,
        part.map((record, n) => asRecord(record, fieldOf(n, perCase, shape))),
      );
    }
  }

  save(record: BenchRecord, n: number): Promise<void> {
    return this.#write(this.scopes[n % this.scopes.length] as ScopeId, [asRecord(record, 1_000 + n)]);
  }

  async #write(scope: ScopeId, records: ReturnType<typeof asRecord>[]): Promise<void> {
    const written = await this.#scribe.write(scope, records);
    if (!written.ok) throw new Error(`bench: not written (${written.problem.kind})`);
  }

  /** Every answer in the library: what the screens can show at once. */
  answers(): unknown[] {
    return [...this.library.shelves.values()].flatMap(({ file }) =>
      Object.values(file.fields).map((field) => field.plain?.value),
    );
  }
}

export function confer(shape: Shape): Contender {
  let identity: SealedIdentity | undefined;
  let vault: VaultPort;
  let device: BenchDevice;
  let saved = 0;
  return {
    /** The key is there before the database is opened, as in the app: a person types while the vault starts. */
    async prepare() {
      vault = await openVault();
      const kept = localStorage.getItem(IDENTITY);
      if (kept === null) return;
      identity = JSON.parse(kept) as SealedIdentity;
      await vault.unlock(identity, { passphrase: PASSPHRASE });
    },
    async open() {
      const store = await openDeviceStore(PROFILE, browserPlatform(PROFILE));
      if (identity) {
        device = new BenchDevice(identity, vault, store);
        return;
      }
      const founded = await vault.found(["chair", "coordinator"], PASSPHRASE);
      identity = founded.identity;
      await vault.unlock(identity, { passphrase: PASSPHRASE });
      localStorage.setItem(IDENTITY, JSON.stringify(identity));
      await store.add([founded.entry]);
      device = new BenchDevice(identity, vault, store);
      await device.cache.catchUp();
      await device.openCases(CASES);
    },
    unlock: nothing,
    insert: (records) => device.insert(records, shape),
    save: (record) => device.save(record, saved++),
    /** The server has everything, and the views are packed, as two seconds after the last change. */
    async settle() {
      await device.store.acknowledge([...(await device.store.unsentIds())]);
      await device.cache.catchUp();
      await device.cache.save();
    },
    async readAll() {
      await device.cache.load(() => undefined);
      return device.answers();
    },
    close: () => device.store.close(),
  };
}
