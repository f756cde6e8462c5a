/** Watches the local store, across tabs: Dexie tells of every change that touches what the query read. */
import { liveQuery } from "dexie";
import type { EntryId, PaperId, ScopeId } from "../domain/ids.ts";
import type { BlobRow, LocalStore, RefusedRow } from "./localStore.ts";

export type UnsentRows = {
  readonly outbox: ReadonlyMap<EntryId, ScopeId>;
  readonly refused: readonly Omit<RefusedRow, "bytes">[];
};

/** Calls back with what is unsent or refused now, and after every change. Returns the way to stop. */
export function watchUnsent(
  local: LocalStore,
  onChange: (rows: UnsentRows) => void,
  onError: (error: unknown) => void,
): () => void {
  const query = async (): Promise<UnsentRows> => {
    const outbox = new Map<EntryId, ScopeId>();
    await local.outbox.each((row) => outbox.set(row.id, row.scope));
    const refused = await local.refused.toArray();
    return { outbox, refused: refused.map(({ id, scope, reason, atMs }) => ({ id, scope, reason, atMs })) };
  };
  const subscription = liveQuery(query).subscribe({ next: onChange, error: onError });
  return () => subscription.unsubscribe();
}

export type BlobRows = ReadonlyMap<PaperId, BlobRow>;

/** Calls back with where papers' bytes stand now, and after every change. Returns the way to stop. */
export function watchBlobs(
  local: LocalStore,
  onChange: (rows: BlobRows) => void,
  onError: (error: unknown) => void,
): () => void {
  const query = async (): Promise<BlobRows> =>
    new Map((await local.blobs.toArray()).map((row) => [row.paper, row]));
  const subscription = liveQuery(query).subscribe({ next: onChange, error: onError });
  return () => subscription.unsubscribe();
}
