/** Times that run from lines of a panel's logs: by when a request has to be answered. */
import { type CalendarDate, parseCalendarDate } from "../domain/calendarDate.ts";
import { type DayRules, dueBy } from "../domain/deadline.ts";
import { valueIn } from "../domain/logLines.ts";
import type { LogLine } from "../domain/records/logLine.ts";
import type { PanelLog } from "./definition/handling.ts";

/** The last day for what this line asks, while it runs. Undefined: done, or nothing to count from. */
export function clockOf(log: PanelLog, line: LogLine, days: DayRules): CalendarDate | undefined {
  const { clock } = log;
  if (!clock) return undefined;
  const done = valueIn(line, clock.until);
  if (done !== "" && done !== "No") return undefined;
  const moved = clock.movedTo && parseCalendarDate(valueIn(line, clock.movedTo));
  const from = parseCalendarDate(valueIn(line, clock.from));
  return moved || (from && lastDay(clock, from, days));
}

function lastDay(
  { amount, unit, lastDay: last }: NonNullable<PanelLog["clock"]>,
  from: CalendarDate,
  days: DayRules,
): CalendarDate {
  const lastDay = last === "stands" ? undefined : last;
  const rule = { amount, unit, lastDay, counting: "inclusive", direction: "after" } as const;
  return dueBy(rule, { date: from, time: days.workingDayEnds }, days).date;
}
