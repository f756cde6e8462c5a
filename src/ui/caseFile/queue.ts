/** The referrals of one panel that wait for a decision, in the order in which they are worked through. */
import type { CaseSummary } from "../../app/api.ts";
import type { ScopeId } from "../../domain/ids.ts";
import { caseHref } from "../routes.ts";

export const isWaiting = ({ status }: Pick<CaseSummary, "status">): boolean => status === "submitted";

export const waitedSince = ({ submittedMs, updatedMs }: CaseSummary): number => submittedMs ?? updatedMs;

/** What has waited longest first. */
export const byAge = (a: CaseSummary, b: CaseSummary): number => waitedSince(a) - waitedSince(b);

/** Those whom the panel asked and who have answered come before new ones. */
const inTurn = (a: CaseSummary, b: CaseSummary): number =>
  Number(b.answered) - Number(a.answered) || byAge(a, b);

export type PlaceInQueue = {
  /** From 1; undefined for a case that does not wait. */
  readonly at: number | undefined;
  readonly waiting: number;
  readonly previous: CaseSummary | undefined;
  /** For a case that has left the queue: the one whose turn came after it, or the first of those passed over. */
  readonly next: CaseSummary | undefined;
};

export const NOWHERE: PlaceInQueue = { at: undefined, waiting: 0, previous: undefined, next: undefined };

/** Where it is judged: what it says stands there beside the checklist. */
export const decideHref = (summary: CaseSummary): string => `${caseHref(summary.scope)}?tab=decide`;

/** All that wait in the panel of this case, itself among them while it does. */
export function queueWith(cases: readonly CaseSummary[], scope: ScopeId): readonly CaseSummary[] {
  const here = cases.find((summary) => summary.scope === scope);
  return cases
    .filter((summary) => isWaiting(summary) && summary.definitionId === here?.definitionId)
    .toSorted(inTurn);
}

/** `before`: the place that it had, of which one that was decided has left `next`. */
export function placeInQueue(
  cases: readonly CaseSummary[],
  scope: ScopeId,
  before: PlaceInQueue,
): PlaceInQueue {
  const queue = queueWith(cases, scope);
  const index = queue.findIndex((summary) => summary.scope === scope);
  if (index >= 0) {
    return { at: index + 1, waiting: queue.length, previous: queue[index - 1], next: queue[index + 1] };
  }
  const after = queue.find((summary) => summary.scope === before.next?.scope);
  return { at: undefined, waiting: queue.length, previous: undefined, next: after ?? queue[0] };
}

/** "3 of 30 to decide", or how many are left once this one is decided. */
export function placeWords({ at, waiting }: PlaceInQueue): string {
  if (at !== undefined) return waiting === 1 ? "The only one to decide" : `${at} of ${waiting} to decide`;
  return waiting === 0 ? "No other referral waits for a decision." : `${waiting} left to decide`;
}
