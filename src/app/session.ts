/** An unlocked session: joins vault, store, library and sync, and gives screens what api.ts promises. */
import type { SealedIdentity } from "../crypto/identity.ts";
import type { VaultPort } from "../crypto/vaultPort.ts";
import { makeId, type EntryId, type ScopeId } from "../domain/ids.ts";
import type { Profile } from "../domain/panelBook.ts";
import type { DeviceStore } from "../store/deviceStore.ts";
import { PaperStore } from "../store/paperStore.ts";
import { type UnsentRows, watchBlobs, watchUnsent } from "../store/watch.ts";
import type { Outcome, Session } from "./api.ts";
import type { BackupState, Imported } from "./backup/api.ts";
import { makeBackupActions, NO_BACKUP } from "./backup/actions.ts";
import type { BackupFile } from "./backup/file.ts";
import { makeApprovalActions } from "./approvalActions.ts";
import { makeCaseActions } from "./caseActions.ts";
import type { Context } from "./context.ts";
import { makeDirectoryActions } from "./directoryActions.ts";
import { makeDraftActions } from "./draftActions.ts";
import { openEditor, type OpenEditor, recoverBuffers, tabOf } from "./editor.ts";
import { exportRefused } from "./exportRefused.ts";
import { makeExportMinutes } from "./exportMinutes.ts";
import { exportReferral } from "./exportReferral.ts";
import { grantAgain, mendHolders } from "./holders.ts";
import { alikeCases } from "./heardBefore.ts";
import { Intake } from "./intake.ts";
import { Library } from "./library.ts";
import { LibraryCache } from "./libraryCache.ts";
import { type LiveSource, makeLive } from "./live.ts";
import type { StartDocumentsWorker } from "./makePdf.ts";
import { makeMeetingActions } from "./meetingActions.ts";
import { makeMinutesActions } from "./minutesActions.ts";
import { makeNotes } from "./notes.ts";
import { makePaperActions } from "./paperActions.ts";
import { makePaperWork } from "./paperWork.ts";
import { hasEntry, makeUploadQueue, PaperQuestions } from "./paperPlaces.ts";
import { Publishing } from "./publishing.ts";
import { Scribe } from "./scribe.ts";
import { searchCases } from "./search.ts";
import type { OnChainRefused } from "./outgoing.ts";
import { reportOf } from "./annualReport.ts";
import { recallServer } from "./recallServer.ts";
import { Syncing, type SyncPlatform } from "./syncing.ts";
import { Views } from "./views.ts";

export type SessionPlatform = SyncPlatform & {
  readonly random: (length: number) => Uint8Array;
  readonly startDocumentsWorker: StartDocumentsWorker;
  /** Replaces the sealed identity on the device. */
  readonly saveIdentity: (identity: SealedIdentity) => Promise<void>;
  readonly storageLow: () => Promise<boolean>;
};

export type OpenSession = Session & {
  /** At set-up: what the partnership is called and who its first person is. */
  describePartnership(about: { name: string; demonstration: boolean }, profile: Profile): Promise<Outcome>;
  /** Takes in a backup that the vault has opened. */
  takeBackup(backup: BackupFile): Promise<Imported>;
  /** Puts typing and views on the disk and stops. The vault is locked by the caller after. */
  shut(): Promise<void>;
};

const TICK_MS = 30_000;
/** Freed at a time where storage is low, of papers that the server has. */
const ROOM_BYTES = 64 * 1024 * 1024;
const done = { ok: true, value: undefined } as const;
/** Work under way when the vault locks finds it locked, and ends there. */
const unlessLocked = (work: Promise<unknown>): void => void work.catch(() => undefined);

/** Everything on the device has been read when this resolves. */
export async function openSession(
  identity: SealedIdentity,
  vault: VaultPort,
  store: DeviceStore,
  platform: SessionPlatform,
): Promise<OpenSession> {
  const parts = makeParts(identity, vault, store, platform);
  const { context, views, cache, intake } = parts;
  const reading = makeLive({ done: 0, total: 0 });
  await cache.load((read, total) => reading.set({ done: read, total }));
  await intake.refreshMembership();
  const present = await platform.tabs.present();
  // What another window is typing is not left over: an entry of it here would be a second version of its words.
  await recoverBuffers(context, ({ key }) => !present.has(tabOf(key)));
  await recallServer(context);
  views.amendSafety({ clockAheadMs: context.aheadMs });
  views.refresh();
  await context.papers.settle((row) => hasEntry(context, row));
  await context.papers.retryRefused();
  const running = run(parts, platform);
  unlessLocked(mendHolders(context));
  return makeSession(parts, running, platform, reading);
}

type Parts = {
  readonly context: Context;
  readonly views: Views;
  readonly cache: LibraryCache;
  readonly intake: Intake;
  readonly editors: Map<ScopeId, OpenEditor>;
  readonly backup: LiveSource<BackupState>;
};

function makeParts(
  identity: SealedIdentity,
  vault: VaultPort,
  store: DeviceStore,
  { now, random }: SessionPlatform,
): Parts {
  const editors = new Map<ScopeId, OpenEditor>();
  const library = new Library(identity, vault, (scopes) => {
    if (scopes.size === 0) return;
    views.schedule();
    for (const scope of scopes) editors.get(scope)?.refresh();
  });
  const cache = new LibraryCache(store, library, vault);
  const scribe = new Scribe(vault, store, library, () => intake.catchUp());
  const context: Context = {
    identity,
    vault,
    store,
    papers: new PaperStore(store.local, now),
    library,
    scribe,
    now,
    random,
    membership: { directory: undefined, scopes: new Map() },
    unsent: { outbox: new Map(), refused: new Map() },
    blobs: new Map(),
    online: false,
    aheadMs: undefined,
    arrivals: new Map(),
    tooLong: new Map(),
    definitions: new Map(),
  };
  const views = new Views(context);
  const intake = new Intake(context, cache, () => views.schedule());
  return { context, views, cache, intake, editors, backup: makeLive(NO_BACKUP) };
}

type Running = {
  readonly syncing: Syncing;
  readonly publishing: Publishing;
  readonly questions: PaperQuestions;
  stop(): Promise<void>;
};

/** What goes on by itself: watching the store, syncing, the timer. */
function run({ context, views, cache, intake, backup }: Parts, platform: SessionPlatform): Running {
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
  const changes = store.entries.collection.$.subscribe(() => unlessLocked(intake.catchUp()));
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
    onPulled: () => unlessLocked(questions.ask()),
    onWentBack: () => papers.offerAgain(),
  });
  const publishing = new Publishing(context, platform.transport, syncing.server);
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
    syncing.poke();
    unlessLocked(watchStorage());
    unlessLocked(publishing.refresh());
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
    questions,
    async stop() {
      clearInterval(tick);
      changes.unsubscribe();
      for (const stop of stopWatching) stop();
      stopConnection();
      await syncing.stop();
    },
  };
}

function makeSession(
  { context, views, intake, editors, backup }: Parts,
  running: Running,
  platform: SessionPlatform,
  reading: Session["reading"],
): OpenSession {
  const { identity, vault, store, scribe, random } = context;
  const { syncing, questions } = running;
  const tab = makeId<EntryId>(random);
  const letGo = platform.tabs.hold(tab);
  const refresh = async (): Promise<Outcome> => {
    const synced = await syncing.syncNow();
    await intake.catchUp();
    return synced;
  };
  const { transport, origin, startDocumentsWorker } = platform;
  const directory = makeDirectoryActions(context, { transport, session: syncing.server, refresh, origin });
  /** A new leader is given the cases that have been sent. */
  const thenMend = async (change: Promise<Outcome>): Promise<Outcome> => {
    const changed = await change;
    if (changed.ok) await mendHolders(context);
    return changed;
  };
  const onTyping = () => {
    const open = [...editors.values()];
    const kept = open.flatMap((editor) => editor.keptMs ?? []);
    views.takeTyping(
      open.reduce((sum, editor) => sum + editor.typed, 0),
      kept.length > 0 ? Math.max(...kept) : undefined,
    );
  };
  const settleEditors = async (scope: ScopeId) => (await editors.get(scope)?.flush()) ?? done;
  const settle = async () => {
    if (!store.lost) for (const editor of editors.values()) await editor.flush();
    return [...editors.values()].flatMap(({ scope, pending }) => (pending ? [{ scope, json: pending }] : []));
  };
  return {
    ...views.live,
    ready: makeLive(true),
    reading,
    ...makeCaseActions(context, settleEditors),
    ...makeDraftActions(context, settleEditors),
    ...makeApprovalActions(context, settleEditors),
    ...directory,
    ...running.publishing.actions,
    ...makeNotes(context),
    ...makeMeetingActions(context),
    ...makeMinutesActions(context),
    exportMinutes: makeExportMinutes(context, startDocumentsWorker),
    watchMeeting: (meeting) => views.watchMeeting(meeting),
    ...makePaperActions(context, syncing.blobs, () => syncing.poke()),
    ...makePaperWork(startDocumentsWorker),
    ...makeBackupActions(context, backup, { settle, refresh }),
    confirm: (user) => thenMend(directory.confirm(user)),
    changeRoles: (user, roles) => thenMend(directory.changeRoles(user, roles)),
    describePartnership: (about, profile) =>
      scribe.write(identity.panel, [
        { type: "partnership", ...about },
        { type: "profile", user: identity.user, ...profile },
      ]),
    watchCase(scope) {
      const watching = views.watchCase(scope);
      unlessLocked(questions.ask());
      return watching;
    },
    async edit(scope) {
      const editor = editors.get(scope) ?? openEditor(context, scope, tab, onTyping);
      editors.set(scope, editor);
      return editor;
    },
    search: (words) => searchCases(context, views.cases.value, words),
    annualReport: (definition, period) => reportOf(context, definition, period),
    alikeCases: (scope) => alikeCases(context, scope),
    exportReferral: (scope, onProgress, signal) =>
      exportReferral(context, scope, startDocumentsWorker, onProgress, signal),
    async changePassphrase(passphrase) {
      await platform.saveIdentity(await vault.changePassphrase(identity, passphrase));
      return done;
    },
    syncNow: refresh,
    exportRefused: (id) => exportRefused(store, id),
    async shut() {
      // The screens close their editors at the same moment: an entry that is half made is finished, not made again.
      await settle();
      views.close();
      await running.stop();
      await intake.close();
      editors.clear();
      letGo();
    },
  };
}
