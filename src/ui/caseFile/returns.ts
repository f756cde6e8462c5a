/** A referral that was returned and sent again: the question and its answer, side by side. */
import type { CaseView } from "../../app/api.ts";
import type { StatusRecord } from "../../domain/case/caseFile.ts";

type Returned = Extract<StatusRecord, { type: "returned" }>;

export type AnsweredReturn = {
  readonly askedMs: number;
  readonly answeredMs: number;
  readonly gaps: Returned["gaps"];
  /** What the referrer did about them, in their words. */
  readonly note: string | undefined;
};

/** Undefined unless the latest step is such an answer. Steps that did not count are passed over. */
export function answeredReturn({
  file,
  standing,
}: Pick<CaseView, "file" | "standing">): AnsweredReturn | undefined {
  const { last, ignored } = standing;
  if (last?.record.type !== "submitted") return undefined;
  const returned = file.status.findLast((step) => step.record.type === "returned" && !ignored.includes(step));
  if (returned?.record.type !== "returned") return undefined;
  return {
    askedMs: returned.order[0],
    answeredMs: last.order[0],
    gaps: returned.record.gaps,
    note: last.record.note,
  };
}
