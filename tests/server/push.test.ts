import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ScopeId } from "../../src/domain/ids.ts";
import { PushReply, type PushResult } from "../../src/sync/protocol.ts";
import { onAnotherDevice, onWire, type TestPartnership } from "../support/entries.ts";
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
});
