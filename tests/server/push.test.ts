import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readDirectory } from "../../src/crypto/enrol.ts";
import { parseB64 } from "../../src/domain/bytes.ts";
import { parseEntry } from "../../src/domain/entry.ts";
import { entryHash } from "../../src/domain/membership/apply.ts";
import type { ScopeId } from "../../src/domain/ids.ts";
import { ChainReply, PushReply, type PushResult } from "../../src/sync/protocol.ts";
import { onAnotherDevice, onWire, type TestPartnership, verifier } from "../support/entries.ts";
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
let server: TestServer;
let of: TestPartnership;
let founder: Member;
let member: Member;
let scope: ScopeId;

beforeAll(async () => {
  server = await startTestServer();
  const made = await setUpPartnership(server);
  ({ of } = made);
  founder = { person: made.founder, client: made.client };
  member = await enrol(of, founder);
  scope = await openCase(of, founder);
});
afterAll(async () => {
  await server.close();
  removeDataDir(server.dataDir);
});

async function pushTexts(client: TestClient, ...entries: string[]): Promise<PushResult[]> {
  return PushReply.parse((await client.post("/sync/push", { entries })).body).results;
}

describe("what is stored", () => {
  test("the same entry three times is one entry, and the same answer", async () => {
    const entry = of.content(founder.person, scope);
    const [first] = await founder.client.push(entry);
    const again = await founder.client.push(entry, entry);
    const all = await founder.client.pullAll();
    expect(again).toEqual([first, first]);
    expect(all.filter(({ id }) => id === entry.header.id)).toHaveLength(1);
  });

  test("each entry has its own outcome: one refused never holds up the next", async () => {
    const good = [of.content(founder.person, scope), of.content(founder.person, scope)] as const;
    const results = await pushTexts(founder.client, onWire(good[0]), "AAAA", onWire(good[1]));
    expect(results.map((result) => result.outcome)).toEqual(["stored", "refused", "stored"]);
  });

  test("a scope, its grants and its content may come in one push", async () => {
    const { entry, scope: fresh } = of.open(member.person);
    const content = of.content(member.person, fresh);
    const grant = of.grant(member.person, fresh, founder.person, "contribute");
    const results = await member.client.push(entry, content, grant);
    expect(results.map((result) => result.outcome)).toEqual(["stored", "stored", "stored"]);
    expect(await founder.client.push(of.content(founder.person, fresh))).toMatchObject([
      { outcome: "stored" },
    ]);
  });

  test("an entry stamped ten years ahead is stored: readers clamp it", async () => {
    const at = { ms: Date.now() + 10 * 365 * 86_400_000, counter: 0 };
    expect(await founder.client.push(of.content(founder.person, scope, { header: { at } }))).toMatchObject([
      { outcome: "stored" },
    ]);
  });

  test("a second device announced by its person may write", async () => {
    const second = onAnotherDevice(member.person);
    await member.client.push(of.addDevice(member.person, second));
    const tablet = new TestClient(server.url);
    expect((await tablet.logIn(of, second)).status).toBe(200);
    expect(await tablet.push(of.content(second, of.panel))).toMatchObject([{ outcome: "stored" }]);
  });

  test("what a person wrote on a device that is gone may be sent by another of theirs", async () => {
    const gone = onAnotherDevice(member.person);
    await member.client.push(of.addDevice(member.person, gone));
    const { entry, scope: fresh } = of.open(gone);
    const content = of.content(gone, fresh);
    const grant = of.grant(gone, fresh, founder.person, "contribute");
    const results = await member.client.push(entry, content, grant, of.content(gone, fresh));
    expect(results.map((result) => result.outcome)).toEqual(["stored", "stored", "stored", "stored"]);
    const pulled = await founder.client.pullAll();
    expect(pulled.filter(({ scope: each }) => each === fresh)).toHaveLength(4);
  });
});

describe("the directory, asked for with a session", () => {
  test("is the whole chain, in order, and nobody without a session sees it", async () => {
    const read = ChainReply.parse((await member.client.send("GET", "/sync/directory")).body);
    const chain = read.entries.map((text) => parseB64(text) ?? new Uint8Array());
    const first = parseEntry(chain[0] ?? new Uint8Array());
    if (!first.ok) throw new Error("no chain");
    const genesis = entryHash(first.entry, verifier);
    expect(readDirectory(verifier, genesis, chain)?.users.has(member.person.user)).toBe(true);
    const stranger = await new TestClient(server.url).send("GET", "/sync/directory");
    expect(stranger.status).toBe(401);
  });
});
