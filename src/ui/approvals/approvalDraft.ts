/** What an author has typed about one approval and not yet recorded, and what is missing or too long in it. */
import type { ToldApproval } from "../../app/approvalTypes.ts";
import { type CalendarDate, readDateParts } from "../../domain/calendarDate.ts";
import { MAX_PROSE } from "../../domain/lengths.ts";
import type { ApprovalOutcome } from "../../domain/records/approval.ts";
import type { Approval } from "../../forms/definition/approval.ts";
import type { FieldError } from "../kit/ErrorSummary.tsx";
import { pastDateError } from "../screens/parts/dateError.ts";
import { needed, tooMuch } from "../screens/parts/fieldErrors.ts";
import { tooMuchNamed } from "../screens/parts/namedPerson.ts";

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

export function wrongIn(
  approval: Approval,
  draft: ApprovalDraft,
  today: string,
): readonly (FieldError | undefined)[] {
  switch (draft.way) {
    case "":
      return [{ fieldId: "way", text: "Choose what you want to do" }];
    case "ask":
      return [
        needed("colleague", draft.user, "Choose whom to ask"),
        tooMuch("message", draft.message, MAX_PROSE, "The message"),
      ];
    case "reason":
      return [
        needed("reason", draft.reason, "Say why the referral goes without it"),
        tooMuch("reason", draft.reason, MAX_PROSE, "The reason"),
      ];
    case "told":
      return [
        needed("told-name", draft.name, "Enter the name of the person who said it"),
        ...tooMuchNamed("told", draft),
        needed("told-outcome", outcomeOf(approval, draft), "Choose what they said"),
        needed("told-how", draft.how, "Choose how they said it"),
        pastDateError("told-on", draft.on, "the date they said it", today),
        ["approved", ""].includes(outcomeOf(approval, draft))
          ? undefined
          : needed("told-words", draft.words, "Write down what they said"),
        tooMuch("told-words", draft.words, MAX_PROSE, "What they said"),
      ];
  }
}

/** Throws where something is missing: `wrongIn` comes first. */
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
