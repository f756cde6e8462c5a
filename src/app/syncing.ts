/** Keeps the device and the server in step while unlocked, and says truthfully how that goes. */
import type { VaultPort } from "../crypto/vaultPort.ts";
import type { SealedIdentity } from "../crypto/identity.ts";
import type { EntryId, ScopeId } from "../domain/ids.ts";
import type { DeviceStore } from "../store/deviceStore.ts";
import { makeServerSession, type ServerSession } from "../sync/session.ts";
import { pushedBytes, type Pushed, type Replication, startReplication } from "../sync/replicate.ts";
import type { Transport, TransportFault } from "../sync/transport.ts";
import type { Outcome, Safety } from "./api.ts";
import { problemOfFault } from "./faults.ts";
import { type LiveSource, makeLive } from "./live.ts";

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

const SEEN = "latest-seq-seen";
/** A membership entry refused for these reasons is made again on the newer chain, not shown to anyone. */
const REMADE = new Set(["head-moved", "already"]);
const MEMBERSHIP = 2;
const KIND_AT = 5;

export function startSyncing(
  identity: SealedIdentity,
  vault: VaultPort,
  store: DeviceStore,
  platform: SyncPlatform,
  /** A membership entry of this device did not become part of its chain. */
  onChainRefused: (scope: ScopeId, id: EntryId) => Promise<void>,
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

  const onPushed = async (pushed: readonly Pushed[]) => {
    const stored = pushed.filter(({ result }) => result.outcome === "stored");
    if (stored.length > 0) await store.acknowledge(stored.map(({ id }) => id));
    for (const each of pushed) {
      if (each.result.outcome === "refused") await keepRefused(each, each.result.reason);
    }
  };

  const keepRefused = async (pushed: Pushed, reason: string) => {
    const { id, scope } = pushed;
    const bytes = pushedBytes(pushed);
    if (bytes[KIND_AT] === MEMBERSHIP && REMADE.has(reason)) {
      await store.acknowledge([id]);
      await store.setAside(id);
      await onChainRefused(scope, id);
      return;
    }
    await store.refuse({ id, scope, reason, atMs: now(), bytes });
  };

  const noteLatest = async (latest: number) => {
    const seen = ((await store.local.facts.get(SEEN))?.value as number | undefined) ?? 0;
    if (latest < seen) amend({ serverWentBack: true });
    else if (latest > seen) await store.local.facts.put({ key: SEEN, value: latest });
  };

  const replication: Replication = startReplication(
    store.entries.collection,
    transport,
    server,
    {
      onPushed,
      onPulled: (_, latest) => void noteLatest(latest),
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
      stopNetwork();
      await replication.stop();
    },
  };
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
