/**
 * To whom an action goes that is not done, and from which day, by the panel's own rule. Nothing here knows a panel.
 * [HER-07] [GAP-21] [ASH-05] [OXF-05] [HAR-06] [HAR-07]
 */
import type { Action } from "../domain/case/actions.ts";
import { isOpen } from "../domain/case/actions.ts";
import { type CalendarDate, parseCalendarDate } from "../domain/calendarDate.ts";
import type { PanelMeeting } from "../domain/hearing.ts";
import type { Role } from "../domain/roles.ts";
import { countWorkingDays, type NamedDay } from "../domain/workingDays.ts";
import type { PanelDefinition } from "./definition.ts";
import type { Escalation } from "./definition/actions.ts";
import { deadlinesOf } from "./meetingDeadlines.ts";

export type Chase = {
  /** The last day on which nobody but its owner had to see to it: from the day after, others do. */
  readonly until: CalendarDate;
  readonly to: readonly Role[];
  /** Why, in the panel's words. */
  readonly says: string;
};

type Rules = Pick<PanelDefinition, "actions" | "roles" | "deadlines" | "calendar">;
type Agreed = Pick<Action, "meeting" | "due">;

/** Made once for a list: most actions were agreed at the same few meetings. Soonest first; none where nothing can be counted. */
export function makeChases(
  definition: Rules,
  meetings: readonly PanelMeeting[],
  named: readonly NamedDay[],
): (action: Agreed) => readonly Chase[] {
  const rules = definition.actions?.escalation ?? [];
  const dates = new Map<string, ReadonlyMap<string, CalendarDate>>();
  const datesOf = (key: string): ReadonlyMap<string, CalendarDate> => {
    const known = dates.get(key) ?? deadlineDates(definition, meetings, named, key);
    dates.set(key, known);
    return known;
  };
  const rolesOf = ({ to }: Escalation): readonly Role[] =>
    to.flatMap((key) => definition.roles.find((role) => role.key === key)?.means ?? []);
  const untilOf = ({ deadline, afterOwnDay }: Escalation, { meeting, due }: Agreed) => {
    if (deadline !== undefined) return datesOf(meeting).get(deadline);
    const own = parseCalendarDate(due);
    return own && countWorkingDays(own, (afterOwnDay ?? 1) - 1, 1, named).date;
  };
  return (action) =>
    rules
      .flatMap((rule): readonly Chase[] => {
        const until = untilOf(rule, action);
        return until === undefined ? [] : [{ until, to: rolesOf(rule), says: rule.says }];
      })
      .toSorted((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0));
}

/** Of the meeting with this key: the day that each of the panel's deadlines gives. */
function deadlineDates(
  definition: Rules,
  meetings: readonly PanelMeeting[],
  named: readonly NamedDay[],
  key: string,
): ReadonlyMap<string, CalendarDate> {
  const meeting = meetings.find((each) => each.key === key);
  if (!meeting) return new Map();
  return new Map(
    deadlinesOf(definition, meeting, meetings, named).flatMap(({ rule, due }) =>
      due ? [[rule.key, due.date] as const] : [],
    ),
  );
}

/** Why an action is chased today: what was reached last. Undefined for one that is done, or not that late. */
export const chasedOn = (
  action: Pick<Action, "state"> & { readonly chases: readonly Chase[] },
  today: CalendarDate,
): Chase | undefined => (isOpen(action) ? action.chases.findLast(({ until }) => until < today) : undefined);
