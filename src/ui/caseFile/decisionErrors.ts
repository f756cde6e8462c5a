/** What a decision still needs before it can be recorded, in words beside the field. */
import type { CalendarDate } from "../../domain/calendarDate.ts";
import { MAX_PROSE } from "../../domain/lengths.ts";
import type { FieldError } from "../kit/ErrorSummary.tsx";
import { pastDateError } from "../screens/parts/dateError.ts";
import { needed, tooMuch } from "../screens/parts/fieldErrors.ts";
import type { MeetingOption } from "../words/openings.ts";
import { type Draft, written } from "./triageRecord.ts";

/** `noteNeeded`: the panel's rules ask for a reason with an acceptance too. */
export function decisionErrors(
  draft: Draft,
  meeting: MeetingOption | undefined,
  noteNeeded: boolean,
  today: CalendarDate,
): readonly (FieldError | undefined)[] {
  switch (draft.choice) {
    case "":
      return [needed("decision", "", "Choose what happens to this referral")];
    case "accepted":
      return [
        ...(meeting?.byChair
          ? [prose("late-reason", draft.lateReason, "Say why the chair takes it although it came late")]
          : []),
        prose("note", draft.note, noteNeeded ? "Say why it is accepted" : undefined, "The note"),
      ];
    case "returned":
      return [
        written(draft.gaps).length === 0 ? { fieldId: "gap-0", text: "Say what is missing" } : undefined,
        ...draft.gaps.map(({ text }, at) => prose(`gap-${at}`, text, undefined, "What is missing")),
        prose("note", draft.note, undefined, "What you write here"),
      ];
    case "declined":
      return [prose("reason", draft.reason, "Say why it is declined")];
    case "settled-outside":
      return [
        prose("urgency", draft.urgency, "Say why it could not wait"),
        prose("agreed", draft.agreed, "Say what was agreed", "What was agreed"),
        prose("settled-by", draft.by, "Say who took part", "Who took part"),
        needed("how", draft.how, "Choose how it was settled"),
        pastDateError("settled-on", draft.on, "the day on which it was settled", today),
      ];
  }
}

/** `missing`: undefined where nothing need be written. */
const prose = (
  fieldId: string,
  value: string,
  missing: string | undefined,
  called = "The reason",
): FieldError | undefined =>
  (missing === undefined ? undefined : needed(fieldId, value, missing)) ??
  tooMuch(fieldId, value, MAX_PROSE, called);
