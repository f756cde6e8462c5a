/** The application: which stage it is at, and the steps between stages. Everything else is in a session. */
import { z } from "zod";
import { type SealedIdentity } from "../crypto/identity.ts";
import type { VaultPort } from "../crypto/vaultPort.ts";
import { parseB64 } from "../domain/bytes.ts";
import { browserPlatform } from "../store/browserPlatform.ts";
import { type DeviceStore, openDeviceStore } from "../store/deviceStore.ts";
import { health, join, look, setUp } from "../sync/direct.ts";
import { makeHttpTransport } from "../sync/transport.ts";
import type { Outcome, Problem } from "./api.ts";
import type { Confer, DeviceCheck, Enrolment, Stage } from "./stages.ts";
import { askToPersist, checkDevice, isStorageLow } from "./deviceCheck.ts";
import { problemOfFault } from "./faults.ts";
import {
  countWrong,
  forgetWrong,
  loadIdentity,
  parseIdentity,
  saveIdentity,
  wasInUse,
} from "./identityStore.ts";
import { makeLive } from "./live.ts";
import { LOCK_TIMES, watchForLocking } from "./locking.ts";
import { watchNetwork } from "./network.ts";
import { judgePassphrase } from "./passphrase.ts";
import { problemOfError } from "./scribe.ts";
import { openSession, type OpenSession } from "./session.ts";
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

/** The secret in the address's fragment, taken out of it at once: fragments stay in histories. */
function takeFragment(): Map<string, string> {
  const fragment = new Map(new URLSearchParams(location.hash.slice(1)));
  const known = ["setup", "join", "demonstration"].some((name) => fragment.has(name));
  if (known) history.replaceState(history.state, "", location.pathname);
  return fragment;
}

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
    } catch {
      const missing = { ...check, missing: ["indexeddb"] as const };
      return this.#stage.set({ kind: "unsupported", check: missing });
    }
    this.#stage.set(this.#firstStage(links));
    // Warm the vault while the person types; a failure shows when it is needed.
    void this.#ensureVault().catch(() => undefined);
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
    return { kind: "welcome", lost: wasInUse() };
  }

  #ensureVault(): Promise<VaultPort> {
    this.#vault ??= startVault(this.#platform.startVaultWorker).catch((error: unknown) => {
      this.#vault = undefined;
      throw error;
    });
    return this.#vault;
  }

  async #setUp(details: Parameters<Confer["setUp"]>[0]): Promise<Outcome<Enrolment>> {
    const weak = judgePassphrase(details.passphrase);
    if (weak) return fail({ kind: "weak-passphrase", reason: weak });
    const secret = parseB64(details.secret, "base64url");
    if (!secret) return fail({ kind: "bad-link" });
    const vault = await this.#ensureVault();
    const { identity, entry, recoveryCode } = await vault.found(["chair", "coordinator"], details.passphrase);
    const answer = await setUp(this.#transport, secret, entry.bytes);
    if (!answer.ok) return fail(problemOfFault(answer.fault));
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
    const weak = judgePassphrase(details.passphrase);
    if (weak) return fail({ kind: "weak-passphrase", reason: weak });
    const vault = await this.#ensureVault();
    const text = details.link.split("#join=").at(-1)?.trim() ?? "";
    const looked = await vault.look(text);
    if (!looked) return fail({ kind: "bad-link" });
    const chain = await look(this.#transport, looked.link, looked.signature);
    if (!chain.ok) return fail(problemOfFault(chain.fault));
    const made = await vault.join(text, chain.value, details.passphrase);
    if (!made.ok) return fail(problemOfJoin(made.fault));
    const { identity, entry, recoveryCode } = made.enrolled;
    const answer = await join(this.#transport, entry.bytes);
    if (!answer.ok) return fail(problemOfFault(answer.fault));
    if (answer.value.outcome === "refused") {
      return fail({ kind: answer.value.reason === "invite-expired" ? "link-expired" : "link-used" });
    }
    const session = await this.#enter(identity, vault, details.passphrase);
    if (!session.ok) return session;
    await session.value.syncNow();
    return { ok: true, value: { recoveryCode } };
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

function problemOfJoin(fault: "bad-chain" | "invite-closed" | "invite-expired"): Problem {
  switch (fault) {
    case "bad-chain":
      return { kind: "bad-link" };
    case "invite-closed":
      return { kind: "link-used" };
    case "invite-expired":
      return { kind: "link-expired" };
  }
}
