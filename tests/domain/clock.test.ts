import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareStamps,
  createClock,
  FUTURE_LIMIT_MS,
  MAX_COUNTER,
  MAX_MS,
  type Stamp,
} from "../../src/domain/clock.ts";

const NOON = 1_795_694_400_000;
const DAY = 86_400_000;

/** A clock whose wall the test moves. */
function makeWall(start = NOON, last?: Stamp) {
  const wall = { ms: start };
  return { wall, clock: createClock(() => wall.ms, last) };
}

describe("the hybrid clock", () => {
  it("never gives a stamp twice, nor one before another, wherever the wall goes", () => {
    const moves = fc.array(fc.integer({ min: -10 * 365 * DAY, max: 10 * 365 * DAY }), { maxLength: 60 });
    fc.assert(
      fc.property(moves, (jumps) => {
        const { wall, clock } = makeWall();
        let before = clock.tick();
        for (const jump of jumps) {
          wall.ms = NOON + jump;
          const now = clock.tick();
          expect(compareStamps(now, before)).toBeGreaterThan(0);
          before = now;
        }
      }),
    );
  });

  it("stays ahead of whatever it has seen, so that an answer sorts after its question", () => {
    const seen = fc.record({
      ms: fc.integer({ min: 0, max: NOON + FUTURE_LIMIT_MS }),
      counter: fc.nat(MAX_COUNTER),
    });
    fc.assert(
      fc.property(fc.array(seen, { maxLength: 30 }), (stamps) => {
        const { clock } = makeWall();
        for (const stamp of stamps) {
          clock.observe(stamp);
          expect(compareStamps(clock.tick(), stamp)).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("goes on from where it was when the wall is set back, and follows it again once it has caught up", () => {
    const { wall, clock } = makeWall();
    const first = clock.tick();
    wall.ms = NOON - DAY;
    expect(clock.tick()).toEqual({ ms: first.ms, counter: 1 });
    wall.ms = NOON + 1;
    expect(clock.tick()).toEqual({ ms: NOON + 1, counter: 0 });
  });

  it("follows a colleague's clock ten minutes ahead, and not one further", () => {
    const { clock } = makeWall();
    clock.observe({ ms: NOON + FUTURE_LIMIT_MS, counter: 3 });
    expect(clock.tick()).toEqual({ ms: NOON + FUTURE_LIMIT_MS, counter: 4 });
    clock.observe({ ms: NOON + FUTURE_LIMIT_MS + 1, counter: 0 });
    clock.observe({ ms: MAX_MS, counter: MAX_COUNTER });
    expect(clock.tick()).toEqual({ ms: NOON + FUTURE_LIMIT_MS, counter: 5 });
  });

  it("carries into the millisecond when its counter is full", () => {
    const { clock } = makeWall(NOON, { ms: NOON, counter: MAX_COUNTER });
    expect(clock.tick()).toEqual({ ms: NOON + 1, counter: 0 });
  });

  it("gives stamps that an entry can hold, whatever the wall says", () => {
    for (const wall of [-DAY, 0, 0.5, NOON + 0.9, MAX_MS + DAY, Number.MAX_SAFE_INTEGER]) {
      const { ms, counter } = createClock(() => wall).tick();
      expect(Number.isInteger(ms) && ms >= 0 && ms <= MAX_MS, String(wall)).toBe(true);
      expect(counter).toBeLessThanOrEqual(MAX_COUNTER);
    }
  });

  it("goes on from the stamp it was opened with", () => {
    const { clock } = makeWall(NOON - DAY, { ms: NOON, counter: 9 });
    expect(clock.tick()).toEqual({ ms: NOON, counter: 10 });
  });
});

describe("after this device's clock was set back", () => {
  it("still stamps what is written now after what was written before", () => {
    const before = createClock(() => 2_000_000_000_000).tick();
    const clock = createClock(() => 1_000_000_000_000);
    clock.observe(before);
    expect(clock.latest().ms).toBe(0);
    clock.follow(before);
    expect(compareStamps(clock.tick(), before)).toBeGreaterThan(0);
  });
});
