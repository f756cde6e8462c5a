/** What was acknowledged is there: after kill -9, after lost replies, and after a restore one notices. */
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import type { Entry } from "../../src/domain/entry.ts";
import type { ScopeId } from "../../src/domain/ids.ts";
import { makePerson, onWire, TestPartnership, type TestPerson } from "../support/entries.ts";
import {
  makeDataDir,
  openCase,
  removeDataDir,
  secretOf,
  setUpPartnership,
  spawnServer,
  startTestServer,
  TestClient,
} from "../support/server.ts";

const KILLS = 20;
const WRITERS = 2;

type Writer = { scope: ScopeId; pending: Entry[]; acknowledged: Map<string, number> };

/** Pushes until the server dies, the entries of the lost reply first. Answers when it has. */
async function writeUntilKilled(
  of: TestPartnership,
  person: TestPerson,
  client: TestClient,
  writer: Writer,
): Promise<void> {
  for (;;) {
    if (writer.pending.length === 0) {
      writer.pending = Array.from({ length: 3 }, () => of.content(person, writer.scope));
    }
    let results: Awaited<ReturnType<TestClient["push"]>>;
    try {
      results = await client.push(...writer.pending);
    } catch {
      return;
    }
    for (const [i, result] of results.entries()) {
      if (result.outcome !== "stored") throw new Error(result.reason);
      writer.acknowledged.set(writer.pending[i]?.header.id ?? "", result.seq);
    }
    writer.pending = [];
  }
}

test(
  `kill -9 of a real server, ${KILLS} times under writers, loses nothing acknowledged`,
  { timeout: 180_000 },
  async () => {
    const dataDir = makeDataDir();
    const start = () => spawnServer({ CONFER_DATA_DIR: dataDir });
    const of = new TestPartnership();
    const person = makePerson();
    let server = await start();
    const found = { secret: secretOf(server.setupLink as string), entry: onWire(of.found(person)) };
    const first = new TestClient(server.url);
    await first.post("/setup", found);
    await first.logIn(of, person);
    const writers: Writer[] = [];
    for (let i = 0; i < WRITERS; i++) {
      writers.push({
        scope: await openCase(of, { person, client: first }),
        pending: [],
        acknowledged: new Map(),
      });
    }
    for (let kill = 0; kill < KILLS; kill++) {
      const client = new TestClient(server.url);
      await client.logIn(of, person);
      const writing = writers.map((writer) => writeUntilKilled(of, person, client, writer));
      await new Promise((done) => setTimeout(done, 20 + Math.random() * 80));
      await server.kill();
      await Promise.all(writing);
      server = await start();
    }
    const client = new TestClient(server.url);
    await client.logIn(of, person);
    const stored = await client.pullAll();
    const seqs = new Map(stored.map((entry) => [entry.id as string, entry.seq]));
    for (const { acknowledged } of writers) {
      expect(acknowledged.size).toBeGreaterThan(KILLS);
      for (const [id, seq] of acknowledged) expect(seqs.get(id)).toBe(seq);
    }
    expect(seqs.size).toBe(stored.length);
    expect(await server.stop()).toBe(0);
    const database = new DatabaseSync(join(dataDir, "confer.db"));
    expect(database.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
    database.close();
    removeDataDir(dataDir);
  },
);

test("a server restored from a backup is noticed by its newest seq, and takes what it lacks again", async () => {
  const dataDir = makeDataDir();
  const file = join(dataDir, "confer.db");
  let server = await startTestServer({ dataDir });
  const { of, founder, client } = await setUpPartnership(server);
  const scope = await openCase(of, { person: founder, client }, 3);
  await server.close();
  copyFileSync(file, join(dataDir, "backup.db"));

  server = await startTestServer({ dataDir });
  let again = new TestClient(server.url);
  await again.logIn(of, founder);
  const written = [of.content(founder, scope), of.content(founder, scope)];
  await again.push(...written);
  const { checkpoint, latest } = await again.pull();
  await server.close();
  copyFileSync(join(dataDir, "backup.db"), file);

  server = await startTestServer({ dataDir });
  again = new TestClient(server.url);
  await again.logIn(of, founder);
  const after = await again.pull(checkpoint);
  expect(after.entries).toEqual([]);
  expect(after.latest).toBeLessThan(latest);
  expect((await again.push(...written)).map((result) => result.outcome)).toEqual(["stored", "stored"]);
  expect((await again.pull(null)).latest).toBe(latest);
  await server.close();
  removeDataDir(dataDir);
});
