/** Reckoning in whole days of the calendar, with no time and no zone. */
import { type CalendarDate, dateNumbers, makeCalendarDate } from "./calendarDate.ts";

const DAY_MS = 86_400_000;
export const WEEKDAYS = [
  "Sunday",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Midnight UTC of that day: only for reckoning, never for an instant. */
function utcMs(date: CalendarDate): number {
  const { year, month, day } = dateNumbers(date);
  return Date.UTC(year, month - 1, day);
}

/** Days that have no date (before the year 1000 or after 9999) throw: no meeting is there. */
function ensureDate(year: number, month: number, day: number): CalendarDate {
  const date = makeCalendarDate(year, month, day);
  if (!date) throw new RangeError("outside the calendar");
  return date;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  const moved = new Date(utcMs(date) + days * DAY_MS);
  return ensureDate(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
}

/** The same day of another month, or that month's last day where it is shorter. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = dateNumbers(date);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return ensureDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** `month` from 1. */
const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

export const weekdayOf = (date: CalendarDate): Weekday =>
  WEEKDAYS[new Date(utcMs(date)).getUTCDay()] as Weekday;

/** Negative when `to` is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  (utcMs(to) - utcMs(from)) / DAY_MS;

export const WEEKS = ["first", "second", "third", "fourth", "last"] as const;
export type Week = (typeof WEEKS)[number];

/** "The last Thursday of November 2026". `month` from 1. */
export function weekdayInMonth(year: number, month: number, week: Week, weekday: Weekday): CalendarDate {
  const first = ensureDate(year, month, 1);
  const until = (WEEKDAYS.indexOf(weekday) - WEEKDAYS.indexOf(weekdayOf(first)) + 7) % 7;
  const days = until + 7 * WEEKS.indexOf(week);
  // A fifth week may belong to the next month: then the last is the fourth.
  return addDays(first, days < daysInMonth(year, month) ? days : days - 7);
}
