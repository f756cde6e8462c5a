/** What goes into a backup: all that this person has here and the server has not acknowledged, in the order written. */
import { BUFFER_LABEL } from "../editor.ts";
import { NOTE_LABEL, noteName } from "../notes.ts";
import type { ScopeId } from "../../domain/ids.ts";
import type { Context } from "../context.ts";
import type { BackupItem } from "./items.ts";

type Collected = Exclude<BackupItem, { kind: "unknown" }>;

/** What open editors hold that is on no disk. */
export type Typed = readonly { readonly scope: ScopeId; readonly json: string }[];

/** Open editors are flushed before; where the database is gone they cannot be, and `typed` is what they hold. */
export async function* collectUnsent(context: Context, typed: Typed): AsyncGenerator<Collected> {
  const { store } = context;
  for (const { scope, json } of typed) yield { kind: "typing", scope, json };
  if (store.lost) {
    for (const { bytes } of store.inMemory.values()) yield { kind: "entry", bytes };
    return;
  }
  for (const { bytes } of await store.unsent()) yield { kind: "entry", bytes };
  for (const { bytes } of await store.local.refused.toArray()) yield { kind: "entry", bytes };
  yield* collectTyping(context);
  yield* collectPapers(context);
}

/** Piece by piece: a paper may be a hundred megabytes. */
async function* collectPapers({ store, papers }: Context): AsyncGenerator<Collected> {
  for (const { paper, scope, own, state, blob, manifest } of await store.local.blobs.toArray()) {
    if (!own || blob === undefined || (state !== "waiting" && state !== "refused")) continue;
    for (let index = 0; index < manifest.length; index++) {
      const bytes = await papers.chunk(paper, index);
      if (bytes) yield { kind: "chunk", paper, index, bytes };
    }
    yield { kind: "paper", paper, scope, json: JSON.stringify({ blob, manifest }) };
  }
}

async function* collectTyping({ store, vault, identity }: Context): AsyncGenerator<Collected> {
  for (const { key, scope, sealed } of await store.local.buffer.toArray()) {
    const name = noteName(identity.user, key);
    const text = await vault.openLocal(name === undefined ? BUFFER_LABEL : NOTE_LABEL, key, sealed);
    // Another person's on a shared device: it is theirs to back up.
    if (text === undefined) continue;
    yield name === undefined ? { kind: "typing", scope, json: text } : { kind: "note", name, text };
  }
}
