/**
 * Calendar files, to be opened once or subscribed to. Source: RFC 5545; times are in UTC, so that no time zone has
 * to be described. A panel's dates hold what `PublicDates` holds and nothing more [ASH-04]; a person's own hold no
 * word about anybody.
 */
import { type CalendarDate, formatCalendarDate } from "./calendarDate.ts";
import { londonMs } from "./londonTime.ts";
import type { PublicDate, PublicDates } from "./publicDates.ts";

/** Of a line without its end, in UTF-8. RFC 5545 section 3.1. */
const LINE_OCTETS = 75;
const END = "\r\n";

type Published = { readonly host: string; readonly stampMs: number };

/** `host`: where the dates are published, which makes a uid unique. `stampMs`: when they were. */
export function datesCalendar({ name, dates }: PublicDates, { host, stampMs }: Published): string {
  const events = dates.flatMap((date) => eventOf(name, date, `${date.uid}@${host}`, stampMs));
  return calendar("Panel dates", name, events);
}

/** A day of somebody's own. `from` and `to`: of a meeting, in London; without them a whole day. */
export type OwnDay = {
  readonly id: string;
  readonly kind: "action" | "meeting";
  readonly day: CalendarDate;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

/** What somebody owes and when they meet, under titles that tell nothing else. Of two with one id: the later. */
export function ownCalendar(days: readonly OwnDay[], { host, stampMs }: Published): string {
  const once = [...new Map(days.map((day) => [day.id, day])).values()];
  const events = once.flatMap((day) => [
    "BEGIN:VEVENT",
    `UID:${day.id}@${host}`,
    `DTSTAMP:${utc(stampMs)}`,
    ...timesOf(day),
    `SUMMARY:${day.kind === "action" ? "Action due" : "Meeting"}`,
    // A day on which something is due is not a day that is taken.
    `TRANSP:${day.kind === "action" ? "TRANSPARENT" : "OPAQUE"}`,
    "END:VEVENT",
  ]);
  return calendar("Own dates", "Confer", events);
}

function timesOf({ day, from, to }: OwnDay): readonly string[] {
  if (from === undefined) return [`DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`];
  const start = `DTSTART:${utc(londonMs(day, from))}`;
  return to !== undefined && to > from ? [start, `DTEND:${utc(londonMs(day, to))}`] : [start];
}

/** The whole file. */
function calendar(product: string, name: string, events: readonly string[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//Confer//${product}//EN`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events,
    "END:VCALENDAR",
  ];
  return lines.map((line) => fold(line) + END).join("");
}

function eventOf(name: string, date: PublicDate, uid: string, stampMs: number): readonly string[] {
  const by = date.cutOff && `Referrals by ${cutOffWords(date.cutOff)}.`;
  return [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${utc(stampMs)}`,
    `DTSTART:${utc(londonMs(date.date, date.start))}`,
    `SUMMARY:${escapeText(name)}`,
    ...(by === undefined ? [] : [`DESCRIPTION:${escapeText(by)}`]),
    `STATUS:${date.cancelled ? "CANCELLED" : "CONFIRMED"}`,
    "END:VEVENT",
  ];
}

/** "23 November 2026, 17:00". */
export const cutOffWords = ({ date, time }: NonNullable<PublicDate["cutOff"]>): string =>
  time === "24:00"
    ? `midnight at the end of ${formatCalendarDate(date)}`
    : `${formatCalendarDate(date)}, ${time}`;

/** "20261126T100000Z". */
const utc = (ms: number): string => new Date(ms).toISOString().replaceAll(/[-:]|\.\d{3}/g, "");

const escapeText = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (char) => `\\${char}`).replaceAll(/\r?\n/g, "\\n");

/** Cut between characters, never inside one; each further line begins with a space, which counts. */
function fold(line: string): string {
  const pieces: string[] = [];
  let piece = "";
  let octets = 0;
  for (const char of line) {
    const size = octetsOf(char.codePointAt(0) ?? 0);
    if (octets + size > LINE_OCTETS) {
      pieces.push(piece);
      piece = "";
      octets = 1;
    }
    piece += char;
    octets += size;
  }
  return [...pieces, piece].join(`${END} `);
}

/** Of one character in UTF-8. */
const octetsOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4);
