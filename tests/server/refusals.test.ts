/** Every reason for which one entry is not stored. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MAX_ENTRY_BYTES } from "../../src/domain/entry.ts";
import type { EntryHash, ScopeId } from "../../src/domain/ids.ts";
import { WRAP_BYTES } from "../../src/domain/membership/events.ts";
import { fields } from "../../src/domain/bytes.ts";
import { PushReply, type PushResult, type Refusal } from "../../src/sync/protocol.ts";
import {
  makeKeyPair,
  makePerson,
  newId,
  onAnotherDevice,
  random,
  type TestPartnership,
} from "../support/entries.ts";
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

const refused = (reason: Refusal): PushResult[] => [{ outcome: "refused", reason }];

async function pushTexts(client: TestClient, ...entries: string[]): Promise<PushResult[]> {
  return PushReply.parse((await client.post("/sync/push", { entries })).body).results;
}

describe("what is refused", () => {
  type Case = readonly [name: string, reason: Refusal, push: () => Promise<PushResult[]>];
  const by = () => founder.person;
  const push =
    (make: () => Parameters<TestClient["push"]>[0], client = () => founder.client) =>
    () =>
      client().push(of.attempt(make));

  const cases: readonly Case[] = [
    ["bytes that are no entry", "malformed", () => pushTexts(founder.client, "AAAA")],
    [
      "an entry with a byte too many",
      "malformed",
      () =>
        pushTexts(
          founder.client,
          Buffer.concat([of.attempt(() => of.content(by(), scope)).bytes, Buffer.alloc(1)]).toString(
            "base64",
          ),
        ),
    ],
    [
      "an entry of an unknown suite",
      "malformed",
      () =>
        pushTexts(
          founder.client,
          Buffer.from(of.attempt(() => of.content(by(), scope)).bytes.with(4, 2)).toString("base64"),
        ),
    ],
    [
      "an entry beyond the size limit",
      "too-large",
      () => pushTexts(founder.client, Buffer.alloc(MAX_ENTRY_BYTES + 1).toString("base64")),
    ],
    [
      "another partnership",
      "wrong-partnership",
      push(() => of.content(by(), scope, { header: { partnership: newId() } })),
    ],
    ["another's name", "wrong-author", push(() => of.content(member.person, scope))],
    ["a device nobody knows", "unknown-device", push(() => of.content(onAnotherDevice(by()), scope))],
    [
      "content signed by another key",
      "bad-signature",
      push(() => of.content(by(), scope, { signer: makeKeyPair() })),
    ],
    [
      "a membership entry signed by another key",
      "bad-signature",
      push(() => of.grant(by(), scope, member.person, "read", { signer: makeKeyPair() })),
    ],
    [
      "a scope that does not exist",
      "unknown-scope",
      push(() => of.content(by(), newId(), { header: { head: of.heads.get(scope) } })),
    ],
    [
      "a head that is not of the chain",
      "unknown-head",
      push(() => of.content(by(), scope, { header: { head: of.heads.get(of.panel) } })),
    ],
    [
      "an epoch that is not yet",
      "unknown-epoch",
      push(() => of.content(by(), scope, { header: { epoch: 2 } })),
    ],
    [
      "a directory head nobody knows",
      "directory-unknown",
      push(() => of.content(by(), scope, { header: { directory: of.heads.get(scope) } })),
    ],
    [
      "a reader who writes",
      "not-allowed",
      async () => {
        const reader = await enrol(of, founder);
        await founder.client.push(of.grant(by(), scope, reader.person, "read"));
        return reader.client.push(of.attempt(() => of.content(reader.person, scope)));
      },
    ],
    [
      "a writer whose grant is not in the head it names",
      "not-allowed",
      async () => {
        const before = of.heads.get(scope);
        const writer = await enrol(of, founder);
        await founder.client.push(of.grant(by(), scope, writer.person, "contribute"));
        return writer.client.push(
          of.attempt(() => of.content(writer.person, scope, { header: { head: before } })),
        );
      },
    ],
    [
      "other bytes under a stored id",
      "id-taken",
      async () => {
        const entry = of.content(by(), scope);
        await founder.client.push(entry);
        return founder.client.push(
          of.attempt(() => of.content(by(), scope, { header: { id: entry.header.id } })),
        );
      },
    ],
    [
      "a second entry at one place of a device's chain",
      "sequence-taken",
      push(() => of.content(by(), scope, { header: { authorSeq: 1, prev: undefined } })),
    ],
    [
      "a chain entry after a head that moved",
      "head-moved",
      push(() => of.grant(by(), scope, member.person, "read", { header: { head: undefined } })),
    ],
    [
      "a chain entry after one that is not here, as after a restore",
      "unknown-head",
      push(() =>
        of.grant(by(), scope, member.person, "read", {
          header: { head: ("B".repeat(42) + "A") as EntryHash },
        }),
      ),
    ],
    ["a grant to nobody", "unknown-user", push(() => of.grant(by(), scope, makePerson(), "read"))],
    [
      "a grant to someone not confirmed",
      "unknown-user",
      async () => {
        const newcomer = await enrol(of, founder, { confirmed: false });
        return founder.client.push(of.attempt(() => of.grant(by(), scope, newcomer.person, "read")));
      },
    ],
    ["confirming someone confirmed", "already", push(() => of.confirm(by(), member.person))],
    ["confirming oneself", "not-allowed", push(() => of.confirm(by(), by()))],
    [
      "an invite by someone who may not",
      "not-allowed",
      push(
        () => of.invite(member.person, ["chair"]).entry,
        () => member.client,
      ),
    ],
    [
      "a grant by someone without lead",
      "not-allowed",
      push(
        () => of.grant(member.person, of.panel, member.person, "lead"),
        () => member.client,
      ),
    ],
    [
      "a grant under an epoch not reached",
      "stale-epoch",
      push(() =>
        of.membership(by(), scope, {
          type: "grant",
          user: member.person.user,
          epoch: 2,
          generation: 1,
          access: "read",
          wrap: random(WRAP_BYTES),
        }),
      ),
    ],
    [
      "taking the last co-ordinator's role",
      "last-coordinator",
      push(() => of.membership(by(), of.panel, { type: "role", user: by().user, roles: ["chair"] })),
    ],
    [
      "cancelling an invite that is not open",
      "invite-closed",
      push(() => of.membership(by(), of.panel, { type: "cancel-invite", invite: newId() })),
    ],
    [
      "a type kept for later",
      "reserved",
      push(() =>
        of.membership(
          by(),
          scope,
          { type: "cancel-invite", invite: newId() },
          { body: fields("revoke", random(16)) },
        ),
      ),
    ],
    [
      "a type unknown",
      "malformed",
      push(() =>
        of.membership(
          by(),
          scope,
          { type: "cancel-invite", invite: newId() },
          { body: fields("become-king") },
        ),
      ),
    ],
    ["a second founding", "not-allowed", push(() => of.found(by()))],
    [
      "accepting an invite through push",
      "not-allowed",
      async () => {
        const { entry, invite } = of.invite(by(), ["member"]);
        await founder.client.push(entry);
        return founder.client.push(of.attempt(() => of.accept(by(), invite)));
      },
    ],
    [
      "opening a scope that exists",
      "head-moved",
      push(() => of.open(by(), scope, { header: { head: undefined } }).entry),
    ],
    ["a case event in the panel's chain", "not-allowed", push(() => of.open(by(), of.panel).entry)],
    [
      "a directory event in a case's chain",
      "not-allowed",
      push(() => of.membership(by(), scope, { type: "cancel-invite", invite: newId() })),
    ],
  ];

  test.each(cases)("%s: %s", async (_name, reason, act) => {
    expect(await act()).toEqual(refused(reason));
  });

  test("and nothing refused was stored", async () => {
    const stored = (await founder.client.pullAll()).length;
    const { latest } = await founder.client.pull(null, 1);
    expect(latest).toBeGreaterThanOrEqual(stored);
    for (const [, , act] of cases.slice(0, 6)) await act();
    expect((await founder.client.pull(null, 1)).latest).toBe(latest);
  });
});
