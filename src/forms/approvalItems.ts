/** Who agreed, as the referral is read and printed: every answer with its words, since the panel asks for them. */
import {
  APPROVALS,
  approvalState,
  askedApprovals,
  givenText,
  heldFor,
  type ListedApproval,
  stateText,
} from "./approvals.ts";
import { clean, type DateText } from "./answerText.ts";
import type { Reader } from "./evaluate.ts";
import type { SnapshotItem, SnapshotSection } from "./snapshot.ts";

/** Nothing where the panel asks for nobody's agreement. */
export function approvalsSection(
  reader: Reader,
  held: readonly ListedApproval[],
  date: DateText,
): SnapshotSection {
  const items = askedApprovals(reader).map(({ key, label }): SnapshotItem => {
    const answers = linesOf(heldFor(key, held), date).map(clean);
    return { kind: "list", key: approvalPath(key), label, answers };
  });
  return { key: APPROVALS, title: "Who has agreed", items };
}

/** What an approval is shown and linked under. */
export const approvalPath = (key: string): string => `${APPROVALS}/${key}`;

/** Several may have been asked, one after another: what each said stands. */
function linesOf(held: ListedApproval | undefined, date: DateText): readonly string[] {
  const said = (held?.given ?? []).map((given) =>
    given.words.trim() === "" ? givenText(given, date) : `${givenText(given, date)}: ${given.words.trim()}`,
  );
  const state = approvalState(held);
  const isOpen = state.kind === "asked" || state.kind === "notAsked" || state.kind === "reason";
  const reason =
    held && held.reason !== "" && state.kind === "asked"
      ? [`Goes without an answer. Reason: ${held.reason}`]
      : [];
  return [...said, ...(isOpen ? [stateText(state, date)] : []), ...reason];
}
