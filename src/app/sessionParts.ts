/** What a session is made of: the objects that its acts, its views and its work in the background share. */
import type { SealedIdentity } from "../crypto/identity.ts";
import type { VaultPort } from "../crypto/vaultPort.ts";
import type { ScopeId } from "../domain/ids.ts";
import type { DeviceStore } from "../store/deviceStore.ts";
import { PaperStore } from "../store/paperStore.ts";
import type { BackupState } from "./backup/api.ts";
import { NO_BACKUP } from "./backup/actions.ts";
import type { Context } from "./context.ts";
import type { OpenEditor } from "./editor.ts";
import { Intake } from "./intake.ts";
import { Library } from "./library.ts";
import { LibraryCache } from "./libraryCache.ts";
import { type LiveSource, makeLive } from "./live.ts";
import type { StartDocumentsWorker } from "./makePdf.ts";
import { Scribe } from "./scribe.ts";
import type { SyncPlatform } from "./syncing.ts";
import { Views } from "./views.ts";

export type SessionPlatform = SyncPlatform & {
  readonly random: (length: number) => Uint8Array;
  readonly startDocumentsWorker: StartDocumentsWorker;
  /** Replaces the sealed identity on the device. */
  readonly saveIdentity: (identity: SealedIdentity) => Promise<void>;
  readonly storageLow: () => Promise<boolean>;
};

export type Parts = {
  readonly context: Context;
  readonly views: Views;
  readonly cache: LibraryCache;
  readonly intake: Intake;
  readonly editors: Map<ScopeId, OpenEditor>;
  readonly backup: LiveSource<BackupState>;
};

export function makeParts(
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
