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

/** Of the table in which it is read, on the screen and on paper. */
export const FOLLOW_TITLE = "What became of them";
export const FOLLOW_COLUMNS = [
  "Agency",
  "Agreed",
  "Done in time",
  "Done late",
  "Not possible",
  "Left to do",
  "Overdue",
  "Waiting for an answer",
] as const;

/** In the order of `FOLLOW_COLUMNS`, without the agency's name. */
export const followCounts = (each: WholeFollowThrough): readonly number[] => [
  each.agreed,
  each.inTime,
  each.late,
  each.notPossible,
  each.open,
  each.overdue,
  each.waiting,
];

/** What a reader has to know before any number. */
export const FOLLOW_CAUTION =
  "No person is named; with few cases, a number alone may still tell who is meant.";
/** What stands where there is none. */
export const NOTHING_AGREED = "No action was agreed in this time.";

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
