/** A decision as it is being written, and as the record that the referrer will read. */
import type { StatusRecord } from "../../domain/case/caseFile.ts";
import { type CalendarDate, dateNumbers, type DateParts, readDateParts } from "../../domain/calendarDate.ts";
import { type MeetingOption, NO_MEETING } from "../words/openings.ts";

/** `sectionKey` "" is about no section in particular. */
export type Gap = { readonly sectionKey: string; readonly text: string };

export type Choice = "accepted" | "returned" | "declined" | "settled-outside";
export type How = Extract<StatusRecord, { type: "settled-outside" }>["how"];
export type Draft = {
  choice: Choice | "";
  note: string;
  gaps: Gap[];
  reason: string;
  /** The meeting's key; "" is the one that is proposed. */
  meeting: string;
  lateReason: string;
  urgency: string;
  agreed: string;
  by: string;
  how: How | "";
  on: DateParts;
};

/** Nothing decided yet. What cannot wait is mostly settled today. */
export function noDecision(today: CalendarDate): Draft {
  const { day, month, year } = dateNumbers(today);
  return {
    choice: "",
    note: "",
    gaps: [{ sectionKey: "", text: "" }],
    reason: "",
    meeting: "",
    lateReason: "",
    urgency: "",
    agreed: "",
    by: "",
    how: "",
    on: { day: String(day), month: String(month), year: String(year) },
  };
}

/** The panel's own words for a choice come from its definition; these stand where it has none. */
export const CHOICES: readonly {
  readonly choice: Choice;
  readonly kind: "accept" | "return" | "decline" | "urgentOutsidePanel";
  readonly label: string;
  readonly act: string;
}[] = [
  { choice: "accepted", kind: "accept", label: "Accept for panel", act: "Accept for panel" },
  { choice: "returned", kind: "return", label: "Return for information", act: "Return for information" },
  { choice: "declined", kind: "decline", label: "Decline", act: "Decline the referral" },
  {
    choice: "settled-outside",
    kind: "urgentOutsidePanel",
    label: "Too urgent to wait for the meeting",
    act: "Record what was agreed",
  },
];

export const HOWS: readonly { readonly value: How; readonly label: string }[] = [
  { value: "telephone", label: "By telephone" },
  { value: "email", label: "By email" },
  { value: "inPerson", label: "In person" },
  { value: "other", label: "Another way" },
];

/** Gaps with nothing written in them are left out. */
export const written = (gaps: readonly Gap[]): readonly { sectionKey?: string; text: string }[] =>
  gaps
    .filter(({ text }) => text.trim() !== "")
    .map(({ sectionKey, text }) =>
      sectionKey === "" ? { text: text.trim() } : { sectionKey, text: text.trim() },
    );

/** What was chosen, or the one proposed first where nothing was, or where that meeting has gone by since. */
export const chosenMeeting = (
  { meeting }: Pick<Draft, "meeting">,
  options: readonly MeetingOption[],
): MeetingOption | undefined => options.find(({ value }) => value === meeting) ?? options[0];

/** The record as it will be written, for the preview too; undefined while something it needs is missing. */
export function recordOf(
  draft: Draft,
  meeting: MeetingOption | undefined,
): Exclude<StatusRecord, { type: "submitted" | "corrected" | "withdrawn" }> | undefined {
  switch (draft.choice) {
    case "accepted":
      return {
        type: "accepted",
        note: draft.note.trim(),
        ...(meeting === undefined || meeting.value === NO_MEETING ? {} : { meeting: meeting.value }),
        ...(meeting?.byChair ? { lateReason: draft.lateReason.trim() } : {}),
      };
    case "returned": {
      const gaps = [...written(draft.gaps)];
      return gaps.length === 0 ? undefined : { type: "returned", gaps, note: draft.note.trim() };
    }
    case "declined":
      return draft.reason.trim() === "" ? undefined : { type: "declined", reason: draft.reason.trim() };
    case "settled-outside": {
      const on = readDateParts(draft.on);
      const { urgency, agreed, by, how } = draft;
      if (on.kind !== "date" || how === "" || [urgency, agreed, by].some((text) => text.trim() === ""))
        return undefined;
      return {
        type: "settled-outside",
        reason: urgency.trim(),
        agreed: agreed.trim(),
        by: by.trim(),
        how,
        on: on.date,
      };
    }
    case "":
      return undefined;
  }
}
