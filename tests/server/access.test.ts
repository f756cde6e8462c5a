/** Every kind of person at every door, for a scope that is not theirs. [security 2.9, attacks 15, 16, 23] */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EntryHash, ScopeId } from "../../src/domain/ids.ts";
import { newId, type TestPartnership } from "../support/entries.ts";
import {
  enrol,
  openCase,
  removeDataDir,
  setUpPartnership,
  startTestServer,
  TestClient,
  type TestServer,
} from "../support/server.ts";

type Member = Awaited<ReturnType<typeof enrol>>;
const OUTSIDERS = ["chair", "coordinator", "member", "minutes", "referrer", "accepted", "guest"] as const;

let server: TestServer;
let of: TestPartnership;
let founder: Member;
let foreign: ScopeId;
let foreignHead: EntryHash | undefined;
let nowMs = Date.now();
const people = new Map<(typeof OUTSIDERS)[number], Member>();

beforeAll(async () => {
  server = await startTestServer({}, { now: () => nowMs });
  const made = await setUpPartnership(server);
  ({ of } = made);
  founder = { person: made.founder, client: made.client };
  for (const name of OUTSIDERS) {
    const roles = name === "accepted" || name === "guest" ? (["referrer"] as const) : [name];
    people.set(
      name,
      await enrol(of, founder, { roles, confirmed: name !== "accepted", panel: name !== "guest" }),
    );
  }
  foreign = await openCase(of, founder, 5);
  foreignHead = of.heads.get(foreign);
});
afterAll(async () => {
  await server.close();
  removeDataDir(server.dataDir);
});

const who = (name: (typeof OUTSIDERS)[number]): Member => people.get(name) as Member;

describe.each(OUTSIDERS)("%s, who is no member of the case", (name) => {
  test("pulls nothing of it, from any checkpoint", async () => {
    const { client } = who(name);
    const { latest } = await founder.client.pull(null, 1);
    const pages = [await client.pullAll(3), await client.pullAll(500)];
    for (let position = 0; position <= latest; position++) {
      pages.push((await client.pull({ position, seq: 0 })).entries);
    }
    expect(pages.flat().filter((entry) => entry.scope === foreign)).toEqual([]);
    expect(pages[0]?.length).toBeGreaterThan(0);
  });

  test("writing into it is answered as for a case that does not exist", async () => {
    const { person, client } = who(name);
    const attempts = [foreign, newId<ScopeId>()].map((scope) =>
      of.attempt(() => of.content(person, scope, { header: { head: foreignHead } })),
    );
    const results = await client.push(...attempts);
    expect(results[0]).toEqual({ outcome: "refused", reason: "unknown-scope" });
    expect(results[1]).toEqual(results[0]);
  });

  test("granting oneself is answered as for a case that does not exist", async () => {
    const { person, client } = who(name);
    const attempts = [foreign, newId<ScopeId>()].map((scope) =>
      of.attempt(() => of.grant(person, scope, person, "lead", { header: { head: foreignHead } })),
    );
    const results = await client.push(...attempts);
    expect(results[0]).toEqual({ outcome: "refused", reason: "unknown-scope" });
    expect(results[1]).toEqual(results[0]);
    expect((await client.pullAll()).filter((entry) => entry.scope === foreign)).toEqual([]);
  });

  test("pushing a member's captured entry changes nothing", async () => {
    const captured = of.content(founder.person, foreign);
    await founder.client.push(captured);
    const { latest } = await founder.client.pull(null, 1);
    expect(await who(name).client.push(captured)).toEqual([{ outcome: "refused", reason: "wrong-author" }]);
    expect((await founder.client.pull(null, 1)).latest).toBe(latest);
  });
});

describe("how much a newcomer sees", () => {
  test("accepted and not confirmed: the directory's chain, and no content of the panel", async () => {
    await founder.client.push(of.content(founder.person, of.panel));
    for (const name of ["accepted", "guest"] as const) {
      const kinds = (await who(name).client.pullAll()).map((entry) => Buffer.from(entry.entry, "base64")[5]);
      expect(new Set(kinds)).toEqual(new Set([2]));
    }
  });

  test("confirmed and granted: the panel's whole past", async () => {
    const kinds = (await who("member").client.pullAll()).map(
      (entry) => Buffer.from(entry.entry, "base64")[5],
    );
    expect(new Set(kinds)).toEqual(new Set([1, 2]));
  });

  test("someone not confirmed can do nothing in the panel", async () => {
    const { person, client } = who("accepted");
    const attempts = [
      of.attempt(() => of.content(person, of.panel)),
      of.attempt(() => of.invite(person, ["chair"]).entry),
      of.attempt(() => of.confirm(person, who("guest").person)),
      of.attempt(() => of.open(person).entry),
      of.attempt(() => of.grant(person, of.panel, person, "lead")),
    ];
    const results = await client.push(...attempts);
    expect(results).toEqual(attempts.map(() => ({ outcome: "refused", reason: "not-allowed" })));
  });
});

describe("without a session", () => {
  const stranger = () => new TestClient(server.url);
  const cookies = () => [
    undefined,
    "__Host-confer=x",
    `__Host-confer=${of.partnership}.${"A".repeat(43)}`,
    `__Host-confer=${newId()}.${"A".repeat(43)}`,
  ];

  test.each([
    ["POST", "/sync/pull", { version: 1, checkpoint: null, limit: 10 }],
    ["POST", "/sync/push", { version: 1, entries: ["AAAA"] }],
    ["GET", "/sync/stream", undefined],
  ] as const)("%s %s is refused, with one reply whatever the cookie", async (method, path, body) => {
    const replies = await Promise.all(
      cookies().map((cookie) => stranger().send(method, path, body, { cookie })),
    );
    for (const { status, body: answer } of replies) {
      expect([status, answer]).toEqual([401, { version: 1, error: "no-session" }]);
    }
  });

  const asks = async (client: TestClient) =>
    (await client.post("/sync/pull", { checkpoint: null, limit: 1 })).status;

  test("a session ends after half an hour without use", async () => {
    const [idle, busy] = [new TestClient(server.url), new TestClient(server.url)];
    for (const client of [idle, busy]) await client.logIn(of, who("member").person);
    nowMs += 29 * 60_000;
    expect(await asks(busy)).toBe(200);
    nowMs += 60_000;
    expect([await asks(idle), await asks(busy)]).toEqual([401, 200]);
    await founder.client.logIn(of, founder.person);
  });

  test("a session in constant use ends after twelve hours", async () => {
    const client = new TestClient(server.url);
    const start = nowMs;
    await client.logIn(of, who("member").person);
    const statuses: number[] = [];
    while (nowMs - start < 12 * 3_600_000) {
      nowMs += 20 * 60_000;
      statuses.push(await asks(client));
    }
    expect(statuses).toEqual([...Array.from({ length: 35 }, () => 200), 401]);
    await founder.client.logIn(of, founder.person);
  });

  test("signing out ends the session on the server, not in the cookie alone", async () => {
    const client = new TestClient(server.url);
    await client.logIn(of, who("member").person);
    const { cookie } = client;
    expect((await client.send("DELETE", "/session")).status).toBe(204);
    expect(client.cookie).toBeUndefined();
    const kept = new TestClient(server.url, cookie);
    expect((await kept.post("/sync/pull", { checkpoint: null, limit: 1 })).status).toBe(401);
  });
});
