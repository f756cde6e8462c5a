/**
 * Bank holidays of England and Wales, weekdays only: as published to the end of 2028, and worked out from the
 * fixed rules beyond, where a royal event or a moved day cannot be known yet.
 * Source: gov.uk/bank-holidays (Open Government Licence v3.0); Banking and Financial Dealings Act 1971.
 */
import { type CalendarDate, dateNumbers, makeCalendarDate } from "./calendarDate.ts";
import { addDays, weekdayInMonth, weekdayOf } from "./days.ts";
import published from "./bankHolidays.json" with { type: "json" };

export type BankHoliday = {
  readonly date: CalendarDate;
  readonly name: string;
  /** Worked out, not published. */
  readonly provisional: boolean;
};

/** The last day for which the published list is known. */
export const PUBLISHED_UNTIL = published.validUntil as CalendarDate;
const FIRST_PUBLISHED_YEAR = dateNumbers(published.validFrom as CalendarDate).year;
const LAST_PUBLISHED_YEAR = dateNumbers(PUBLISHED_UNTIL).year;

const PUBLISHED = new Map(
  published.holidays.map(({ date, name }): [string, BankHoliday] => [
    date,
    { date: date as CalendarDate, name, provisional: false },
  ]),
);
const computed = new Map<number, ReadonlyMap<string, BankHoliday>>();

export function bankHolidayOn(date: CalendarDate): BankHoliday | undefined {
  const { year } = dateNumbers(date);
  if (year >= FIRST_PUBLISHED_YEAR && year <= LAST_PUBLISHED_YEAR) return PUBLISHED.get(date);
  let ofYear = computed.get(year);
  if (!ofYear) {
    ofYear = new Map(computeBankHolidays(year).map((holiday) => [holiday.date, holiday]));
    computed.set(year, ofYear);
  }
  return ofYear.get(date);
}

/** The year's bank holidays by the rules alone, in order. */
export function computeBankHolidays(year: number): readonly BankHoliday[] {
  const on = (month: number, day: number) => makeCalendarDate(year, month, day) as CalendarDate;
  const easter = easterSunday(year);
  const days: readonly (readonly [CalendarDate, string])[] = [
    substituted(on(1, 1), "New Year’s Day"),
    [addDays(easter, -2), "Good Friday"],
    [addDays(easter, 1), "Easter Monday"],
    [weekdayInMonth(year, 5, "first", "Monday"), "Early May bank holiday"],
    [weekdayInMonth(year, 5, "last", "Monday"), "Spring bank holiday"],
    [weekdayInMonth(year, 8, "last", "Monday"), "Summer bank holiday"],
    ...christmas(on(12, 25), on(12, 26)),
  ];
  return days
    .map(([date, name]) => ({ date, name, provisional: true }))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

const SUBSTITUTE = " (substitute day)";

/** On a weekend, the Monday after in its place. */
function substituted(date: CalendarDate, name: string): readonly [CalendarDate, string] {
  const weekday = weekdayOf(date);
  if (weekday === "Saturday") return [addDays(date, 2), name + SUBSTITUTE];
  return weekday === "Sunday" ? [addDays(date, 1), name + SUBSTITUTE] : [date, name];
}

/** The two days stand in for each other's weekend: the one that falls on it moves past the other. */
function christmas(day: CalendarDate, boxing: CalendarDate): (readonly [CalendarDate, string])[] {
  const moved = (date: CalendarDate, name: string) =>
    [addDays(date, 2), `${name}${SUBSTITUTE}`] as [CalendarDate, string];
  switch (weekdayOf(day)) {
    case "Friday":
      return [[day, "Christmas Day"], moved(boxing, "Boxing Day")];
    case "Saturday":
      return [moved(day, "Christmas Day"), moved(boxing, "Boxing Day")];
    case "Sunday":
      return [[boxing, "Boxing Day"], moved(day, "Christmas Day")];
    default:
      return [
        [day, "Christmas Day"],
        [boxing, "Boxing Day"],
      ];
  }
}

/** The Gregorian reckoning of Meeus, Jones and Butcher. */
function easterSunday(year: number): CalendarDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const of = h + l - 7 * m + 114;
  return makeCalendarDate(year, Math.floor(of / 31), (of % 31) + 1) as CalendarDate;
}
