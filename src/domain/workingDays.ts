/**
 * Which days nobody works: weekends, bank holidays of England and Wales, and what a co-ordinator adds or takes
 * away (a day the offices close; a bank holiday moved by a royal event). [GAP-14]
 */
import { bankHolidayOn, PUBLISHED_UNTIL } from "./bankHolidays.ts";
import { type CalendarDate } from "./calendarDate.ts";
import { addDays, weekdayOf } from "./days.ts";

/** Set by a co-ordinator, and stronger than the bundled list. */
export type NamedDay = {
  readonly date: CalendarDate;
  readonly name: string;
  /** True: worked although the list says otherwise. */
  readonly worked: boolean;
};

export type DayOff = {
  readonly date: CalendarDate;
  /** "Saturday", "Good Friday", or as the co-ordinator called it. */
  readonly name: string;
  readonly kind: "weekend" | "bankHoliday" | "added";
};

/** Undefined on a working day. */
export function dayOff(date: CalendarDate, named: readonly NamedDay[]): DayOff | undefined {
  const set = named.find((each) => each.date === date);
  if (set) return set.worked ? undefined : { date, name: set.name, kind: "added" };
  const holiday = bankHolidayOn(date);
  if (holiday) return { date, name: holiday.name, kind: "bankHoliday" };
  const weekday = weekdayOf(date);
  return weekday === "Saturday" || weekday === "Sunday"
    ? { date, name: weekday, kind: "weekend" }
    : undefined;
}

export type Counted = {
  readonly date: CalendarDate;
  /** Passed over, in the order of the calendar. */
  readonly skipped: readonly DayOff[];
  /** Went past the published bank holidays: a day more may be declared. */
  readonly provisional: boolean;
};

/** A bound on the walk: no list of holidays is so long that this is met. */
const MOST_DAYS = 4_000;

/** The nth working day before (-1) or after (1) a day, which itself is not counted. */
export function countWorkingDays(
  from: CalendarDate,
  amount: number,
  step: -1 | 1,
  named: readonly NamedDay[],
): Counted {
  const skipped: DayOff[] = [];
  let date = from;
  let left = amount;
  for (let walked = 0; left > 0 && walked < MOST_DAYS; walked++) {
    date = addDays(date, step);
    const off = dayOff(date, named);
    if (off) skipped.push(off);
    else left -= 1;
  }
  const later = date > from ? date : from;
  return {
    date,
    skipped: step === 1 ? skipped : skipped.toReversed(),
    provisional: later > PUBLISHED_UNTIL,
  };
}
