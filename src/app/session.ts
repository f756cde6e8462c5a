/** An unlocked session: joins vault, store, library and sync, and gives screens what api.ts promises. */
import type { SealedIdentity } from "../crypto/identity.ts";
import type { VaultPort } from "../crypto/vaultPort.ts";
import { makeId, type EntryId, type ScopeId } from "../domain/ids.ts";
import type { Profile } from "../domain/panelBook.ts";
import type { DeviceStore } from "../store/deviceStore.ts";
import type { Outcome, Session } from "./api.ts";
import type { Imported } from "./backup/api.ts";
import { makeBackupActions } from "./backup/actions.ts";
import type { BackupFile } from "./backup/file.ts";
import { makeApprovalActions } from "./approvalActions.ts";
import { type Background, startBackground, unlessLocked } from "./background.ts";
import { makeCaseActions } from "./caseActions.ts";
import { makeDirectoryActions } from "./directoryActions.ts";
import { makeDraftActions } from "./draftActions.ts";
import { openEditor, recoverBuffers, tabOf } from "./editor.ts";
import { exportRefused } from "./exportRefused.ts";
import { makeExports } from "./exports.ts";
import { mendHolders } from "./holders.ts";
import { alikeCases } from "./heardBefore.ts";
import { makeLive } from "./live.ts";
import { makeMeetingActions } from "./meetingActions.ts";
import { makeMinutesActions } from "./minutesActions.ts";
import { makeNoticeActions } from "./noticeActions.ts";
import { makeNotes } from "./notes.ts";
import { makePackActions } from "./packActions.ts";
import { makePasswordActions } from "./passwordRegister.ts";
import { makePaperActions } from "./paperActions.ts";
import { makePaperWork } from "./paperWork.ts";
import { hasEntry } from "./paperPlaces.ts";
import { searchCases } from "./search.ts";
import { makeCertificateActions } from "./ownCertificate.ts";
import { makeReminded } from "./reminded.ts";
import { recallServer } from "./recallServer.ts";
import { makeParts, type Parts, type SessionPlatform } from "./sessionParts.ts";

export type OpenSession = Session & {
  /** At set-up: what the partnership is called and who its first person is. */
  describePartnership(about: { name: string; demonstration: boolean }, profile: Profile): Promise<Outcome>;
  /** Takes in a backup that the vault has opened. */
  takeBackup(backup: BackupFile): Promise<Imported>;
  /** Puts typing and views on the disk and stops. The vault is locked by the caller after. */
  shut(): Promise<void>;
};

const done = { ok: true, value: undefined } as const;

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
  const running = startBackground(parts, platform);
  unlessLocked(mendHolders(context));
  return makeSession(parts, running, platform, reading);
}

function makeSession(
  { context, views, intake, editors, backup }: Parts,
  running: Background,
  platform: SessionPlatform,
  reading: Session["reading"],
): OpenSession {
  const { identity, vault, store, scribe, random } = context;
  const { syncing, questions } = running;
  const papers = makePaperActions(context, syncing.blobs, () => syncing.poke());
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
    ...makeNoticeActions(running.reminders, running.noticeLine),
    ...makeReminded(context, running.noticeLine),
    ...makeNotes(context),
    ...makePasswordActions(context),
    ...makeMeetingActions(context),
    ...makeMinutesActions(context),
    ...makeCertificateActions(context),
    ...makeExports(context, startDocumentsWorker, papers.openPaper),
    watchMeeting: (meeting) => views.watchMeeting(meeting),
    ...papers,
    ...makePackActions(context, startDocumentsWorker, papers.openPaper),
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
    alikeCases: (scope) => alikeCases(context, scope),
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
