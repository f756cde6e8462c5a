/**
 * Which meeting hears a referral: each meeting's last moment by the panel's own rules, and the first meeting
 * that a moment of arrival is in time for. Everything comes from the rules; nothing here knows a panel.
 */
import { type CalendarDate, parseCalendarDate } from "./calendarDate.ts";
import { type Anchor, type DayRules, type DeadlineRule, type Due, dueBy } from "./deadline.ts";
import { londonMs } from "./londonTime.ts";

/** A deadline of a panel, as its definition has it. */
export type PanelRule = DeadlineRule & {
  readonly key: string;
  readonly label: string;
  readonly step: string;
  readonly anchor: string;
  readonly late: "nextMeeting" | "warn";
  readonly chairMayOverride: boolean;
  /** The panel's papers say two things: the one that is not applied. */
  readonly conflict?: (Omit<DeadlineRule, "cutOff"> & { readonly text: string }) | undefined;
};

export type PanelMeeting = {
  readonly key: string;
  /** ISO date and time, in London. */
  readonly date: string;
  readonly start: string;
  readonly cancelled: boolean;
};

/** A meeting and the last moment for referrals to it. */
export type Call = {
  readonly key: string;
  readonly date: CalendarDate;
  readonly start: string;
  readonly startMs: number;
  /** What counts. Undefined: the panel sets no such rule, and a referral may come until the meeting begins. */
  readonly due: Due | undefined;
  /** The referral rule; what happens to a late one is in it. */
  readonly rule: PanelRule | undefined;
  /** Another step falls before the referral's own date and needs the referral: that earlier date is used. [GAP-15] */
  readonly brought: { readonly by: PanelRule; readonly from: Due } | undefined;
  /** When the panel has to have decided whether to take it. [GAP-05] */
  readonly decided: { readonly rule: PanelRule; readonly due: Due } | undefined;
  /** By the reading that is not applied. [GAP-01] */
  readonly other: { readonly due: Due; readonly text: string } | undefined;
};

/** What cannot be done before the referral is there. */
const NEEDS_REFERRAL = ["membersTold", "agendaOut", "papersOut"];
/** Dates and times in records are only shaped like them: meetings outside these are left out. */
const YEARS = ["2000-01-01", "2999-12-31"] as const;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Every meeting that is not cancelled, soonest first. */
export function callsOf(
  rules: readonly PanelRule[],
  meetings: readonly PanelMeeting[],
  days: DayRules,
): readonly Call[] {
  return meetings
    .filter(({ cancelled }) => !cancelled)
    .flatMap((meeting) => callOf(rules, meeting, days) ?? [])
    .toSorted((a, b) => a.startMs - b.startMs);
}

function callOf(rules: readonly PanelRule[], meeting: PanelMeeting, days: DayRules): Call | undefined {
  const date = parseCalendarDate(meeting.date);
  if (!date || date < YEARS[0] || date > YEARS[1]) return undefined;
  if (!CLOCK.test(meeting.start)) return undefined;
  const startMs = londonMs(date, meeting.start);
  const anchor = { date, time: meeting.start };
  const dated = rules
    .filter((rule) => rule.direction === "before" && rule.anchor === "meeting")
    .map((rule) => ({ rule, due: dueBy(rule, anchor, days) }));
  const soonest = (steps: readonly string[]) =>
    dated.filter(({ rule }) => steps.includes(rule.step)).toSorted((a, b) => a.due.ms - b.due.ms)[0];
  const own = soonest(["referralIn"]);
  const needing = own && soonest(NEEDS_REFERRAL);
  const brought = needing && needing.due.ms < own.due.ms ? needing : undefined;
  const decision = soonest(["referralDecided"]);
  return {
    key: meeting.key,
    date,
    start: meeting.start,
    startMs,
    due: brought?.due ?? own?.due,
    rule: own?.rule,
    brought: brought && own && { by: brought.rule, from: own.due },
    decided: decision && {
      rule: decision.rule,
      due: decisionDue(decision.due, otherReading(decision.rule, anchor, days)?.due),
    },
    other: own && otherReading(own.rule, anchor, days),
  };
}

/** By the reading of the panel's papers that the rule does not follow. */
export function otherReading(
  { conflict, cutOff }: Pick<PanelRule, "conflict" | "cutOff">,
  anchor: Anchor,
  days: DayRules,
): { readonly due: Due; readonly text: string } | undefined {
  return conflict && { due: dueBy({ ...conflict, cutOff }, anchor, days), text: conflict.text };
}

/** What is decided is waited for by others: where the papers give two dates, the earlier holds. [GAP-05] */
export const decisionDue = (own: Due, other: Due | undefined): Due =>
  other && other.ms < own.ms ? other : own;

export type Hearing = {
  /** The first meeting that it can be heard at; undefined while none is set that it is in time for. */
  readonly next: Call | undefined;
  /** It is late for `next`, which takes late ones all the same. */
  readonly late: boolean;
  /** Meetings still to come that it is too late for. The chair may be able to take it. */
  readonly missed: readonly Call[];
};

/** For a referral that reaches the panel at this moment, by the server's clock. [HER-02, ASH-08] */
export function hearingAt(calls: readonly Call[], arrivedMs: number): Hearing {
  const ahead = calls.filter(({ startMs }) => startMs > arrivedMs);
  const isLate = ({ due }: Call): boolean => due !== undefined && arrivedMs > due.ms;
  const next = ahead.find((call) => !isLate(call) || call.rule?.late === "warn");
  const missed = ahead.filter(
    (call) => isLate(call) && call !== next && (!next || call.startMs < next.startMs),
  );
  return { next, late: next !== undefined && isLate(next), missed };
}

/** Where a referral that has arrived can be put, of the meetings that have not begun. */
export type Openings = Hearing & {
  /** After the next one it is in time for. */
  readonly later: readonly Call[];
  /** Sooner, and it came too late for them: only where the chair may take it all the same. */
  readonly byChair: readonly Call[];
};

/** It may have waited past the meeting that it was in time for: only those still to come are offered. [HER-02] */
export function openingsAt(calls: readonly Call[], arrivedMs: number, nowMs: number): Openings {
  const open = calls.filter(({ startMs }) => startMs > nowMs);
  const hearing = hearingAt(open, arrivedMs);
  const { next, missed } = hearing;
  return {
    ...hearing,
    later: next ? open.filter(({ startMs }) => startMs > next.startMs) : [],
    byChair: missed.filter(({ rule }) => rule?.chairMayOverride === true),
  };
}
