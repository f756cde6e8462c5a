/**
 * A person's device in this process: the app's own vault, store, session and sync over a real server, with an
 * in-memory IndexedDB beneath. The demonstration's people and the tests' people are made of it.
 */
import { Dexie } from "dexie";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";
import type { Outcome } from "../src/app/api.ts";
import type { Imported, UnlockWith } from "../src/app/backup/api.ts";
import { restoreHere } from "../src/app/restoring.ts";
import { ALONE } from "../src/app/tabs.ts";
import { openSession, type OpenSession } from "../src/app/session.ts";
import type { SessionPlatform } from "../src/app/sessionParts.ts";
import type { SealedIdentity } from "../src/crypto/identity.ts";
import { createVault, type VaultSettings } from "../src/crypto/vault.ts";
import { inThread, type VaultPort } from "../src/crypto/vaultPort.ts";
import type { WrittenEntry } from "../src/crypto/writer.ts";
import type { Bytes } from "../src/domain/bytes.ts";
import type { Profile } from "../src/domain/panelBook.ts";
import { type DeviceStore, openDeviceStore, type StorePlatform } from "../src/store/deviceStore.ts";
import { withSlimMeta } from "../src/store/slimMeta.ts";
import { join, look, setUp } from "../src/sync/direct.ts";
import { makeHttpTransport, type Transport } from "../src/sync/transport.ts";

// Dexie's live queries answer only where there is an IndexedDB at all, whichever each database is given.
Dexie.dependencies.indexedDB = new IDBFactory();
Dexie.dependencies.IDBKeyRange = IDBKeyRange;

const POLL_MS = 150;

/** One task at a time, in the order asked. */
export function makeQueue(): StorePlatform["exclusive"] {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const next = last.then(task, task);
    last = next.catch(() => undefined);
    return next;
  };
}

/** A disk that outlives the session opened on it. */
export function makeDisk(): StorePlatform {
  const indexedDB = new IDBFactory();
  const storage = withSlimMeta(getRxStorageDexie({ indexedDB, IDBKeyRange }));
  return {
    storage: storage as StorePlatform["storage"],
    dexie: { indexedDB, IDBKeyRange },
    exclusive: makeQueue(),
    multiInstance: false,
  };
}

/** `fetch` with a cookie jar of one cookie; polls where a browser would hold a stream. */
export function makeNodeTransport(url: string): Transport & { online: boolean } {
  let cookie: string | undefined;
  const fetcher: typeof fetch = async (input, init) => {
    if (!transport.online) throw new TypeError("offline");
    const headers = new Headers(init?.headers);
    if (cookie) headers.set("cookie", cookie);
    const { redirect: _redirect, ...rest } = init ?? {};
    const response = await fetch(input, { ...rest, headers });
    cookie = response.headers.getSetCookie()[0]?.split(";")[0] ?? cookie;
    return response;
  };
  const transport = {
    ...makeHttpTransport(url, fetcher),
    online: true,
    stream: (_: string, onPoke: () => void) => {
      const timer = setInterval(onPoke, POLL_MS);
      return () => clearInterval(timer);
    },
  };
  return transport;
}

let devices = 0;

export class Device {
  readonly url: string;
  /** RxDB wants names that differ within a process; on real devices they never meet. */
  readonly #profile = `device-${devices++}`;
  readonly disk = makeDisk();
  readonly transport;
  identity: SealedIdentity | undefined;
  vault: VaultPort | undefined;
  store: DeviceStore | undefined;
  session: OpenSession | undefined;
  recoveryCode = "";

  readonly #settings: VaultSettings;
  readonly #passphrase: string;

  constructor(url: string, settings: VaultSettings, passphrase: string) {
    this.url = url;
    this.#settings = settings;
    this.#passphrase = passphrase;
    this.transport = makeNodeTransport(url);
  }

  async found(secret: Bytes, name: string, profile: Profile): Promise<OpenSession> {
    const vault = await this.#vault();
    const founded = await vault.found(["chair", "coordinator"], this.#passphrase);
    const answer = await setUp(this.transport, secret, founded.entry.bytes);
    if (!answer.ok) throw new Error(`setUp: ${answer.fault.kind}`);
    this.recoveryCode = founded.recoveryCode;
    const session = await this.#begin(founded.identity, [founded.entry]);
    await session.syncNow();
    await session.describePartnership({ name, demonstration: true }, profile);
    return session;
  }

  async join(link: string): Promise<OpenSession> {
    const vault = await this.#vault();
    const text = link.split("#join=")[1] ?? "";
    const looked = await vault.look(text);
    if (!looked) throw new Error("join: bad link");
    const chain = await look(this.transport, looked.link, looked.signature);
    if (!chain.ok) throw new Error(`look: ${chain.fault.kind}`);
    const made = await vault.join(text, chain.value, this.#passphrase);
    if (!made.ok) throw new Error(`join: ${made.fault}`);
    const answer = await join(this.transport, made.enrolled.entry.bytes);
    if (!answer.ok || answer.value.outcome !== "stored") throw new Error("join: refused");
    const session = await this.#begin(made.enrolled.identity, []);
    await session.syncNow();
    return session;
  }

  /** A new device of the person whose backup this is, as the welcome screen makes one. */
  async restore(file: Blob, secret: UnlockWith): Promise<Outcome<Imported>> {
    const parts = { vault: await this.#vault(), transport: this.transport, origin: this.url };
    const restored = await restoreHere(parts, { file, secret, passphrase: this.#passphrase });
    if (!restored.ok) return restored;
    this.recoveryCode = restored.value.recoveryCode;
    const session = await this.#begin(restored.value.identity, [], restored.value.passphrase);
    return { ok: true, value: await session.takeBackup(restored.value.backup) };
  }

  async #vault(): Promise<VaultPort> {
    this.vault = inThread(await createVault(this.#settings));
    return this.vault;
  }

  async #begin(
    identity: SealedIdentity,
    own: WrittenEntry[],
    passphrase = this.#passphrase,
  ): Promise<OpenSession> {
    this.identity = identity;
    await this.vault?.unlock(identity, { passphrase });
    await this.#open();
    if (own.length > 0) await this.store?.add(own);
    await this.store?.acknowledge(own.map((entry) => entry.id));
    return this.session as OpenSession;
  }

  async #open(): Promise<void> {
    this.store = await openDeviceStore(this.#profile, this.disk);
    const platform: SessionPlatform = {
      transport: this.transport,
      origin: this.url,
      now: () => Date.now(),
      random: this.#settings.random,
      retryMs: 200,
      tabs: ALONE,
      watchNetwork: () => () => undefined,
      startDocumentsWorker: () => {
        throw new Error("no worker here");
      },
      saveIdentity: async (identity) => void (this.identity = identity),
      storageLow: () => Promise.resolve(false),
    };
    this.session = await openSession(
      this.identity as SealedIdentity,
      this.vault as VaultPort,
      this.store,
      platform,
    );
  }

  /** Locks and closes, as shutting the app does; the disk stays. */
  async close(): Promise<void> {
    await this.session?.shut();
    await this.vault?.lock();
    await this.store?.close();
  }

  /** Unlocks again on the same disk. */
  async reopen(): Promise<OpenSession> {
    await this.#vault();
    await this.vault?.unlock(this.identity as SealedIdentity, { passphrase: this.#passphrase });
    await this.#open();
    return this.session as OpenSession;
  }
}
