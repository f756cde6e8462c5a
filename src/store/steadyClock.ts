/**
 * RxDB finds what is new since a mark by the time each document was written. A tablet's clock may be set back,
 * and what is written then would lie before the marks: never pushed, never shown. This stamps every write later
 * than all that is stored, whatever the clock says.
 */
import { getChangedDocumentsSince, type RxStorage, type RxStorageInstance } from "rxdb/plugins/core";

const COLLECTION = "entries";
/** RxDB's stamps have two decimals of a millisecond. */
const STEPS_PER_MS = 100;
const PAGE = 500;

type Mark = { readonly id: string; readonly lwt: number };

export function withSteadyClock<Internals, Options>(
  storage: RxStorage<Internals, Options>,
  now: () => number = Date.now,
): RxStorage<Internals, Options> {
  return {
    ...storage,
    async createStorageInstance(params) {
      const instance = await storage.createStorageInstance(params);
      if (params.collectionName !== COLLECTION) return instance;
      let last = await newestAfter(instance, now());
      const write = instance.bulkWrite.bind(instance);
      instance.bulkWrite = (rows, context) => {
        for (const { document } of rows) {
          last = Math.max(document._meta.lwt, Math.round(last * STEPS_PER_MS + 1) / STEPS_PER_MS);
          document._meta = { ...document._meta, lwt: last };
        }
        return write(rows, context);
      };
      return instance;
    },
  };
}

/** The newest stamp in the store, if any lies ahead of the clock. Usually none does, and one look says so. */
async function newestAfter<RxDocType, Internals, Options>(
  instance: RxStorageInstance<RxDocType, Internals, Options>,
  nowMs: number,
): Promise<number> {
  let mark: Mark = { id: "", lwt: Math.max(1, nowMs) };
  for (;;) {
    const page = await getChangedDocumentsSince<RxDocType, Mark>(
      instance as RxStorageInstance<RxDocType, unknown, Options, Mark>,
      PAGE,
      mark,
    );
    if (page.documents.length === 0) return mark.lwt;
    mark = page.checkpoint;
  }
}
