/** The databases compared with, each as its own documentation has it used, in batches of 1,000. */
import { Dexie, type Table } from "dexie";
import type { RxCollection, RxDatabase } from "rxdb/plugins/core";
import { type Contender, nothing } from "./contender.ts";
import type { BenchRecord } from "./records.ts";

const BATCH = 1_000;
const PASSWORD = "made up for the benchmark 42";
type Row = BenchRecord & { readonly id: string };

let made = 0;
const withId = (record: BenchRecord): Row => ({ id: `record-${String(made++).padStart(8, "0")}`, ...record });

function batches<T>(items: readonly T[]): T[][] {
  const count = Math.ceil(items.length / BATCH);
  return Array.from({ length: count }, (_, i) => items.slice(i * BATCH, (i + 1) * BATCH));
}

/** Nothing encrypted, nothing between it and IndexedDB but Dexie. */
export function plainDexie(): Contender {
  const database = new Dexie("bench");
  database.version(1).stores({ records: "id, atMs" });
  const records = (): Table<Row, string> => database.table("records");
  return {
    prepare: nothing,
    open: async () => void (await database.open()),
    unlock: nothing,
    async insert(all) {
      for (const batch of batches(all)) await records().bulkPut(batch.map(withId));
    },
    save: async (record) => void (await records().add(withId(record))),
    settle: nothing,
    readAll: () => records().toArray(),
    close: async () => database.close(),
  };
}

/** RxDB over Dexie with its own encryption, the whole body encrypted. */
export function rxdbCryptoJs(): Contender {
  let database: RxDatabase | undefined;
  let records: RxCollection<Row>;
  let load: () => Promise<RxDatabase>;
  const schema = {
    version: 0,
    primaryKey: "id",
    type: "object",
    properties: {
      id: { type: "string", maxLength: 40 },
      kind: { type: "string" },
      atMs: { type: "number" },
      body: { type: "object", additionalProperties: true },
    },
    required: ["id", "atMs"],
    encrypted: ["body"],
  };
  return {
    async prepare() {
      const { createRxDatabase } = await import("rxdb/plugins/core");
      const { getRxStorageDexie } = await import("rxdb/plugins/storage-dexie");
      const { wrappedKeyEncryptionCryptoJsStorage } = await import("rxdb/plugins/encryption-crypto-js");
      load = () =>
        createRxDatabase({
          name: "bench",
          password: PASSWORD,
          storage: wrappedKeyEncryptionCryptoJsStorage({ storage: getRxStorageDexie() }),
        });
    },
    async open() {
      database = await load();
      const collections = await database.addCollections({ records: { schema: schema as never } });
      records = collections.records as unknown as RxCollection<Row>;
    },
    unlock: nothing,
    async insert(all) {
      for (const batch of batches(all)) {
        const { error } = await records.bulkInsert(batch.map(withId));
        if (error.length > 0) throw new Error("rxdb: not inserted");
      }
    },
    save: async (record) => void (await records.insert(withId(record))),
    settle: nothing,
    readAll: async () => (await records.find().exec()).map((document) => document.toJSON()),
    close: async () => void (await database?.close()),
  };
}

/** PouchDB, with crypto-pouch unless `plain`. */
export function pouch(plain: boolean): Contender {
  let database: PouchDatabase;
  let Pouch: PouchConstructor;
  const asDoc = (record: BenchRecord) => {
    const { id, ...rest } = withId(record);
    return { _id: id, ...rest };
  };
  return {
    async prepare() {
      Pouch = (await import("pouchdb-browser")).default;
      if (!plain) Pouch.plugin((await import("crypto-pouch")).default);
    },
    async open() {
      database = new Pouch("bench", { auto_compaction: true });
      await database.info();
    },
    unlock: async () => void (!plain && (await database.crypto(PASSWORD))),
    async insert(all) {
      for (const batch of batches(all)) {
        const results = await database.bulkDocs(batch.map(asDoc));
        if (results.some((result) => result.error)) throw new Error("pouch: not inserted");
      }
    },
    save: async (record) => void (await database.put(asDoc(record))),
    settle: nothing,
    async readAll() {
      const { rows } = await database.allDocs({ include_docs: true });
      return rows.map((row) => row.doc).filter((doc) => doc?.["body"]);
    },
    close: () => database.close(),
  };
}
