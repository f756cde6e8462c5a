/** A person's device in the simulation: the app's own session on a disk that outlives it, with a clock of its own. */
import { ALONE } from "../../src/app/tabs.ts";
import { Dexie } from "dexie";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { OPEN_COLLECTIONS } from "rxdb/plugins/core";
import { getRxStorageMemory } from "rxdb/plugins/storage-memory";
import { Library } from "../../src/app/library.ts";
import { LibraryCache } from "../../src/app/libraryCache.ts";
import { openSession, type OpenSession } from "../../src/app/session.ts";
import { COST_FLOOR } from "../../src/crypto/passphrase.ts";
import { createVault, type Vault } from "../../src/crypto/vault.ts";
import { inThread } from "../../src/crypto/vaultPort.ts";
import { type DeviceStore, openDeviceStore, type StorePlatform } from "../../src/store/deviceStore.ts";
import { withSlimMeta } from "../../src/store/slimMeta.ts";
import { withSteadyClock } from "../../src/store/steadyClock.ts";
import type { SimPerson } from "./base.ts";
import { deviceClock, Life, mortalDexie, mortalStorage } from "./life.ts";
import type { Network } from "./network.ts";
import type { Random } from "./random.ts";
import { ORIGIN } from "./simServer.ts";
import type { VirtualTime } from "./virtualTime.ts";
import type { Witness } from "./witness.ts";

// Dexie's live queries answer only where there is an IndexedDB at all, whichever each database is given.
Dexie.dependencies.indexedDB = new IDBFactory();
Dexie.dependencies.IDBKeyRange = IDBKeyRange;

const RETRY_MS = 5_000;

/** What a test may replace in a device. */
export type DeviceParts = {
  readonly openStore: typeof openDeviceStore;
  readonly wrapStorage: typeof withSteadyClock;
};

type Zombie = { onClosed?: () => void };

let devices = 0;

export class SimDevice {
  readonly person: SimPerson;
  readonly network: Network;
  /** Ahead of true time by this much, in ms; a day either way, and it may jump. */
  skewMs = 0;
  life = new Life();
  session: OpenSession | undefined;
  store: DeviceStore | undefined;
  vault: Vault | undefined;
  /** Runs of the app so far. */
  runs = 0;
  readonly #profile = `sim-${devices++}`;
  readonly #indexedDB = new IDBFactory();
  readonly #memory = { ...getRxStorageMemory(), collectionStates: new Map() };
  readonly #time: VirtualTime;
  readonly #random: Random;
  readonly #witness: Witness;
  readonly #parts: DeviceParts;

  constructor(
    person: SimPerson,
    network: Network,
    world: { time: VirtualTime; random: Random; witness: Witness; parts: DeviceParts },
  ) {
    this.person = person;
    this.network = network;
    this.#time = world.time;
    this.#random = world.random;
    this.#witness = world.witness;
    this.#parts = world.parts;
  }

  readonly now = (): number => Math.floor(this.#time.nowMs) + this.skewMs;

  /** Starts the app and unlocks it. False where it died before it was open. */
  async open(): Promise<boolean> {
    const life = new Life();
    this.life = life;
    this.runs += 1;
    const opening = this.#open(life).then((session) => {
      if (life.alive) this.session = session;
    });
    await Promise.race([opening, life.ended]);
    return life.alive;
  }

  async #open(life: Life): Promise<OpenSession> {
    const { identity, recoveryCode, name } = this.person;
    const store = await this.#parts.openStore(this.#profile, this.#platform(life));
    this.store = store;
    this.vault = await this.makeVault();
    const vault = this.#witness.watch(this.vault, name, life);
    const unlocked = await vault.unlock(identity, { recoveryCode });
    if (!unlocked.ok) throw new Error(`open: ${unlocked.fault}`);
    return openSession(identity, vault, store, {
      transport: this.network.transport(life),
      origin: ORIGIN,
      now: this.now,
      random: this.#random.bytes,
      retryMs: RETRY_MS,
      tabs: ALONE,
      startDocumentsWorker: () => {
        throw new Error("no documents here");
      },
      saveIdentity: () => Promise.resolve(),
      storageLow: () => Promise.resolve(false),
      watchNetwork: () => () => undefined,
    });
  }

  makeVault(): Promise<Vault> {
    return createVault({ now: this.now, random: this.#random.bytes, cost: COST_FLOOR });
  }

  #platform(life: Life): StorePlatform {
    // Two runs of one device meet in this process; RxDB tells databases apart by storage and name.
    const memory = { ...this.#memory, name: `memory-${this.runs}` };
    const stored = this.#parts.wrapStorage(withSlimMeta(mortalStorage(memory, life)), this.now);
    const storage = deviceClock(stored, this.now);
    let last: Promise<unknown> = Promise.resolve();
    return {
      storage: storage as StorePlatform["storage"],
      dexie: { indexedDB: this.#indexedDB, IDBKeyRange, addons: [mortalDexie(life)] },
      exclusive: (task) => {
        const next = last.then(task, task);
        last = next.catch(() => undefined);
        return next;
      },
      multiInstance: false,
    };
  }

  /** The power goes. */
  crash(): void {
    this.life.die();
    this.sweep();
  }

  /** Lets go in this process of what a dead run can no longer close. */
  sweep(): void {
    this.session = undefined;
    for (const collection of OPEN_COLLECTIONS) {
      if (!collection.database.name.startsWith(`${this.#profile}-`)) continue;
      void collection.close();
      (collection.database as Zombie).onClosed?.();
    }
  }

  /** Shuts the app as a person does. */
  async close(): Promise<void> {
    await this.session?.shut();
    this.vault?.lock();
    await this.store?.close();
    this.session = undefined;
  }

  /** What a fresh unlock of this disk reads: with its cached views, or from the entries alone. */
  async readCold(withPacks: boolean): Promise<{ library: Library; store: DeviceStore; vault: Vault }> {
    this.runs += 1;
    const store = await openDeviceStore(this.#profile, this.#platform(new Life()));
    if (!withPacks) await store.local.packs.clear();
    const vault = await this.makeVault();
    const { identity, recoveryCode } = this.person;
    vault.unlock(identity, { recoveryCode });
    const port = inThread(vault);
    const library = new Library(identity, port, () => undefined);
    await new LibraryCache(store, library, port).load(() => undefined);
    return { library, store, vault };
  }
}
