import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { pullStatement } from "../../src/server/store/statements.ts";
import { openSqliteStore } from "../../src/server/store/sqlite.ts";
import { makeDataDir, removeDataDir } from "../support/server.ts";
import { storeAcceptance } from "./storeAcceptance.ts";

const dir = makeDataDir();
let made = 0;
const nextFile = () => join(dir, `${++made}.db`);
afterAll(() => removeDataDir(dir));

storeAcceptance("the SQLite store", { make: () => openSqliteStore(nextFile()) });

test("opens its own database again, and refuses one from a newer version", async () => {
  const file = nextFile();
  await (await openSqliteStore(file)).close();
  await (await openSqliteStore(file)).close();
  const database = new DatabaseSync(file);
  database.exec("INSERT INTO migrations (number) VALUES (99)");
  database.close();
  await expect(openSqliteStore(file)).rejects.toThrow("newer version of Confer");
});

test("chooses a page from indexes alone, without sorting", async () => {
  const file = nextFile();
  await (await openSqliteStore(file)).close();
  const database = new DatabaseSync(file);
  const plan = database
    .prepare(`EXPLAIN QUERY PLAN ${pullStatement("INDEXED BY entries_in_order")}`)
    .all("p", "u", 0, 0, 500, 1);
  database.close();
  const steps = plan.map((row) => String(row["detail"]));
  // What follows the merge looks up the bytes of the chosen rows alone.
  const halves = steps.slice(
    0,
    steps.findIndex((step) => step === "SCAN page"),
  );
  expect(steps).toContain("MERGE (UNION ALL)");
  expect(halves.filter((step) => step.includes(" e "))).toEqual([
    "SEARCH e USING COVERING INDEX entries_by_scope (partnership=? AND scope=? AND seq<?)",
    "SEARCH e USING COVERING INDEX entries_in_order (partnership=? AND seq>?)",
  ]);
  // Sorting the last term alone orders rows of one seq, of which there is one.
  expect(halves).not.toContain("USE TEMP B-TREE FOR ORDER BY");
});
