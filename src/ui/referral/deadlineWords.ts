/** When the panel meets, and by when a referral has to be in, as the panel says it. No day is worked out here. */
import type { PanelInfo } from "../../app/api.ts";
import type { MeetingDate } from "../../domain/panelBook.ts";
import type { Deadline } from "../../forms/definition/deadlines.ts";
import type { PanelDefinition } from "../../forms/definition.ts";

/** Not cancelled, today or later, soonest first. */
export const nextMeetings = (panel: PanelInfo, today: string): readonly MeetingDate[] =>
  panel.meetings
    .filter(({ date, cancelled }) => !cancelled && date >= today)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));

const UNITS: Record<Deadline["unit"], readonly [one: string, many: string]> = {
  workingDays: ["working day", "working days"],
  days: ["day", "days"],
  weeks: ["week", "weeks"],
  months: ["month", "months"],
  hours: ["hour", "hours"],
};

/** "at least 3 working days before the meeting"; undefined where the panel sets no such rule. */
export function referralRule(definition: PanelDefinition): string | undefined {
  const rule = definition.deadlines.find(
    ({ step, direction, anchor }) =>
      step === "referralIn" && direction === "before" && (anchor === "meeting" || anchor === "nextMeeting"),
  );
  if (!rule) return undefined;
  const unit = UNITS[rule.unit][rule.amount === 1 ? 0 : 1];
  const clear = rule.counting === "clear" ? "clear " : "";
  const time = rule.cutOff === undefined ? "" : `, by ${rule.cutOff}`;
  return `at least ${rule.amount} ${clear}${unit} before the meeting${time}`;
}
