/**
 * Moves sealed entries between this device and the server, by RxDB's replication. It sees ciphertext only,
 * and works while the app is locked for as long as the session lasts.
 *
 * [Note: what RxDB must be told] The live stream carries only `RESYNC`: a document event would let a RESYNC
 * behind it be dropped. The push handler answers for every row and throws only when nothing was decided, since
 * one refused row would otherwise hold back all that follow. A pull page shorter than asked ends the pull, so
 * the limit asked for is the limit the server gives.
 */
import { replicateRxCollection, type RxReplicationState } from "rxdb/plugins/replication";
import { Subject } from "rxjs";
import { parseB64 } from "../domain/bytes.ts";
import { parseEntry } from "../domain/entry.ts";
import type { EntryId, ScopeId } from "../domain/ids.ts";
import type { EntryCollection, EntryDoc } from "../store/entryStore.ts";
import {
  Checkpoint,
  MAX_PULL_ENTRIES,
  MAX_PUSH_BYTES,
  MAX_PUSH_ENTRIES,
  PROTOCOL_VERSION,
  PullReply,
  PushReply,
  type PushResult,
  RESYNC,
} from "./protocol.ts";
import type { ServerSession } from "./session.ts";
import type { Answer, Transport, TransportFault } from "./transport.ts";

/** What became of one pushed entry. */
export type Pushed = {
  readonly id: EntryId;
  readonly scope: ScopeId;
  readonly entry: string;
  readonly result: PushResult;
};

export type ReplicationEvents = {
  /** Before RxDB may forget the push: resolve only when recorded durably. */
  onPushed(pushed: readonly Pushed[]): Promise<void>;
  /** Before a pull is sent; resolves to what is to be done with its reply, before RxDB may move its mark. */
  onPulling(): Promise<(reply: PullReply, isLast: boolean) => Promise<void>>;
  /** This person's own: a crash may leave RxDB thinking that it has to push what it pulled. */
  isOwn(entry: EntryDoc): boolean;
  onFault(fault: TransportFault): void;
  onReached(): void;
};

export type ReplicationOptions = {
  readonly retryMs: number;
};

export type Replication = {
  /** Asks for a pull and a push now. */
  poke(): void;
  /** Resolves when everything known now has been moved, or when a fault stops it. */
  settle(): Promise<void>;
  stop(): Promise<void>;
  /** Stops, and forgets how far both sides had got: the next one begins from nothing. */
  forget(): Promise<void>;
};

/** Thrown to RxDB when nothing was decided: it tries again later. Carries no entry. */
class NotReachedError extends Error {
  override name = "NotReachedError";
}

export function startReplication(
  collection: EntryCollection,
  transport: Transport,
  session: ServerSession,
  events: ReplicationEvents,
  options: ReplicationOptions,
): Replication {
  const pokes = new Subject<typeof RESYNC>();
  const ensure = <T>(answer: Answer<T>): T => {
    if (answer.ok) {
      events.onReached();
      return answer.value;
    }
    events.onFault(answer.fault);
    throw new NotReachedError(answer.fault.kind);
  };

  const state: RxReplicationState<EntryDoc, Checkpoint> = replicateRxCollection<EntryDoc, Checkpoint>({
    collection,
    replicationIdentifier: "confer-1",
    live: true,
    retryTime: options.retryMs,
    // Which tab replicates is decided before this is called: a locked tab must not hold that part.
    waitForLeadership: false,
    toggleOnDocumentVisible: false,
    pull: {
      batchSize: MAX_PULL_ENTRIES,
      stream$: pokes.asObservable(),
      handler: async (checkpoint, limit) => {
        const onPulled = await events.onPulling();
        const body = { version: PROTOCOL_VERSION, checkpoint: checkpoint ?? null, limit };
        const reply = ensure(await session.call(() => transport.post("/sync/pull", body, PullReply)));
        await onPulled(reply, reply.entries.length < limit);
        const documents = reply.entries.map(({ id, scope, entry }) => ({
          id,
          scope: signedScope(entry) ?? scope,
          entry,
          _deleted: false,
        }));
        return { documents, checkpoint: reply.checkpoint ?? checkpoint };
      },
    },
    push: {
      batchSize: MAX_PULL_ENTRIES,
      handler: async (rows) => {
        const docs = rows
          .map((row) => row.newDocumentState)
          .filter((doc) => !doc._deleted && events.isOwn(doc));
        // What became of one batch is put on the disk while the next is under way.
        let recorded = Promise.resolve();
        try {
          for (const batch of inBatches(docs)) {
            const pushed = await pushBatch(transport, session, batch, ensure);
            recorded = recorded.then(() => events.onPushed(pushed));
            // Thrown by the wait below.
            recorded.catch(() => undefined);
          }
        } finally {
          await recorded;
        }
        // Never a conflict: an entry is stored or refused, and a refused one goes to the tray.
        return [];
      },
    },
  });
  const close = transport.stream("/sync/stream", () => pokes.next(RESYNC));
  const end = async (ending: () => Promise<unknown>) => {
    close();
    await ending();
    pokes.complete();
  };
  return {
    poke: () => pokes.next(RESYNC),
    settle: () => state.awaitInSync().then(() => undefined),
    stop: () => end(() => state.cancel()),
    forget: () => end(() => state.remove()),
  };
}

/**
 * The scope an entry says it is of. The server's word for it counts only where the bytes are no entry, which the
 * reader will quarantine: a wrong label would put the entry on another case's page of the cache.
 */
function signedScope(entry: string): ScopeId | undefined {
  const parsed = parseEntry(parseB64(entry) ?? new Uint8Array(0));
  return parsed.ok ? parsed.entry.header.scope : undefined;
}

async function pushBatch(
  transport: Transport,
  session: ServerSession,
  batch: readonly EntryDoc[],
  ensure: <T>(answer: Answer<T>) => T,
): Promise<Pushed[]> {
  const body = { version: PROTOCOL_VERSION, entries: batch.map((doc) => doc.entry) };
  const reply = ensure(await session.call(() => transport.post("/sync/push", body, PushReply)));
  if (reply.results.length !== batch.length) throw new NotReachedError("results");
  return batch.map((doc, i) => ({
    id: doc.id,
    scope: doc.scope,
    entry: doc.entry,
    result: reply.results[i] as PushResult,
  }));
}

/** Batches within both of the wire's limits, in order. */
export function inBatches(docs: readonly EntryDoc[]): EntryDoc[][] {
  const batches: EntryDoc[][] = [];
  let size = 0;
  for (const doc of docs) {
    const last = batches.at(-1);
    const fits = last && last.length < MAX_PUSH_ENTRIES && size + doc.entry.length < MAX_PUSH_BYTES / 2;
    if (fits) last.push(doc);
    else {
      batches.push([doc]);
      size = 0;
    }
    size += doc.entry.length;
  }
  return batches;
}

/** The bytes of a pushed entry, for the refused tray. */
export const pushedBytes = (pushed: Pushed) => parseB64(pushed.entry) ?? new Uint8Array(0);
