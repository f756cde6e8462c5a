/** The order in which actions hurt: what one is asked, overdue, soon, later, without a day; then those that are over. Pure. */
import { atOnce } from "../../app/inTurn.ts";
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

type Ordered = Pick<Action, "due" | "addedMs">;

/** The most urgent first; of two alike the one due sooner, then the one agreed earlier. */
export const byUrgency = <T extends Ordered>(
  actions: readonly T[],
  urgencyOf: (action: T) => Urgency,
): readonly T[] => atOnce(orderInTurn(actions, urgencyOf));

/** The same a piece at a time, for thousands. */
export function* orderInTurn<T extends Ordered>(
  actions: readonly T[],
  urgencyOf: (action: T) => Urgency,
): Generator<undefined, readonly T[]> {
  const alike = new Map<Urgency, T[]>(URGENCIES.map(({ urgency }) => [urgency, []]));
  for (const action of actions) {
    alike.get(urgencyOf(action))?.push(action);
    yield;
  }
  const sorted: T[][] = [];
  for (const some of alike.values()) {
    sorted.push(some.toSorted(bySooner));
    yield;
  }
  return sorted.flat();
}

const bySooner = (a: Ordered, b: Ordered): number =>
  (a.due < b.due ? -1 : a.due > b.due ? 1 : 0) || a.addedMs - b.addedMs;
