/** What a decision still needs before it can be recorded, in words beside the field. */
import { type CalendarDate, readDateParts } from "../../domain/calendarDate.ts";
import type { FieldError } from "../kit/ErrorSummary.tsx";
import { needed } from "../screens/parts/fieldErrors.ts";
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
        meeting?.byChair
          ? needed("late-reason", draft.lateReason, "Say why the chair takes it although it came late")
          : undefined,
        noteNeeded ? needed("note", draft.note, "Say why it is accepted") : undefined,
      ];
    case "returned":
      return written(draft.gaps).length === 0 ? [{ fieldId: "gap-0", text: "Say what is missing" }] : [];
    case "declined":
      return [needed("reason", draft.reason, "Say why it is declined")];
    case "settled-outside":
      return [
        needed("urgency", draft.urgency, "Say why it could not wait"),
        needed("agreed", draft.agreed, "Say what was agreed"),
        needed("settled-by", draft.by, "Say who took part"),
        needed("how", draft.how, "Choose how it was settled"),
        dayError("settled-on", draft.on, today, "it was settled"),
      ];
  }
}

/** A day that has come, read from three boxes. `what`: "it was settled". */
export function dayError(
  fieldId: string,
  parts: Draft["on"],
  today: CalendarDate,
  what: string,
): FieldError | undefined {
  const read = readDateParts(parts);
  if (read.kind !== "date") return { fieldId, text: `Enter the day on which ${what}` };
  return read.date > today
    ? { fieldId, text: `The day on which ${what} must be today or earlier` }
    : undefined;
}
