/** What the storage benchmark asks of a database. Only `insert`, `save`, `open` and `readAll` are timed. */
import type { BenchRecord } from "./records.ts";

export type Contender = {
  /** Loads the program's code and, where that is apart from opening, its key. */
  prepare(): Promise<void>;
  open(): Promise<void>;
  /** Derives the key where that can only be done on an open database. Reported apart. */
  unlock(): Promise<void>;
  /** Stores many records. */
  insert(records: readonly BenchRecord[]): Promise<void>;
  /** Stores one record. */
  save(record: BenchRecord): Promise<void>;
  /** What the program does by itself between the last change and its closing. */
  settle(): Promise<void>;
  /** Every record as a parsed object in memory. */
  readAll(): Promise<readonly unknown[]>;
  close(): Promise<void>;
};

export const nothing = (): Promise<void> => Promise.resolve();
