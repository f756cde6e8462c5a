/** An unlocked session: joins vault, store, library and sync, and gives screens what api.ts promises. */
import type { SealedIdentity } from "../crypto/identity.ts";
import type { VaultPort } from "../crypto/vaultPort.ts";
import { makeId, type EntryId, type ScopeId } from "../domain/ids.ts";
import type { Profile } from "../domain/panelBook.ts";
import type { DeviceStore } from "../store/deviceStore.ts";
import { watchUnsent } from "../store/watch.ts";
import type { CaseSummary, CaseView, Outcome, QuarantinedItem, RefusedItem, Safety, Session } from "./api.ts";
import { makeCaseActions } from "./caseActions.ts";
import { summarise, todayIn, viewCase } from "./caseViews.ts";
import type { Context } from "./context.ts";
import { panelsOf, refreshDefinitions } from "./definitions.ts";
import { makeDirectoryActions } from "./directoryActions.ts";
import { openEditor, type OpenEditor, recoverBuffers } from "./editor.ts";
import { exportReferral, type StartDocumentsWorker } from "./exportReferral.ts";
import { mendHolders } from "./holders.ts";
import { Library } from "./library.ts";
import { LibraryCache } from "./libraryCache.ts";
import { makeLive } from "./live.ts";
import { meOf, peopleOf } from "./people.ts";
import { Scribe } from "./scribe.ts";
import { searchCases } from "./search.ts";
import { startSyncing, type SyncPlatform } from "./syncing.ts";

export type SessionPlatform = SyncPlatform & {
  readonly random: (length: number) => Uint8Array;
  readonly startDocumentsWorker: StartDocumentsWorker;
  /** Replaces the sealed identity on the device. */
  readonly saveIdentity: (identity: SealedIdentity) => Promise<void>;
  readonly storageLow: () => Promise<boolean>;
};

export type OpenSession = Session & {
  /** At set-up: what the partnership is called and who its first person is. */
  describePartnership(
    partnership: { name: string; demonstration: boolean },
    profile: Profile,
  ): Promise<Outcome>;
  /** Puts typing and views on the disk and stops. The vault is locked by the caller after. */
  shut(): Promise<void>;
};

const SAVE_AFTER_MS = 2_000;
const TICK_MS = 30_000;

export async function openSession(
  identity: SealedIdentity,
  vault: VaultPort,
  store: DeviceStore,
  platform: SessionPlatform,
): Promise<OpenSession> {
  const { now, random } = platform;
  const tab = makeId<EntryId>(random);
  const editors = new Map<ScopeId, OpenEditor>();
  const watched = new Map<ScopeId, Set<() => void>>();
  let closed = false;

  const library = new Library(identity.panel, vault, (scopes) => onLibrary(scopes));
  const cache = new LibraryCache(store, library, vault);
  let catching: Promise<void> | undefined;
  let again = false;
  const catchUp = async (): Promise<void> => {
    if (catching) {
      again = true;
      return catching;
    }
    const run = async () => {
      do {
        again = false;
        await cache.catchUp();
        await refreshMembership();
      } while (again);
    };
    catching = run().finally(() => (catching = undefined));
    return catching;
  };
  const scribe = new Scribe(vault, store, catchUp);
  const context: Context = {
    identity,
    vault,
    store,
    library,
    scribe,
    now,
    random,
    membership: { directory: undefined, scopes: new Map() },
    unsent: { outbox: new Map(), refused: new Map() },
    online: false,
    definitions: new Map(),
  };

  const me = makeLive<Session["me"]["value"]>({
    user: identity.user,
    roles: [],
    profile: undefined,
    standing: { kind: "waiting", words: [] },
  });
  const partnership = makeLive<Session["partnership"]["value"]>(undefined);
  const people = makeLive<Session["people"]["value"]>([]);
  const panels = makeLive<Session["panels"]["value"]>([]);
  const cases = makeLive<readonly CaseSummary[]>([]);
  const refused = makeLive<readonly RefusedItem[]>([]);
  const quarantined = makeLive<readonly QuarantinedItem[]>([]);
  const ready = makeLive(false);
  const reading = makeLive({ done: 0, total: 0 });
  const safety = makeLive<Safety>({
    connection: "online",
    sinceMs: undefined,
    lastSyncMs: undefined,
    savedMs: undefined,
    unsent: 0,
    refused: 0,
    quarantined: 0,
    waiting: 0,
    storageLow: false,
    serverWentBack: false,
    syncing: true,
  });
  const amendSafety = (change: Partial<Safety>) => safety.set({ ...safety.value, ...change });

  async function refreshMembership(): Promise<void> {
    const [directory, scopes] = await Promise.all([vault.directory(), vault.scopes()]);
    context.membership = { directory, scopes: new Map(scopes.map((scope) => [scope.scope, scope])) };
    refreshAll();
  }

  /** Recomputes what screens see. Cheap readings of the library; values that do not differ are not announced. */
  function refreshAll(): void {
    if (closed) return;
    refreshDefinitions(context);
    void meOf(context).then((value) => !closed && me.set(value), ignoreLocked);
    void peopleOf(context).then((value) => !closed && people.set(value), ignoreLocked);
    partnership.set(context.library.book.partnership?.value);
    panels.set(panelsOf(context, todayIn(now())));
    refreshCases();
    for (const listeners of watched.values()) for (const listener of listeners) listener();
    for (const editor of editors.values()) editor.refresh();
  }

  function refreshCases(): void {
    const summaries = [...library.shelves.keys()].flatMap((scope) => summarise(context, scope) ?? []);
    cases.set(summaries.toSorted((a, b) => b.updatedMs - a.updatedMs));
    const reference = (scope: ScopeId | undefined) =>
      summaries.find((each) => each.scope === scope)?.reference;
    quarantined.set(
      [...library.quarantined].map(([id, { fault, scope }]) => ({ id, fault, reference: reference(scope) })),
    );
    const missing = [...library.shelves.keys()].reduce((sum, scope) => sum + library.missingIn(scope), 0);
    amendSafety({ quarantined: library.quarantined.size, waiting: library.waiting.size + missing });
  }

  let refreshTimer: ReturnType<typeof setTimeout> | undefined;
  let saveTimer: ReturnType<typeof setTimeout> | undefined;
  function onLibrary(scopes: ReadonlySet<ScopeId>): void {
    if (scopes.size === 0 || closed) return;
    refreshTimer ??= setTimeout(() => {
      refreshTimer = undefined;
      refreshAll();
    }, 0);
    saveTimer ??= setTimeout(() => {
      saveTimer = undefined;
      void cache.save().catch(ignoreLocked);
    }, SAVE_AFTER_MS);
  }

  await cache.load((done, total) => reading.set({ done, total }));
  await refreshMembership();
  await recoverBuffers(context);

  const stopWatching = watchUnsent(
    store.local,
    (rows) => {
      context.unsent = {
        outbox: rows.outbox,
        refused: new Map(rows.refused.map((row) => [row.id, row.scope])),
      };
      refused.set(
        rows.refused.map(({ id, scope, reason, atMs }) => {
          const reference = library.shelves.get(scope)?.file.started?.record.reference;
          return { id, reason, atMs, reference };
        }),
      );
      amendSafety({ unsent: rows.outbox.size, refused: rows.refused.length, savedMs: now() });
      refreshAll();
    },
    () => undefined,
  );
  const changes = store.entries.collection.$.subscribe(() => void catchUp().catch(ignoreLocked));
  const syncing = startSyncing(identity, vault, store, platform, async (scope, id) => {
    await library.rereadChain(scope, id);
    await refreshMembership();
    await mendHolders(context);
  });
  const stopConnection = syncing.connection.subscribe((state) => {
    context.online = state.connection === "online";
    amendSafety(state);
  });
  const tick = setInterval(() => {
    syncing.poke();
    void platform.storageLow().then((storageLow) => amendSafety({ storageLow }));
  }, TICK_MS);

  const refresh = async (): Promise<Outcome> => {
    const synced = await syncing.syncNow();
    await catchUp();
    return synced;
  };
  const settleEditors = async (scope: ScopeId): Promise<Outcome> =>
    (await editors.get(scope)?.flush()) ?? { ok: true, value: undefined };
  const { transport, origin } = platform;
  const directoryActions = makeDirectoryActions(context, {
    transport,
    session: syncing.server,
    refresh,
    origin,
  });
  ready.set(true);
  void mendHolders(context).catch(ignoreLocked);

  return {
    me,
    partnership,
    people,
    panels,
    cases,
    safety,
    refused,
    quarantined,
    ready,
    reading,
    ...makeCaseActions(context, settleEditors),
    ...directoryActions,
    describePartnership: (about, profile) =>
      scribe.write(identity.panel, [
        { type: "partnership", ...about },
        { type: "profile", user: identity.user, ...profile },
      ]),
    async confirm(user) {
      const confirmed = await directoryActions.confirm(user);
      if (confirmed.ok) await mendHolders(context);
      return confirmed;
    },
    async changeRoles(user, roles) {
      const changed = await directoryActions.changeRoles(user, roles);
      if (changed.ok) await mendHolders(context);
      return changed;
    },
    watchCase(scope) {
      const view = makeLive<CaseView | undefined>(viewCase(context, scope));
      const listener = () => view.set(viewCase(context, scope));
      const listeners = watched.get(scope) ?? new Set();
      watched.set(scope, listeners.add(listener));
      return { view, close: () => void listeners.delete(listener) };
    },
    async edit(scope) {
      const editor = editors.get(scope) ?? openEditor(context, scope, tab);
      editors.set(scope, editor);
      return editor;
    },
    search: (words) => searchCases(context, cases.value, words),
    exportReferral: (scope, onProgress, signal) =>
      exportReferral(context, scope, platform.startDocumentsWorker, onProgress, signal),
    async changePassphrase(passphrase) {
      await platform.saveIdentity(await vault.changePassphrase(identity, passphrase));
      return { ok: true, value: undefined };
    },
    syncNow: refresh,
    async exportRefused(id) {
      const row = await store.local.refused.get(id);
      if (!row) return { ok: false, problem: { kind: "not-allowed" } };
      return { ok: true, value: { bytes: row.bytes, fileName: `confer-refused-${id.slice(0, 6)}.entry` } };
    },
    async shut() {
      closed = true;
      clearInterval(tick);
      clearTimeout(refreshTimer);
      clearTimeout(saveTimer);
      changes.unsubscribe();
      stopWatching();
      stopConnection();
      for (const editor of editors.values()) await editor.keep();
      await syncing.stop();
      await cache.save().catch(ignoreLocked);
      watched.clear();
      editors.clear();
    },
  };
}

/** Work still under way when the vault locks finds it locked, and stops there. */
function ignoreLocked(): void {}
