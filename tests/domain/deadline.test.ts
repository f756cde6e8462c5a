import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import { addDays } from "../../src/domain/days.ts";
import { type DayRules, type DeadlineRule, dueBy } from "../../src/domain/deadline.ts";
import { londonDateOf, londonMs, londonTimeOf } from "../../src/domain/londonTime.ts";

const on = (text: string) => text as CalendarDate;
const DAYS: DayRules = { workingDayEnds: "17:00", named: [] };
const workingDays = (amount: number, counting: "inclusive" | "clear" = "inclusive"): DeadlineRule => ({
  amount,
  unit: "workingDays",
  counting,
  direction: "before",
});
const dateFor = (meeting: string, rule: DeadlineRule) =>
  dueBy(rule, { date: on(meeting), time: "10:00" }, DAYS).date;

describe("working days before a meeting", () => {
  // Meeting, then for 2, 3, 7 and 10 working days: inclusive and clear.
  it.each([
    ["2026-04-09", ["04-07", "04-02"], ["04-02", "04-01"], ["03-27", "03-26"], ["03-24", "03-23"]],
    ["2026-05-28", ["05-26", "05-22"], ["05-22", "05-21"], ["05-18", "05-15"], ["05-13", "05-12"]],
    ["2026-11-26", ["11-24", "11-23"], ["11-23", "11-20"], ["11-17", "11-16"], ["11-12", "11-11"]],
    ["2026-12-31", ["12-29", "12-24"], ["12-24", "12-23"], ["12-18", "12-17"], ["12-15", "12-14"]],
    ["2026-01-05", ["12-31", "12-30"], ["12-30", "12-29"], ["12-22", "12-19"], ["12-17", "12-16"]],
  ] as const)("of %s are the vectors of the research", (meeting, ...dates) => {
    const year = meeting === "2026-01-05" ? "2025" : meeting.slice(0, 4);
    [2, 3, 7, 10].forEach((amount, i) => {
      const [inclusive, clear] = dates[i] as readonly [string, string];
      expect(dateFor(meeting, workingDays(amount))).toBe(`${year}-${inclusive}`);
      expect(dateFor(meeting, workingDays(amount, "clear"))).toBe(`${year}-${clear}`);
    });
  });
});

describe("other units and ends", () => {
  const rule = (change: Partial<DeadlineRule>): DeadlineRule => ({ ...workingDays(2), ...change });

  it("counts days, weeks and months of the calendar, and clear days one more", () => {
    expect(dateFor("2026-11-26", rule({ unit: "days", amount: 3 }))).toBe("2026-11-23");
    expect(dateFor("2026-11-26", rule({ unit: "days", amount: 3, counting: "clear" }))).toBe("2026-11-22");
    expect(dateFor("2026-11-26", rule({ unit: "weeks", amount: 2 }))).toBe("2026-11-12");
    expect(dateFor("2026-03-31", rule({ unit: "months", amount: 1 }))).toBe("2026-02-28");
  });

  it("counts after a meeting as before it, and 3 weeks after one [HER-07]", () => {
    const after = rule({ direction: "after" });
    expect(dateFor("2026-04-02", after)).toBe("2026-04-08");
    expect(dateFor("2026-04-02", { ...after, counting: "clear" })).toBe("2026-04-09");
    expect(dateFor("2026-11-26", { ...after, unit: "weeks", amount: 3 })).toBe("2026-12-17");
  });

  it("takes hours to the minute, over a change of clocks too [HER-04]", () => {
    const due = dueBy(rule({ unit: "hours", amount: 48 }), { date: on("2026-03-30"), time: "10:00" }, DAYS);
    // 48 hours, of which the night to 29 March lost one.
    expect([due.date, due.time]).toEqual(["2026-03-28", "09:00"]);
  });

  it("means the meeting itself by 0 days before it", () => {
    const due = dueBy(rule({ unit: "days", amount: 0 }), { date: on("2026-11-26"), time: "14:00" }, DAYS);
    expect([due.date, due.time]).toEqual(["2026-11-26", "14:00"]);
  });

  it("keeps a calendar rule's last day where nobody works, and names it", () => {
    const due = dueBy(rule({ unit: "weeks", amount: 2 }), { date: on("2027-01-08"), time: "10:00" }, DAYS);
    expect(due.date).toBe("2026-12-25");
    expect(due.fallsOn?.name).toBe("Christmas Day");
  });

  it("leaves out a day that the co-ordinator added, with its name", () => {
    const named = [{ date: on("2026-11-25"), name: "Offices closed", worked: false }];
    const due = dueBy(workingDays(2), { date: on("2026-11-26"), time: "10:00" }, { ...DAYS, named });
    expect(due.date).toBe("2026-11-23");
    expect(due.skipped.map(({ name }) => name)).toEqual(["Offices closed"]);
  });

  it("is provisional only where the published list has ended", () => {
    const due = (date: string) => dueBy(workingDays(2), { date: on(date), time: "10:00" }, DAYS);
    expect(due("2028-12-28").provisional).toBe(false);
    expect(due("2029-01-04").provisional).toBe(true);
  });
});

describe("the last moment [GAP-14]", () => {
  const at = (date: string, cutOff?: string) =>
    new Date(dueBy({ ...workingDays(2), cutOff }, { date: on(date), time: "10:00" }, DAYS).ms).toISOString();

  it("is the end of the working day in London, in winter and in summer", () => {
    expect(at("2026-11-26")).toBe("2026-11-24T17:00:00.000Z");
    expect(at("2026-07-23")).toBe("2026-07-21T16:00:00.000Z");
  });

  it("is the rule's own time where it has one, and midnight is the end of that day", () => {
    expect(at("2026-11-26", "12:30")).toBe("2026-11-24T12:30:00.000Z");
    expect(at("2026-11-26", "24:00")).toBe("2026-11-25T00:00:00.000Z");
    expect(at("2026-07-23", "24:00")).toBe("2026-07-21T23:00:00.000Z");
  });

  it("is right on the days that clocks change", () => {
    const rule: DeadlineRule = { ...workingDays(1), unit: "days", cutOff: "24:00" };
    const ms = (date: string) => dueBy(rule, { date: on(date), time: "10:00" }, DAYS).ms;
    // 29 March 2026 has 23 hours, 25 October 2026 has 25.
    expect(new Date(ms("2026-03-30")).toISOString()).toBe("2026-03-29T23:00:00.000Z");
    expect(new Date(ms("2026-10-26")).toISOString()).toBe("2026-10-26T00:00:00.000Z");
  });
});

describe("London time", () => {
  it("reads back every instant it makes, but for the hour that clocks skip", () => {
    const minute = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 });
    fc.assert(
      fc.property(minute, (minutes) => {
        const ms = minutes * 60_000;
        const back = londonMs(londonDateOf(ms), londonTimeOf(ms));
        // The hour that comes twice is read as the later.
        expect(back === ms || back === ms + 3_600_000).toBe(true);
        expect([londonDateOf(back), londonTimeOf(back)]).toEqual([londonDateOf(ms), londonTimeOf(ms)]);
      }),
      { numRuns: 500 },
    );
  });

  it("takes the later of a time that comes twice, and pushes one that never comes past the change", () => {
    expect(new Date(londonMs(on("2026-10-25"), "01:30")).toISOString()).toBe("2026-10-25T01:30:00.000Z");
    expect(new Date(londonMs(on("2026-03-29"), "01:30")).toISOString()).toBe("2026-03-29T01:30:00.000Z");
    expect(londonTimeOf(londonMs(on("2026-03-29"), "01:30"))).toBe("02:30");
  });
});

describe("any deadline", () => {
  const rule: fc.Arbitrary<DeadlineRule> = fc.record({
    amount: fc.integer({ min: 0, max: 40 }),
    unit: fc.constantFrom("workingDays", "days", "weeks", "months", "hours"),
    counting: fc.constantFrom("inclusive", "clear"),
    direction: fc.constantFrom("before", "after"),
    cutOff: fc.constantFrom(undefined, "00:00", "12:00", "24:00"),
  });
  const day = fc.integer({ min: 0, max: 365 * 12 }).map((days) => addDays(on("2022-01-01"), days));
  const ms = (each: DeadlineRule, date: CalendarDate, days: DayRules = DAYS) =>
    dueBy(each, { date, time: "10:00" }, days).ms;

  it("never comes earlier because the meeting is moved later", () => {
    fc.assert(
      fc.property(rule, day, fc.integer({ min: 1, max: 40 }), (each, date, later) => {
        expect(ms(each, addDays(date, later))).toBeGreaterThanOrEqual(ms(each, date));
      }),
    );
  });

  it("before a meeting never comes later for a larger amount, for clear days, or for one more day off", () => {
    fc.assert(
      fc.property(rule, day, fc.integer({ min: 1, max: 60 }), (any, date, before) => {
        const each = { ...any, amount: Math.max(1, any.amount), direction: "before" as const };
        expect(ms({ ...each, amount: each.amount + 1 }, date)).toBeLessThanOrEqual(ms(each, date));
        expect(ms({ ...each, counting: "clear" }, date)).toBeLessThanOrEqual(
          ms({ ...each, counting: "inclusive" }, date),
        );
        const closed = { date: addDays(date, -before), name: "Closed", worked: false };
        expect(ms(each, date, { ...DAYS, named: [closed] })).toBeLessThanOrEqual(ms(each, date));
      }),
    );
  });
});
