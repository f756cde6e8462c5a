/**
 * RxDB's Dexie storage reads with a cursor, one message between processes for every row. This reads the rows of
 * a query in one request, wherever an index gives them in the order wanted.
 */
import { getQueryMatcher, type RxStorage } from "rxdb/plugins/core";
import {
  DEXIE_DOCS_TABLE_NAME,
  dexieReplaceIfStartsWithPipe,
  fromDexieToStorage,
  getKeyRangeByQueryPlan,
  type RxStorageInstanceDexie,
} from "rxdb/plugins/storage-dexie";

/**
 * Rows that a range may hold before those wanted: a checkpoint's own entry is one. RxDB gives every write a time
 * of its own, so there are no others; were there more, its own way of reading is taken.
 */
const BEFORE_WANTED = 8;

type Instance = RxStorageInstanceDexie<{ id: string }>;
type Query = Parameters<Instance["query"]>[0];

export function withBulkReads<Internals, Options>(
  storage: RxStorage<Internals, Options>,
): RxStorage<Internals, Options> {
  return {
    ...storage,
    async createStorageInstance(params) {
      const created = await storage.createStorageInstance(params);
      const instance = created as unknown as Instance;
      const oneByOne = instance.query.bind(instance);
      instance.query = async (prepared) => (await readAtOnce(instance, prepared)) ?? oneByOne(prepared);
      return created;
    },
  };
}

/** The documents, or undefined where this query is not one to be read so. */
async function readAtOnce(instance: Instance, { query, queryPlan }: Query) {
  const { limit, skip } = query;
  if (limit === undefined || limit < 1 || skip || !queryPlan.sortSatisfiedByIndex) return undefined;
  const { dexieDb, dexieTable, booleanIndexes } = await instance.internals;
  const { IDBKeyRange: ranges } = (dexieDb as unknown as { _options: { IDBKeyRange: unknown } })._options;
  const range = getKeyRangeByQueryPlan(booleanIndexes, queryPlan, ranges) as IDBKeyRange;
  const name = `[${queryPlan.index.map((field) => dexieReplaceIfStartsWithPipe(field)).join("+")}]`;
  const wanted = limit + BEFORE_WANTED;
  const rows = await dexieDb.transaction("r", dexieTable, async (tx) => {
    const index = tx.idbtrans.objectStore(DEXIE_DOCS_TABLE_NAME).index(name);
    return new Promise<unknown[]>((resolve, reject) => {
      const request = index.getAll(range, wanted);
      request.addEventListener("success", () => resolve(request.result as unknown[]));
      request.addEventListener("error", () => reject(request.error as DOMException));
    });
  });
  const matches = queryPlan.selectorSatisfiedByIndex ? () => true : getQueryMatcher(instance.schema, query);
  const documents = rows
    .map((row) => fromDexieToStorage<{ id: string }>(booleanIndexes, row))
    .filter((document) => matches(document))
    .slice(0, limit);
  return documents.length === limit || rows.length < wanted ? { documents } : undefined;
}
