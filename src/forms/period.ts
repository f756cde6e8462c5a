/** The time that is counted in a report. Pure. */
import { type CalendarDate, formatCalendarDate } from "../domain/calendarDate.ts";

/** The first and last day counted, both with. */
export type Period = { readonly from: CalendarDate; readonly to: CalendarDate };

export const isWithin = (day: CalendarDate, { from, to }: Period): boolean => day >= from && day <= to;

/** The year of the public sector that a day lies in: 1 April to 31 March. */
export function reportingYear(day: CalendarDate): Period {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const first = month >= 4 ? year : year - 1;
  return { from: `${first}-04-01` as CalendarDate, to: `${first + 1}-03-31` as CalendarDate };
}

/** "1 April 2026 to 31 March 2027". */
export const periodWords = ({ from, to }: Period): string =>
  `${formatCalendarDate(from)} to ${formatCalendarDate(to)}`;
