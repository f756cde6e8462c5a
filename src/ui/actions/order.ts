/** The order in which actions hurt: what one is asked, overdue, soon, later, without a day; then those that are over. Pure. */
import type { Action } from "../../domain/case/actions.ts";
import { isOpen } from "../../domain/case/actions.ts";
import type { CalendarDate } from "../../domain/calendarDate.ts";
import { countWorkingDays, type NamedDay } from "../../domain/workingDays.ts";

export type Urgency = "forMe" | "overdue" | "soon" | "later" | "undated" | "over";

export const URGENCIES: readonly { readonly urgency: Urgency; readonly title: string }[] = [
  { urgency: "forMe", title: "For you to answer" },
  { urgency: "overdue", title: "Overdue" },
  { urgency: "soon", title: "Due in the next 5 working days" },
  { urgency: "later", title: "Later" },
  { urgency: "undated", title: "No date agreed" },
  { urgency: "over", title: "Done or not possible" },
];

const SOON_DAYS = 5;

/** Made once for a list: what "soon" means depends on today alone. */
export function makeUrgency(
  today: CalendarDate,
  named: readonly NamedDay[],
): (action: Pick<Action, "state" | "due"> & { readonly forMe: boolean }) => Urgency {
  const soon = countWorkingDays(today, SOON_DAYS, 1, named).date;
  return (action) => {
    if (!isOpen(action)) return "over";
    if (action.forMe) return "forMe";
    if (action.due === "") return "undated";
    if (action.due < today) return "overdue";
    return action.due <= soon ? "soon" : "later";
  };
}

const RANK: Record<Urgency, number> = { forMe: 0, overdue: 1, soon: 2, later: 3, undated: 4, over: 5 };

/** The most urgent first; of two alike the one due sooner, then the one agreed earlier. */
export function byUrgency<T extends Pick<Action, "state" | "due" | "addedMs">>(
  actions: readonly T[],
  urgencyOf: (action: T) => Urgency,
): readonly T[] {
  // Each is asked once: sorting compares an action with a dozen others.
  return actions
    .map((action) => ({ action, rank: RANK[urgencyOf(action)] }))
    .toSorted(
      (a, b) =>
        a.rank - b.rank ||
        (a.action.due < b.action.due ? -1 : a.action.due > b.action.due ? 1 : 0) ||
        a.action.addedMs - b.action.addedMs,
    )
    .map(({ action }) => action);
}
