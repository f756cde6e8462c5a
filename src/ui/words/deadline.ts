/** What people are told of time, in words with dates: pure, from what is on the device, so that it works offline. */
import type { CaseSummary, PanelInfo } from "../../app/api.ts";
import { type CalendarDate, dateNumbers, formatCalendarDate } from "../../domain/calendarDate.ts";
import { weekdayOf } from "../../domain/days.ts";
import type { DeadlineRule, Due } from "../../domain/deadline.ts";
import { type Call, callsOf, type Hearing, hearingAt } from "../../domain/hearing.ts";
import { londonDateOf } from "../../domain/londonTime.ts";
import { countWorkingDays } from "../../domain/workingDays.ts";
import type { DeviceNoun } from "./safety.ts";

/** Every meeting of a panel with its last moment, past ones too: a receipt is read later as well. */
export const callsOfPanel = (panel: PanelInfo): readonly Call[] =>
  callsOf(panel.definition.deadlines, panel.everyMeeting, {
    workingDayEnds: panel.definition.calendar.workingDayEnds,
    named: panel.namedDays,
  });

/** "Tuesday 24 November"; with its year when that is not this year. */
export function weekdayWords(date: CalendarDate, today: CalendarDate): string {
  const words = `${weekdayOf(date)} ${formatCalendarDate(date)}`;
  return dateNumbers(date).year === dateNumbers(today).year ? words.slice(0, -5) : words;
}

/** "26 November"; with its year when that is not this year. */
export const dayWords = (date: CalendarDate, today: CalendarDate): string =>
  weekdayWords(date, today).replace(/^\w+ /, "");

/** "Tuesday 24 November, 17:00". */
export function byWords(due: Due, today: CalendarDate): string {
  const day = weekdayWords(due.date, today);
  return due.time === "24:00" ? `midnight at the end of ${day}` : `${day}, ${due.time}`;
}

/** On a panel's card: "Next meets 26 November 2026; send by Tuesday 24 November, 17:00." */
export function cardWords({ next, late, missed }: Hearing, today: CalendarDate): string {
  const [first] = missed;
  const gone = first ? `Meets ${formatCalendarDate(first.date)}: too late to send for that one. ` : "";
  if (!next) {
    return first ? `${gone}No later date is set here yet.` : "No meeting dates have been published here yet.";
  }
  const meets = `${gone}Next meets ${formatCalendarDate(next.date)}`;
  if (!next.due) return `${meets} at ${next.start}.`;
  const by = byWords(next.due, today);
  return late
    ? `${meets}; referrals were due by ${by}, and late ones are still taken.`
    : `${meets}; send by ${by}.`;
}

/** For a referral that has yet to be sent: sentences, the one that bites first. */
export function sendByWords({ next, late, missed }: Hearing, today: CalendarDate): readonly string[] {
  const gone = missed.map((call) => missedWords(call, today));
  if (!next)
    return [
      ...gone,
      missed.length > 0 ? "No later date is set here yet." : "No meeting date is set here yet.",
    ];
  const meeting = dayWords(next.date, today);
  if (!next.due) return [...gone, `The panel meets next on ${meeting} at ${next.start}.`];
  const by = byWords(next.due, today);
  if (late)
    return [
      `Referrals to the meeting on ${meeting} were due by ${by}. Send it now: late ones are still taken.`,
    ];
  return [`It must be sent by ${by} to be heard on ${meeting}.`, ...gone];
}

/** "It is too late for the meeting on 26 November, …" with what the chair may do. */
function missedWords({ date, due, rule }: Call, today: CalendarDate): string {
  const was = due ? `: referrals were due by ${byWords(due, today)}` : "";
  const chair = rule?.chairMayOverride ? " The chair may still take one: ask the co-ordinator." : "";
  return `It is too late for the meeting on ${dayWords(date, today)}${was}.${chair}`;
}

/** For one that reached the server. */
export function arrivedWords({ next, late, missed }: Hearing, today: CalendarDate): readonly string[] {
  const gone = missed.map(({ date, rule }) => {
    const chair = rule?.chairMayOverride ? ", unless the chair takes it all the same" : "";
    return `It came too late for the meeting on ${dayWords(date, today)}${chair}.`;
  });
  if (!next) return [...gone, "It will be heard at the next meeting that is set."];
  const meeting = `the meeting on ${dayWords(next.date, today)}`;
  if (late) return [`It came late for ${meeting}, which still takes it.`];
  return [
    ...gone,
    gone.length > 0 ? `It goes to the next one, ${meeting}.` : `It is in time for ${meeting}.`,
  ];
}

export const onlyHere = (device: DeviceNoun): string => `This referral is only on this ${device}.`;

/** What a referral is counted towards: its own last moment, by the server's clock. */
export const WHAT_COUNTS = "What counts is when it reaches the server, by the server’s clock.";

const UNITS: Record<DeadlineRule["unit"], readonly [one: string, many: string]> = {
  workingDays: ["working day", "working days"],
  days: ["day", "days"],
  weeks: ["week", "weeks"],
  months: ["month", "months"],
  hours: ["hour", "hours"],
};

/** "3 working days", "2 clear days". */
export function amountWords({ amount, unit, counting }: DeadlineRule): string {
  return `${amount} ${counting === "clear" ? "clear " : ""}${UNITS[unit][amount === 1 ? 0 : 1]}`;
}

/** How the date comes about: the rule, what was not counted, and where the panel's papers disagree. */
export function reasonWords(
  { due, rule, brought, decided, other }: Call,
  today: CalendarDate,
): readonly string[] {
  if (!due || !rule) return [];
  const own = brought?.from ?? due;
  const sentences = [
    `The panel asks for referrals at least ${amountWords(rule)} before the meeting: by ${byWords(own, today)}.`,
  ];
  if (brought) {
    sentences.push(
      `By its own rule ‘${brought.by.label}’, ${amountWords(brought.by)} before, falls earlier, on ${weekdayWords(due.date, today)}, and needs the referral. The earlier date is used.`,
    );
  }
  const skipped = skippedWords(due, today);
  if (skipped !== undefined) sentences.push(skipped);
  if (due.fallsOn) sentences.push(`That day is not a working day (${due.fallsOn.name}).`);
  if (due.provisional) {
    sentences.push(
      "The bank holidays of that time are not published yet. They are worked out, and the date may move.",
    );
  }
  if (decided) sentences.push(`Whether it is taken is decided by ${weekdayWords(decided.due.date, today)}.`);
  if (other) sentences.push(other.text, `By the other rule it would be ${byWords(other.due, today)}.`);
  return sentences;
}

/** "Not counted: weekends, Good Friday (3 April)". */
export function skippedWords({ skipped }: Due, today: CalendarDate): string | undefined {
  const named = skipped
    .filter(({ kind }) => kind !== "weekend")
    .map(({ name, date }) => `${name} (${dayWords(date, today)})`);
  const all = skipped.length > named.length ? ["weekends", ...named] : named;
  return all.length > 0 ? `Not counted: ${all.join(", ")}.` : undefined;
}

/** The last moment that bites for a case that this person has yet to send; undefined where none does. */
export function biteOf(
  summary: CaseSummary,
  panels: readonly PanelInfo[],
  nowMs: number,
): { readonly call: Call; readonly due: Due } | undefined {
  // A correction that waits is no reason: what was sent has arrived.
  const unsent =
    summary.status === "submitted" && summary.place !== "on-server" && summary.arrivedMs === undefined;
  const toSend = summary.status === "draft" || summary.status === "returned" || unsent;
  const panel = panels.find(({ definition }) => definition.id === summary.definitionId);
  if (!summary.mine || !toSend || !panel) return undefined;
  const { next, late } = hearingAt(callsOfPanel(panel), nowMs);
  return next?.due && !late ? { call: next, due: next.due } : undefined;
}

/** Working days before a last moment at which the safety line begins to say it. */
const NEAR_DAYS = 2;

/** For the safety line, which names nobody: the soonest of what has to be sent within two working days. */
export function nearWords(
  cases: readonly CaseSummary[],
  panels: readonly PanelInfo[],
  device: DeviceNoun,
  nowMs: number,
): string | undefined {
  const today = londonDateOf(nowMs);
  const { date: until } = countWorkingDays(today, NEAR_DAYS, 1, panels[0]?.namedDays ?? []);
  const near = cases
    .flatMap((summary) => {
      const bite = biteOf(summary, panels, nowMs);
      return bite && bite.due.date <= until ? [{ summary, ...bite }] : [];
    })
    // Of two for one moment, the one that was submitted: its author believes it gone.
    .toSorted(
      (a, b) =>
        a.due.ms - b.due.ms ||
        Number(b.summary.status === "submitted") - Number(a.summary.status === "submitted"),
    )[0];
  if (!near) return undefined;
  const what =
    near.summary.status === "submitted"
      ? `A submitted referral is only on this ${device}. It`
      : near.summary.status === "returned"
        ? "A returned referral"
        : "A draft";
  return `${what} must be sent by ${byWords(near.due, today)} to be heard on ${dayWords(near.call.date, today)}.`;
}
