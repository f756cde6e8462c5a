/** PouchDB's side of the synchronising benchmark: plain documents, nothing signed, nothing encrypted. */
import PouchDB from "pouchdb-browser";
import { makeRecords } from "./records.ts";

/** As many to a page as ours. Its default of 100 is slower; 1,000 is a little faster. */
const OPTIONS = { batch_size: 500, batches_limit: 10 };
const BATCH = 1_000;

export async function pushPouch(url: string, count: number, bytes: number): Promise<{ ms: number }> {
  const database = new PouchDB("bench");
  for (let from = 0; from < count; from += BATCH) {
    const records = makeRecords(from, Math.min(BATCH, count - from), bytes);
    await database.bulkDocs(records.map((record, i) => ({ _id: `record-${from + i}`, ...record })));
  }
  const start = performance.now();
  const { docs_written: written } = await database.replicate.to(url, OPTIONS);
  const ms = performance.now() - start;
  if (written !== count) throw new Error(`pouch: pushed ${written}`);
  await database.close();
  return { ms };
}

export async function pullPouch(url: string, count: number): Promise<{ ms: number }> {
  const database = new PouchDB("bench");
  const start = performance.now();
  const { docs_written: written } = await database.replicate.from(url, OPTIONS);
  const ms = performance.now() - start;
  if (written !== count) throw new Error(`pouch: pulled ${written}`);
  await database.close();
  return { ms };
}
