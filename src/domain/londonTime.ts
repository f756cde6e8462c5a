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

type Field = "year" | "month" | "day" | "hour" | "minute" | "second";

/** How far London's clocks are ahead of UTC then, in ms: asked of the platform, which takes it long. */
function askOffset(ms: number): number {
  const parts = LONDON.formatToParts(ms);
  const read = (field: Field) => Number(parts.find(({ type }) => type === field)?.value);
  const shown = Date.UTC(
    read("year"),
    read("month") - 1,
    read("day"),
    read("hour"),
    read("minute"),
    read("second"),
  );
  return shown - Math.floor(ms / 1000) * 1000;
}

const HOUR_MS = 3_600_000;
/** Clocks change on the hour, so one answer holds for all of it. Deadlines ask thousands of times. */
const offsets = new Map<number, number>();
const MOST_OFFSETS = 20_000;

function offsetAt(ms: number): number {
  const hour = Math.floor(ms / HOUR_MS);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const offset = askOffset(hour * HOUR_MS);
  if (offsets.size >= MOST_OFFSETS) offsets.clear();
  offsets.set(hour, offset);
  return offset;
}

/** As a clock in London shows it, in the fields of UTC. */
const shownAt = (ms: number): Date => new Date(ms + offsetAt(ms));

/** The calendar date in London of an instant. */
export function londonDateOf(ms: number): CalendarDate {
  const shown = shownAt(ms);
  return makeCalendarDate(
    shown.getUTCFullYear(),
    shown.getUTCMonth() + 1,
    shown.getUTCDate(),
  ) as CalendarDate;
}

/** "17:00", as a clock in London shows it then. */
export function londonTimeOf(ms: number): string {
  const shown = shownAt(ms);
  return `${String(shown.getUTCHours()).padStart(2, "0")}:${String(shown.getUTCMinutes()).padStart(2, "0")}`;
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
