/** A panel's next dates by its own rule, to be offered and changed; a date that nobody works is named. */
import { type CalendarDate, dateNumbers, parseCalendarDate } from "./calendarDate.ts";
import type { PanelMeeting } from "./hearing.ts";
import { type Week, WEEKDAYS, weekdayInMonth } from "./days.ts";
import { dayOff, type DayOff, type NamedDay } from "./workingDays.ts";

export type Cycle =
  | { readonly kind: "published" | "asRequired" }
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

/**
 * The next dates after both `today` and the last one that stands, at most `count`; none where the panel meets as
 * required or sets its dates itself. A date called off is not offered again.
 */
export function proposeDates(
  cycle: Cycle,
  meetings: readonly Pick<PanelMeeting, "date" | "cancelled">[],
  today: CalendarDate,
  count: number,
  named: readonly NamedDay[],
): readonly ProposedDate[] {
  if (cycle.kind !== "monthly") return [];
  const { every, week } = cycle;
  const weekday = WEEKDAYS.find((day) => day.toLowerCase() === cycle.weekday) ?? "Monday";
  const standing = meetings.filter(({ cancelled }) => !cancelled);
  const last = standing
    .flatMap(({ date }) => parseCalendarDate(date) ?? [])
    .toSorted()
    .at(-1);
  const found: ProposedDate[] = [];
  // From the month of the last one, in steps, so that every second month stays every second month.
  let month = last === undefined ? monthIndex(today) : monthIndex(last) + every;
  for (let tried = 0; found.length < count && tried < MOST_MONTHS; tried++) {
    const date = weekdayInMonth(Math.floor(month / 12), (month % 12) + 1, week, weekday);
    const free = date > today && meetings.every((meeting) => meeting.date !== date);
    if (free) found.push({ date, off: dayOff(date, named) });
    month += last !== undefined || found.length > 0 ? every : 1;
  }
  return found;
}

/** A last date set long ago is caught up with, but not from for ever ago. */
const MOST_MONTHS = 1_200;

function monthIndex(date: CalendarDate): number {
  const { year, month } = dateNumbers(date);
  return year * 12 + month - 1;
}
