/** What the panel will look for, beside what the referral says about it so far: for its author, before sending. */
import type { ConsentPosition } from "../domain/consentPosition.ts";
import { type FieldPath, isBlank, questionPath, reasonPath, rowsOf } from "./answers.ts";
import { APPROVALS, askedApprovals, heldFor, type ListedApproval } from "./approvals.ts";
import { isUnasked } from "./definition/question.ts";
import { isAsked, type Reader } from "./evaluate.ts";
import { type Located, questionIndex } from "./questionIndex.ts";
import { sectionStatus } from "./status.ts";

export type LookedFor = {
  readonly key: string;
  readonly label: string;
  /** `unseen`: the form has no place for it; a person judges that. */
  readonly state: "answered" | "partly" | "nothing" | "unseen";
  /** The first of its questions that has no answer and needs one. */
  readonly missing: FieldPath | undefined;
  readonly section: string | undefined;
};

export function lookedFor(
  reader: Reader,
  consent: ConsentPosition,
  approvals: readonly ListedApproval[] = [],
): readonly LookedFor[] {
  const { definition, answers, today } = reader;
  return definition.triage.checklist.map(({ key, label, reads, section, approvals: named }) => {
    if (section !== undefined) {
      const { kind } = sectionStatus(definition, section, answers, consent, today);
      const state = kind === "complete" ? "answered" : kind === "notStarted" ? "nothing" : "partly";
      return { key, label, state, missing: undefined, section };
    }
    const asked = (reads ?? []).flatMap((ref) => questionIndex(definition).get(ref) ?? []);
    const open = asked.filter((located) => isAsked(reader, located));
    const empty = open.filter((located) => !isAnswered(reader, located));
    const owed = empty.find(({ question }) => !isUnasked(question) && question.required !== undefined);
    const wanted = askedApprovals(reader).filter((approval) => named?.includes(approval.key));
    const unsaid = wanted.filter((approval) => isUnsaid(heldFor(approval.key, approvals)));
    const lacks = owed !== undefined || unsaid.length > 0;
    const missing = owed && questionPath(owed.section.key, owed.question.key);
    return {
      key,
      label,
      state: stateOf(open.length + wanted.length, empty.length + unsaid.length, lacks),
      missing,
      section: owed?.section.key ?? (unsaid.length > 0 ? APPROVALS : undefined),
    };
  });
}

function stateOf(asked: number, empty: number, owes: boolean): LookedFor["state"] {
  if (asked === 0) return "unseen";
  if (empty === asked) return "nothing";
  return owes ? "partly" : "answered";
}

/** Nobody has answered, and there is no word about why. */
const isUnsaid = (held: ListedApproval | undefined): boolean =>
  held === undefined || (held.given.length === 0 && held.reason === "");

/** An honest reason for there being no answer is an answer too. */
function isAnswered({ answers }: Reader, { section, question }: Located): boolean {
  if (!isBlank(answers.get(reasonPath(section.key, question.key)))) return true;
  return question.type === "repeat" || question.type === "grid"
    ? rowsOf(answers, section.key, question.key).length > 0
    : !isBlank(answers.get(questionPath(section.key, question.key)));
}
