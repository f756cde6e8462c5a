/** The set-up link, invites, and what a stolen one is worth. [security 2.9, attack 21] */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { toB64 } from "../../src/domain/bytes.ts";
import { ChainReply } from "../../src/sync/protocol.ts";
import {
  makeKeyPair,
  makePerson,
  newId,
  onWire,
  random,
  type TestInvite,
  TestPartnership,
} from "../support/entries.ts";
import {
  removeDataDir,
  secretOf,
  setUpPartnership,
  startTestServer,
  TestClient,
  type TestServer,
} from "../support/server.ts";

const WEEK_MS = 7 * 86_400_000;
let server: TestServer;
let nowMs = Date.now();
const now = () => nowMs;

beforeEach(async () => {
  server = await startTestServer({}, { now });
});
afterEach(async () => {
  await server.close();
  removeDataDir(server.dataDir);
});

describe("setting up", () => {
  const request = (secret = secretOf(server.setupLink as string)) => {
    const of = new TestPartnership(now);
    return { secret, entry: onWire(of.found(makePerson())) };
  };
  const client = () => new TestClient(server.url);

  test("the printed link makes the partnership, once", async () => {
    const first = request();
    expect(await client().send("GET", "/health")).toMatchObject({ body: { setUp: false } });
    expect(await client().post("/setup", first)).toMatchObject({ status: 200, body: { version: 1, seq: 1 } });
    expect(await client().send("GET", "/health")).toMatchObject({ body: { setUp: true } });
    expect(await client().post("/setup", request())).toMatchObject({
      status: 403,
      body: { error: "secret-spent" },
    });
  });

  test("the same request again, after a lost reply, has the same answer", async () => {
    const first = request();
    await client().post("/setup", first);
    expect(await client().post("/setup", first)).toMatchObject({ status: 200, body: { version: 1, seq: 1 } });
  });

  test("two at once with one link: one partnership", async () => {
    const replies = await Promise.all([
      client().post("/setup", request()),
      client().post("/setup", request()),
    ]);
    expect(replies.map((reply) => reply.status)).toEqual(expect.arrayContaining([200, 403]));
  });

  test("a wrong secret makes nothing", async () => {
    const wrong = request(toB64(random(32)));
    expect(await client().post("/setup", wrong)).toMatchObject({
      status: 403,
      body: { error: "secret-spent" },
    });
    expect(await client().post("/setup", { ...wrong, secret: "AAAA" })).toMatchObject({ status: 400 });
  });

  test("an entry that does not verify leaves the secret unspent", async () => {
    const { secret } = request();
    const of = new TestPartnership(now);
    const founder = makePerson();
    const forged = of.found({ ...founder, devicePair: makeKeyPair() });
    expect(await client().post("/setup", { secret, entry: onWire(forged) })).toMatchObject({ status: 400 });
    expect(await client().post("/setup", request(secret))).toMatchObject({ status: 200 });
  });

  test("a later start makes a fresh link until one is used, and then none", async () => {
    const { setupLink: old, dataDir } = server;
    await server.close();
    server = await startTestServer({ dataDir }, { now });
    expect(server.setupLink).toMatch(/#setup=[\w-]{43}$/);
    expect(await client().post("/setup", request(secretOf(old as string)))).toMatchObject({ status: 403 });
    expect(await client().post("/setup", request())).toMatchObject({ status: 200 });
    await server.close();
    server = await startTestServer({ dataDir }, { now });
    expect(server.setupLink).toBeUndefined();
  });
});

describe("an invite", () => {
  let of: TestPartnership;
  let founder: Awaited<ReturnType<typeof setUpPartnership>>["founder"];
  let client: TestClient;
  let invite: TestInvite;
  const stranger = () => new TestClient(server.url);
  const look = (of_: TestPartnership, by: TestInvite, signature = of_.look(by)) =>
    stranger().post("/join/look", { partnership: of_.partnership, invite: by.invite, signature });
  const join = (entry: ReturnType<TestPartnership["accept"]>) =>
    stranger().post("/join", { entry: onWire(entry) });

  beforeEach(async () => {
    ({ of, founder, client } = await setUpPartnership(server, now));
    const made = of.invite(founder, ["member"], nowMs + WEEK_MS);
    ({ invite } = made);
    await client.push(made.entry);
  });

  test("shows its holder the directory's chain from the first entry", async () => {
    const reply = await look(of, invite);
    const chain = await client.pullAll();
    expect(ChainReply.parse(reply.body).entries).toEqual(chain.map(({ entry }) => entry));
  });

  test.each<[string, () => Promise<{ status: number }>]>([
    ["a signature by another key", () => look(of, { ...invite, pair: makeKeyPair() })],
    ["an invite nobody made", () => look(of, { invite: newId(), pair: invite.pair })],
    ["a partnership nobody made", () => look(new TestPartnership(), invite)],
    [
      "an invite that was cancelled",
      async () => {
        await client.push(of.membership(founder, of.panel, { type: "cancel-invite", invite: invite.invite }));
        return look(of, invite);
      },
    ],
    [
      "an invite that has expired",
      () => {
        nowMs += WEEK_MS + 1;
        return look(of, invite);
      },
    ],
    [
      "an invite that was used",
      async () => {
        await join(of.accept(makePerson(), invite));
        return look(of, invite);
      },
    ],
  ])("%s shows nothing, always with the same reply", async (_name, act) => {
    expect(await act()).toMatchObject({ status: 403, body: { version: 1, error: "invite-closed" } });
  });

  test("lets one person in: of two at once, the first", async () => {
    const entries = [1, 2].map(() => of.attempt(() => of.accept(makePerson(), invite)));
    const replies = await Promise.all(entries.map(join));
    expect(replies.map((reply) => reply.body)).toEqual(
      expect.arrayContaining([
        { outcome: "stored", seq: expect.any(Number) as number },
        { outcome: "refused", reason: "invite-closed" },
      ]),
    );
  });

  test("accepting again after a lost reply has the same answer", async () => {
    const entry = of.accept(makePerson(), invite);
    const first = await join(entry);
    expect(first.body).toMatchObject({ outcome: "stored" });
    expect((await join(entry)).body).toEqual(first.body);
  });

  test("expires by the server's clock, whatever stamp the newcomer writes", async () => {
    nowMs += WEEK_MS + 1;
    const early = { ms: nowMs - WEEK_MS, counter: 0 };
    const person = makePerson();
    const { header } = of.attempt(() => of.accept(person, invite));
    const past = new TestPartnership(() => early.ms);
    Object.assign(past, { partnership: of.partnership, panel: of.panel });
    past.heads.set(of.panel, header.head as never);
    expect((await join(past.accept(person, invite))).body).toEqual({
      outcome: "refused",
      reason: "invite-expired",
    });
  });

  test.each<[string, string, () => ReturnType<TestPartnership["accept"]>]>([
    [
      "a newcomer without the invite's key",
      "bad-signature",
      () => of.accept(makePerson(), { ...invite, pair: makeKeyPair() }),
    ],
    ["someone who belongs already", "already", () => of.accept(founder, invite)],
    [
      "an unknown invite",
      "invite-closed",
      () => of.accept(makePerson(), { invite: newId(), pair: invite.pair }),
    ],
    ["another partnership", "invite-closed", () => new TestPartnership().accept(makePerson(), invite)],
    ["an entry that is no acceptance", "malformed", () => of.confirm(founder, makePerson())],
    ["content", "malformed", () => of.content(founder, of.panel)],
  ])("%s is refused: %s", async (_name, reason, make) => {
    expect((await join(of.attempt(make))).body).toEqual({ outcome: "refused", reason });
  });
});
