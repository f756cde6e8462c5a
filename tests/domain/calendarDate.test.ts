import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dateNumbers,
  datePartsOf,
  formatCalendarDate,
  makeCalendarDate,
  monthsBetween,
  parseCalendarDate,
  readDateParts,
} from "../../src/domain/calendarDate.ts";

const read = (day: string, month: string, year: string) => readDateParts({ day, month, year });
const typed = fc.oneof(
  fc.string(),
  fc.nat(99_999).map(String),
  fc.constantFrom("\uD800", "🗓", "\u202E1", "1e3", "-1", "0x10", "Infinity", "__proto__"),
);
const aDate = fc
  .record({
    year: fc.integer({ min: 1000, max: 9999 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .map(({ year, month, day }) => makeCalendarDate(year, month, day))
  .filter((date) => date !== undefined);

describe("a date as typed", () => {
  it.each([
    ["27", "3", "1987"],
    [" 27 ", "03", "1987"],
    ["27th", "March", "1987"],
    ["27", "mar", "1987"],
    ["27", "Mar.", " 1987"],
  ])("is read whether figures or names: %s %s %s", (day, month, year) => {
    expect(read(day, month, year)).toEqual({ kind: "date", date: "1987-03-27" });
  });

  it("takes Sept for September and nothing for a letter or two", () => {
    expect(read("1", "Sept", "2026")).toEqual({ kind: "date", date: "2026-09-01" });
    expect(read("1", "ju", "2026")).toEqual({ kind: "impossible", part: "month" });
  });

  it("says which boxes are empty", () => {
    expect(read("", " ", "")).toEqual({ kind: "empty" });
    expect(read("1", "", "")).toEqual({ kind: "missing", parts: ["month", "year"] });
  });

  it.each([
    ["30", "2", "2026", "day"],
    ["29", "2", "2027", "day"],
    ["0", "2", "2026", "day"],
    ["1", "13", "2026", "month"],
    ["1", "2", "26", "year"],
    ["1", "2", "0026", "year"],
    ["١", "2", "2026", "day"],
    ["1", "2", "2026".repeat(50_000), "year"],
  ])("names the box to correct: %s %s", (day, month, year, part) => {
    expect(read(day, month, year)).toEqual({ kind: "impossible", part });
  });

  it("knows leap years", () => {
    expect(read("29", "2", "2024").kind).toBe("date");
    expect(read("29", "2", "2000").kind).toBe("date");
    expect(read("29", "2", "1900").kind).toBe("impossible");
  });

  it("never throws, whatever is typed", () => {
    fc.assert(
      fc.property(typed, typed, typed, (day, month, year) => {
        expect(["date", "empty", "missing", "impossible"]).toContain(read(day, month, year).kind);
      }),
    );
  });

  it("survives being put into boxes and read again", () => {
    fc.assert(
      fc.property(aDate, (date) => {
        expect(readDateParts(datePartsOf(date))).toEqual({ kind: "date", date });
      }),
    );
  });
});

describe("a calendar date", () => {
  it("is written as people in the United Kingdom write it", () => {
    expect(formatCalendarDate(parseCalendarDate("2026-11-26")!)).toBe("26 November 2026");
  });

  it("is parsed only where it exists", () => {
    expect(parseCalendarDate("2026-02-30")).toBeUndefined();
    expect(parseCalendarDate("2026-2-3")).toBeUndefined();
    expect(parseCalendarDate(20260203)).toBeUndefined();
  });

  it("agrees with the platform's own calendar", () => {
    fc.assert(
      fc.property(aDate, (date) => {
        const { year, month, day } = dateNumbers(date);
        expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
        expect(makeCalendarDate(year, month, day)).toBe(date);
      }),
    );
  });

  it("counts whole months, as ages are counted", () => {
    const months = (from: string, to: string) =>
      monthsBetween(parseCalendarDate(from)!, parseCalendarDate(to)!);
    expect(months("2008-11-27", "2026-11-26")).toBe(215);
    expect(months("2008-11-26", "2026-11-26")).toBe(216);
    expect(months("2026-11-26", "2026-10-26")).toBe(-1);
  });
});
