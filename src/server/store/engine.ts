/**
 * What differs between SQLite and PostgreSQL once the statements are the same: running one, a transaction,
 * and telling other server processes that something changed. `sqlStore.ts` builds the store port on it.
 */
import type { Change } from "./port.ts";

export type Cell = string | number | Uint8Array | null;
export type Row = Readonly<Record<string, unknown>>;
/** Runs one statement with `?1`, `?2` … as parameters. */
export type Query = (sql: string, ...cells: readonly Cell[]) => Promise<Row[]>;

export type Engine = {
  /** Ends the statement that takes the partnership's row lock. */
  readonly lockClause: "" | "FOR UPDATE";
  /** Names the index of the pull statement's second half, where the planner needs telling. */
  readonly pullHint: "" | "INDEXED BY entries_in_order";
  /** Outside any transaction; for statements that change nothing. */
  readonly read: Query;
  /** Durable once resolved. May run `work` again after a conflict or a lost connection. `announce` reaches
   * listeners in every process, after the commit and only then. */
  write<T>(work: (query: Query, announce: (change: NonNullable<Change>) => void) => Promise<T>): Promise<T>;
  onChange(listener: (change: Change) => void): () => void;
  close(): Promise<void>;
};
