/** A meeting's date and time as typed, read or refused with a sentence. */
import type { CalendarDate, DatePart, DateParts } from "../../domain/calendarDate.ts";
import { readDateParts } from "../../domain/calendarDate.ts";

export type MeetingMistake = { readonly field: DatePart | "start"; readonly text: string };

export type ReadMeeting =
  | { readonly ok: true; readonly date: CalendarDate; readonly start: string }
  | { readonly ok: false; readonly mistake: MeetingMistake };

/** "10", "10.30", "9:05", "2pm": as 24-hour "HH:MM"; undefined for anything else. */
export function readTime(typed: string): string | undefined {
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?$/i.exec(typed.trim());
  if (!match) return undefined;
  const half = match[3]?.toLowerCase();
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? "0");
  if (minutes > 59 || hours > 23 || (half !== undefined && (hours < 1 || hours > 12))) return undefined;
  const of24 = half === "pm" ? (hours % 12) + 12 : half === "am" ? hours % 12 : hours;
  return `${String(of24).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

export function readMeeting(date: DateParts, start: string, today: CalendarDate): ReadMeeting {
  const refuse = (field: MeetingMistake["field"], text: string): ReadMeeting => ({
    ok: false,
    mistake: { field, text },
  });
  const read = readDateParts(date);
  switch (read.kind) {
    case "empty":
      return refuse("day", "Enter the date of the meeting");
    case "missing":
      return refuse(
        read.parts[0] ?? "day",
        `The date of the meeting must include a ${read.parts.join(" and a ")}`,
      );
    case "impossible":
      return refuse(read.part, "The date of the meeting must be a real date");
    case "date":
      break;
  }
  if (read.date < today) return refuse("day", "The date of the meeting must be today or later");
  const time = readTime(start);
  if (time === undefined) return refuse("start", "Enter the start time, such as 10:00");
  return { ok: true, date: read.date, start: time };
}
