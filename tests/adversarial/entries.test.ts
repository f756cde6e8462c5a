/** Ten thousand spoilt entries, and none is taken for another. Attacks 3 to 6, 10 and 16 of docs/security.md. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Bytes } from "../../src/domain/bytes.ts";
import { MAX_BODY_BYTES, MAX_ENTRY_BYTES } from "../../src/domain/entry.ts";
import { idBytes } from "../../src/domain/ids.ts";
import { noneTakenIn } from "./attack.ts";
import { putTogether, resign, takeApart, withPart } from "./mutants.ts";
import { ensureParsed, makeTwoCases, realSodium as sodium, World } from "./world.ts";

const MUTANTS = 10_000;
const FRESH_MUTANTS = 2_000;
/** Kept for ever once it has failed. */
const SEEDS = [20_261_126];

const ground = makeTwoCases(11);
const { world, referrer, member, reading, unconfirmed, outsider, caseA, caseB, contents } = ground;
const originals = contents.map((entry) => entry.bytes);

const property = noneTakenIn(ground, () => world.fresh());

describe("an entry", () => {
  it("opens as it was written, or nothing below would mean anything", () => {
    for (const bytes of originals) expect(world.judge(bytes).outcome).toBe("opened");
  });

  it.each(SEEDS)("is taken in no spoilt form: ten thousand, seed %i", (seed) => {
    fc.assert(property, { numRuns: MUTANTS, seed });
  });

  it("is taken in no spoilt form: fresh ones, whose seed is printed", async ({ annotate }) => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    await annotate(`seed ${seed}`);
    fc.assert(property, { numRuns: FRESH_MUTANTS, seed });
  });

  it("is refused with any one byte changed, each byte of three entries", () => {
    for (const original of originals.slice(0, 3)) {
      for (let at = 0; at < original.length; at++) {
        const bytes = original.slice();
        bytes[at] = (bytes[at] as number) ^ (1 + (at % 255));
        expect(world.judge(bytes).outcome, `byte ${at}`).not.toBe("opened");
      }
    }
  });
});

describe("an entry replayed", () => {
  const bytes = originals[0] as Bytes;
  const pieces = takeApart(bytes);

  it("under another id is quarantined", () => {
    const [outcome] = world.fresh().read([{ id: contents[1]?.id as never, bytes }]);
    expect(outcome).toMatchObject({ outcome: "quarantined", fault: "id" });
  });

  it("in another case stays shut, even signed anew by its own author", () => {
    const header = withPart(pieces.header, "scope", idBytes(caseB));
    const moved = { ...pieces, header };
    expect(world.judge(putTogether(moved)).outcome).not.toBe("opened");
    // Its head is of the other chain: it waits for a place that will never come.
    const signed = resign(sodium, moved, referrer.signing);
    expect(world.judge(putTogether(signed)).outcome).not.toBe("opened");
    const headed = withPart(header, "head", originals[1]?.slice(126, 158) as Bytes);
    const best = resign(sodium, { ...pieces, header: headed }, referrer.signing);
    expect(world.judge(putTogether(best))).toMatchObject({ outcome: "quarantined", fault: "commitment" });
  });

  it("in another partnership is refused before a key is touched", () => {
    const other = new World(12);
    expect(other.judge(bytes).outcome).not.toBe("opened");
    const header = withPart(pieces.header, "partnership", idBytes(other.partnership));
    const moved = putTogether(resign(sodium, { ...pieces, header }, referrer.signing));
    expect(world.judge(moved)).toMatchObject({ outcome: "quarantined", fault: "wrong-partnership" });
  });

  it("twice opens to the same entry, so that folding it again changes nothing", () => {
    const reader = world.fresh();
    const entry = { id: contents[0]?.id as never, bytes };
    const [first, second] = reader.read([entry, entry]);
    expect(first).toEqual(second);
  });
});

describe("an entry sealed rightly, under the true key, by somebody who may not write", () => {
  it.each([
    ["a member with read access", reading, caseA],
    ["a confirmed colleague whom nobody let in", member, caseB],
    ["a newcomer not yet confirmed", unconfirmed, caseA],
    ["somebody nobody invited", outsider, caseA],
  ])("%s is not allowed", (_, by, scope) => {
    const entry = world.forge(by, scope, '{"n":0}');
    expect(world.judge(entry.bytes)).toMatchObject({ outcome: "quarantined", fault: "not-allowed" });
  });

  it("a member who names a place from before they were let in is not allowed", () => {
    const head = originals[0] && ensureParsed(originals[0]).header.head;
    const early = world.forge(member, caseA, '{"n":0}', { head });
    expect(world.judge(early.bytes)).toMatchObject({ outcome: "quarantined", fault: "not-allowed" });
  });

  it("a member signing with another's device, or on a device of nobody's, is unknown", () => {
    const borrowed = world.forge(member, caseA, '{"n":0}', { device: referrer.keys.device });
    expect(world.judge(borrowed.bytes)).toMatchObject({ outcome: "quarantined", fault: "unknown-device" });
    const nobodys = world.forge(member, caseA, '{"n":0}', { device: outsider.keys.device });
    expect(world.judge(nobodys.bytes)).toMatchObject({ outcome: "quarantined", fault: "unknown-device" });
  });

  it("a member writing in a colleague's name is found out by the signature", () => {
    const named = { author: referrer.keys.user, device: referrer.keys.device };
    const forged = world.forge(member, caseA, '{"n":0}', named);
    expect(world.judge(forged.bytes)).toMatchObject({ outcome: "quarantined", fault: "bad-signature" });
  });

  it("the same words by a member who may are opened: it is the rule that refuses, not the forgery", () => {
    expect(world.judge(world.forge(member, caseA, '{"n":0}').bytes).outcome).toBe("opened");
  });
});

describe("an entry that asks for less", () => {
  it.each([
    ["another magic", "magic", [0x43, 0x46, 0x52, 0x30], "magic"],
    ["suite 0", "suite", [0], "suite"],
    ["suite 2", "suite", [2], "suite"],
    ["kind 0", "kind", [0], "kind"],
    ["kind 3", "kind", [3], "kind"],
    ["content passed off as membership", "kind", [2], "shape"],
    ["epoch 0", "epoch", [0, 0, 0, 0], "shape"],
    ["no place in its author's chain", "authorSeq", [0, 0, 0, 0], "shape"],
  ] as const)("%s is refused, even signed by its author", (_, part, value, fault) => {
    const pieces = takeApart(originals[0] as Bytes);
    const header = withPart(pieces.header, part, new Uint8Array(value));
    const bytes = putTogether(resign(sodium, { ...pieces, header }, referrer.signing));
    expect(world.judge(bytes)).toMatchObject({ outcome: "quarantined", fault });
  });

  it("an epoch that the scope has not reached waits, and is not opened under another", () => {
    const ahead = world.forge(member, caseA, '{"n":0}', { epoch: 2 });
    expect(world.judge(ahead.bytes).outcome).toBe("waiting");
  });

  it("more than 256 KiB is refused by its size alone", () => {
    const pieces = takeApart(originals[0] as Bytes);
    const body = new Uint8Array(MAX_BODY_BYTES + 1);
    expect(world.judge(putTogether({ ...pieces, body }))).toMatchObject({ fault: "size" });
    const largest = putTogether({ ...pieces, body: body.slice(1) });
    expect(largest).toHaveLength(MAX_ENTRY_BYTES);
    expect(world.judge(largest)).toMatchObject({ fault: "bad-signature" });
  });
});
