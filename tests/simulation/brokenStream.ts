/**
 * The replication with documents in its live stream, as RxDB's own examples have it: what is new comes with the
 * event, and `RESYNC` only after a new connection. An event that went missing is then passed over for good,
 * and RxDB 17.6 drops a `RESYNC` that waits behind a document.
 */
import { replicateRxCollection } from "rxdb/plugins/replication";
import { Subject } from "rxjs";
import type { EntryDoc } from "../../src/store/entryStore.ts";
import { type Checkpoint, PullReply, PushReply, type PushResult } from "../../src/sync/protocol.ts";
import type { startReplication } from "../../src/sync/replicate.ts";

type Event = "RESYNC" | { documents: (EntryDoc & { _deleted: boolean })[]; checkpoint: Checkpoint };

export const startBroken: typeof startReplication = (collection, transport, session, events, options) => {
  const stream = new Subject<Event>();
  const pull = async (checkpoint: Checkpoint | null) => {
    const answer = await session.call(() =>
      transport.post("/sync/pull", { version: 1, checkpoint, limit: 500 }, PullReply),
    );
    if (!answer.ok) throw new Error("not reached");
    events.onReached();
    const { entries, checkpoint: reached } = answer.value;
    return {
      documents: entries.map(({ id, scope, entry }) => ({ id, scope, entry, _deleted: false })),
      reached,
      entries,
    };
  };
  const state = replicateRxCollection<EntryDoc, Checkpoint>({
    collection,
    replicationIdentifier: "broken",
    live: true,
    retryTime: options.retryMs,
    waitForLeadership: false,
    toggleOnDocumentVisible: false,
    pull: {
      batchSize: 500,
      stream$: stream.asObservable(),
      handler: async (checkpoint) => {
        const { documents, reached } = await pull(checkpoint ?? null);
        return { documents, checkpoint: reached ?? checkpoint };
      },
    },
    push: {
      batchSize: 50,
      handler: async (rows) => {
        const docs = rows.map((row) => row.newDocumentState).filter((doc) => events.isOwn(doc));
        if (docs.length === 0) return [];
        const body = { version: 1, entries: docs.map((doc) => doc.entry) };
        const answer = await session.call(() => transport.post("/sync/push", body, PushReply));
        if (!answer.ok) throw new Error("not reached");
        const { results } = answer.value;
        await events.onPushed(docs.map((doc, i) => ({ ...doc, result: results[i] as PushResult })));
        return [];
      },
    },
  });
  /** What the server would have put into the event: the newest entry this member may see. */
  const sendNewest = async () => {
    const { documents, entries } = await pull(null);
    const [entry, document] = [entries.at(-1), documents.at(-1)];
    if (entry && document)
      stream.next({ documents: [document], checkpoint: { position: entry.seq, seq: entry.seq } });
  };
  const close = transport.stream("/sync/stream", () => void sendNewest().catch(() => undefined));
  const end = async () => {
    close();
    await state.cancel();
  };
  return {
    poke: () => stream.next("RESYNC"),
    settle: () => state.awaitInSync().then(() => undefined),
    stop: end,
    forget: end,
  };
};
