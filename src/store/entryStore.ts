/**
 * Entries at rest, in RxDB over Dexie. The envelope is the schema, so it never migrates, and the same bytes
 * go to the server. Entries are only ever added.
 */
import {
  createRxDatabase,
  getChangedDocumentsSince,
  type RxCollection,
  type RxDatabase,
  type RxJsonSchema,
  type RxStorage,
} from "rxdb/plugins/core";
import type { Bytes } from "../domain/bytes.ts";
import { parseB64, toB64 } from "../domain/bytes.ts";
import type { EntryId, ScopeId } from "../domain/ids.ts";

export type EntryDoc = {
  readonly id: EntryId;
  readonly scope: ScopeId;
  /** The entry's bytes, base64: the storage would take a byte array apart. */
  readonly entry: string;
};

export type StoredEntry = { readonly id: EntryId; readonly scope: ScopeId; readonly bytes: Bytes };

const ID_LENGTH = 22;

const schema: RxJsonSchema<EntryDoc> = {
  version: 0,
  primaryKey: "id",
  type: "object",
  properties: {
    id: { type: "string", maxLength: ID_LENGTH },
    scope: { type: "string", maxLength: ID_LENGTH },
    entry: { type: "string" },
  },
  required: ["id", "scope", "entry"],
};

/** Enough of the base64 to tell two entries apart: it covers the header's magic, ids and author. */
const VERSION_LENGTH = 96;

type Versioned = { readonly id: string; readonly entry?: string };

/**
 * Entries never change, so two of one id are the same or one is forged: the server's stands, and the reader
 * judges it. Nothing is merged here and nothing is opened, so this never needs a key and never throws.
 */
const conflictHandler = {
  isEqual: (a: Versioned, b: Versioned) =>
    a.id === b.id && a.entry?.slice(0, VERSION_LENGTH) === b.entry?.slice(0, VERSION_LENGTH),
  resolve: <T>(input: { realMasterState: T }) => Promise.resolve(input.realMasterState),
};

export type EntryCollection = RxCollection<EntryDoc>;

export type EntryStore = {
  readonly database: RxDatabase;
  readonly collection: EntryCollection;
};

/** `multiInstance`: other tabs share the database, and one of them is elected to replicate. */
export async function openEntries(
  name: string,
  storage: RxStorage<unknown, unknown>,
  multiInstance: boolean,
): Promise<EntryStore> {
  const database = await createRxDatabase({ name, storage, multiInstance, eventReduce: false });
  // The handler's types speak of RxDB's own document wrappers; ours reads two plain fields.
  const entries = { schema, conflictHandler: conflictHandler as never };
  const collections = await database.addCollections({ entries });
  return { database, collection: collections.entries as unknown as EntryCollection };
}

export const toDoc = (entry: StoredEntry): EntryDoc => ({
  id: entry.id,
  scope: entry.scope,
  entry: toB64(entry.bytes),
});

/** A stored document's entry. Damaged base64 becomes no bytes, which the reader quarantines. */
export const fromDoc = (doc: EntryDoc): StoredEntry => ({
  id: doc.id,
  scope: doc.scope,
  bytes: parseB64(doc.entry) ?? new Uint8Array(0),
});

/** Where reading has got to in this device's store. Opaque to callers. */
export type ReadMark = { readonly id: string; readonly lwt: number };

/** The next entries stored since `mark`, at most `limit`, and the mark after them. */
export async function storedSince(
  store: EntryStore,
  mark: ReadMark | undefined,
  limit: number,
): Promise<{ entries: StoredEntry[]; mark: ReadMark | undefined }> {
  const { storageInstance } = store.collection;
  const page = await getChangedDocumentsSince<EntryDoc, ReadMark>(storageInstance, limit, mark);
  const entries = page.documents.filter((doc) => !doc._deleted).map((doc) => fromDoc(doc));
  return { entries, mark: page.documents.length > 0 ? page.checkpoint : mark };
}
