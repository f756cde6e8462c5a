/** Dates and clock times in London as instants, and back, summer time included. */
import { type CalendarDate, makeCalendarDate } from "./calendarDate.ts";
import { addDays } from "./days.ts";

/** Made once: making one takes longer than all its uses. */
const LONDON = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
});

type Read = Record<"year" | "month" | "day" | "hour" | "minute" | "second", number>;

const readLondon = (ms: number): Read =>
  Object.fromEntries(
    LONDON.formatToParts(ms)
      .filter(({ type }) => type !== "literal")
      .map(({ type, value }) => [type, Number(value)]),
  ) as Read;

/** The calendar date in London of an instant. */
export function londonDateOf(ms: number): CalendarDate {
  const { year, month, day } = readLondon(ms);
  return makeCalendarDate(year, month, day) as CalendarDate;
}

/** "17:00", as a clock in London shows it then. */
export function londonTimeOf(ms: number): string {
  const { hour, minute } = readLondon(ms);
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** How far London's clocks are ahead of UTC then, in ms. */
function offsetAt(ms: number): number {
  const { year, month, day, hour, minute, second } = readLondon(ms);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
}

/**
 * The instant at which clocks in London show this. A time shown twice, when clocks go back, is the later one; a
 * time that is skipped is as long after the change. "24:00" is the end of that day.
 */
export function londonMs(date: CalendarDate, time: string): number {
  if (time === "24:00") return londonMs(addDays(date, 1), "00:00");
  const asUtc = Date.parse(`${date}T${time}Z`);
  return asUtc - offsetAt(asUtc - offsetAt(asUtc));
}
