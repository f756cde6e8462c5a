/**
 * A panel's dates as a calendar file, to be opened once or subscribed to. Source: RFC 5545; times are in UTC, so
 * that no time zone has to be described. It holds what `PublicDates` holds and nothing more. [ASH-04]
 */
import { formatCalendarDate } from "./calendarDate.ts";
import { londonMs } from "./londonTime.ts";
import type { PublicDate, PublicDates } from "./publicDates.ts";

/** Of a line without its end, in UTF-8. RFC 5545 section 3.1. */
const LINE_OCTETS = 75;
const END = "\r\n";

/** `host`: where the dates are published, which makes a uid unique. `stampMs`: when they were. */
export function datesCalendar(
  { name, dates }: PublicDates,
  { host, stampMs }: { readonly host: string; readonly stampMs: number },
): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Confer//Panel dates//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escapeText(name)}`,
    ...dates.flatMap((date) => eventOf(name, date, `${date.uid}@${host}`, stampMs)),
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
