/** A panel's next dates by its own rule, to be offered and changed; a date that nobody works is named. */
import { type CalendarDate, dateNumbers, parseCalendarDate } from "./calendarDate.ts";
import type { PanelMeeting } from "./hearing.ts";
import { type Week, type Weekday, WEEKDAYS, weekdayInMonth, weekdayOf, WEEKS } from "./days.ts";
import { dayOff, type DayOff, type NamedDay } from "./workingDays.ts";

export type Cycle =
  | { readonly kind: "asRequired" }
  /** Set by the panel, so many months apart where its papers say how many. */
  | { readonly kind: "published"; readonly everyMonths?: number | undefined }
  | {
      readonly kind: "monthly";
      /** Months from one to the next. */
      readonly every: number;
      readonly week: Week;
      readonly weekday: "monday" | "tuesday" | "wednesday" | "thursday" | "friday";
    };

export type ProposedDate = {
  readonly date: CalendarDate;
  /** A bank holiday or another day off: it wants another date. */
  readonly off: DayOff | undefined;
};

type Planned = Pick<PanelMeeting, "date" | "cancelled"> & { readonly movedFrom?: string };

/** The day that the rule, or whoever set it, gave it: the rhythm goes on from there, wherever it was moved. */
const plannedOn = ({ date, movedFrom }: Planned): string => movedFrom ?? date;

/**
 * A name for a meeting to be set on that day: the same on two devices that set it at once, and for one that was
 * cancelled and is held after all; another where a meeting that was moved away still goes by it.
 */
export function meetingKeyFor(
  definition: string,
  date: CalendarDate,
  meetings: readonly Pick<PanelMeeting, "key" | "date">[],
): string {
  const plain = `${definition}-${date}`;
  const isFree = (key: string) => meetings.every((each) => each.key !== key || each.date === date);
  let key = plain;
  for (let n = 2; !isFree(key); n++) key = `${plain}-${n}`;
  return key;
}

/**
 * The next dates after both `today` and the last one that stands, at most `count`; none where the rule says too
 * little. A date called off is not offered again.
 */
export function proposeDates(
  cycle: Cycle,
  meetings: readonly Planned[],
  today: CalendarDate,
  count: number,
  named: readonly NamedDay[],
): readonly ProposedDate[] {
  const last = lastOf(meetings);
  const rhythm = rhythmOf(cycle, last);
  if (!rhythm) return [];
  const { every, week, weekday } = rhythm;
  const found: ProposedDate[] = [];
  // From the month of the last one, in steps, so that every second month stays every second month.
  let month = last === undefined ? monthIndex(today) : monthIndex(last) + every;
  for (let tried = 0; found.length < count && tried < MOST_MONTHS; tried++) {
    const date = weekdayInMonth(Math.floor(month / 12), (month % 12) + 1, week, weekday);
    const free =
      date > today && meetings.every((meeting) => meeting.date !== date && plannedOn(meeting) !== date);
    if (free) found.push({ date, off: dayOff(date, named) });
    month += last !== undefined || found.length > 0 ? every : 1;
  }
  return found;
}

/** A last date set long ago is caught up with, but not from for ever ago. */
const MOST_MONTHS = 1_200;
/** A date beyond is a slip of the hand: nothing goes on from it. */
const LAST_YEAR = "2899-12-31";

function lastOf(meetings: readonly Planned[]): CalendarDate | undefined {
  return meetings
    .filter(({ cancelled }) => !cancelled)
    .flatMap((meeting) => parseCalendarDate(plannedOn(meeting)) ?? [])
    .filter((date) => date < LAST_YEAR)
    .toSorted()
    .at(-1);
}

type Rhythm = { readonly every: number; readonly week: Week; readonly weekday: Weekday };

function rhythmOf(cycle: Cycle, last: CalendarDate | undefined): Rhythm | undefined {
  switch (cycle.kind) {
    case "asRequired":
      return undefined;
    case "published": {
      // Only how far apart is known: the same weekday in the month as last time is a guess to be changed.
      if (cycle.everyMonths === undefined || last === undefined) return undefined;
      const week = WEEKS[Math.ceil(dateNumbers(last).day / 7) - 1] ?? "last";
      return { every: cycle.everyMonths, week, weekday: weekdayOf(last) };
    }
    case "monthly": {
      const weekday = WEEKDAYS.find((day) => day.toLowerCase() === cycle.weekday) ?? "Monday";
      return { every: cycle.every, week: cycle.week, weekday };
    }
  }
}

function monthIndex(date: CalendarDate): number {
  const { year, month } = dateNumbers(date);
  return year * 12 + month - 1;
}
