/**
 * Switches the defences off, one at a time, and sees the attacks of entries.test.ts succeed: what proves that those
 * tests can fail. The parts are broken here, from outside; the product knows of no switch.
 */
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Sodium } from "../../src/crypto/sodium.ts";
import type { Bytes } from "../../src/domain/bytes.ts";
import { fields } from "../../src/domain/bytes.ts";
import { noneTakenIn } from "./attack.ts";
import { make, type Mutant, putTogether, resign, takeApart, withPart } from "./mutants.ts";
import { ensureParsed, makeTwoCases, realSodium } from "./world.ts";

const off = vi.hoisted(() => ({ trailing: false, membership: false }));

vi.mock("../../src/domain/entry.ts", async (load) => {
  const real = await load<typeof import("../../src/domain/entry.ts")>();
  /** As a parser would that believed the stated length and passed over what follows. */
  const parseEntry: typeof real.parseEntry = (bytes) => {
    if (!off.trailing || bytes.length < 226) return real.parseEntry(bytes);
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(222);
    return real.parseEntry(bytes.slice(0, 226 + length + 96));
  };
  return { ...real, parseEntry };
});

vi.mock("../../src/domain/membership/content.ts", async (load) => {
  const real = await load<typeof import("../../src/domain/membership/content.ts")>();
  const checkContent: typeof real.checkContent = (...args) =>
    off.membership ? undefined : real.checkContent(...args);
  return { ...real, checkContent };
});

afterEach(() => Object.assign(off, { trailing: false, membership: false }));

const SEED = 20_261_126;
const breaks = (property: fc.IProperty<[Mutant]>) =>
  fc.check(property, { numRuns: 4_000, seed: SEED }).failed;

/** libsodium with some calls replaced. */
const sodiumWith = (changes: Partial<Sodium>): Sodium => ({ ...realSodium, ...changes }) as Sodium;

const startsWithLabel = (message: Uint8Array | string | null, label: string): boolean => {
  const start = fields(label);
  return typeof message !== "string" && start.every((byte, i) => message?.[i] === byte);
};

/** Hashes the header to the same bytes whatever it says: nothing sealed is bound to it any more. */
const unbound = sodiumWith({
  crypto_generichash: ((length: number, message: Uint8Array, key: Uint8Array | null) =>
    startsWithLabel(message, "confer/1/header")
      ? new Uint8Array(length)
      : realSodium.crypto_generichash(length, message, key)) as Sodium["crypto_generichash"],
});

/** Seals and opens without associated data; the commitment still covers the header. */
const withoutAssociatedData = sodiumWith({
  crypto_aead_xchacha20poly1305_ietf_encrypt: ((
    plain: Uint8Array,
    _: unknown,
    none: null,
    nonce: Uint8Array,
    key: Uint8Array,
  ) =>
    realSodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
      plain,
      null,
      none,
      nonce,
      key,
    )) as Sodium["crypto_aead_xchacha20poly1305_ietf_encrypt"],
  crypto_aead_xchacha20poly1305_ietf_decrypt: ((
    none: null,
    sealed: Uint8Array,
    _: unknown,
    nonce: Uint8Array,
    key: Uint8Array,
  ) =>
    realSodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      none,
      sealed,
      null,
      nonce,
      key,
    )) as Sodium["crypto_aead_xchacha20poly1305_ietf_decrypt"],
});

/** The author's device signs another header over the same ciphertext. */
const bySameAuthor = (ground: ReturnType<typeof makeTwoCases>) => {
  const original = ground.contents[0]?.bytes as Bytes;
  const pieces = takeApart(original);
  const header = withPart(pieces.header, "at", new Uint8Array([0, 0, 1, 2, 3, 4, 0, 1]));
  return putTogether(resign(realSodium, { ...pieces, header }, ground.referrer.signing));
};

describe("with every defence in place", () => {
  it("the same search finds nothing", () => {
    const ground = makeTwoCases(11);
    expect(breaks(noneTakenIn(ground, () => ground.world.fresh()))).toBe(false);
    expect(ground.world.judge(bySameAuthor(ground))).toMatchObject({ fault: "commitment" });
  });
});

describe("with signatures that are always good", () => {
  it("a spoilt signature is taken in, and the search finds one", () => {
    const ground = makeTwoCases(11);
    const gullible = { ...ground.world.verifier, verify: () => true };
    expect(breaks(noneTakenIn(ground, () => ground.world.fresh(ground.founder, gullible)))).toBe(true);
  });
});

describe("with nothing sealed bound to the header", () => {
  it("an old ciphertext under a new header is taken in, and the search finds one", () => {
    const ground = makeTwoCases(11, unbound);
    expect(ground.world.judge(bySameAuthor(ground)).outcome).toBe("opened");
    expect(breaks(noneTakenIn(ground, () => ground.world.fresh()))).toBe(true);
  });

  it("either of the two bindings alone still refuses it: the commitment covers what associated data does", () => {
    const ground = makeTwoCases(11, withoutAssociatedData);
    expect(ground.world.judge(ground.contents[0]?.bytes as Bytes).outcome).toBe("opened");
    expect(ground.world.judge(bySameAuthor(ground))).toMatchObject({ fault: "commitment" });
  });
});

describe("with the commitment believed as it stands", () => {
  it("another commitment, signed by the author, is taken in", () => {
    const ground = makeTwoCases(11);
    const pieces = takeApart(ground.contents[0]?.bytes as Bytes);
    const commitment = new Uint8Array(32).fill(9);
    const bytes = putTogether(resign(realSodium, { ...pieces, commitment }, ground.referrer.signing));
    expect(ground.world.judge(bytes)).toMatchObject({ fault: "commitment" });
    const believing = sodiumWith({
      crypto_generichash: ((length: number, message: Uint8Array, key: Uint8Array | null) =>
        startsWithLabel(message, "confer/1/commit")
          ? commitment
          : realSodium.crypto_generichash(length, message, key)) as Sodium["crypto_generichash"],
    });
    const { world } = makeTwoCases(11, believing);
    expect(world.judge(bytes).outcome).toBe("opened");
  });
});

describe("with nobody asking who may write", () => {
  it("a member with read access, and a person nobody confirmed, are taken in", () => {
    const { world, reading, unconfirmed, outsider, caseA } = makeTwoCases(11);
    off.membership = true;
    for (const by of [reading, unconfirmed, outsider]) {
      expect(world.judge(world.forge(by, caseA, '{"n":0}').bytes).outcome, by.name).toBe("opened");
    }
  });
});

describe("with a parser that passes over what follows", () => {
  it("an entry with a tail is taken in, and the search finds one", () => {
    const ground = makeTwoCases(11);
    off.trailing = true;
    const extended = make(
      realSodium,
      { how: "extend", of: 0, by: new Uint8Array([1]) },
      ground.contents.map((entry) => entry.bytes),
      [],
    );
    expect(ground.world.judge(extended).outcome).toBe("opened");
    expect(
      breaks(
        noneTakenIn(
          ground,
          () => ground.world.fresh(),
          (mutant) => mutant.how === "extend",
        ),
      ),
    ).toBe(true);
    expect(ensureParsed(extended).bytes.length).toBeLessThan(extended.length);
  });
});
