/**
 * Would the simulation notice? Each defence is taken out, from here and never by a flag in the product, and some
 * schedule must go red within a bounded number; the same seed with the defence back in place is green.
 */
import { afterEach, describe, expect, it, vi } from "vitest";
import * as broken from "./broken.ts";
import { type Result, simulate } from "./simulate.ts";
import { HONEST, type Parts } from "./world.ts";

const without = vi.hoisted(() => ({
  pokesOnly: false,
  chain: false,
  associatedData: false,
  signature: false,
}));

vi.mock("../../src/sync/replicate.ts", async (original) => {
  const actual = await original<typeof import("../../src/sync/replicate.ts")>();
  const { startBroken } = await import("./brokenStream.ts");
  const startReplication: typeof actual.startReplication = (...args) =>
    without.pokesOnly ? startBroken(...args) : actual.startReplication(...args);
  return { ...actual, startReplication };
});

vi.mock("../../src/domain/authorChain.ts", async (original) => {
  const actual = await original<typeof import("../../src/domain/authorChain.ts")>();
  const extendChain: typeof actual.extendChain = (chain, link) =>
    without.chain
      ? { chain: { last: link, ahead: [], hashes: [] }, forked: false }
      : actual.extendChain(chain, link);
  return { ...actual, extendChain };
});

vi.mock("../../src/crypto/seal.ts", async (original) => {
  const actual = await original<typeof import("../../src/crypto/seal.ts")>();
  const { blind } = await import("./blindSodium.ts");
  const openContent: typeof actual.openContent = (sodium, ...rest) => {
    const opened = actual.openContent(sodium, ...rest);
    // What the base holds was sealed as it should be; the rest is as if the header were not authenticated.
    return opened.ok || !without.associatedData ? opened : actual.openContent(blind(sodium), ...rest);
  };
  const sealContent: typeof actual.sealContent = (sodium, ...rest) =>
    actual.sealContent(without.associatedData ? blind(sodium) : sodium, ...rest);
  return { ...actual, openContent, sealContent };
});

vi.mock("../../src/crypto/verify.ts", async (original) => {
  const actual = await original<typeof import("../../src/crypto/verify.ts")>();
  const makeVerifier: typeof actual.makeVerifier = (sodium) => {
    const verifier = actual.makeVerifier(sodium);
    return { ...verifier, verify: (...args) => without.signature || verifier.verify(...args) };
  };
  return { ...actual, makeVerifier };
});

const FIRST_SEED = 7_000;
/** Of devices dying in a step: a dozen deaths in a schedule, so that some fall between two writes. */
const OFTEN = 0.25;
vi.setConfig({ testTimeout: 120_000 });
type Judge = (result: Result) => boolean;
const anyProblem: Judge = ({ problems }) => problems.length > 0;

/** The first seed found red, of at most `schedules`. */
async function firstRed(
  schedules: number,
  parts: Partial<Parts>,
  isRed: Judge = anyProblem,
): Promise<Result | undefined> {
  for (let seed = FIRST_SEED; seed < FIRST_SEED + schedules; seed++) {
    const result = await simulate(seed, parts);
    if (isRed(result)) return result;
  }
  return undefined;
}

const restore = () => {
  for (const name of Object.keys(without)) without[name as keyof typeof without] = false;
};

/** Red for this reason within so many schedules; and the same seed is green with the defence back in place. */
async function expectRed(
  schedules: number,
  parts: Partial<Parts>,
  sentence: RegExp,
  isRed?: Judge,
): Promise<void> {
  const red = await firstRed(schedules, parts, isRed);
  if (!red) expect.fail(`still green after ${schedules} schedules`);
  expect(red.problems.join("\n")).toMatch(sentence);
  restore();
  const { crash = HONEST.crash } = parts;
  expect((await simulate(red.seed, { crash })).problems).toEqual([]);
}

afterEach(restore);

describe("the simulation goes red", () => {
  it("when entries are updated in place under RxDB's default conflict handler", async () => {
    await expectRed(5, broken.updatingInPlace, /lost|lacks|refused/);
  });

  it("when the live stream carries documents instead of RESYNC", async () => {
    without.pokesOnly = true;
    await expectRed(5, {}, /lacks an entry/);
  });

  it("when the server numbers entries without the lock, so that they are seen out of order", async () => {
    await expectRed(10, broken.withoutLock, /lacks an entry/);
  });

  it("when the server does not ask who may pull", async () => {
    await expectRed(3, broken.withoutMembership, /outsider holds an entry of a case never granted/);
  });

  it("when an entry is not written ahead, and the device dies in between", async () => {
    await expectRed(25, { ...broken.withoutWriteAhead, crash: OFTEN }, /missing|lost/);
  });

  it("when stored entries are stamped by a clock that may be set back, and not counted", async () => {
    await expectRed(30, broken.withoutCounting, /unsent|screen/);
  });
});

describe("a hostile server that redates what others wrote", () => {
  const forged: Judge = ({ problems }) => problems.some((each) => each.includes("forged"));

  it.each([
    ["signature and associated data hold", {}],
    ["the signature is not checked: the associated data holds", { signature: true }],
    ["the associated data is left out: the signature holds", { associatedData: true }],
  ])("is never believed while %s", async (_, off) => {
    Object.assign(without, off);
    expect(await firstRed(2, broken.redating, forged)).toBeUndefined();
    expect((await simulate(FIRST_SEED, broken.redating)).problems.join()).toMatch(
      /second quarantined an entry/,
    );
  });

  it("is believed when both are gone, and the simulation goes red", async () => {
    Object.assign(without, { signature: true, associatedData: true });
    await expectRed(6, broken.redating, /second opened a forged entry/, forged);
  });
});

describe("a hostile server that withholds one entry", () => {
  const unnoticed: Judge = ({ problems }) =>
    problems.some((each) => each.includes("second lacks an entry")) &&
    !problems.some((each) => each.includes("second knows of") || each.includes("second still waits"));

  it("is noticed by the gap in the author's chain", async () => {
    expect(await firstRed(4, broken.withholding, unnoticed)).toBeUndefined();
  });

  it("is not noticed when `prev` is not checked, and the simulation goes red", async () => {
    without.chain = true;
    await expectRed(8, broken.withholding, /second lacks an entry/, unnoticed);
  });
});
