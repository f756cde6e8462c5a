/** Cases that may be about the same person, in words that promise nothing. */
import type { AlikeCase } from "../../app/alikeCase.ts";
import type { CaseStatus } from "../../domain/case/status.ts";
import { dayOf } from "../caseFile/when.ts";

/** What the date of a case in this state is the date of. */
const STATES = {
  draft: "a draft, last changed in",
  submitted: "sent to the panel in",
  returned: "returned for information in",
  accepted: "accepted for panel in",
  declined: "declined in",
  "settled-outside": "settled outside the panel in",
  withdrawn: "withdrawn in",
} satisfies Record<CaseStatus, string>;
const DECIDED: readonly CaseStatus[] = ["accepted", "declined", "settled-outside"];

/** "Ashfield, accepted for panel in March 2026; the names or dates differ a little". */
export function alikeWords({ panelName, status, atMs, likeness }: AlikeCase): string {
  const month = dayOf(atMs).replace(/^\d+ /, "");
  const unsure =
    likeness === "perhaps" ? "; the name or the date of birth differs a little or is missing" : "";
  return `${panelName}, ${STATES[status]} ${month}${unsure}`;
}

/** `writing`: to the author of the referral; otherwise to those who decide about it. */
export function alikeTitle(alike: readonly AlikeCase[], writing: boolean): string {
  if (writing) {
    return alike.some(({ mine }) => mine)
      ? "You may have written about this person before"
      : "You can read a case that may be about this person";
  }
  const heard = alike.some(({ status }) => DECIDED.includes(status));
  const open = alike.some(({ status }) => !DECIDED.includes(status) && status !== "withdrawn");
  if (heard && open) return "Perhaps heard before, and perhaps a duplicate";
  if (open) return "Possible duplicate";
  return heard ? "Perhaps heard before" : "Perhaps referred before";
}
