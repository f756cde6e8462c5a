/**
 * Folded views, cached sealed and packed: many to one stored record, since opening one large record is several
 * times quicker than opening many small ones. A cache: the entries remain the truth.
 */
import type { Bytes } from "../domain/bytes.ts";
import type { LocalStore, PackRow } from "./localStore.ts";

/** Seals and opens; the vault's local envelopes, bound to the pack's key. */
export type PackSealer = {
  seal(name: string, text: string): Promise<Bytes>;
  open(name: string, sealed: Bytes): Promise<string | undefined>;
};

/** Views of one page fit in about this much text, so that changing one rewrites little. */
export const PAGE_CHARS = 256 * 1024;

/**
 * Every pack that opens, by key. One that does not is left out: its views are folded anew. Each is opened while
 * the next is read.
 */
export async function loadPacks(local: LocalStore, sealer: PackSealer): Promise<Map<string, unknown>> {
  const opening: Promise<readonly [string, unknown]>[] = [];
  await local.packs.each((row) => {
    const opened = openPack(sealer, row).then((value) => [row.key, value] as const);
    // Thrown below, once all are under way: locking meanwhile is no unheard rejection.
    opened.catch(() => undefined);
    opening.push(opened);
  });
  return new Map((await Promise.all(opening)).filter(([, value]) => value !== undefined));
}

async function openPack(sealer: PackSealer, row: PackRow): Promise<unknown> {
  const text = await sealer.open(row.key, row.sealed);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Replaces these packs, all or none. */
export async function savePacks(
  local: LocalStore,
  sealer: PackSealer,
  packs: ReadonlyMap<string, unknown>,
): Promise<void> {
  const rows = await Promise.all(
    [...packs].map(async ([key, value]) => ({ key, sealed: await sealer.seal(key, JSON.stringify(value)) })),
  );
  await local.packs.bulkPut(rows);
}
