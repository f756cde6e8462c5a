/** Wraps and local envelopes: for one person, one place, one purpose; every byte counts. */
import { describe, expect, it } from "vitest";
import { openEnvelope, sealEnvelope } from "../../src/crypto/envelope.ts";
import { type DeviceMasterKey, type ScopeKey, userKeyPairs, type UserSeed } from "../../src/crypto/keys.ts";
import { loadSodium } from "../../src/crypto/sodium.ts";
import { scopeWrapContext, unwrapKey, wrapKey } from "../../src/crypto/wrap.ts";
import { type Bytes, concat } from "../../src/domain/bytes.ts";
import { makeId, type ScopeId, type UserId } from "../../src/domain/ids.ts";
import { WRAP_BYTES } from "../../src/domain/membership/events.ts";
import { fixedRandom } from "./fixedRandom.ts";

const sodium = await loadSodium();
const random = fixedRandom(7);
const key = random(32) as ScopeKey;
const owner = userKeyPairs(sodium, random(32) as UserSeed);
const other = userKeyPairs(sodium, random(32) as UserSeed);
const scope = makeId<ScopeId>(random);
const user = makeId<UserId>(random);
const context = scopeWrapContext(scope, 1, user, 1);
const wrap = wrapKey(sodium, random, key, owner.boxPublic, context);
const open = (bytes: Bytes, pair = owner, where = context) =>
  unwrapKey(sodium, bytes, pair.box, pair.boxPublic, where);
const flipped = (bytes: Bytes, at: number): Bytes => bytes.with(at, (bytes[at] as number) ^ 1) as Bytes;

describe("a wrapped key", () => {
  it("opens for its owner, in its place", () => {
    expect(wrap).toHaveLength(WRAP_BYTES);
    expect(open(wrap)).toEqual(key);
  });

  it("opens for nobody else, and with no other public key than the owner's own", () => {
    expect(open(wrap, other)).toBeUndefined();
    expect(open(wrap, { ...owner, boxPublic: other.boxPublic })).toBeUndefined();
    expect(open(wrap, { ...owner, box: other.box })).toBeUndefined();
  });

  it.each([
    ["scope", scopeWrapContext(makeId(random), 1, user, 1)],
    ["epoch", scopeWrapContext(scope, 2, user, 1)],
    ["person", scopeWrapContext(scope, 1, makeId(random), 1)],
    ["generation", scopeWrapContext(scope, 1, user, 2)],
    ["order of the same numbers", scopeWrapContext(scope, 1, user, 1).toReversed() as Bytes],
  ])("opens in no other %s", (_, where) => {
    expect(open(wrap, owner, where)).toBeUndefined();
  });

  it("opens with no byte changed, each of its 1,193", () => {
    for (let at = 0; at < wrap.length; at++) expect(open(flipped(wrap, at)), `byte ${at}`).toBeUndefined();
  });

  it("opens in no other suite, and at no other length", () => {
    for (const suite of [0, 1, 3, 255]) expect(open(wrap.with(0, suite) as Bytes)).toBeUndefined();
    expect(open(wrap.slice(0, -1))).toBeUndefined();
    expect(open(concat(wrap, new Uint8Array(1)))).toBeUndefined();
    expect(open(new Uint8Array(0))).toBeUndefined();
  });

  it("is never the same twice", () => {
    expect(wrapKey(sodium, random, key, owner.boxPublic, context)).not.toEqual(wrap);
  });
});

describe("a local envelope", () => {
  const master = random(32) as DeviceMasterKey;
  const plain = new TextEncoder().encode("typed, not yet an entry");
  const sealed = sealEnvelope(sodium, random, master, "buffer", "one", plain);
  const opened = (bytes: Bytes, label = "buffer", name = "one", with_ = master) =>
    openEnvelope(sodium, with_, label, name, bytes);

  it("opens under its key, purpose and name, and under no other", () => {
    expect(opened(sealed)).toEqual(plain);
    expect(opened(sealed, "pack")).toBeUndefined();
    expect(opened(sealed, "buffer", "two")).toBeUndefined();
    expect(opened(sealed, "buffero", "ne")).toBeUndefined();
    expect(opened(sealed, "buffer", "one", random(32) as DeviceMasterKey)).toBeUndefined();
  });

  it("opens with no byte changed, missing or added", () => {
    for (let at = 0; at < sealed.length; at++)
      expect(opened(flipped(sealed, at)), `byte ${at}`).toBeUndefined();
    for (let length = 0; length < sealed.length; length++)
      expect(opened(sealed.slice(0, length))).toBeUndefined();
    expect(opened(concat(sealed, new Uint8Array(1)))).toBeUndefined();
  });

  it("holds nothing as well as anything", () => {
    expect(opened(sealEnvelope(sodium, random, master, "buffer", "one", new Uint8Array(0)))).toEqual(
      new Uint8Array(0),
    );
  });
});
