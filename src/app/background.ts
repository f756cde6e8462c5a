/** What goes on by itself while unlocked: watching the store, syncing, asking for papers, the timer. */
import { type UnsentRows, watchBlobs, watchUnsent } from "../store/watch.ts";
import { grantAgain, mendHolders } from "./holders.ts";
import type { OnChainRefused } from "./outgoing.ts";
import { hasEntry, makeUploadQueue, PaperQuestions } from "./paperPlaces.ts";
import { makeNoticeLine, type NoticeLine } from "../sync/notices.ts";
import { Publishing } from "./publishing.ts";
import { Reminders } from "./reminders.ts";
import type { Parts, SessionPlatform } from "./sessionParts.ts";
import { Syncing } from "./syncing.ts";

const TICK_MS = 30_000;
/** Freed at a time where storage is low, of papers that the server has. */
const ROOM_BYTES = 64 * 1024 * 1024;

/** Work under way when the vault locks finds it locked, and ends there. */
export const unlessLocked = (work: Promise<unknown>): void => void work.catch(() => undefined);

export type Background = {
  readonly syncing: Syncing;
  readonly publishing: Publishing;
  readonly noticeLine: NoticeLine;
  readonly reminders: Reminders;
  readonly questions: PaperQuestions;
  stop(): Promise<void>;
};

export function startBackground(
  { context, views, cache, intake, backup }: Parts,
  platform: SessionPlatform,
): Background {
  const { identity, vault, store, library, papers } = context;
  const ignore = () => undefined;
  const takeUnsent = (rows: UnsentRows) => {
    views.takeUnsent(rows);
    const { oldestMs, newestMs } = rows;
    backup.set({ ...backup.value, oldestMs, newestMs });
  };
  const stopWatching = [
    watchUnsent(store.local, takeUnsent, ignore),
    watchBlobs(store.local, (rows) => views.takeBlobs(rows), ignore),
  ];
  const onChainRefused: OnChainRefused = async (refused) => {
    const rest = (await store.entriesIn(refused.scope)).filter(({ id }) => id !== refused.id);
    await library.rereadChain(refused.scope, refused.id, rest);
    await cache.drop();
    await intake.refreshMembership();
    await grantAgain(context, refused);
    await mendHolders(context);
  };
  const syncing = new Syncing(identity, vault, store, platform, {
    onChainRefused,
    uploads: makeUploadQueue(context),
    onPulled: () => {
      unlessLocked(questions.ask());
      reminders.onPulled();
    },
    onWentBack: () => papers.offerAgain(),
  });
  const takeStored = async () => {
    // First, so that nobody is told of two histories where there is one and a grant to be made again.
    try {
      await syncing.takeStored();
    } finally {
      await intake.catchUp();
    }
  };
  const changes = store.entries.collection.$.subscribe(() => unlessLocked(takeStored()));
  const publishing = new Publishing(context, platform.transport, syncing.server);
  const noticeLine = makeNoticeLine(platform.transport, syncing.server);
  const reminders = new Reminders(context, views, noticeLine);
  const questions = new PaperQuestions(context, syncing.blobs, () => views.watched());
  const stopConnection = syncing.connection.subscribe((state) => {
    context.online = state.connection === "online";
    // Until the server has said its time anew, the last word stands.
    const { clockAheadMs = context.aheadMs } = state;
    if (clockAheadMs !== context.aheadMs) views.schedule();
    context.aheadMs = clockAheadMs;
    views.amendSafety({ ...state, clockAheadMs });
  });
  const tick = setInterval(() => {
    syncing.beat();
    // What could not be read when it came, as on a disk that was busy.
    unlessLocked(intake.catchUp());
    unlessLocked(watchStorage());
    unlessLocked(publishing.refresh());
    unlessLocked(reminders.refresh());
    unlessLocked(papers.settle((row) => hasEntry(context, row)));
  }, TICK_MS);
  const watchStorage = async () => {
    const storageLow = await platform.storageLow();
    views.amendSafety({ storageLow });
    if (storageLow) await papers.makeRoom(ROOM_BYTES);
  };
  return {
    syncing,
    publishing,
    noticeLine,
    reminders,
    questions,
    async stop() {
      clearInterval(tick);
      reminders.stop();
      changes.unsubscribe();
      for (const stop of stopWatching) stop();
      stopConnection();
      await syncing.stop();
    },
  };
}
