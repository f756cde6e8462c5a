/** What an author has typed about one approval and not yet recorded, and what is missing in it. */
import type { ToldApproval } from "../../app/approvalTypes.ts";
import { type CalendarDate, readDateParts } from "../../domain/calendarDate.ts";
import type { ApprovalOutcome } from "../../domain/records/approval.ts";
import type { Approval } from "../../forms/definition/approval.ts";
import type { FieldError } from "../kit/ErrorSummary.tsx";
import { pastDateError } from "../referral/consent/dateError.ts";
import { needed } from "../screens/parts/fieldErrors.ts";

export const BLANK = {
  way: "" as "" | "ask" | "told" | "reason",
  filter: "",
  user: "",
  message: "",
  how: "" as "" | ToldApproval["how"],
  outcome: "" as "" | ApprovalOutcome,
  name: "",
  position: "",
  agency: "",
  on: { day: "", month: "", year: "" },
  words: "",
  reason: "",
};
export type ApprovalDraft = typeof BLANK;

/** What can be recorded as said: a view is only given, an approval is given or not. */
export const outcomeOf = (approval: Approval, draft: ApprovalDraft): ApprovalOutcome | "" =>
  approval.kind === "consultation" ? "consulted" : draft.outcome;

export function missingIn(
  approval: Approval,
  draft: ApprovalDraft,
  today: string,
): readonly (FieldError | undefined)[] {
  switch (draft.way) {
    case "":
      return [{ fieldId: "way", text: "Choose what you want to do" }];
    case "ask":
      return [needed("colleague", draft.user, "Choose whom to ask")];
    case "reason":
      return [needed("reason", draft.reason, "Say why the referral goes without it")];
    case "told":
      return [
        needed("told-name", draft.name, "Enter the name of the person who said it"),
        needed("told-outcome", outcomeOf(approval, draft), "Choose what they said"),
        needed("told-how", draft.how, "Choose how they said it"),
        pastDateError("told-on", draft.on, "the date they said it", today),
        ["approved", ""].includes(outcomeOf(approval, draft))
          ? undefined
          : needed("told-words", draft.words, "Write down what they said"),
      ];
  }
}

/** Throws where something is missing: `missingIn` comes first. */
export function toldFrom(approval: Approval, draft: ApprovalDraft): ToldApproval {
  const read = readDateParts(draft.on);
  const outcome = outcomeOf(approval, draft);
  if (read.kind !== "date" || outcome === "" || draft.how === "")
    throw new Error("approval: not all is said");
  const on: CalendarDate = read.date;
  const [position, agency] = [draft.position.trim(), draft.agency.trim()];
  const by = {
    name: draft.name.trim(),
    ...(position === "" ? {} : { position }),
    ...(agency === "" ? {} : { agency }),
  };
  return { outcome, words: draft.words.trim(), by, on, how: draft.how };
}
