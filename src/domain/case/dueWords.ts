/**
 * When something is due, as it is said in a meeting: "+2w", "next panel", "Fri", "12 Dec". Days are London's, counted
 * from the day of the meeting. What may mean two days is given as both: a person chooses.
 */
import { type CalendarDate, dateNumbers, makeCalendarDate, readDateParts } from "../calendarDate.ts";
import { addDays, addMonths, weekdayOf, WEEKDAYS } from "../days.ts";
import { countWorkingDays, type NamedDay } from "../workingDays.ts";

export type DueContext = {
  /** The day of the meeting: "+2w" counts from it. */
  readonly today: CalendarDate;
  /** Of this panel, after this meeting; undefined while none is set. */
  readonly nextMeeting: CalendarDate | undefined;
  readonly named: readonly NamedDay[];
};

export type DueRead =
  | { readonly kind: "date"; readonly date: CalendarDate }
  /** It may mean any of these; with none, `why` says what is wrong with it. */
  | { readonly kind: "unsure"; readonly why: string; readonly dates: readonly CalendarDate[] };

const DAY = /^(mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?$/i;
const OFFSET = /^\+\s?(\d{1,3})\s?(wd|working days?|d|days?|w|weeks?|m|months?)?$/i;
/** As many words as the longest of these has: "+ 10 working days", "12 December 2026". */
const MOST_WORDS = 4;

const date = (read: CalendarDate): DueRead => ({ kind: "date", date: read });
const unsure = (why: string, dates: readonly CalendarDate[] = []): DueRead => ({
  kind: "unsure",
  why,
  dates,
});

/** Undefined for words that are no time at all. */
export function readDue(words: string, context: DueContext): DueRead | undefined {
  const text = words.trim().replace(/\s+/g, " ").toLowerCase();
  const { today, nextMeeting } = context;
  if (text === "today") return date(today);
  if (text === "tomorrow") return date(addDays(today, 1));
  if (/^next (panel|meeting)$/.test(text)) {
    return nextMeeting ? date(nextMeeting) : unsure("No later meeting is set yet. Type a date instead.");
  }
  const offset = OFFSET.exec(text);
  if (offset) return readOffset(Number(offset[1]), offset[2], context);
  const day = DAY.exec(text.replace(/^(this|next) /, ""));
  if (day) return readWeekday(text, day[1] as string, today);
  return readDay(text, today);
}

function readOffset(amount: number, unit: string | undefined, { today, named }: DueContext): DueRead {
  if (unit === undefined) {
    return unsure(`“+${amount}” could be days or weeks.`, [
      addDays(today, amount),
      addDays(today, 7 * amount),
    ]);
  }
  if (unit.startsWith("wo") || unit === "wd") return date(countWorkingDays(today, amount, 1, named).date);
  if (unit.startsWith("w")) return date(addDays(today, 7 * amount));
  if (unit.startsWith("m")) return date(addMonths(today, amount));
  return date(addDays(today, amount));
}

/** "Fri": the coming one. "Next Fri" is heard both ways, and so is the weekday on which people meet. */
function readWeekday(text: string, name: string, today: CalendarDate): DueRead {
  const index = WEEKDAYS.findIndex((each) => each.toLowerCase().startsWith(name.slice(0, 3)));
  const ahead = (index - WEEKDAYS.indexOf(weekdayOf(today)) + 7) % 7;
  const coming = addDays(today, ahead);
  if (text.startsWith("next ") || ahead === 0) {
    const first = ahead === 0 && text.startsWith("next ") ? addDays(today, 7) : coming;
    return first === coming
      ? unsure(`“${text}” could be either of two days.`, [first, addDays(first, 7)])
      : date(first);
  }
  return date(coming);
}

const MONTH = "jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec";
const NAMED_DATE = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th)? (?:of )?((?:${MONTH})[a-z]*)\\.?(?: (\\d{4}))?$`,
  "i",
);
const FIGURES = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

function readDay(text: string, today: CalendarDate): DueRead | undefined {
  const iso = ISO.exec(text);
  if (iso) return checked(makeCalendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3])), today);
  const match = NAMED_DATE.exec(text) ?? FIGURES.exec(text);
  if (!match) return undefined;
  const [, day = "", month = "", typedYear] = match;
  const year = typedYear?.length === 2 ? `20${typedYear}` : typedYear;
  const inYear = (which: string) => {
    const read = readDateParts({ day, month, year: which });
    return read.kind === "date" ? read.date : undefined;
  };
  if (year !== undefined) return checked(inYear(year), today);
  const thisYear = dateNumbers(today).year;
  const near = inYear(String(thisYear));
  if (near !== undefined && near >= today) return date(near);
  const later = inYear(String(thisYear + 1));
  if (later === undefined) return unsure("There is no such day.");
  return near === undefined
    ? unsure("There is no such day this year.", [later])
    : unsure("That day has passed this year.", [later]);
}

function checked(read: CalendarDate | undefined, today: CalendarDate): DueRead {
  if (read === undefined) return unsure("There is no such day.");
  return read < today ? unsure("That day has passed.") : date(read);
}

export type TakenDue = {
  /** What stands before it. */
  readonly rest: string;
  /** As typed. */
  readonly words: string;
  readonly due: DueRead;
};

/** A time at the end of a text, "by" before it or not; the longest that can be read. */
export function takeDue(text: string, context: DueContext): TakenDue | undefined {
  const parts = text.trim().split(/\s+/);
  for (let count = Math.min(MOST_WORDS, parts.length); count > 0; count--) {
    const words = parts
      .slice(-count)
      .join(" ")
      .replace(/[,.;]$/, "");
    const due = readDue(words, context);
    if (!due) continue;
    const rest = parts.slice(0, -count).join(" ");
    return {
      rest: rest
        .replace(/(^|\s)(by|on|before)$/i, "")
        .replace(/,$/, "")
        .trim(),
      words,
      due,
    };
  }
  return undefined;
}
