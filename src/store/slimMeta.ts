/**
 * RxDB's replication keeps a second full copy of every document, to merge against. Entries are never merged:
 * this keeps of that copy only what `conflictHandler.isEqual` reads, and halves the disk.
 * Sound only with that handler (entryStore.ts) and a push handler that reads no assumed state.
 */
import type { RxStorage } from "rxdb/plugins/core";

const META_TITLE = "RxReplicationProtocolMetaData";
const KEPT = 96;

type MetaDoc = { readonly docData?: { readonly entry?: string } };

export function withSlimMeta<Internals, Options>(
  storage: RxStorage<Internals, Options>,
): RxStorage<Internals, Options> {
  return {
    ...storage,
    async createStorageInstance(params) {
      const instance = await storage.createStorageInstance(params);
      if (params.schema.title !== META_TITLE) return instance;
      const write = instance.bulkWrite.bind(instance);
      instance.bulkWrite = (rows, context) =>
        write(
          rows.map((row) => ({ ...row, document: slim(row.document) })),
          context,
        );
      return instance;
    },
  };
}

function slim<T>(document: T): T {
  const { docData } = document as MetaDoc;
  const entry = docData?.entry;
  if (entry === undefined || entry.length <= KEPT) return document;
  return { ...document, docData: { ...docData, entry: entry.slice(0, KEPT) } };
}
