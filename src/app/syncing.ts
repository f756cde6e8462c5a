/** Keeps the device and the server in step while unlocked, and says truthfully how that goes. */
import { z } from "zod";
import type { VaultPort } from "../crypto/vaultPort.ts";
import type { SealedIdentity } from "../crypto/identity.ts";
import { type Bytes, parseB64 } from "../domain/bytes.ts";
import { parseEntry } from "../domain/entry.ts";
import type { DeviceStore } from "../store/deviceStore.ts";
import type { StoredEntry } from "../store/entryStore.ts";
import { type BlobLine, makeBlobLine } from "../sync/blobs.ts";
import { pushNow } from "../sync/direct.ts";
import type { PullReply } from "../sync/protocol.ts";
import { makeServerSession, type ServerSession } from "../sync/session.ts";
import { type Replication, type ReplicationEvents, startReplication } from "../sync/replicate.ts";
import type { Transport, TransportFault } from "../sync/transport.ts";
import { startUploads, type UploadQueue, type Uploads } from "../sync/uploads.ts";
import type { Outcome, Safety } from "./api.ts";
import { problemOfFault } from "./faults.ts";
import { type LiveSource, makeLive } from "./live.ts";
import { type OnChainRefused, Outgoing } from "./outgoing.ts";
import { type Asked, Seen } from "./seen.ts";
import { witnessClock } from "./serverClock.ts";
import { StallWatch } from "./stallWatch.ts";
import type { Tabs } from "./tabs.ts";

export type SyncPlatform = {
  readonly transport: Transport;
  readonly origin: string;
  readonly now: () => number;
  readonly retryMs: number;
  readonly tabs: Tabs;
  /** Tells when the device loses or finds a network, or the app comes to the front. Returns the way to stop. */
  readonly watchNetwork: (onChange: (online: boolean) => void) => () => void;
};

/** What the session does with what syncing brings. */
export type SyncHooks = {
  readonly onChainRefused: OnChainRefused;
  /** Papers' bytes to be sent. */
  readonly uploads: UploadQueue;
  /** All there was to pull has been pulled. */
  readonly onPulled: () => void;
  /** The server was restored from a backup: what it had may not be there. */
  readonly onWentBack: () => Promise<void>;
};

export type Connection = Pick<
  Safety,
  "connection" | "sinceMs" | "lastSyncMs" | "serverWentBack" | "syncing" | "clockAheadMs"
>;

/** Between tabs: please sync now; and, from the one that syncs, how that goes. */
const TabMessage = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("poke") }),
  z.object({
    kind: z.literal("connection"),
    state: z.custom<Connection>((value) => typeof value === "object"),
  }),
]);

/** How long a tab that does not sync gives the one that does. */
const OTHER_TAB_MS = 1_500;
/** What has stalled may never say that it has stopped. */
const STOP_MS = 5_000;
/** RxDB does not always say that it has come to rest: nobody is kept waiting longer than this for its word. */
const SETTLE_MS = 10_000;
const SETTLE_STEP_MS = 50;

export class Syncing {
  readonly server: ServerSession;
  readonly blobs: BlobLine;
  readonly connection: LiveSource<Connection> = makeLive<Connection>({
    connection: "online",
    sinceMs: undefined,
    lastSyncMs: undefined,
    serverWentBack: false,
    syncing: true,
    clockAheadMs: undefined,
  });
  readonly #identity: SealedIdentity;
  readonly #store: DeviceStore;
  readonly #platform: SyncPlatform;
  readonly #seen: Seen;
  readonly #outgoing: Outgoing;
  readonly #hooks: SyncHooks;
  readonly #stops: (() => void)[];
  #replication: Replication | undefined;
  #uploads: Uploads | undefined;
  #lastFault: TransportFault | undefined;
  #startingAgain: Promise<void> | undefined;
  #stopped = false;
  /** Pulls that came to the last page. */
  #pulls = 0;
  readonly #stall = new StallWatch();

  constructor(
    identity: SealedIdentity,
    vault: VaultPort,
    store: DeviceStore,
    platform: SyncPlatform,
    hooks: SyncHooks,
  ) {
    this.#identity = identity;
    this.#store = store;
    this.#platform = platform;
    const sign = (nonce: Bytes) => vault.signLogin(platform.origin, nonce).catch(() => undefined);
    this.server = makeServerSession(platform.transport, { ...identity, sign }, (serverMs) => {
      void witnessClock(store.local, serverMs, platform.now()).then(
        (clockAheadMs) => this.#amend({ clockAheadMs }),
        () => undefined,
      );
    });
    this.blobs = makeBlobLine(platform.transport, this.server);
    this.#hooks = hooks;
    this.#seen = new Seen(store.local);
    this.#outgoing = new Outgoing(store, this.#seen, platform.now, hooks.onChainRefused);
    this.#stops = [
      platform.tabs.lead(() => this.#lead()),
      platform.tabs.listen((message) => this.#hear(message)),
      platform.watchNetwork((online) => this.#takeNetwork(online)),
    ];
  }

  poke(): void {
    if (this.#replication) this.#replication.poke();
    else this.#platform.tabs.send({ kind: "poke" });
  }

  /** To be called every half minute: asks the server anew, or begins anew where it no longer can be asked. */
  beat(): void {
    const stalled = this.#stall.beat() && !this.#startingAgain ? this.#replication : undefined;
    if (stalled) this.#startOver(stalled);
    else this.poke();
  }

  /** Moves what can be moved now. */
  async syncNow(): Promise<Outcome> {
    this.#amend({ syncing: true });
    this.poke();
    if (this.#replication) await this.#settled(this.#replication);
    else await pause(OTHER_TAB_MS);
    this.#amend({ syncing: false });
    const fault = this.#lastFault;
    return fault ? { ok: false, problem: problemOfFault(fault) } : { ok: true, value: undefined };
  }

  /** Entries have come. */
  takeStored(): Promise<void> {
    return this.#outgoing.remakeOvertaken();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#startingAgain;
    await this.#replication?.stop();
    await this.#uploads?.stop();
    for (const stop of this.#stops) stop();
  }

  #lead(): void {
    if (this.#stopped) return;
    this.#uploads = startUploads(this.blobs, this.#hooks.uploads);
    this.#replication = this.#start();
  }

  #hear(message: unknown): void {
    const parsed = TabMessage.safeParse(message);
    if (!parsed.success) return;
    if (parsed.data.kind === "poke") this.#replication?.poke();
    else if (!this.#replication) this.connection.set(parsed.data.state);
  }

  #takeNetwork(online: boolean): void {
    if (online) this.poke();
    else
      this.#amend({ connection: "offline", sinceMs: this.connection.value.sinceMs ?? this.#platform.now() });
  }

  #amend(change: Partial<Connection>): void {
    this.connection.set({ ...this.connection.value, ...change });
    if (this.#replication) this.#platform.tabs.send({ kind: "connection", state: this.connection.value });
  }

  #start(): Replication {
    const { transport, now, retryMs } = this.#platform;
    const events: ReplicationEvents = {
      onPushed: async (pushed) => {
        await this.#outgoing.take(pushed);
        this.#uploads?.poke();
      },
      onPulling: async () => {
        const asked = await this.#seen.beforePull();
        return (reply, isLast) => this.#takePulled(asked, reply, isLast);
      },
      isOwn: ({ entry }) => authorOf(parseB64(entry)) === this.#identity.user,
      onReached: () => {
        this.#stall.hear();
        this.#lastFault = undefined;
        this.#amend({ connection: "online", sinceMs: undefined, lastSyncMs: now(), syncing: false });
      },
      onFault: (fault) => {
        this.#stall.hear();
        this.#lastFault = fault;
        const { connection, sinceMs } = this.connection.value;
        const since = connection === "online" ? now() : sinceMs;
        this.#amend({ connection: connectionOf(fault), sinceMs: since, syncing: false });
      },
    };
    return startReplication(this.#store.entries.collection, transport, this.server, events, { retryMs });
  }

  async #takePulled(asked: Asked, reply: PullReply, isLast: boolean): Promise<void> {
    if (this.#startingAgain) return;
    await this.#store.takeBack(reply.entries);
    if (isLast) this.#pulls += 1;
    if (await this.#seen.afterPull(asked, reply, isLast)) {
      this.#uploads?.poke();
      if (isLast) this.#hooks.onPulled();
      const push = (entries: readonly Bytes[]) => pushNow(this.#platform.transport, this.server, entries);
      void this.#outgoing.resend(push).catch(() => undefined);
      return;
    }
    this.#amend({ serverWentBack: true });
    // Not awaited: it stops the replication that is asking. A failure is met again at the next pull.
    this.#startingAgain = this.#startAgain(reply.latest)
      .catch(() => undefined)
      .finally(() => (this.#startingAgain = undefined));
  }

  /** Goes on from where it had got to. */
  #startOver(stalled: Replication): void {
    this.#startingAgain = Promise.race([stalled.stop(), pause(STOP_MS)])
      .catch(() => undefined)
      .finally(() => {
        this.#startingAgain = undefined;
        if (!this.#stopped) this.#replication = this.#start();
      });
  }

  /** The server holds less than it did: restored from a backup. What this person wrote goes to it once more. */
  async #startAgain(latest: number): Promise<void> {
    const isOwn = ({ bytes }: StoredEntry) => authorOf(bytes) === this.#identity.user;
    await this.#hooks.onWentBack();
    await this.#store.requeue((await this.#store.allEntries()).filter(isOwn));
    try {
      await this.#replication?.forget();
      await this.#seen.startAgain(latest);
    } finally {
      if (!this.#stopped) this.#replication = this.#start();
    }
  }

  /** A fault leaves the replication waiting to retry: that is the end of what can be moved now. */
  async #settled(replication: Replication): Promise<void> {
    let finished = false;
    const pulls = this.#pulls;
    void replication.settle().then(() => (finished = true));
    for (let waited = 0; waited < SETTLE_MS && !finished; waited += SETTLE_STEP_MS) {
      if (this.#lastFault !== undefined && waited > 4 * SETTLE_STEP_MS) return;
      // Two pulls to the end since the poke, and nothing left to send: that is rest, whatever RxDB says.
      if (this.#pulls >= pulls + 2 && (await this.#store.unsentCount()) === 0) return;
      await pause(SETTLE_STEP_MS);
    }
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The person who wrote an entry, on whichever of their devices; undefined for bytes that are none. */
function authorOf(bytes: Bytes | undefined) {
  const parsed = bytes && parseEntry(bytes);
  return parsed?.ok ? parsed.entry.header.author : undefined;
}

function connectionOf(fault: TransportFault): Connection["connection"] {
  switch (fault.kind) {
    case "offline":
      return "offline";
    case "not-our-server":
      return "not-our-server";
    case "server":
    case "refused":
      return "unreachable";
  }
}
