/** Times as people read them here: Europe/London, whatever the device is set to. */
import { type CalendarDate, formatCalendarDate, parseCalendarDate } from "../../domain/calendarDate.ts";

const ZONE = "Europe/London";
const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: ZONE });
const CLOCK = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: ZONE });
const ISO_DAY = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE });

/** "26 November 2026". */
export const dayOf = (ms: number): string => DAY.format(ms);
/** "10:42". */
export const clockOf = (ms: number): string => CLOCK.format(ms);
/** "26 November 2026, 10:42". */
export const momentOf = (ms: number): string => `${dayOf(ms)}, ${clockOf(ms)}`;
/** "2026-11-26", the day it is in London. */
export const isoDayOf = (ms: number): CalendarDate => ISO_DAY.format(ms) as CalendarDate;

/** A stored day in words; text that is no date is shown as it is. */
export const dateWords = (text: string): string => {
  const date = parseCalendarDate(text);
  return date ? formatCalendarDate(date) : text;
};

/** "today", "1 day", "12 days": whole days in London since then. */
export function ageOf(ms: number, nowMs: number): string {
  const days = Math.round((Date.parse(isoDayOf(nowMs)) - Date.parse(isoDayOf(ms))) / 86_400_000);
  if (days <= 0) return "today";
  return days === 1 ? "1 day" : `${days} days`;
}

/** The device's own time with its offset from UTC, as consent records keep it: "2026-11-26T14:05:00+00:00". */
export function deviceTime(now: Date): string {
  const offset = -now.getTimezoneOffset();
  const two = (n: number): string => String(Math.floor(n)).padStart(2, "0");
  const local = new Date(now.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const sign = offset < 0 ? "-" : "+";
  return `${local}${sign}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
}
