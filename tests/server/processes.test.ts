/** Several server processes on one PostgreSQL, and a PostgreSQL that drops its connections. [D2] */
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { entryHash } from "../../src/domain/membership/apply.ts";
import { openPostgresStore } from "../../src/server/store/postgres.ts";
import {
  enrol,
  openCase,
  openStream,
  removeDataDir,
  setUpPartnership,
  spawnServer,
  startTestServer,
  TestClient,
} from "../support/server.ts";
import { verifier } from "../support/entries.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

test("two processes share one database: membership, entries, sessions and pokes cross", async () => {
  const environment = { CONFER_STORE: await postgres.makeDatabase() };
  const a = await spawnServer(environment);
  const { of, founder, client } = await setUpPartnership(a);
  const b = await spawnServer(environment);
  expect(b.setupLink).toBeUndefined();
  const onB = new TestClient(b.url, client.cookie);
  const stream = await openStream(onB);
  expect(await stream.next()).toBe("RESYNC");

  // Each process extends chains the other has cached.
  const scopeA = await openCase(of, { person: founder, client });
  expect(await stream.next()).toBe("RESYNC");
  const member = await enrol(of, { person: founder, client: onB });
  expect(await client.push(of.grant(founder, scopeA, member.person, "contribute"))).toMatchObject([
    { outcome: "stored" },
  ]);
  expect(await member.client.push(of.content(member.person, scopeA))).toMatchObject([{ outcome: "stored" }]);
  expect(await onB.push(of.content(founder, scopeA))).toMatchObject([{ outcome: "stored" }]);
  // B has the case's state by now; the next head is A's.
  const raise = of.grant(founder, scopeA, member.person, "lead");
  expect(await client.push(raise)).toMatchObject([{ outcome: "stored" }]);
  expect(await onB.push(of.content(founder, scopeA))).toMatchObject([{ outcome: "stored" }]);
  expect(await client.pullAll()).toEqual(await onB.pullAll());

  // An open stream does not hold up a stop.
  expect(await Promise.all([a.stop(), b.stop()])).toEqual([0, 0]);
  await stream.ended;
});

test("two pushes of the same chain position at once, on two processes: one is stored", async () => {
  const store = await postgres.makeDatabase();
  const servers = [await startTestServer({ store }), await startTestServer({ store })] as const;
  // The later start's link is the valid one.
  const { of, founder, client } = await setUpPartnership(servers[1]);
  const other = new TestClient(servers[0].url, client.cookie);
  for (let round = 0; round < 5; round++) {
    const entries = [
      of.attempt(() => of.invite(founder, ["member"]).entry),
      of.attempt(() => of.invite(founder, ["chair"]).entry),
    ] as const;
    const results = (await Promise.all([client.push(entries[0]), other.push(entries[1])])).flat();
    const stored = results.findIndex((result) => result.outcome === "stored");
    expect(results[1 - stored]).toEqual({ outcome: "refused", reason: "head-moved" });
    of.heads.set(of.panel, entryHash(entries[stored === 0 ? 0 : 1], verifier));
  }
  for (const server of servers) {
    await server.close();
    removeDataDir(server.dataDir);
  }
});

test("connections cut in mid-load cost no push and no poke", async () => {
  const url = await postgres.makeDatabase();
  const server = await startTestServer({ store: url });
  const { of, founder, client } = await setUpPartnership(server);
  const scope = await openCase(of, { person: founder, client });
  const stream = await openStream(client);
  await stream.next();
  const admin = new pg.Client({ connectionString: url });
  admin.on("error", () => undefined);
  await admin.connect();
  const cut =
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
  let cutting = true;
  const cutter = (async () => {
    while (cutting) {
      await admin.query(cut);
      await new Promise((done) => setTimeout(done, 60));
    }
  })();
  const ids: string[] = [];
  for (let i = 0; i < 60; i++) {
    const entry = of.content(founder, scope);
    expect(await client.push(entry)).toMatchObject([{ outcome: "stored" }]);
    ids.push(entry.header.id);
  }
  cutting = false;
  await cutter;
  await admin.end();
  const stored = (await client.pullAll()).map((entry) => entry.id as string);
  expect(ids.filter((id) => stored.filter((each) => each === id).length !== 1)).toEqual([]);
  expect(await stream.next()).toBe("RESYNC");
  await server.close();
  removeDataDir(server.dataDir);
});

test("two processes that start at once on an empty database both start", async () => {
  const url = await postgres.makeDatabase();
  const fail = (error: unknown) => {
    throw error;
  };
  const stores = await Promise.all([openPostgresStore(url, fail), openPostgresStore(url, fail)]);
  expect(await stores[0].isSetUp()).toBe(false);
  for (const store of stores) await store.close();
});
