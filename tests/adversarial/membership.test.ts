/** Every membership event by every kind of signer: allowed where docs/protocol.md section 4 says so, and nowhere else. */
import { describe, expect, it } from "vitest";
import { sign } from "../../src/crypto/seal.ts";
import { ascii, fields, u32 } from "../../src/domain/bytes.ts";
import { type DeviceId, type InviteId, makeId, type ScopeId } from "../../src/domain/ids.ts";
import { applyToDirectory, applyToScope } from "../../src/domain/membership/apply.ts";
import { addDeviceBytes } from "../../src/domain/membership/directory.ts";
import {
  type MembershipEvent,
  type MembershipType,
  RESERVED_TYPES,
  WRAP_BYTES,
} from "../../src/domain/membership/events.ts";
import type { DirectoryState } from "../../src/domain/membership/state.ts";
import { resign, takeApart, putTogether } from "./mutants.ts";
import { type Actor, ensureEntry, ensureParsed, realSodium as sodium, World } from "./world.ts";

const world = new World(21);
const { founder: coordinator, panel, verifier, random } = world;
const chair = world.colleague("chair", ["chair"]);
const member = world.colleague("member", ["member"]);
const minutes = world.colleague("minutes", ["minutes"]);
const referrer = world.colleague("referrer", ["referrer"]);
const waiting = world.newcomer("waiting", ["referrer"]);
const outsider = world.outsider();
const everybody: readonly Actor[] = [coordinator, chair, member, minutes, referrer, waiting, outsider];

/** Access in one case: chair leads, member contributes, minutes reads; the others are not in it. */
const caseScope = world.openScope(chair);
world.publish(ensureEntry(chair.writer.grant(caseScope, member.keys.user, "contribute")));
world.publish(ensureEntry(chair.writer.grant(caseScope, minutes.keys.user, "read")));

const openInvite = world.invite(["referrer"]);
const wrap = new Uint8Array(WRAP_BYTES);
const directory = coordinator.reader.directory as DirectoryState;
const waitingUser = directory.users.get(waiting.keys.user);
if (!waitingUser) throw new Error("the newcomer is not in the directory");

function addDevice(by: Actor): MembershipEvent {
  const device = {
    device: makeId<DeviceId>(random),
    signKey: by.keys.deviceKeys.signPublic,
    boxKey: by.keys.deviceKeys.boxPublic,
  };
  const signature = sign(sodium, addDeviceBytes(by.keys.user, device), by.keys.userKeys.signing);
  return { type: "add-device", ...device, userSignature: signature };
}

const foundEvent = (by: Actor): MembershipEvent => ({
  type: "found",
  keys: {
    userSign: by.keys.userKeys.signPublic,
    userBox: by.keys.userKeys.boxPublic,
    deviceSign: by.keys.deviceKeys.signPublic,
    deviceBox: by.keys.deviceKeys.boxPublic,
  },
  roles: ["coordinator"],
  wrap,
});

type Row = {
  readonly what: MembershipType;
  readonly where: string;
  readonly event: (by: Actor) => MembershipEvent;
  readonly may: readonly Actor[];
};

const LEADS = [coordinator, chair];
const grantTo = (user: Actor): MembershipEvent => ({
  type: "grant",
  user: user.keys.user,
  epoch: 1,
  generation: 1,
  access: "contribute",
  wrap,
});
const inviteEvent = (): MembershipEvent => ({
  type: "invite",
  invite: makeId<InviteId>(random),
  inviteKey: random(32),
  roles: ["referrer"],
  expiresMs: 2 ** 42,
});

const rows: readonly Row[] = [
  { what: "found", where: "panel", event: foundEvent, may: [] },
  { what: "invite", where: "panel", event: inviteEvent, may: LEADS },
  {
    what: "cancel-invite",
    where: "panel",
    event: () => ({ type: "cancel-invite", invite: openInvite.invite }),
    may: LEADS,
  },
  { what: "accept", where: "panel", event: (by) => world.acceptEvent(by, openInvite), may: [outsider] },
  {
    what: "confirm",
    where: "panel",
    event: () => ({ type: "confirm", user: waiting.keys.user, keysHash: waitingUser.keysHash }),
    may: LEADS,
  },
  {
    what: "role",
    where: "panel",
    event: () => ({ type: "role", user: member.keys.user, roles: ["chair"] }),
    may: LEADS,
  },
  {
    what: "add-device",
    where: "panel",
    event: addDevice,
    may: [coordinator, chair, member, minutes, referrer],
  },
  { what: "grant", where: "panel", event: () => grantTo(referrer), may: LEADS },
  { what: "open", where: "panel", event: () => ({ type: "open", kind: "case", wrap }), may: [] },
  {
    what: "open",
    where: "new",
    event: () => ({ type: "open", kind: "case", wrap }),
    may: [coordinator, chair, member, minutes, referrer],
  },
  { what: "grant", where: "case", event: () => grantTo(referrer), may: [chair] },
  // A case's chain knows two events; the directory's do not belong there, whoever signs.
  { what: "found", where: "case", event: foundEvent, may: [] },
  { what: "invite", where: "case", event: inviteEvent, may: [] },
  {
    what: "cancel-invite",
    where: "case",
    event: () => ({ type: "cancel-invite", invite: openInvite.invite }),
    may: [],
  },
  { what: "accept", where: "case", event: (by) => world.acceptEvent(by, openInvite), may: [] },
  {
    what: "confirm",
    where: "case",
    event: () => ({ type: "confirm", user: waiting.keys.user, keysHash: waitingUser.keysHash }),
    may: [],
  },
  {
    what: "role",
    where: "case",
    event: () => ({ type: "role", user: member.keys.user, roles: ["chair"] }),
    may: [],
  },
  { what: "add-device", where: "case", event: addDevice, may: [] },
  { what: "open", where: "case", event: () => ({ type: "open", kind: "case", wrap }), may: [] },
  { what: "grant", where: "new", event: () => grantTo(referrer), may: [] },
];

const scopeOf = (where: string): ScopeId =>
  where === "panel" ? panel : where === "case" ? caseScope : makeId(random);

const apply = (bytes: ReturnType<typeof putTogether>) => {
  const entry = ensureParsed(bytes);
  return entry.header.scope === panel
    ? applyToDirectory(directory, entry, verifier)
    : applyToScope(
        coordinator.reader.scope(entry.header.scope) ?? chair.reader.scope(entry.header.scope),
        entry,
        directory,
        verifier,
      );
};

describe("a membership event is taken only from whoever may sign it", () => {
  it("of every type there is", () => {
    const types: readonly MembershipType[] = [
      "found",
      "invite",
      "cancel-invite",
      "accept",
      "confirm",
      "role",
      "add-device",
      "open",
      "grant",
    ];
    for (const where of ["panel", "case"]) {
      expect(new Set(rows.filter((row) => row.where === where).map((row) => row.what))).toEqual(
        new Set(types),
      );
    }
  });

  describe.each(rows)("$what in a $where scope", ({ where, event, may }) => {
    it.each(everybody)("signed by the $name", (by) => {
      const { bytes } = world.member(by, scopeOf(where), event(by));
      const applied = apply(bytes);
      expect(applied.ok ? "taken" : applied.fault).toEqual(
        may.includes(by) ? "taken" : expect.not.stringMatching("taken"),
      );
    });
  });

  it.each(rows)(
    "$what in a $where scope never with a signature taken away, or made by another's key",
    ({ where, event }) => {
      for (const by of everybody) {
        const { bytes } = world.member(by, scopeOf(where), event(by));
        const pieces = takeApart(bytes);
        const unsigned = putTogether({ ...pieces, signature: new Uint8Array(64) });
        expect(apply(unsigned).ok).toBe(false);
        for (const other of everybody) {
          if (other === by) continue;
          expect(apply(putTogether(resign(sodium, pieces, other.signing))).ok).toBe(false);
        }
      }
    },
  );

  it("is taken from anybody once signatures are not checked: the table above can fail", () => {
    const gullible = { ...verifier, verify: () => true };
    const { bytes } = world.member(referrer, panel, inviteEvent(), {
      author: coordinator.keys.user,
      device: coordinator.keys.device,
    });
    expect(applyToDirectory(directory, ensureParsed(bytes), verifier)).toEqual({
      ok: false,
      fault: "bad-signature",
    });
    expect(applyToDirectory(directory, ensureParsed(bytes), gullible).ok).toBe(true);
  });
});

describe("the types kept for later", () => {
  it.each(RESERVED_TYPES)("%s is refused as reserved, from the co-ordinator too", (type) => {
    const event = { type: "cancel-invite", invite: openInvite.invite } as const;
    const pieces = takeApart(world.member(coordinator, panel, event).bytes);
    const body = fields(type, new Uint8Array(16));
    const bytes = putTogether(resign(sodium, { ...pieces, body }, coordinator.signing));
    expect(apply(bytes)).toEqual({ ok: false, fault: "reserved" });
  });

  it.each([
    ["a type nobody knows", fields("promote", new Uint8Array(16))],
    ["a part too many", fields("cancel-invite", new Uint8Array(16), new Uint8Array(1))],
    ["a part too few", fields("confirm", new Uint8Array(16))],
    ["a part too long", fields("cancel-invite", new Uint8Array(17))],
    ["roles out of order", fields("role", new Uint8Array(16), ascii("referrer,chair"))],
    ["a role twice", fields("role", new Uint8Array(16), ascii("chair,chair"))],
    ["a role unknown", fields("role", new Uint8Array(16), ascii("admin"))],
    ["no role", fields("role", new Uint8Array(16), ascii(""))],
    ["a name every object has", fields("constructor", new Uint8Array(16))],
    ["the prototype's name", fields("__proto__", new Uint8Array(16))],
    ["epoch 0", fields("grant", new Uint8Array(16), u32(0), u32(1), ascii("lead"), wrap)],
    ["an access unknown", fields("grant", new Uint8Array(16), u32(1), u32(1), ascii("own"), wrap)],
    ["no body", new Uint8Array(0)],
  ])("%s is malformed", (_, body) => {
    const pieces = takeApart(world.member(coordinator, panel, inviteEvent()).bytes);
    const bytes = putTogether(resign(sodium, { ...pieces, body }, coordinator.signing));
    expect(apply(bytes)).toEqual({ ok: false, fault: "malformed" });
  });
});
