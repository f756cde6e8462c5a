/** The years that a report can be about. */
import type { CalendarDate } from "../../domain/calendarDate.ts";
import { type Period, reportingYear } from "../../forms/period.ts";

const YEARS = 4;

/** The latest first. */
export const yearsBefore = (today: CalendarDate): readonly Period[] =>
  Array.from({ length: YEARS }, (_, back) => {
    const year = Number(today.slice(0, 4)) - back;
    return reportingYear(`${year}${today.slice(4)}` as CalendarDate);
  });
