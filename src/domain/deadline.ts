/**
 * The last moment that is in time, from a panel's rule and what it is counted from. Plain values only: the rule
 * comes out of a panel definition, whose language belongs to `forms`.
 *
 * [Note: counting] Inclusive: the nth day before is still in time. Clear: neither the day of the meeting nor the
 * day of sending counts, which is one day earlier. A rule in days, weeks or months means the days of the
 * calendar, and its last day stands even where nobody works then; it is named, so that it can be said.
 */
import { type CalendarDate } from "./calendarDate.ts";
import { addDays, addMonths } from "./days.ts";
import { londonDateOf, londonMs, londonTimeOf } from "./londonTime.ts";
import { type Counted, countWorkingDays, dayOff, type DayOff, type NamedDay } from "./workingDays.ts";

export type DeadlineRule = {
  readonly amount: number;
  readonly unit: "workingDays" | "days" | "weeks" | "months" | "hours";
  readonly counting: "inclusive" | "clear";
  readonly direction: "before" | "after";
  /** In London, on the last day; "24:00" is midnight at its end. Absent: when the working day ends. */
  readonly cutOff?: string | undefined;
  /** A last day that nobody works gives way to the next that somebody does. Absent: it stands. */
  readonly lastDay?: "nextWorkingDay" | undefined;
};

/** In London. */
export type Anchor = { readonly date: CalendarDate; readonly time: string };

/** What the days are like: the same for every rule of a panel. */
export type DayRules = {
  readonly workingDayEnds: string;
  readonly named: readonly NamedDay[];
};

export type Due = {
  /** In London. A moment of exactly this is in time. */
  readonly date: CalendarDate;
  readonly time: string;
  readonly ms: number;
  readonly skipped: readonly DayOff[];
  /** The last day is one that nobody works. */
  readonly fallsOn: DayOff | undefined;
  readonly provisional: boolean;
};

export function dueBy(rule: DeadlineRule, anchor: Anchor, days: DayRules): Due {
  const sign = rule.direction === "before" ? -1 : 1;
  const anchorMs = londonMs(anchor.date, anchor.time);
  // "At the next meeting": the moment itself.
  if (rule.unit === "hours" || (rule.amount === 0 && rule.cutOff === undefined)) {
    return exactly(anchorMs + sign * (rule.unit === "hours" ? rule.amount * 3_600_000 : 0), days);
  }
  const amount = rule.counting === "clear" ? rule.amount + 1 : rule.amount;
  const counted = countDays(rule.unit, amount, sign, anchor.date, days.named);
  const { date, skipped, provisional } = rule.lastDay === undefined ? counted : worked(counted, days.named);
  const time = rule.cutOff ?? days.workingDayEnds;
  return {
    date,
    time,
    ms: londonMs(date, time),
    skipped,
    fallsOn: dayOff(date, days.named),
    provisional,
  };
}

function exactly(ms: number, { named }: DayRules): Due {
  const date = londonDateOf(ms);
  return {
    date,
    time: londonTimeOf(ms),
    ms,
    skipped: [],
    fallsOn: dayOff(date, named),
    provisional: false,
  };
}

/** The same, or on the next day that somebody works. */
function worked(counted: Counted, named: readonly NamedDay[]): Counted {
  if (!dayOff(counted.date, named)) return counted;
  // Counting from the day before takes the last day itself in among those passed over.
  const next = countWorkingDays(addDays(counted.date, -1), 1, 1, named);
  return { ...next, skipped: [...counted.skipped, ...next.skipped] };
}

function countDays(
  unit: Exclude<DeadlineRule["unit"], "hours">,
  amount: number,
  sign: -1 | 1,
  from: CalendarDate,
  named: readonly NamedDay[],
): Counted {
  const plain = (date: CalendarDate) => ({ date, skipped: [], provisional: false });
  switch (unit) {
    case "workingDays":
      return countWorkingDays(from, amount, sign, named);
    case "days":
      return plain(addDays(from, sign * amount));
    case "weeks":
      return plain(addDays(from, sign * 7 * amount));
    case "months":
      return plain(addMonths(from, sign * amount));
  }
}
