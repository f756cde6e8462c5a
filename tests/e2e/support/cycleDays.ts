/**
 * When things are due, counted day by day with bank holidays from elsewhere: what screens say is held against this,
 * so nothing here may come from the app's own engine.
 */
import Holidays from "date-holidays";

const DAY_MS = 86_400_000;
const holidays = new Holidays("GB", "ENG");

/** ISO dates: they compare as text. */
const plus = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
const isWeekend = (date: string): boolean => [0, 6].includes(new Date(date).getUTCDay());
const isBankHoliday = (date: string): boolean =>
  holidays
    .getHolidays(Number(date.slice(0, 4)))
    .some((each) => each.type === "public" && each.date.startsWith(date));
const isWorked = (date: string): boolean => !isWeekend(date) && !isBankHoliday(date);

/** `count` days on which somebody works, on from a date or back. */
export function workingDays(from: string, count: number): string {
  const step = Math.sign(count);
  let date = from;
  for (let left = Math.abs(count); left > 0;) {
    date = plus(date, step);
    if (isWorked(date)) left -= 1;
  }
  return date;
}

/** The first one on a weekday, from that day on. */
export function bankHolidayFrom(date: string): string {
  let found = date;
  while (isWeekend(found) || !isBankHoliday(found)) found = plus(found, 1);
  return found;
}

/** That many days later, or the next day after that on which somebody works. */
export function workedDayAfter(date: string, days: number): string {
  let found = plus(date, days);
  while (!isWorked(found)) found = plus(found, 1);
  return found;
}

export const weeksAfter = (date: string, weeks: number): string => plus(date, 7 * weeks);

const part = (date: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options }).format(new Date(date));

/** "26 November 2026". */
export const inWords = (date: string): string =>
  part(date, { day: "numeric", month: "long", year: "numeric" });

/** "26 November", with its year when that is not this one. */
export const shortly = (date: string): string =>
  date.slice(0, 4) === String(new Date().getFullYear())
    ? part(date, { day: "numeric", month: "long" })
    : inWords(date);

/** "Thursday", to go before either. */
export const weekdayOf = (date: string): string => part(date, { weekday: "long" });
