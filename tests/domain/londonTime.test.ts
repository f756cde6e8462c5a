/** London's clocks, beside what the platform says: over a hundred years, and at both changes to the minute. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { londonDateOf, londonMs, londonTimeOf } from "../../src/domain/londonTime.ts";

const PLATFORM = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

function platformSays(ms: number): readonly [string, string] {
  const read = Object.fromEntries(PLATFORM.formatToParts(ms).map(({ type, value }) => [type, value]));
  return [`${read["year"]}-${read["month"]}-${read["day"]}`, `${read["hour"]}:${read["minute"]}`];
}

it("are what the platform says, at any moment from 1930 to 2100", () => {
  const [from, to] = [Date.UTC(1930, 0, 1), Date.UTC(2100, 0, 1)];
  fc.assert(
    fc.property(fc.integer({ min: from, max: to }), (ms) => {
      expect([londonDateOf(ms), londonTimeOf(ms)]).toEqual(platformSays(ms));
    }),
    { numRuns: 2_000 },
  );
});

it("change at one in the morning, back and forth, and a time shown twice is the later one", () => {
  expect(londonTimeOf(Date.parse("2026-10-25T00:59:59.999Z"))).toBe("01:59");
  expect(londonTimeOf(Date.parse("2026-10-25T01:00:00Z"))).toBe("01:00");
  expect(londonTimeOf(Date.parse("2026-03-29T00:59:59Z"))).toBe("00:59");
  expect(londonTimeOf(Date.parse("2026-03-29T01:00:00Z"))).toBe("02:00");
  expect(londonMs("2026-10-25" as never, "01:30")).toBe(Date.parse("2026-10-25T01:30:00Z"));
});
