/** A session may push for its person's other devices, and for nobody else's. See: [Note: whose entries]. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ScopeId } from "../../src/domain/ids.ts";
import type { PushResult, Refusal } from "../../src/sync/protocol.ts";
import { onAnotherDevice, type TestPartnership, type TestPerson } from "../support/entries.ts";
import {
  enrol,
  openCase,
  removeDataDir,
  setUpPartnership,
  startTestServer,
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

/** Another device of somebody, in the directory. */
async function secondOf({ person, client }: Member): Promise<TestPerson> {
  const second = onAnotherDevice(person);
  await client.push(of.addDevice(person, second));
  return second;
}

type Case = readonly [name: string, reason: Refusal, push: () => Promise<PushResult[]>];

const CASES: readonly Case[] = [
  [
    "one's own name on another person's device",
    "unknown-device",
    () => {
      const { device, devicePair } = member.person;
      return founder.client.push(
        of.attempt(() => of.content({ ...founder.person, device, devicePair }, scope)),
      );
    },
  ],
  [
    "another of one's devices, signed by the one at hand",
    "bad-signature",
    async () => {
      const second = await secondOf(founder);
      const { devicePair } = founder.person;
      return founder.client.push(of.attempt(() => of.content({ ...second, devicePair }, scope)));
    },
  ],
  [
    "another person's entry, written on a second device of theirs",
    "wrong-author",
    async () => {
      const second = await secondOf(member);
      return founder.client.push(of.attempt(() => of.content(second, of.panel)));
    },
  ],
  [
    "a grant by another person",
    "wrong-author",
    () => founder.client.push(of.attempt(() => of.grant(member.person, of.panel, founder.person, "read"))),
  ],
  [
    "a second entry at one place of another device's chain",
    "sequence-taken",
    async () => {
      const second = await secondOf(founder);
      await founder.client.push(of.content(second, scope));
      const again = { header: { authorSeq: 1, prev: undefined } };
      return founder.client.push(of.attempt(() => of.content(second, scope, again)));
    },
  ],
  [
    "a device added by the person's word without their user key",
    "bad-signature",
    () => {
      const forged = onAnotherDevice(founder.person);
      const { userPair } = member.person;
      return founder.client.push(of.attempt(() => of.addDevice({ ...founder.person, userPair }, forged)));
    },
  ],
];

test.each(CASES)("%s is refused as %s", async (_, reason, push) => {
  expect(await push()).toEqual([{ outcome: "refused", reason }]);
});

test("the same from the right hands is stored, so that the refusals mean something", async () => {
  const second = await secondOf(founder);
  expect(await founder.client.push(of.content(second, scope))).toMatchObject([{ outcome: "stored" }]);
});
