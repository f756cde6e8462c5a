/** Where a case stands, from what has happened to it; who may do what next. Sources: ASH-08, ASH-75, ASH-81, ASH-82, HER-08. */
import { mayLead } from "../roles.ts";
import { type CaseFile, isSent, type StatusRecord } from "./caseFile.ts";
import type { Happened } from "../happened.ts";

export const CASE_STATUSES = [
  "draft",
  "submitted",
  "returned",
  "accepted",
  "declined",
  "settled-outside",
  "withdrawn",
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

export const STATUS_NAMES: Record<CaseStatus, string> = {
  draft: "Draft",
  submitted: "With the co-ordinator",
  returned: "Returned for information",
  accepted: "Accepted for panel",
  declined: "Declined",
  "settled-outside": "Settled outside the panel",
  withdrawn: "Withdrawn",
};

/** Which step may follow which. A step that does not follow is kept in the history and changes nothing. */
const FOLLOWS: Record<StatusRecord["type"], readonly CaseStatus[]> = {
  submitted: ["draft", "returned"],
  corrected: ["submitted", "accepted"],
  returned: ["submitted"],
  accepted: ["submitted"],
  declined: ["submitted", "returned"],
  "settled-outside": ["submitted", "returned", "accepted"],
  withdrawn: ["draft", "submitted", "returned", "accepted"],
};

/** Deciding needs a co-ordinator or chair; sending and withdrawing need the one whose referral it is. */
const DECIDED_BY_PANEL: readonly StatusRecord["type"][] = [
  "returned",
  "accepted",
  "declined",
  "settled-outside",
];

export type CaseStanding = {
  readonly status: CaseStatus;
  /** The step that brought it here; undefined for a draft. */
  readonly last: Happened<StatusRecord> | undefined;
  readonly firstSubmitted: Happened<StatusRecord> | undefined;
  readonly returns: number;
  /** The latest time the referral left its author's hands, corrections included. */
  readonly lastSent: Happened<StatusRecord> | undefined;
  /** Steps that the rules did not allow: by someone who may not, or out of turn. */
  readonly ignored: readonly Happened<StatusRecord>[];
};

export function standingOf(file: CaseFile): CaseStanding {
  let status: CaseStatus = "draft";
  let last: Happened<StatusRecord> | undefined;
  let firstSubmitted: Happened<StatusRecord> | undefined;
  let returns = 0;
  let lastSent: Happened<StatusRecord> | undefined;
  const ignored: Happened<StatusRecord>[] = [];
  for (const step of file.status) {
    const { type } = step.record;
    const allowed = DECIDED_BY_PANEL.includes(type)
      ? mayLead(step.roles)
      : step.author === file.started?.author;
    if (!allowed || !FOLLOWS[type].includes(status)) {
      ignored.push(step);
      continue;
    }
    if (isSent(step.record)) lastSent = step;
    if (type === "corrected") continue;
    status = type;
    last = step;
    if (type === "submitted") firstSubmitted ??= step;
    if (type === "returned") returns += 1;
  }
  return { status, last, firstSubmitted, returns, lastSent, ignored };
}

/** The author may go on writing: before sending, after a return, and to put right what was sent. */
export const mayWrite = (status: CaseStatus): boolean =>
  FOLLOWS.submitted.includes(status) || FOLLOWS.corrected.includes(status);

/** May this step be taken now? Screens offer only what this allows; readers ignore the rest. */
export const mayFollow = (status: CaseStatus, step: StatusRecord["type"]): boolean =>
  FOLLOWS[step].includes(status);
