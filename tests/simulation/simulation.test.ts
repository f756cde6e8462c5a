/**
 * A hundred schedules of people at work while everything fails: the seeds that once failed, and fresh ones.
 * What must hold is in checks.ts; how to run one seed again is in README.md.
 */
import { afterAll, describe, expect, it } from "vitest";
import { simulate } from "./simulate.ts";
import { KEPT } from "./seeds.ts";

const SCHEDULES = 100;
const MAX_ROUNDS = 20;
/** Not the date: two machines that start together must not look at the same schedules. */
const fresh = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
const seeds = [
  ...KEPT.map(({ seed }) => seed),
  ...Array.from({ length: SCHEDULES - KEPT.length }, (_, i) => fresh + i),
];

let entries = 0;
let rounds = 0;
let restored = 0;

const check = async (seed: number) => {
  const result = await simulate(seed);
  entries += result.entries;
  rounds = Math.max(rounds, result.rounds ?? MAX_ROUNDS);
  restored += result.restored ? 1 : 0;
  expect(result.problems, `npm run sim -- --seed ${seed}`).toEqual([]);
};

describe("three people at work while requests, replies, devices, clocks and the server fail", () => {
  for (const { seed, showed } of KEPT) {
    it(`does not fail again: ${showed} (seed ${seed})`, () => check(seed));
  }
  it.each(seeds.slice(KEPT.length))(
    "loses, invents and leaks nothing, and everybody sees the same: seed %i",
    check,
    30_000,
  );

  it("replays a seed to the letter", async () => {
    const [first, again] = [await simulate(fresh), await simulate(fresh)];
    expect(again.log).toEqual(first.log);
    expect(again.size).toBe(first.size);
  });

  // A simulation in which nothing happens is green too.
  afterAll(() => {
    expect(entries).toBeGreaterThan(SCHEDULES * 8);
    expect(restored).toBeGreaterThan(2);
    expect(rounds).toBeLessThan(MAX_ROUNDS);
  });
});
