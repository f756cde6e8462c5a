/**
 * PostgreSQL: for several server processes, or an existing database service. Writers of one partnership take
 * its row's lock first, so seq order is commit order; a plain sequence would not keep it, and a reader could
 * skip an entry for ever. Pokes travel to the other processes by LISTEN and NOTIFY.
 */
import pg from "pg";
import { z } from "zod";
import { idSchema, type PartnershipId, type ScopeId } from "../../domain/ids.ts";
import type { Cell, Engine, Query, Row } from "./engine.ts";
import { migrate } from "./migrations.ts";
import type { Change, Store } from "./port.ts";
import { createSqlStore } from "./sqlStore.ts";

const CHANNEL = "confer";
const MAX_CONNECTIONS = 10;
const MAX_TRIES = 6;
const RECONNECT_MS = 1_000;
const STATEMENT_TIMEOUT_MS = 30_000;
/** Any number: two processes that start at once must not both migrate. */
const MIGRATION_LOCK = 4_207_318;

/** Serialisation failure, deadlock, shutdown, crash, starting up, a standby that cannot write, connections. */
const RETRY = new Set([
  "40001",
  "40P01",
  "57P01",
  "57P02",
  "57P03",
  "25006",
  "08000",
  "08003",
  "08006",
  "53300",
]);

// Counts stay far below 2⁵³; the driver would give text.
const INT8 = 20;
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format as "text")) as typeof pg.types.getTypeParser,
};

const Notice = z.object({ partnership: idSchema<PartnershipId>(), scope: idSchema<ScopeId>() });

/** A statement is prepared once per connection, under a number of its own. */
const names = new Map<string, { name: string; text: string }>();
function named(sql: string): { name: string; text: string } {
  const known = names.get(sql);
  if (known) return known;
  const made = { name: `confer_${names.size}`, text: sql.replaceAll(/\?(\d+)/g, "$$$1") };
  names.set(sql, made);
  return made;
}

/** The driver sends a plain Uint8Array as JSON, so bytes go as a Buffer over the same memory. */
const toDriver = (cell: Cell) =>
  cell instanceof Uint8Array ? Buffer.from(cell.buffer, cell.byteOffset, cell.byteLength) : cell;

const makeQuery =
  (client: pg.Pool | pg.PoolClient): Query =>
  async (sql, ...cells) =>
    (await client.query<Row>({ ...named(sql), values: cells.map(toDriver) })).rows;

/** Whether the transaction may be run again: the database said so, or the connection went. */
const mayRetry = (error: unknown): boolean =>
  error instanceof pg.DatabaseError ? RETRY.has(error.code ?? "") : error instanceof ConnectionLost;

/** A failure that came from the connection and not from the database or from our own code. */
class ConnectionLost extends Error {}
const UNREACHABLE = "PostgreSQL cannot be reached. Check that it runs, and the address in CONFER_STORE.";

function rethrow(error: unknown): never {
  throw error instanceof pg.DatabaseError ? error : new ConnectionLost(UNREACHABLE, { cause: error });
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function attempt<T>(pool: pg.Pool, work: Parameters<Engine["write"]>[0]): Promise<T> {
  const client = await pool.connect().catch(rethrow);
  // Without a listener a connection that breaks between statements would end the process.
  const ignore = () => undefined;
  client.on("error", ignore);
  let fault: unknown;
  try {
    const plain = makeQuery(client);
    const query: Query = (sql, ...cells) => plain(sql, ...cells).catch(rethrow);
    await query("BEGIN");
    const changes = new Map<string, NonNullable<Change>>();
    const result = await work(query, (change) => changes.set(change.scope, change));
    for (const change of changes.values()) {
      await query("SELECT pg_notify(?1, ?2)", CHANNEL, JSON.stringify(change));
    }
    await query("COMMIT");
    return result as T;
  } catch (error) {
    fault = error;
    throw error;
  } finally {
    if (fault !== undefined && !mayRetry(fault)) await client.query("ROLLBACK").catch(ignore);
    // A connection that failed in a way worth retrying may be to a server that is going away: it is closed, and
    // keeps its listener, since its last words may still be on the way.
    const broken = mayRetry(fault);
    if (!broken) client.off("error", ignore);
    client.release(broken);
  }
}

/** Commit and lost reply look alike, so work that is retried must be harmless twice: ours finds its ids. */
async function withRetries<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries === MAX_TRIES || !mayRetry(error)) throw error;
      await sleep(50 * 2 ** tries * (0.5 + Math.random()));
    }
  }
}

/** Listens on a connection of its own. After a break everyone is poked: something may have been missed. */
function listen(url: string, tell: (change: Change) => void, onFault: (error: unknown) => void) {
  let client: pg.Client | undefined;
  let closed = false;

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true });
    fresh.on("error", onFault);
    fresh.on("end", () => void again());
    fresh.on("notification", ({ payload }) => {
      const read = Notice.safeParse(JSON.parse(payload ?? "null"));
      if (read.success) tell(read.data);
    });
    client = fresh;
    await fresh.connect();
    await fresh.query(`LISTEN ${CHANNEL}`);
  }

  async function again(): Promise<void> {
    if (closed) return;
    await sleep(RECONNECT_MS);
    if (closed) return;
    await connect().then(() => tell(undefined), onFault);
  }

  return {
    start: connect,
    async close() {
      closed = true;
      await client?.end();
    },
  };
}

export async function openPostgresStore(url: string, onFault: (error: unknown) => void): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    types,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    // Whatever the database's default, an acknowledgement here means it is on the disk.
    options: "-c synchronous_commit=on",
  });
  pool.on("error", onFault);
  await withRetries(() =>
    attempt(pool, async (query) => {
      await query(`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`);
      await migrate(query, "postgres");
    }),
  );
  const listeners = new Set<(change: Change) => void>();
  const listener = listen(url, (change) => listeners.forEach((each) => each(change)), onFault);
  await listener.start();
  const read = makeQuery(pool);

  return createSqlStore({
    lockClause: "FOR UPDATE",
    pullHint: "",
    read: (sql, ...cells) => withRetries(() => read(sql, ...cells).catch(rethrow)),
    write: (work) => withRetries(() => attempt(pool, work)),
    onChange(each) {
      listeners.add(each);
      return () => listeners.delete(each);
    },
    async close() {
      await listener.close();
      await pool.end();
    },
  });
}
