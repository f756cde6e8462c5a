import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPostgresStore } from "../../src/server/store/postgres.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { raceTwoWriters } from "./race.ts";
import { storeAcceptance } from "./storeAcceptance.ts";

const fail = (error: unknown) => {
  throw error;
};
let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

storeAcceptance("the PostgreSQL store", {
  make: async () => openPostgresStore(await postgres.makeDatabase(), fail),
});

describe("the race the store must win", () => {
  test("loses an entry where a plain sequence gives out the numbers", async () => {
    const pool = new pg.Pool({ connectionString: await postgres.makeDatabase() });
    pool.on("error", () => undefined);
    await pool.query("CREATE TABLE entries (seq bigserial PRIMARY KEY)");
    const lost = await raceTwoWriters({
      async write(_which, beforeCommit) {
        const client = await pool.connect();
        await client.query("BEGIN");
        const { rows } = await client.query<{ seq: string }>(
          "INSERT INTO entries DEFAULT VALUES RETURNING seq",
        );
        await beforeCommit;
        await client.query("COMMIT");
        client.release();
        return Number(rows[0]?.seq);
      },
      async pull(after) {
        const { rows } = await pool.query<{ seq: string }>("SELECT seq FROM entries WHERE seq > $1", [after]);
        return rows.map((row) => Number(row.seq));
      },
    });
    await pool.end();
    expect(lost).toEqual([1]);
  });
});
