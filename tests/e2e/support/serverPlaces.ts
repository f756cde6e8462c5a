/** Everything the server keeps, and all it has said: its folder, its database table by table, its output. */
import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import pg from "pg";
import { filesUnder, type Place } from "./search.ts";
import type { World } from "./world.ts";

const SQLITE_FILE = "confer.db";

async function tables(address: string): Promise<Place[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    const { rows: names } = await client.query<{ name: string }>(
      "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')",
    );
    const places: Place[] = [];
    for (const { name } of names) {
      // As text, in which bytes are hex, and as the bytes themselves.
      const { rows } = await client.query<{ text: string; row: Record<string, unknown> }>(
        `SELECT t::text AS text, to_jsonb(t) AS row FROM ${name} t`,
      );
      const raw = await client.query(`SELECT * FROM ${name}`);
      const bytes = raw.rows.flatMap((row: object) =>
        Object.values(row).filter((value) => Buffer.isBuffer(value)),
      );
      places.push({ name: `PostgreSQL ${name}`, bytes: Buffer.from(JSON.stringify(rows)) });
      places.push({ name: `PostgreSQL ${name}, bytes`, bytes: Buffer.concat(bytes as Buffer[]) });
    }
    return places;
  } finally {
    await client.end();
  }
}

/** Its tables, and its own files with the write-ahead log. The address names the folder of its socket. */
async function postgresPlaces(address: string): Promise<Place[]> {
  const folder = new URL(address).searchParams.get("host") ?? "";
  return [...(await tables(address)), ...filesUnder(folder, "PostgreSQL's files")];
}

export async function serverPlaces(world: World): Promise<Place[]> {
  return [
    { name: "the server's output", bytes: Buffer.from(world.server.output()) },
    ...filesUnder(world.dataDir, "the server's folder"),
    ...(world.database === undefined ? [] : await postgresPlaces(world.database)),
  ];
}

/** Puts a word into the database, and asks the server for it so that it is in the log if addresses are. */
export async function plantInDatabase(world: World, word: string): Promise<void> {
  if (world.database === undefined) {
    const database = new DatabaseSync(join(world.dataDir, SQLITE_FILE));
    database.exec("PRAGMA busy_timeout = 5000; CREATE TABLE planted (word TEXT)");
    database.prepare("INSERT INTO planted VALUES (?)").run(word);
    database.close();
    return;
  }
  const client = new pg.Client({ connectionString: world.database });
  await client.connect();
  await client.query("CREATE TABLE planted (word TEXT, bytes BYTEA)");
  await client.query("INSERT INTO planted VALUES ($1, $2)", [word, Buffer.from(word, "utf16le")]);
  await client.end();
}
