/**
 * SQLite in this process (`node:sqlite`): the default, with nothing to install. One connection writes, one
 * reads; writers queue, so seq order is commit order. `synchronous=FULL` flushes the log at every commit.
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import type { Engine, Query, Row } from "./engine.ts";
import { migrate } from "./migrations.ts";
import type { Change, Store } from "./port.ts";
import { createSqlStore } from "./sqlStore.ts";

const BUSY_TIMEOUT_MS = 5_000;

function connect(file: string, readOnly: boolean): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly, timeout: BUSY_TIMEOUT_MS });
  database.exec("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;");
  if (!readOnly) database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
  return database;
}

/** A statement is prepared once per connection. */
function makeQuery(database: DatabaseSync): Query {
  const prepared = new Map<string, StatementSync>();
  return async (sql, ...cells) => {
    let statement = prepared.get(sql);
    if (!statement) prepared.set(sql, (statement = database.prepare(sql)));
    return statement.all(...(cells as SQLInputValue[])) as Row[];
  };
}

/** One at a time, in the order asked. A failure is its caller's and does not stop the next. */
function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}

export async function openSqliteStore(file: string): Promise<Store> {
  const writer = connect(file, false);
  const write = makeQuery(writer);
  const inTurn = createQueue();
  const listeners = new Set<(change: Change) => void>();

  const transact = async <T>(work: (query: Query) => Promise<T>): Promise<T> => {
    writer.exec("BEGIN IMMEDIATE");
    try {
      const result = await work(write);
      writer.exec("COMMIT");
      return result;
    } catch (error) {
      if (writer.isTransaction) writer.exec("ROLLBACK");
      throw error;
    }
  };
  await transact((query) => migrate(query, "sqlite"));
  const reader = connect(file, true);

  const engine: Engine = {
    lockClause: "",
    pullHint: "INDEXED BY entries_in_order",
    read: makeQuery(reader),
    write: (work) =>
      inTurn(async () => {
        const changes: Change[] = [];
        const result = await transact((query) => work(query, (change) => changes.push(change)));
        for (const change of changes) for (const listener of listeners) listener(change);
        return result;
      }),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () =>
      inTurn(async () => {
        reader.close();
        writer.close();
      }),
  };
  return createSqlStore(engine);
}
