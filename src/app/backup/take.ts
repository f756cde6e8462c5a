/**
 * Takes a backup's items in: adds what is missing on this device and changes nothing that is there. The file has
 * been opened, read whole and found to be this person's. The same file a second time adds nothing.
 */
import { z } from "zod";
import { Manifest } from "../../domain/blob.ts";
import { type Bytes, toB64Url } from "../../domain/bytes.ts";
import { parseEntry } from "../../domain/entry.ts";
import { blobIdSchema, type EntryHash, type PaperId, type ScopeId } from "../../domain/ids.ts";
import type { WrittenBytes } from "../../store/deviceStore.ts";
import type { Imported } from "./api.ts";
import type { Context } from "../context.ts";
import { BUFFER_LABEL } from "../editor.ts";
import { NOTE_LABEL, noteKey } from "../notes.ts";
import type { BackupItem } from "./items.ts";

/** What a paper's item says as JSON. */
const Named = z.looseObject({ blob: blobIdSchema, manifest: Manifest });

const BATCH = 200;
const takenKey = (file: string) => `backup-taken/${file}`;

type Typing = Extract<BackupItem, { kind: "typing" }>;
type Chunk = Extract<BackupItem, { kind: "chunk" }>;
type Paper = Extract<BackupItem, { kind: "paper" }>;
type Note = Extract<BackupItem, { kind: "note" }>;

/** Begins the key of every row of typing that came from this file. */
export const typingKey = (scope: ScopeId, fileId: Bytes): string => `${scope}/backup-${toB64Url(fileId)}`;

export async function takeItems(
  context: Context,
  fileId: Bytes,
  items: AsyncIterable<BackupItem>,
): Promise<Imported> {
  const { facts } = context.store.local;
  const file = toB64Url(fileId);
  const before = (await facts.get(takenKey(file))) !== undefined;
  const taken = { entries: 0, typing: 0, papers: 0, notes: 0, notesLeft: 0, unknown: 0 };
  let batch: WrittenBytes[] = [];
  const flush = async () => {
    taken.entries += await addMissing(context, batch);
    batch = [];
  };
  for await (const item of items) {
    switch (item.kind) {
      case "entry": {
        const entry = ownEntry(context, item.bytes);
        if (entry) batch.push(entry);
        else taken.unknown += 1;
        if (batch.length >= BATCH) await flush();
        break;
      }
      case "typing":
        // Once an entry, its row is gone: taken again it would be a second entry of the same words.
        if (!before) taken.typing += await takeTyping(context, fileId, item, taken.typing);
        break;
      case "note":
        if (!before) taken[(await takeNote(context, item)) ? "notes" : "notesLeft"] += 1;
        break;
      case "chunk":
        await takeChunk(context, item);
        break;
      case "paper":
        if (await takePaper(context, item)) taken.papers += 1;
        break;
      case "unknown":
        taken.unknown += 1;
        break;
    }
  }
  await flush();
  await facts.put({ key: takenKey(file), value: context.now() });
  return taken;
}

/** Undefined for what is no entry of this person: only a fault of ours could have put it there. */
function ownEntry({ identity }: Context, bytes: Bytes): WrittenBytes | undefined {
  const parsed = parseEntry(bytes);
  if (!parsed.ok) return undefined;
  const { id, scope, author, partnership } = parsed.entry.header;
  const own = author === identity.user && partnership === identity.partnership;
  return own ? { id, scope, bytes, hash: "" as EntryHash } : undefined;
}

/** Entries that are here, sent or not, stay as they are; the others become unsent ones. */
async function addMissing({ store }: Context, entries: readonly WrittenBytes[]): Promise<number> {
  if (entries.length === 0) return 0;
  return store.exclusively(async () => {
    const present = await store.entries.collection.findByIds(entries.map(({ id }) => id)).exec();
    const missing = entries.filter(({ id }) => !present.has(id));
    if (missing.length > 0) await store.add(missing);
    return missing.length;
  });
}

async function takeTyping(
  { store, vault }: Context,
  fileId: Bytes,
  { scope, json }: Typing,
  nth: number,
): Promise<number> {
  const key = `${typingKey(scope, fileId)}/${nth}`;
  await store.local.buffer.put({ key, scope, sealed: await vault.sealLocal(BUFFER_LABEL, key, json) });
  return 1;
}

/** False where something is begun under that name already: it stays. */
async function takeNote({ store, vault, identity }: Context, { name, text }: Note): Promise<boolean> {
  const key = noteKey(identity.user, name);
  if (await store.local.buffer.get(key)) return false;
  const sealed = await vault.sealLocal(NOTE_LABEL, key, text);
  await store.local.buffer.put({ key, scope: identity.panel, sealed });
  return true;
}

/** Chunks lie there for nobody until their paper does: a crash between leaves nothing half. */
async function takeChunk({ store }: Context, { paper, index, bytes }: Chunk): Promise<void> {
  if (!(await store.local.blobs.get(paper))) await store.local.chunks.put({ paper, index, bytes });
}

/** False where this device has the paper already, and where a piece of it is missing. */
async function takePaper(context: Context, { paper, scope, json }: Paper): Promise<boolean> {
  const { blobs, chunks } = context.store.local;
  const named = Named.safeParse(JSON.parse(json));
  if (!named.success || (await blobs.get(paper))) return false;
  const { blob, manifest } = named.data;
  const keys = manifest.map((_, index) => [paper, index] as [PaperId, number]);
  const found = await chunks.where("[paper+index]").anyOf(keys).count();
  if (found !== manifest.length) return false;
  const row = { paper, scope, blob, manifest, own: true, state: "waiting", sentBytes: 0 } as const;
  await blobs.put({ ...row, atMs: context.now() });
  return true;
}
