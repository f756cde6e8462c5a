import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseInviteLink } from "../../src/crypto/enrol.ts";
import { makeKeys, openIdentity, SealedIdentity, sealIdentity } from "../../src/crypto/identity.ts";
import {
  COST_CEILING,
  COST_FLOOR,
  DEFAULT_COST,
  isAcceptableCost,
  makeRecoveryCode,
  normalisePassphrase,
  parseRecoveryCode,
  passphraseKey,
} from "../../src/crypto/passphrase.ts";
import { loadSodium } from "../../src/crypto/sodium.ts";
import { toWords } from "../../src/crypto/words.ts";
import { type Bytes, parseB64, toB64 } from "../../src/domain/bytes.ts";
import { hashFromBytes, makeId } from "../../src/domain/ids.ts";
import frozen from "../vectors/v1.json" with { type: "json" };
import { fixedRandom } from "./fixedRandom.ts";

const sodium = await loadSodium();

describe("the cost of a passphrase", () => {
  it("is never below the floor nor above the ceiling, whatever an envelope asks", () => {
    expect([COST_FLOOR, DEFAULT_COST, COST_CEILING].every(isAcceptableCost)).toBe(true);
    const { memoryBytes, passes } = COST_FLOOR;
    for (const cost of [
      { memoryBytes: memoryBytes - 1, passes },
      { memoryBytes, passes: passes - 1 },
      { memoryBytes: COST_CEILING.memoryBytes + 1, passes },
      { memoryBytes, passes: COST_CEILING.passes + 1 },
      { memoryBytes: Number.NaN, passes },
    ]) {
      expect(isAcceptableCost(cost)).toBe(false);
      expect(() => passphraseKey(sodium, "words", new Uint8Array(16), cost)).toThrow(RangeError);
    }
  });

  it("has the floor that the protocol names: 64 MiB and 3 passes, 128 MiB and 4 by default", () => {
    expect(COST_FLOOR).toEqual({ memoryBytes: 64 * 2 ** 20, passes: 3 });
    expect(DEFAULT_COST).toEqual({ memoryBytes: 128 * 2 ** 20, passes: 4 });
  });
});

it("a passphrase is the same words on any keyboard", () => {
  for (const typed of ["café au lait", "cafe\u0301 au lait", " café  au\tlait ", "café\u00a0au lait"]) {
    expect(normalisePassphrase(typed)).toBe("café au lait");
  }
  expect(normalisePassphrase("Café au lait")).not.toBe("café au lait");
});

describe("a recovery code", () => {
  it("is read back however it is typed", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const code = makeRecoveryCode(fixedRandom(seed));
        const bare = code.replaceAll("-", "");
        expect(bare).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
        expect(parseRecoveryCode(code)).toBe(bare);
        expect(parseRecoveryCode(` ${code.toLowerCase().replaceAll("-", " ")} `)).toBe(bare);
        expect(parseRecoveryCode(bare.replaceAll("0", "o").replaceAll("1", "l"))).toBe(bare);
      }),
    );
  });

  it("holds all 128 bits: no two differ in one bit and agree in their text", () => {
    const bytes = fixedRandom(3)(16);
    const codes = Array.from({ length: 128 }, (_, bit) =>
      makeRecoveryCode(() => bytes.with(bit >> 3, (bytes[bit >> 3] as number) ^ (1 << (bit & 7))) as Bytes),
    );
    expect(new Set(codes).size).toBe(128);
    expect(makeRecoveryCode(() => new Uint8Array(16).fill(255)).replaceAll("-", "")).toMatch(/^7Z{25}$/);
  });

  it.each(["", "short", "U".repeat(26), "0".repeat(25), "0".repeat(27), "é".repeat(26)])(
    "is not %j",
    (typed) => {
      expect(parseRecoveryCode(typed)).toBeUndefined();
    },
  );
});

describe("a sealed identity", () => {
  const random = fixedRandom(9);
  const place = {
    partnership: makeId<never>(random),
    panel: makeId<never>(random),
    genesis: hashFromBytes(random(32)),
  };
  const { sealed, recoveryCode } = sealIdentity(
    sodium,
    random,
    makeKeys(sodium, random),
    place,
    "the words",
    COST_FLOOR,
  );
  const byCode = (identity: SealedIdentity) => openIdentity(sodium, identity, { recoveryCode });

  it("is damaged or wrong with any byte of what it holds changed, and never opens to other keys", () => {
    expect(byCode(sealed).ok).toBe(true);
    for (const name of ["byRecovery", "seeds"] as const) {
      const bytes = parseB64(sealed[name]) as Bytes;
      for (let at = 0; at < bytes.length; at++) {
        const spoilt = toB64(bytes.with(at, (bytes[at] as number) ^ 1));
        const fault = name === "seeds" ? "damaged" : "wrong";
        expect(byCode({ ...sealed, [name]: spoilt })).toEqual({ ok: false, fault });
      }
    }
  });

  it("of another device does not open, though the code be right", () => {
    expect(byCode({ ...sealed, device: makeId(random) })).toEqual({ ok: false, fault: "wrong" });
    expect(byCode({ ...sealed, byRecovery: sealed.byPassphrase }).ok).toBe(false);
    expect(byCode({ ...sealed, seeds: sealed.byRecovery })).toEqual({ ok: false, fault: "damaged" });
  });

  it("with another salt, or a cost that was raised, is refused like a wrong passphrase", () => {
    const open = (identity: SealedIdentity) => openIdentity(sodium, identity, { passphrase: "the words" });
    expect(open(sealed).ok).toBe(true);
    expect(open({ ...sealed, salt: toB64(random(16)) })).toEqual({ ok: false, fault: "wrong" });
    expect(open({ ...sealed, cost: { ...COST_FLOOR, passes: 4 } })).toEqual({ ok: false, fault: "wrong" });
    expect(open({ ...sealed, salt: toB64(random(8)) })).toEqual({ ok: false, fault: "damaged" });
  });

  it("tells nobody's name, and holds no key as it is", () => {
    expect(Object.keys(sealed).toSorted()).toEqual(Object.keys(SealedIdentity.shape).toSorted());
    expect(SealedIdentity.safeParse({ ...sealed, version: 2 }).success).toBe(false);
  });
});

describe("an invite link", () => {
  const good = frozen.bytes.inviteLink;

  it("is read as it was written", () => expect(parseInviteLink(good)).toBeDefined());

  it("is refused with any part missing, added, cut or of another kind", () => {
    const parts = good.split(".");
    expect(parseInviteLink(`${good}.x`)).toBeUndefined();
    for (let i = 0; i < parts.length; i++) {
      expect(parseInviteLink(parts.toSpliced(i, 1).join("."))).toBeUndefined();
      expect(parseInviteLink(parts.with(i, "").join("."))).toBeUndefined();
      expect(parseInviteLink(parts.with(i, (parts[i] as string).slice(1)).join("."))).toBeUndefined();
      expect(parseInviteLink(parts.with(i, "<script>").join("."))).toBeUndefined();
    }
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseInviteLink(text)).toBeUndefined();
      }),
    );
  });
});

it("words stand for the first bits, eleven to a word, in order", () => {
  expect(toWords(new Uint8Array(9), 6)).toEqual(Array.from({ length: 6 }, () => "abandon"));
  expect(toWords(new Uint8Array(9).fill(255), 6)).toEqual(Array.from({ length: 6 }, () => "zoo"));
  // 00000000001 00000000010 and zeros: the second and third words of the list.
  expect(toWords(new Uint8Array([0x00, 0x20, 0x08, 0, 0, 0, 0, 0, 0]), 3)).toEqual([
    "ability",
    "able",
    "abandon",
  ]);
  expect(() => toWords(new Uint8Array(8), 6)).toThrow(RangeError);
});
