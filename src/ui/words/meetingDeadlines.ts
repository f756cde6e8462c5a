/** A meeting's deadlines, and what was changed about a meeting, in words: pure. */
import type { PanelInfo } from "../../app/api.ts";
import { type CalendarDate, formatCalendarDate, parseCalendarDate } from "../../domain/calendarDate.ts";
import type { MeetingDate } from "../../domain/panelBook.ts";
import type { PanelDefinition } from "../../forms/definition.ts";
import type { Deadline } from "../../forms/definition/deadlines.ts";
import { deadlinesOf, type MeetingDeadline } from "../../forms/meetingDeadlines.ts";
import { amountWords, byWords, skippedWords } from "./deadline.ts";

export type DeadlineLine = {
  readonly key: string;
  /** "Monday 23 November, 17:00". */
  readonly when: string;
  readonly what: string;
  readonly who: string;
  readonly past: boolean;
  readonly provisional: boolean;
  /** How the date comes about. */
  readonly sentences: readonly string[];
};

/** In order of date. */
export function deadlineLines(
  { definition, everyMeeting, namedDays }: PanelInfo,
  meeting: MeetingDate,
  nowMs: number,
  today: CalendarDate,
): readonly DeadlineLine[] {
  return deadlinesOf(definition, meeting, everyMeeting, namedDays).map((deadline) => {
    const { rule, due } = deadline;
    return {
      key: rule.key,
      when: due ? byWords(due, today) : undatedWords(rule),
      what: rule.label,
      who: definition.roles.find(({ key }) => key === rule.who)?.label ?? "",
      past: due !== undefined && due.ms < nowMs,
      provisional: due?.provisional ?? false,
      sentences: sentencesOf(deadline, today),
    };
  });
}

const ANCHORS: Record<Deadline["anchor"], string> = {
  meeting: "the meeting",
  nextMeeting: "the meeting after this one",
  decision: "the decision",
  referral: "the referral",
};

/** "At least 3 working days before the meeting." */
export function ruleWords(rule: Deadline): string {
  if (rule.amount === 0) return `When ${ANCHORS[rule.anchor]} begins.`;
  const start = rule.direction === "before" ? "At least" : "Within";
  return `${start} ${amountWords(rule)} ${rule.direction} ${ANCHORS[rule.anchor]}.`;
}

const undatedWords = ({ anchor }: Deadline): string =>
  anchor === "nextMeeting" ? "No meeting after this one is set yet" : "Depends on the case";

function sentencesOf(
  { rule, due, own, other, broughtBy }: MeetingDeadline,
  today: CalendarDate,
): readonly string[] {
  const sentences = [ruleWords(rule)];
  if (due && own && broughtBy) {
    sentences.push(
      `By its own rule it would be ${byWords(own, today)}. ‘${broughtBy.label}’, ${amountWords(broughtBy)} before, falls earlier and needs it: the earlier date is used.`,
    );
  }
  const skipped = due && skippedWords(due, today);
  if (skipped !== undefined) sentences.push(skipped);
  if (due?.fallsOn) sentences.push(`That day is not a working day (${due.fallsOn.name}).`);
  if (due?.provisional) {
    sentences.push(
      "The bank holidays of that time are not published yet. They are worked out, and the date may move.",
    );
  }
  if (other && own) sentences.push(other.text, conflictWords(own, other, today));
  if (rule.note !== undefined) sentences.push(rule.note);
  return sentences;
}

/** Both dates, and which is used. [GAP-01] [GAP-05] */
function conflictWords(
  own: NonNullable<MeetingDeadline["own"]>,
  { due, holds }: NonNullable<MeetingDeadline["other"]>,
  today: CalendarDate,
): string {
  if (own.ms === due.ms) return "For this meeting both rules give the same date.";
  const [ruled, others] = [byWords(own, today), byWords(due, today)];
  return holds
    ? `The first rule gives ${ruled}, the other ${others}: the earlier date is used.`
    : `The rule that is used gives ${ruled}. The other would give ${others}.`;
}

/** The age at which the panel's password is changed. [ASH-06] */
export function passwordWords({ changedEvery, warnAtDays }: PanelDefinition["password"]): string {
  switch (changedEvery) {
    case "month":
      return `The password for documents is replaced every month: one that is ${warnAtDays} days old is due to be changed.`;
    case "document":
      return "Each document carries a password of its own.";
    case "never":
      return "This panel sets no age for passwords.";
  }
}

const dateWords = (text: string): string => {
  const date = parseCalendarDate(text);
  return date ? formatCalendarDate(date) : text;
};

/** "The meeting on 26 November 2026 was moved to 3 December 2026 at 10:00: the hall is closed." */
export function changeWords({ date, start, movedFrom, cancelled, reason }: MeetingDate): string | undefined {
  const why = reason === undefined || reason === "" ? "." : `: ${reason.replace(/\.$/, "")}.`;
  if (cancelled) return `The meeting on ${dateWords(date)} was cancelled${why}`;
  if (movedFrom !== undefined && movedFrom !== date) {
    return `The meeting on ${dateWords(movedFrom)} was moved to ${dateWords(date)} at ${start}${why}`;
  }
  return reason === undefined ? undefined : `The meeting on ${dateWords(date)} begins at ${start}${why}`;
}

/** What was changed about meetings that are, or were to be, still to come. */
export const changesWords = ({ everyMeeting }: PanelInfo, today: CalendarDate): readonly string[] =>
  everyMeeting
    .filter(({ date, movedFrom = date }) => date >= today || movedFrom >= today)
    .flatMap((meeting) => changeWords(meeting) ?? []);

/** To be pasted into a message or a web page. [ASH-04] */
export function datesText({ definition, meetings }: PanelInfo): string {
  const lines = meetings.map(({ date, start }) => `${dateWords(date)}, ${start}`);
  return [definition.name, ...lines].join("\n");
}
