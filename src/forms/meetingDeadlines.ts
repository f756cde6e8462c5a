/**
 * Every deadline of one meeting, from what its panel's definition says: which date each gives, and what holds
 * where the panel's own papers disagree. Nothing here knows a panel.
 */
import type { Anchor, DayRules, Due } from "../domain/deadline.ts";
import { dueBy } from "../domain/deadline.ts";
import {
  type Call,
  callsOf,
  decisionDue,
  otherReading,
  type PanelMeeting,
  type PanelRule,
} from "../domain/hearing.ts";
import type { NamedDay } from "../domain/workingDays.ts";
import type { PanelDefinition } from "./definition.ts";
import type { Deadline } from "./definition/deadlines.ts";

export type MeetingDeadline = {
  readonly rule: Deadline;
  /** What holds. Undefined: there is nothing to count from yet. */
  readonly due: Due | undefined;
  /** By the rule alone. */
  readonly own: Due | undefined;
  /** By the other reading of the panel's papers. [GAP-01] [GAP-05] */
  readonly other: { readonly due: Due; readonly text: string; readonly holds: boolean } | undefined;
  /** Another step that needs this one and comes sooner: its date holds. [GAP-15] */
  readonly broughtBy: PanelRule | undefined;
};

type Anchors = Readonly<Record<Deadline["anchor"], Anchor | undefined>>;

/** In order of date; what cannot be dated yet comes last. Empty for a meeting whose date is none. */
export function deadlinesOf(
  { deadlines, calendar }: Pick<PanelDefinition, "deadlines" | "calendar">,
  meeting: PanelMeeting,
  meetings: readonly PanelMeeting[],
  named: readonly NamedDay[],
): readonly MeetingDeadline[] {
  const days: DayRules = { workingDayEnds: calendar.workingDayEnds, named };
  const [call] = callsOf(deadlines, [{ ...meeting, cancelled: false }], days);
  if (!call) return [];
  const next = callsOf([], meetings, days).find(({ startMs }) => startMs > call.startMs);
  const anchors: Anchors = {
    meeting: anchorOf(call),
    nextMeeting: next && anchorOf(next),
    // Of a case, not of a meeting.
    decision: undefined,
    referral: undefined,
  };
  return deadlines
    .map((rule) => deadlineOf(rule, anchors, call, days))
    .toSorted((a, b) => (a.due?.ms ?? Infinity) - (b.due?.ms ?? Infinity) || 0);
}

const anchorOf = ({ date, start }: Call): Anchor => ({ date, time: start });

function deadlineOf(rule: Deadline, anchors: Anchors, call: Call, days: DayRules): MeetingDeadline {
  const anchor = anchors[rule.anchor];
  const own = anchor && dueBy(rule, anchor, days);
  const otherAnchor = rule.conflict && anchors[rule.conflict.anchor];
  const other = otherAnchor && otherReading(rule, otherAnchor, days);
  const brought = call.rule?.key === rule.key ? call.brought : undefined;
  const decided = own && rule.step === "referralDecided" ? decisionDue(own, other?.due) : own;
  const due = brought ? call.due : decided;
  return {
    rule,
    due,
    own,
    other: other && { ...other, holds: due !== undefined && due === other.due },
    broughtBy: brought?.by,
  };
}
