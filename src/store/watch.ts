/** Watches the local store, across tabs: Dexie tells of every change that touches what the query read. */
import { liveQuery } from "dexie";
import { stampMs } from "../domain/entry.ts";
import type { EntryId, PaperId, ScopeId } from "../domain/ids.ts";
import type { BlobRow, LocalStore, RefusedRow } from "./localStore.ts";

export type UnsentRows = {
  readonly outbox: ReadonlyMap<EntryId, ScopeId>;
  /** When the oldest and the newest of all of them were written, by their own stamps. */
  readonly oldestMs: number | undefined;
  readonly newestMs: number | undefined;
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
    const stamps: number[] = [];
    await local.outbox.each((row) => {
      outbox.set(row.id, row.scope);
      stamps.push(stampMs(row.bytes));
    });
    const refused = await local.refused.toArray();
    for (const row of refused) stamps.push(stampMs(row.bytes));
    return {
      outbox,
      oldestMs: stamps.length > 0 ? stamps.reduce((a, b) => Math.min(a, b)) : undefined,
      newestMs: stamps.length > 0 ? stamps.reduce((a, b) => Math.max(a, b)) : undefined,
      refused: refused.map(({ id, scope, reason, atMs }) => ({ id, scope, reason, atMs })),
    };
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
