/** Whether agencies did what they agreed to do, in numbers: nobody is named, agencies apart. [OXT-33] */
import { type Action, isOpen, openAskings } from "../domain/case/actions.ts";
import type { CalendarDate } from "../domain/calendarDate.ts";
import { londonDateOf } from "../domain/londonTime.ts";

export type AgencyFollowThrough = {
  readonly agency: string;
  readonly agreed: number;
  readonly done: number;
  readonly notPossible: number;
  readonly open: number;
  /** Of those open. */
  readonly overdue: number;
};

export type WholeFollowThrough = AgencyFollowThrough & {
  /** On the day it was due or before; or without a day. */
  readonly inTime: number;
  readonly late: number;
  /** Of those open: a colleague or the chair has been asked something. */
  readonly waiting: number;
};

/** By agency, in the order of their names. */
export function followThrough(
  actions: readonly Action[],
  today: CalendarDate,
): readonly WholeFollowThrough[] {
  return [...Map.groupBy(actions, ({ agency }) => agency)]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([agency, own]) => {
      const count = (holds: (action: Action) => boolean): number => own.filter(holds).length;
      return {
        agency: agency === "" ? "No agency named" : agency,
        agreed: own.length,
        done: count(({ state }) => state === "done"),
        inTime: count((each) => each.state === "done" && !isLate(each)),
        late: count((each) => each.state === "done" && isLate(each)),
        notPossible: count(({ state }) => state === "notPossible"),
        open: count(isOpen),
        overdue: count((each) => isOpen(each) && each.due !== "" && each.due < today),
        waiting: count((each) => isOpen(each) && openAskings(each).length > 0),
      };
    });
}

/** Said to be done after its day. Of several times in a row that it was said, the first counts. */
function isLate({ due, updates }: Action): boolean {
  const before = updates.findLastIndex(({ record }) => record.state !== "done");
  const said = updates[before + 1];
  return due !== "" && said !== undefined && londonDateOf(said.order[0]) > due;
}
