/** What a hostile server can try with what it holds: ids, public keys, sealed entries, and silence. */
import { describe, expect, it } from "vitest";
import { readDirectory } from "../../src/crypto/enrol.ts";
import { makeKeys } from "../../src/crypto/identity.ts";
import { userKeyPairs } from "../../src/crypto/keys.ts";
import { sign } from "../../src/crypto/seal.ts";
import { EMPTY_CHAIN, extendChain, gapOf, type AuthorChain } from "../../src/domain/authorChain.ts";
import { type DeviceId, makeId } from "../../src/domain/ids.ts";
import { addDeviceBytes } from "../../src/domain/membership/directory.ts";
import { encodeMembership, parseMembership } from "../../src/domain/membership/events.ts";
import { putTogether, resign, takeApart } from "./mutants.ts";
import { ensureEntry, ensureParsed, makeTwoCases, realSodium as sodium, World } from "./world.ts";

const sealed = (entry: { id: never; bytes: never } | object) => entry as never;

describe("a server that adds somebody", () => {
  it("cannot add a member: it holds no co-ordinator's key", () => {
    const { world, founder } = makeTwoCases(31);
    const mallory = world.outsider("mallory");
    const claims = { author: founder.keys.user, device: founder.keys.device };
    const before = founder.reader.directory;
    for (const event of [
      { type: "confirm", user: mallory.keys.user, keysHash: new Uint8Array(32) },
      { type: "role", user: mallory.keys.user, roles: ["coordinator"] },
    ] as const) {
      const forged = world.member(mallory, world.panel, event, claims);
      expect(founder.reader.read([forged])[0]).toMatchObject({
        outcome: "quarantined",
        fault: "bad-signature",
      });
    }
    expect(founder.reader.directory).toBe(before);
  });

  it("cannot add a device to a person: only their user key can", () => {
    const { world, founder, member } = makeTwoCases(31);
    const mallory = makeKeys(sodium, world.random);
    const device = {
      device: makeId<DeviceId>(world.random),
      signKey: mallory.deviceKeys.signPublic,
      boxKey: mallory.deviceKeys.boxPublic,
    };
    const userSignature = sign(sodium, addDeviceBytes(member.keys.user, device), mallory.userKeys.signing);
    const claims = { author: member.keys.user, device: member.keys.device };
    const unsigned = world.member(
      member,
      world.panel,
      { type: "add-device", ...device, userSignature },
      claims,
      mallory.deviceKeys.signing,
    );
    expect(founder.reader.read([unsigned])[0]).toMatchObject({ fault: "bad-signature" });
    // Even where it has the signing key of one device, as on a stolen tablet's disk: the user key is another.
    const stolen = world.member(
      member,
      world.panel,
      { type: "add-device", ...device, userSignature },
      claims,
    );
    expect(founder.reader.read([stolen])[0]).toMatchObject({ fault: "bad-signature" });
  });
});

describe("a server that swaps a recipient's public key", () => {
  it("breaks the newcomer's signature, and every hash after it", () => {
    const { world, founder } = makeTwoCases(32);
    const mallory = userKeyPairs(sodium, world.random(32) as never);
    const chain = world.entries
      .map((entry) => ensureParsed(entry.bytes))
      .filter(({ header }) => header.scope === world.panel && header.kind === "membership")
      .map((entry) => entry.bytes);
    const at = chain.findIndex((bytes) => {
      const read = parseMembership(ensureParsed(bytes).body);
      return read.ok && read.event.type === "accept";
    });
    const pieces = takeApart(chain[at] as never);
    const read = parseMembership(pieces.body);
    if (!read.ok || read.event.type !== "accept") throw new Error("no accept");
    const keys = { ...read.event.keys, userBox: mallory.boxPublic };
    const swapped = { ...pieces, body: encodeMembership({ ...read.event, keys }) };
    const verify = world.verifier;
    expect(readDirectory(verify, world.genesis, chain)).toBeDefined();
    expect(readDirectory(verify, world.genesis, chain.with(at, putTogether(swapped)))).toBeUndefined();
    // Signed anew with a device key put in as well: the invite's signature does not cover that one.
    const all = { ...keys, deviceSign: mallory.signPublic };
    const resigned = resign(
      sodium,
      { ...swapped, body: encodeMembership({ ...read.event, keys: all }) },
      mallory.signing,
    );
    expect(readDirectory(verify, world.genesis, chain.with(at, putTogether(resigned)))).toBeUndefined();
    expect(founder.reader.directory?.users.size).toBeGreaterThan(1);
  });

  it("cannot pass off another partnership's directory as this one", () => {
    const world = new World(33);
    const other = new World(34);
    const chain = other.entries.map((entry) => entry.bytes);
    expect(readDirectory(world.verifier, other.genesis, chain)).toBeDefined();
    expect(readDirectory(world.verifier, world.genesis, chain)).toBeUndefined();
    expect(world.fresh().read(other.entries)[0]?.outcome).not.toBe("member");
  });
});

describe("a server that shows two histories", () => {
  it("is seen: the second successor of one place is a fork, in a case and in the directory", () => {
    const { world, founder, referrer, member, caseA } = makeTwoCases(35);
    for (const scope of [caseA, world.panel]) {
      const make = () => ensureEntry(founder.writer.grant(scope, member.keys.user, "lead"));
      const [one, two] = [make(), make()];
      expect(referrer.reader.read([one])[0]?.outcome).toBe("member");
      expect(referrer.reader.read([two])[0]).toMatchObject({ outcome: "quarantined", fault: "fork" });
      const other = world.fresh(founder);
      expect(other.read([two])[0]?.outcome).toBe("member");
      expect(other.read([one])[0]).toMatchObject({ outcome: "quarantined", fault: "fork" });
    }
  });

  it("cannot open a scope a second time to seize it", () => {
    const { world, founder, member, caseB } = makeTwoCases(36);
    const event = { type: "open", kind: "case", wrap: new Uint8Array(1193) } as const;
    const second = world.member(member, caseB, event, { head: undefined });
    expect(founder.reader.read([second])[0]).toMatchObject({ outcome: "quarantined", fault: "fork" });
  });
});

describe("a server that goes back", () => {
  it("makes no reader forget a head: what is known stays known, and what came after stays readable", () => {
    const { world, founder, referrer, caseA, contents } = makeTwoCases(37);
    const head = founder.reader.scope(caseA)?.head;
    const old = world.entries.filter((entry) => entry.scope === caseA).slice(0, 2);
    expect(founder.reader.read(old).every((each) => each.outcome === "member")).toBe(true);
    expect(founder.reader.scope(caseA)?.head).toBe(head);
    const last = contents.findLast((entry) => entry.scope === caseA);
    expect(founder.reader.read([sealed(last as object)])[0]?.outcome).toBe("opened");
    // A history rewritten after the restore contradicts what is known.
    const rewritten = world.member(
      referrer,
      caseA,
      { type: "cancel-invite", invite: makeId(world.random) },
      { head: old[1]?.hash },
    );
    expect(founder.reader.read([rewritten])[0]?.outcome).toBe("quarantined");
  });
});

describe("a server that withholds", () => {
  const linksOf = (entries: readonly { bytes: never }[], world: World) =>
    world
      .fresh()
      .read(entries as never)
      .flatMap((each) => (each.outcome === "opened" ? [each.link] : []));

  it.each([0, 1, 2, 3])(
    "entry %i of five leaves a gap of one, and what came after is still read",
    (missing) => {
      const { world, member, caseA } = makeTwoCases(38);
      const first = world.entries.findLast(
        (entry) => entry.scope === caseA && ensureParsed(entry.bytes).header.author === member.keys.user,
      );
      const written = [
        first,
        ...Array.from({ length: 4 }, (_, n) => world.content(member, caseA, `{"n":${n}}`)),
      ];
      const links = linksOf(written.filter((_, i) => i !== missing) as never, world);
      expect(links).toHaveLength(4);
      const chain = links.reduce<AuthorChain>((before, link) => extendChain(before, link).chain, EMPTY_CHAIN);
      expect(gapOf(chain)).toBe(1);
    },
  );

  it("would go unseen by a chain that did not look at its numbers and links", () => {
    // The same extension without them: every link is simply the newest.
    const blind = (_: AuthorChain, link: AuthorChain["last"]): AuthorChain => ({
      ...EMPTY_CHAIN,
      last: link,
    });
    const { world, member, caseA } = makeTwoCases(38);
    const written = Array.from({ length: 4 }, (_, n) => world.content(member, caseA, `{"n":${n}}`));
    const links = linksOf(written.toSpliced(1, 1) as never, world);
    expect(gapOf(links.reduce<AuthorChain>((before, link) => blind(before, link), EMPTY_CHAIN))).toBe(0);
    expect(
      gapOf(links.reduce<AuthorChain>((before, link) => extendChain(before, link).chain, EMPTY_CHAIN)),
    ).toBeGreaterThan(0);
  });

  it("the chain itself keeps content waiting, and never guesses at who was a member", () => {
    const { world, founder, caseA } = makeTwoCases(39);
    const reader = world.readerOf(founder.identity);
    const panel = world.entries.filter(
      (entry) => entry.scope === world.panel && ensureParsed(entry.bytes).header.kind === "membership",
    );
    reader.read(panel);
    const inCase = world.entries.filter((entry) => entry.scope === caseA);
    const outcomes = reader.read(inCase.slice(1));
    expect(new Set(outcomes.map((each) => each.outcome))).toEqual(new Set(["waiting"]));
    const freed = reader.read(inCase.slice(0, 1));
    expect(freed.some((each) => each.outcome === "waiting" || each.outcome === "quarantined")).toBe(false);
    expect(freed).toHaveLength(inCase.length);
  });
});
