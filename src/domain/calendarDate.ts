/**
 * Days of the calendar, with no time and no zone: dates of birth, of consent, of meetings. What a person
 * types as three boxes is kept as typed (`DateParts`) and read only when it is checked or shown.
 */
import { z } from "zod";

declare const brand: unique symbol;
/** "2026-11-26". Sorts as text in the order of time. */
export type CalendarDate = string & { readonly [brand]: "calendarDate" };

export const CalendarDate = z
  .string()
  .refine((text) => parseCalendarDate(text) !== undefined, "not a date") as unknown as z.ZodType<
  CalendarDate,
  string
>;

/** Three boxes exactly as typed, spaces and mistakes included, so that nothing typed is lost. */
export const DateParts = z.looseObject({ day: z.string(), month: z.string(), year: z.string() });
export type DateParts = { readonly day: string; readonly month: string; readonly year: string };

export type DatePart = keyof DateParts;

export type ReadDate =
  | { readonly kind: "date"; readonly date: CalendarDate }
  /** Nothing typed in any box. */
  | { readonly kind: "empty" }
  | { readonly kind: "missing"; readonly parts: readonly DatePart[] }
  /** `part` is the box to correct first. */
  | { readonly kind: "impossible"; readonly part: DatePart };

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
const PARTS = ["day", "month", "year"] as const;
/** The longest text worth reading in one box; more cannot be a day, month or year. */
const LONGEST_PART = 40;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** `month` from 1. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Undefined for a day that never was, like 29 February 2027. Years 1000 to 9999: four figures, as typed. */
export function makeCalendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  const whole = [year, month, day].every(Number.isInteger);
  if (!whole || year < 1000 || year > 9999 || month < 1 || month > 12) return undefined;
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` as CalendarDate;
}

export function parseCalendarDate(text: unknown): CalendarDate | undefined {
  if (typeof text !== "string") return undefined;
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? makeCalendarDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** The numbers of a date; `month` from 1. */
export function dateNumbers(date: CalendarDate): { year: number; month: number; day: number } {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  return { year, month, day };
}

/** Reads what was typed: "3", "03" or "3rd"; "11", "Nov" or "November"; a year of four figures. */
export function readDateParts(parts: DateParts): ReadDate {
  const typed = { day: parts.day.trim(), month: parts.month.trim(), year: parts.year.trim() };
  const missing = PARTS.filter((part) => typed[part] === "");
  if (missing.length === 3) return { kind: "empty" };
  if (missing.length > 0) return { kind: "missing", parts: missing };
  const year = readNumber(typed.year, /^\d{4}$/);
  const month = readMonth(typed.month);
  const day = readNumber(typed.day.replace(/(?<=\d)(st|nd|rd|th)$/i, ""), /^\d{1,2}$/);
  if (day === undefined || day < 1 || day > 31) return { kind: "impossible", part: "day" };
  if (month === undefined) return { kind: "impossible", part: "month" };
  if (year === undefined) return { kind: "impossible", part: "year" };
  const date = makeCalendarDate(year, month, day);
  if (date) return { kind: "date", date };
  return { kind: "impossible", part: year < 1000 ? "year" : "day" };
}

/** A date as the three boxes would hold it. */
export function datePartsOf(date: CalendarDate): DateParts {
  const { year, month, day } = dateNumbers(date);
  return { day: String(day), month: String(month), year: String(year) };
}

/** "26 November 2026". */
export function formatCalendarDate(date: CalendarDate): string {
  const { year, month, day } = dateNumbers(date);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** Whole months from one day to another, as ages are counted; negative when `to` is earlier. */
export function monthsBetween(from: CalendarDate, to: CalendarDate): number {
  if (to < from) return -monthsBetween(to, from);
  const start = dateNumbers(from);
  const end = dateNumbers(to);
  const months = (end.year - start.year) * 12 + end.month - start.month;
  return end.day < start.day ? months - 1 : months;
}

function readNumber(text: string, shape: RegExp): number | undefined {
  return text.length <= LONGEST_PART && shape.test(text) ? Number(text) : undefined;
}

function readMonth(text: string): number | undefined {
  const number = readNumber(text, /^\d{1,2}$/);
  if (number !== undefined) return number >= 1 && number <= 12 ? number : undefined;
  const name = text.toLowerCase().replace(/\.$/, "");
  // Three letters tell the months apart; "Sept" and any longer start of a name are taken too.
  if (name.length < 3 || name.length > LONGEST_PART) return undefined;
  const index = MONTHS.findIndex((month) => month.toLowerCase().startsWith(name));
  return index < 0 ? undefined : index + 1;
}
