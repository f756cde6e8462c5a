/** Pokes: only ever RESYNC, to every reader of a changed scope, and to nobody else. [D4] */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { HEARTBEAT_MS } from "../../src/server/hub.ts";
import type { TestPartnership } from "../support/entries.ts";
import {
  enrol,
  openCase,
  openStream,
  removeDataDir,
  setUpPartnership,
  startTestServer,
  TestClient,
  type TestServer,
  type TestStream,
} from "../support/server.ts";

type Member = Awaited<ReturnType<typeof enrol>>;
let server: TestServer;
let of: TestPartnership;
let founder: Member;
let member: Member;
let nowMs = Date.now();
const open: TestStream[] = [];

const listenAs = async (client: TestClient): Promise<TestStream> => {
  const stream = await openStream(client);
  open.push(stream);
  return stream;
};

beforeAll(async () => {
  // The heartbeat's timer alone: everything else keeps real time.
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  server = await startTestServer({}, { now: () => nowMs });
  const made = await setUpPartnership(server);
  ({ of } = made);
  founder = { person: made.founder, client: made.client };
  member = await enrol(of, founder);
});
afterAll(async () => {
  for (const stream of open) stream.close();
  await server.close();
  vi.useRealTimers();
  removeDataDir(server.dataDir);
});

test("says RESYNC on connecting, and carries the security headers and no compression", async () => {
  const stream = await listenAs(member.client);
  expect(await stream.next()).toBe("RESYNC");
  expect(stream.text()).toBe("retry: 3000\ndata: RESYNC\n\n");
});

test("pokes every reader of a changed scope, the writer included, and nobody else", async () => {
  const scope = await openCase(of, founder);
  const outsider = new TestClient(server.url);
  await outsider.logIn(of, member.person);
  const others = await listenAs(outsider);
  const own = await listenAs(founder.client);
  for (const stream of [others, own]) await stream.next();
  await founder.client.push(of.content(founder.person, scope));
  expect(await own.next()).toBe("RESYNC");
  // Signing out ends the stream, so that what it received is known to be all.
  await outsider.send("DELETE", "/session");
  await others.ended;
  expect(others.text().match(/RESYNC/g)).toHaveLength(1);
});

test("a grant pokes the one it lets in", async () => {
  const scope = await openCase(of, founder);
  const stream = await listenAs(member.client);
  await stream.next();
  await founder.client.push(of.grant(founder.person, scope, member.person, "read"));
  expect(await stream.next()).toBe("RESYNC");
});

test("carries nothing but RESYNC and comments", async () => {
  const stream = await listenAs(member.client);
  await stream.next();
  await founder.client.push(of.content(founder.person, of.panel));
  await stream.next();
  vi.advanceTimersByTime(HEARTBEAT_MS);
  await vi.waitFor(() => expect(stream.text()).toContain(": still here\n\n"));
  const lines = stream.text().split("\n").filter(Boolean);
  expect(new Set(lines)).toEqual(new Set(["retry: 3000", "data: RESYNC", ": still here"]));
});

test("closes when the session is signed out, without another poke", async () => {
  const client = new TestClient(server.url);
  await client.logIn(of, member.person);
  const stream = await listenAs(client);
  await stream.next();
  await client.send("DELETE", "/session");
  await stream.ended;
  await expect(stream.next()).rejects.toThrow("ended");
});

test("closes at the next beat when the session has run out", async () => {
  const client = new TestClient(server.url);
  await client.logIn(of, member.person);
  const stream = await listenAs(client);
  nowMs += 31 * 60_000;
  vi.advanceTimersByTime(HEARTBEAT_MS);
  await stream.ended;
  expect(stream.text()).not.toContain("still here");
});

test("one device may hold only so many", async () => {
  const client = new TestClient(server.url);
  await client.logIn(of, member.person);
  for (let i = 0; i < 8; i++) await listenAs(client);
  await expect(openStream(client)).rejects.toThrow("429");
});
