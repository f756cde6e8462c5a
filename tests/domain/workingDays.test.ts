import Holidays from "date-holidays";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bankHolidayOn, computeBankHolidays, PUBLISHED_UNTIL } from "../../src/domain/bankHolidays.ts";
import { type CalendarDate, makeCalendarDate } from "../../src/domain/calendarDate.ts";
import { addDays, addMonths, daysBetween, weekdayInMonth, weekdayOf } from "../../src/domain/days.ts";
import { countWorkingDays, dayOff } from "../../src/domain/workingDays.ts";

const on = (text: string) => text as CalendarDate;
const isWeekday = (date: CalendarDate) => !["Saturday", "Sunday"].includes(weekdayOf(date));

/** Weekday bank holidays of a year, from a package that has them from elsewhere. */
const independent = (year: number): string[] =>
  new Holidays("GB", "ENG")
    .getHolidays(year)
    .filter(({ type }) => type === "public")
    .map(({ date }) => date.slice(0, 10))
    .filter((date) => isWeekday(on(date)))
    .toSorted();

const ours = (year: number): string[] =>
  Array.from({ length: 366 }, (_, i) => addDays(on(`${year}-01-01`), i)).filter(
    (date) => date.startsWith(String(year)) && bankHolidayOn(date) !== undefined,
  );

describe("bank holidays of England and Wales [GAP-14]", () => {
  it.each([2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028])(
    "of %i are those an independent list has",
    (year) => expect(ours(year)).toEqual(independent(year)),
  );

  it("are worked out by the rules alone as they were published, but for royal events and moved days", () => {
    for (const year of [2021, 2024, 2025, 2026, 2027, 2028]) {
      expect(computeBankHolidays(year).map(({ date }) => date)).toEqual(independent(year));
    }
    expect(computeBankHolidays(2022).map(({ date }) => date)).not.toEqual(independent(2022));
  });

  it("beyond the published list agree with the independent rules, and are marked provisional", () => {
    for (let year = 2029; year <= 2045; year++) expect(ours(year)).toEqual(independent(year));
    expect(bankHolidayOn(on("2029-12-25"))).toEqual({
      date: "2029-12-25",
      name: "Christmas Day",
      provisional: true,
    });
    expect(bankHolidayOn(on("2028-12-25"))?.provisional).toBe(false);
    expect(PUBLISHED_UNTIL).toBe("2028-12-31");
  });

  it("have names that say which is a substitute", () => {
    expect(bankHolidayOn(on("2026-12-28"))?.name).toBe("Boxing Day (substitute day)");
    expect(bankHolidayOn(on("2026-12-26"))).toBeUndefined();
  });
});

describe("a day off", () => {
  it("is a weekend, a bank holiday, or a day that a co-ordinator added", () => {
    const named = [{ date: on("2026-11-24"), name: "Offices closed", worked: false }];
    expect(dayOff(on("2026-11-21"), named)).toMatchObject({ name: "Saturday", kind: "weekend" });
    expect(dayOff(on("2026-12-25"), named)).toMatchObject({ name: "Christmas Day", kind: "bankHoliday" });
    expect(dayOff(on("2026-11-24"), named)).toMatchObject({ name: "Offices closed", kind: "added" });
    expect(dayOff(on("2026-11-25"), named)).toBeUndefined();
  });

  it("is worked when a co-ordinator says that the bank holiday was moved", () => {
    expect(
      dayOff(on("2027-05-03"), [{ date: on("2027-05-03"), name: "Moved", worked: true }]),
    ).toBeUndefined();
  });
});

describe("counting working days", () => {
  it("names what it passed over, in the order of the calendar", () => {
    const counted = countWorkingDays(on("2026-04-09"), 3, -1, []);
    expect(counted.date).toBe("2026-04-02");
    expect(counted.skipped.map(({ name }) => name)).toEqual([
      "Good Friday",
      "Saturday",
      "Sunday",
      "Easter Monday",
    ]);
  });

  const day = fc
    .tuple(fc.integer({ min: 2020, max: 2040 }), fc.integer({ min: 0, max: 365 }))
    .map(([year, days]) => addDays(on(`${year}-01-01`), days));

  it("goes one way as far as it came the other, from a working day", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (date, amount) => {
        fc.pre(dayOff(date, []) === undefined);
        const there = countWorkingDays(date, amount, 1, []).date;
        expect(countWorkingDays(there, amount, -1, []).date).toBe(date);
      }),
    );
  });

  it("ends on a working day, with every day off between among the skipped", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (date, amount) => {
        const { date: end, skipped } = countWorkingDays(date, amount, -1, []);
        expect(dayOff(end, [])).toBeUndefined();
        expect(daysBetween(end, date)).toBe(amount + skipped.length);
      }),
    );
  });
});

describe("days", () => {
  it("add over the ends of months and years", () => {
    expect(addDays(on("2026-12-31"), 1)).toBe("2027-01-01");
    expect(addDays(on("2028-03-01"), -1)).toBe("2028-02-29");
    expect(addMonths(on("2026-03-31"), -1)).toBe("2026-02-28");
    expect(addMonths(on("2026-01-31"), -2)).toBe("2025-11-30");
    expect(addMonths(on("2026-11-30"), 3)).toBe("2027-02-28");
  });

  it("find the last Thursday whether it is the fourth or the fifth [HER-05]", () => {
    expect(weekdayInMonth(2026, 11, "last", "Thursday")).toBe("2026-11-26");
    expect(weekdayInMonth(2026, 12, "last", "Thursday")).toBe("2026-12-31");
    expect(weekdayInMonth(2026, 4, "last", "Thursday")).toBe("2026-04-30");
    expect(weekdayInMonth(2027, 2, "last", "Thursday")).toBe("2027-02-25");
    expect(makeCalendarDate(2027, 2, 25)).toBe("2027-02-25");
  });
});
