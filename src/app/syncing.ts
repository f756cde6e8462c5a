/** Keeps the device and the server in step while unlocked, and says truthfully how that goes. */
import type { VaultPort } from "../crypto/vaultPort.ts";
import type { SealedIdentity } from "../crypto/identity.ts";
import { type Bytes, parseB64 } from "../domain/bytes.ts";
import { parseEntry } from "../domain/entry.ts";
import type { DeviceStore } from "../store/deviceStore.ts";
import type { StoredEntry } from "../store/entryStore.ts";
import { pushNow } from "../sync/direct.ts";
import type { PullReply } from "../sync/protocol.ts";
import { makeServerSession, type ServerSession } from "../sync/session.ts";
import {
  type Pushed,
  type Replication,
  type ReplicationEvents,
  startReplication,
} from "../sync/replicate.ts";
import type { Transport, TransportFault } from "../sync/transport.ts";
import type { Outcome, Safety } from "./api.ts";
import { problemOfFault } from "./faults.ts";
import { type LiveSource, makeLive } from "./live.ts";
import { type OnChainRefused, Outgoing } from "./outgoing.ts";
import { type Asked, Seen } from "./seen.ts";

export type SyncPlatform = {
  readonly transport: Transport;
  readonly origin: string;
  readonly now: () => number;
  readonly retryMs: number;
  readonly waitForLeadership: boolean;
  /** Tells when the device loses or finds a network, or the app comes to the front. Returns the way to stop. */
  readonly watchNetwork: (onChange: (online: boolean) => void) => () => void;
};

export type Connection = Pick<Safety, "connection" | "sinceMs" | "lastSyncMs" | "serverWentBack" | "syncing">;

export type Syncing = {
  readonly server: ServerSession;
  readonly connection: LiveSource<Connection>;
  /** Moves what can be moved now. */
  syncNow(): Promise<Outcome>;
  poke(): void;
  stop(): Promise<void>;
};

export function startSyncing(
  identity: SealedIdentity,
  vault: VaultPort,
  store: DeviceStore,
  platform: SyncPlatform,
  onChainRefused: OnChainRefused,
): Syncing {
  const { transport, now } = platform;
  const { partnership, user, device } = identity;
  const sign = async (nonce: Uint8Array<ArrayBuffer>) => {
    try {
      return await vault.signLogin(platform.origin, nonce);
    } catch {
      return undefined;
    }
  };
  const server = makeServerSession(transport, { partnership, user, device, sign });
  const connection = makeLive<Connection>({
    connection: "online",
    sinceMs: undefined,
    lastSyncMs: undefined,
    serverWentBack: false,
    syncing: true,
  });
  const amend = (change: Partial<Connection>) => connection.set({ ...connection.value, ...change });
  let lastFault: TransportFault | undefined;

  const seen = new Seen(store.local);
  const outgoing = new Outgoing(store, seen, now, onChainRefused);
  const push = (entries: readonly Bytes[]) => pushNow(transport, server, entries);

  /** The server holds less than it did: restored from a backup. What this device wrote goes to it once more. */
  const startAgain = async (latest: number) => {
    const isOwn = ({ bytes }: StoredEntry) => deviceOf(bytes) === device;
    await store.requeue((await store.allEntries()).filter(isOwn));
    try {
      await replication.forget();
      await seen.startAgain(latest);
    } finally {
      if (!stopped) replication = start();
    }
  };

  const onPulling: ReplicationEvents["onPulling"] = async () => {
    const asked = await seen.beforePull();
    return (reply, isLast) => onPulled(asked, reply, isLast);
  };
  const onPulled = async (asked: Asked, reply: PullReply, isLast: boolean) => {
    if (startingAgain) return;
    if (await seen.afterPull(asked, reply, isLast)) {
      void outgoing.resend(push).catch(() => undefined);
      return;
    }
    amend({ serverWentBack: true });
    // Not awaited: it stops the replication that is asking. A failure is met again at the next pull.
    startingAgain = startAgain(reply.latest)
      .catch(() => undefined)
      .finally(() => (startingAgain = undefined));
  };

  const start = (): Replication =>
    startReplication(
      store.entries.collection,
      transport,
      server,
      {
        onPushed: (pushed) => outgoing.take(pushed),
        onPulling,
        isOwn: ({ entry }) => deviceOf(parseB64(entry)) === device,
        onReached() {
          lastFault = undefined;
          amend({ connection: "online", sinceMs: undefined, lastSyncMs: now(), syncing: false });
        },
        onFault(fault) {
          lastFault = fault;
          const kind = connectionOf(fault);
          const sinceMs = connection.value.connection === "online" ? now() : connection.value.sinceMs;
          amend({ connection: kind, sinceMs, syncing: false });
        },
      },
      platform,
    );
  let replication = start();
  let startingAgain: Promise<void> | undefined;
  let stopped = false;

  const stopNetwork = platform.watchNetwork((online) => {
    if (online) replication.poke();
    else amend({ connection: "offline", sinceMs: connection.value.sinceMs ?? now() });
  });

  return {
    server,
    connection,
    poke: () => replication.poke(),
    async syncNow() {
      amend({ syncing: true });
      replication.poke();
      await settled(replication, () => lastFault !== undefined);
      amend({ syncing: false });
      return lastFault ? { ok: false, problem: problemOfFault(lastFault) } : { ok: true, value: undefined };
    },
    async stop() {
      stopped = true;
      stopNetwork();
      await startingAgain;
      await replication.stop();
    },
  };
}

/** The device that wrote an entry; undefined for bytes that are none. */
function deviceOf(bytes: Bytes | undefined) {
  const parsed = bytes && parseEntry(bytes);
  return parsed?.ok ? parsed.entry.header.device : undefined;
}

/** A fault leaves the replication waiting to retry: that is the end of what can be moved now. */
async function settled(replication: Replication, faulty: () => boolean): Promise<void> {
  let finished = false;
  void replication.settle().then(() => (finished = true));
  const deadline = 60_000 / 50;
  for (let i = 0; i < deadline && !finished && !(faulty() && i > 4); i++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
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
