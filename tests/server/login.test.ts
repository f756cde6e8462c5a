/** The login challenge. [security 2.9, attack 24] */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { toB64 } from "../../src/domain/bytes.ts";
import {
  makeKeyPair,
  makePerson,
  newId,
  random,
  type TestPartnership,
  type TestPerson,
} from "../support/entries.ts";
import {
  removeDataDir,
  setUpPartnership,
  startTestServer,
  TestClient,
  type TestServer,
} from "../support/server.ts";

const NO_SESSION = { version: 1, error: "no-session" };
let server: TestServer;
let of: TestPartnership;
let founder: TestPerson;
let client: TestClient;
let nowMs = Date.now();

beforeAll(async () => {
  server = await startTestServer({}, { now: () => nowMs });
  ({ of, founder } = await setUpPartnership(server));
});
beforeEach(() => {
  client = new TestClient(server.url);
});
afterAll(async () => {
  await server.close();
  removeDataDir(server.dataDir);
});

type Changes = {
  nonce?: Uint8Array;
  signature?: string;
  origin?: string;
  person?: TestPerson;
  signer?: TestPerson;
  partnership?: string;
};

async function logIn({
  nonce,
  person = founder,
  signer = person,
  origin = server.url,
  ...changes
}: Changes = {}) {
  const used = nonce ?? (await client.challenge(person.device));
  return client.post("/session", {
    partnership: changes.partnership ?? of.partnership,
    user: person.user,
    device: person.device,
    nonce: toB64(used),
    signature: changes.signature ?? of.login({ ...person, devicePair: signer.devicePair }, origin, used),
  });
}

test("a known device gets a session, in a cookie no script can read and no other site can send", async () => {
  const reply = await logIn();
  const cookie = reply.headers.getSetCookie()[0];
  expect(reply.status).toBe(200);
  expect(reply.body).toEqual({ version: 1, nowMs, idleMs: 30 * 60_000 });
  expect(cookie).toMatch(/^__Host-confer=[\w-]{22}\.[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
});

test("a nonce is good once", async () => {
  const nonce = await client.challenge(founder.device);
  expect((await logIn({ nonce })).status).toBe(200);
  expect(await logIn({ nonce })).toMatchObject({ status: 401, body: NO_SESSION });
});

test("a nonce is good once even where the first try fails", async () => {
  const nonce = await client.challenge(founder.device);
  expect((await logIn({ nonce, signature: toB64(random(64)) })).status).toBe(401);
  expect((await logIn({ nonce })).status).toBe(401);
});

test("a nonce is good for sixty seconds", async () => {
  const [early, late] = [await client.challenge(founder.device), await client.challenge(founder.device)];
  nowMs += 59_999;
  expect((await logIn({ nonce: early })).status).toBe(200);
  nowMs += 1;
  expect(await logIn({ nonce: late })).toMatchObject({ status: 401, body: NO_SESSION });
});

test.each<[string, () => Promise<Changes> | Changes]>([
  ["a proof made for another origin", () => ({ origin: "https://elsewhere.example" })],
  ["another key", () => ({ signer: { ...founder, devicePair: makeKeyPair() } })],
  ["an unknown person", () => ({ person: makePerson() })],
  ["an unknown device of a known person", () => ({ person: { ...founder, device: newId() } })],
  ["a known device under another's name", () => ({ person: { ...founder, user: newId() } })],
  ["an unknown partnership", () => ({ partnership: newId() })],
  ["a nonce given to another device", async () => ({ nonce: await client.challenge(newId()) })],
  ["a nonce never given", () => ({ nonce: random(32) })],
  ["a nonce of the wrong length", () => ({ nonce: random(31) })],
  ["a signature of the wrong length", () => ({ signature: toB64(random(63)) })],
])("%s is refused with the same reply", async (_name, changes) => {
  const reply = await logIn(await changes());
  expect(reply).toMatchObject({ status: 401, body: NO_SESSION });
  expect(reply.headers.getSetCookie()).toEqual([]);
});

test("a challenge looks the same for a device nobody knows", async () => {
  const known = await client.post("/session/challenge", { device: founder.device });
  const unknown = await client.post("/session/challenge", { device: newId() });
  const shape = (body: unknown) =>
    Object.entries(body as object).map(([name, value]) => [name, String(value).length]);
  expect(unknown.status).toBe(known.status);
  expect(shape(unknown.body)).toEqual(shape(known.body));
});
