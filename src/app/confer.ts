/** The application: which stage it is at, and the steps between stages. Everything else is in a session. */
import { z } from "zod";
import { type SealedIdentity } from "../crypto/identity.ts";
import type { VaultPort } from "../crypto/vaultPort.ts";
import { browserPlatform } from "../store/browserPlatform.ts";
import { type DeviceStore, openDeviceStore } from "../store/deviceStore.ts";
import { health } from "../sync/direct.ts";
import { makeHttpTransport } from "../sync/transport.ts";
import type { Outcome, Problem } from "./api.ts";
import type { Confer, DeviceCheck, Enrolment, Stage } from "./stages.ts";
import { takeFragment } from "./fragment.ts";
import { askToPersist, checkDevice, isStorageLow } from "./deviceCheck.ts";
import { foundHere, joinHere } from "./enrolling.ts";
import {
  countWrong,
  findLoss,
  forgetWrong,
  loadIdentity,
  parseIdentity,
  saveIdentity,
  noteUnsent,
} from "./identityStore.ts";
import { makeLive } from "./live.ts";
import { LOCK_TIMES, watchForLocking } from "./locking.ts";
import { watchNetwork } from "./network.ts";
import { judgePassphrase } from "./passphrase.ts";
import { lookAtBackup, restoreHere } from "./restoring.ts";
import { problemOfError } from "./scribe.ts";
import { openSession, type OpenSession } from "./session.ts";
import { type StoreWatch, watchStore } from "./storeWatch.ts";
import { browserTabs } from "./tabs.ts";
import { startVault } from "./vaultClient.ts";

// The content security policy forbids eval, by which zod would speed itself up.
z.config({ jitless: true });

export type AppPlatform = {
  readonly startVaultWorker: () => Worker;
  readonly startDocumentsWorker: () => Worker;
};

const PROFILE = "confer";
const RETRY_MS = 5_000;
const fail = (problem: Problem) => ({ ok: false, problem }) as const;
const done = { ok: true, value: undefined } as const;

export function createConfer(platform: AppPlatform): Confer {
  return new Application(platform).api();
}

class Application {
  readonly #platform: AppPlatform;
  readonly #stage = makeLive<Stage>({ kind: "starting" });
  readonly #check = makeLive<DeviceCheck | undefined>(undefined);
  readonly #transport = makeHttpTransport();
  #store: DeviceStore | undefined;
  #vault: Promise<VaultPort> | undefined;
  #identity: SealedIdentity | undefined;
  /** Opened during enrolment, shown once the person has seen the recovery code. */
  #session: OpenSession | undefined;
  /** The lock under way behind the lock screen: who unlocks at once waits for it, or it would lock them out. */
  #locking: Promise<void> = Promise.resolve();
  #storeWatch: StoreWatch | undefined;
  #stopWatching: { announce(): void; stop(): void } | undefined;

  constructor(platform: AppPlatform) {
    this.#platform = platform;
    void this.#start();
  }

  api(): Confer {
    return {
      stage: this.#stage,
      check: this.#check,
      setUp: (details) => this.#guarded(() => this.#setUp(details)),
      lookAtBackup: (file) => this.#guarded(() => lookAtBackup(file)),
      restore: (details) => this.#guarded(() => this.#restore(details)),
      join: (details) => this.#guarded(() => this.#join(details)),
      begin: () => this.#guarded(() => this.#begin()),
      unlock: (secret) => this.#guarded(() => this.#unlock(secret)),
      lock: () => void this.#lock("button"),
      judgePassphrase,
      askToPersist: async () => {
        const check = await askToPersist();
        this.#check.set(check);
        return check;
      },
    };
  }

  async #start(): Promise<void> {
    const check = await checkDevice();
    this.#check.set(check);
    if (check.missing.length > 0) return this.#stage.set({ kind: "unsupported", check });
    const links = takeFragment();
    try {
      this.#store = await openDeviceStore(PROFILE, browserPlatform(PROFILE));
      this.#identity = await loadIdentity(this.#store.local);
      this.#identity ??= await this.#demonstrationIdentity(links.get("demonstration"));
      this.#watchStore(this.#store);
    } catch {
      const missing = { ...check, missing: ["indexeddb"] as const };
      return this.#stage.set({ kind: "unsupported", check: missing });
    }
    this.#stage.set(this.#firstStage(links));
    // Warm the vault while the person types; a failure shows when it is needed.
    void this.#ensureVault().catch(() => undefined);
  }

  /** What is unsent and only in memory may still be saved: the session stays open behind the page that says so. */
  #watchStore(store: DeviceStore): void {
    const isThere = async () => !this.#identity || (await loadIdentity(store.local)) !== undefined;
    this.#storeWatch = watchStore(store.local, isThere, () => {
      store.lost = true;
      this.#stopWatching?.stop();
      const session = this.#stage.value.kind === "open" ? this.#session : undefined;
      this.#stage.set(session ? { kind: "storage-lost", session } : { kind: "welcome", lost: findLoss() });
    });
  }

  /**
   * A sign-in that a demonstration hands out, sealed under its published passphrase. Taken only from a server
   * that says it is a demonstration: elsewhere a link must never decide whose device this is.
   */
  async #demonstrationIdentity(text: string | undefined): Promise<SealedIdentity | undefined> {
    const identity = text === undefined ? undefined : parseIdentity(text);
    if (!identity) return undefined;
    const answer = await health(this.#transport);
    if (!answer.ok || !answer.value.demonstration) return undefined;
    await saveIdentity(this.#ensureStore().local, identity);
    return identity;
  }

  #firstStage(links: ReadonlyMap<string, string>): Stage {
    const [secret, link] = [links.get("setup"), links.get("join")];
    if (this.#identity) return { kind: "locked", reason: "start" };
    if (secret !== undefined) return { kind: "setup", secret };
    if (link !== undefined) return { kind: "join", link };
    return { kind: "welcome", lost: findLoss() };
  }

  #ensureVault(): Promise<VaultPort> {
    this.#vault ??= startVault(this.#platform.startVaultWorker).catch((error: unknown) => {
      this.#vault = undefined;
      throw error;
    });
    return this.#vault;
  }

  async #setUp(details: Parameters<Confer["setUp"]>[0]): Promise<Outcome<Enrolment>> {
    const vault = await this.#ensureVault();
    const made = await foundHere(vault, this.#transport, details);
    if (!made.ok) return made;
    const { identity, entry, recoveryCode } = made.value;
    const session = await this.#enter(identity, vault, details.passphrase);
    if (!session.ok) return session;
    const store = this.#ensureStore();
    await store.add([entry]);
    await store.acknowledge([entry.id]);
    await session.value.syncNow();
    const named = await session.value.describePartnership(
      { name: details.partnershipName, demonstration: details.demonstration },
      details.profile,
    );
    return named.ok ? { ok: true, value: { recoveryCode } } : named;
  }

  async #join(details: Parameters<Confer["join"]>[0]): Promise<Outcome<Enrolment>> {
    const vault = await this.#ensureVault();
    const made = await joinHere(vault, this.#transport, details);
    if (!made.ok) return made;
    const session = await this.#enter(made.value.identity, vault, details.passphrase);
    if (!session.ok) return session;
    await session.value.syncNow();
    return { ok: true, value: { recoveryCode: made.value.recoveryCode } };
  }

  async #restore(details: Parameters<Confer["restore"]>[0]): Promise<Outcome<Enrolment>> {
    const vault = await this.#ensureVault();
    const parts = { vault, transport: this.#transport, origin: location.origin };
    try {
      const restored = await restoreHere(parts, details);
      if (!restored.ok) return restored;
      const { identity, recoveryCode, passphrase, backup } = restored.value;
      const session = await this.#enter(identity, vault, passphrase);
      if (!session.ok) return session;
      return { ok: true, value: { recoveryCode, imported: await session.value.takeBackup(backup) } };
    } finally {
      await vault.closeBackup();
    }
  }

  /** Keeps a new identity and opens its session behind the screen that shows the recovery code. */
  async #enter(
    identity: SealedIdentity,
    vault: VaultPort,
    passphrase: string,
  ): Promise<Outcome<OpenSession>> {
    await saveIdentity(this.#ensureStore().local, identity);
    this.#identity = identity;
    const unlocked = await vault.unlock(identity, { passphrase });
    if (!unlocked.ok) return fail({ kind: "damaged-identity" });
    this.#session = await this.#openSession(identity, vault);
    return { ok: true, value: this.#session };
  }

  async #begin(): Promise<Outcome> {
    if (!this.#session) return fail({ kind: "locked" });
    this.#show(this.#session);
    return done;
  }

  async #unlock(secret: Parameters<Confer["unlock"]>[0]): Promise<Outcome> {
    await this.#locking;
    const store = this.#ensureStore();
    const identity = this.#identity;
    if (!identity) return fail({ kind: "damaged-identity" });
    const vault = await this.#ensureVault();
    const unlocked = await vault.unlock(identity, secret);
    if (!unlocked.ok) {
      if (unlocked.fault === "not-a-code") return fail({ kind: "not-a-recovery-code" });
      if (unlocked.fault === "damaged") return fail({ kind: "damaged-identity" });
      if ("recoveryCode" in secret) return fail({ kind: "wrong-recovery-code" });
      const attemptsLeft = await countWrong(store.local, identity);
      if (attemptsLeft === 0) this.#identity = await loadIdentity(store.local);
      return fail({ kind: "wrong-passphrase", attemptsLeft });
    }
    await forgetWrong(store.local);
    this.#session = await this.#openSession(identity, vault);
    this.#show(this.#session);
    return done;
  }

  #openSession(identity: SealedIdentity, vault: VaultPort): Promise<OpenSession> {
    const store = this.#ensureStore();
    return openSession(identity, vault, store, {
      transport: this.#transport,
      origin: location.origin,
      now: () => Date.now(),
      random: (length) => crypto.getRandomValues(new Uint8Array(length)),
      retryMs: RETRY_MS,
      tabs: browserTabs(PROFILE),
      watchNetwork,
      startDocumentsWorker: this.#platform.startDocumentsWorker,
      storageLow: isStorageLow,
      saveIdentity: async (next) => {
        await saveIdentity(store.local, next);
        this.#identity = next;
      },
    });
  }

  #show(session: OpenSession): void {
    session.safety.subscribe(({ unsent, refused }) => {
      // An emptied database would count nothing.
      if (this.#storeWatch?.inDoubt !== true) noteUnsent(unsent + refused);
    });
    this.#stopWatching = watchForLocking(
      (reason) => void this.#lock(reason),
      LOCK_TIMES,
      () => Date.now(),
    );
    this.#stage.set({ kind: "open", session });
  }

  /** Covers the screen at once; typing is put on the disk and keys are overwritten behind it. */
  async #lock(reason: "button" | "idle" | "other-tab"): Promise<void> {
    const session = this.#session;
    if (!session || this.#stage.value.kind !== "open") return;
    this.#session = undefined;
    if (reason === "button") this.#stopWatching?.announce();
    this.#stopWatching?.stop();
    this.#stage.set({ kind: "locked", reason });
    this.#locking = this.#dropKeys(session);
    await this.#locking;
  }

  async #dropKeys(session: OpenSession): Promise<void> {
    const vault = await this.#ensureVault();
    await session.shut().catch(() => undefined);
    await vault.lock();
  }

  #ensureStore(): DeviceStore {
    if (!this.#store) throw new Error("the store is not open");
    return this.#store;
  }

  async #guarded<T>(task: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    try {
      return await task();
    } catch (error) {
      return fail(problemOfError(error));
    }
  }
}
