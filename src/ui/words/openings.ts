/** Which meetings a referral that waits for a decision can go to, in words: pure, so that it works offline. */
import type { CaseSummary, PanelInfo } from "../../app/api.ts";
import type { CalendarDate } from "../../domain/calendarDate.ts";
import { type Call, type Openings, openingsAt } from "../../domain/hearing.ts";
import { londonDateOf } from "../../domain/londonTime.ts";
import { callsOfPanel, dayWords, weekdayWords } from "./deadline.ts";

/** Later ones than these are better not promised. */
const LATER_SHOWN = 4;

/** Where its arrival was not seen, the signing is the best that is known; a clock ahead cannot make it later than now. */
const arrivedOf = ({ arrivedMs, sentMs }: CaseSummary, nowMs: number): number =>
  arrivedMs ?? Math.min(sentMs ?? nowMs, nowMs);

/** Undefined while the panel is not on this device. */
export function openingsOf(
  summary: CaseSummary,
  panels: readonly PanelInfo[],
  nowMs: number,
): Openings | undefined {
  const panel = panels.find(({ definition }) => definition.id === summary.definitionId);
  return panel && openingsAt(callsOfPanel(panel), arrivedOf(summary, nowMs), nowMs);
}

/** In the queue: "can go to the meeting on 26 November; decide by Thursday 12 November". */
export function queueWords(openings: Openings | undefined, nowMs: number): string | undefined {
  if (!openings) return undefined;
  const { next, missed } = openings;
  const today = londonDateOf(nowMs);
  const gone = missed[0] ? `too late for ${dayWords(missed[0].date, today)}, ` : "";
  if (!next) return `${gone}no later meeting is set yet`;
  const { decided } = next;
  const by = decided ? `; ${decideWords(decided.due.date, today)}` : "";
  return `${gone}can go to the meeting on ${dayWords(next.date, today)}${by}`;
}

const decideWords = (due: CalendarDate, today: CalendarDate): string =>
  due < today ? `was to be decided by ${weekdayWords(due, today)}` : `decide by ${weekdayWords(due, today)}`;

export type MeetingOption = {
  /** The meeting's key; NO_MEETING for none. */
  readonly value: string;
  readonly label: string;
  readonly hint: string | undefined;
  /** It came too late for this one: the chair's reason is needed. */
  readonly byChair: boolean;
};

export const NO_MEETING = "no-meeting-yet";

/** The one that is proposed first, then later ones, then those that only the chair can open. */
export function meetingOptions(
  { next, late, later, byChair }: Openings,
  today: CalendarDate,
): readonly MeetingOption[] {
  const option = (call: Call, hint: string | undefined, chair = false): MeetingOption => ({
    value: call.key,
    label: `${weekdayWords(call.date, today)} at ${call.start}`,
    hint,
    byChair: chair,
  });
  return [
    ...(next
      ? [
          option(
            next,
            late ? "It came late for this one, which still takes it." : "The next it is in time for.",
          ),
        ]
      : []),
    ...later.slice(0, LATER_SHOWN).map((call) => option(call, undefined)),
    ...byChair.map((call) =>
      option(call, "It came too late. Only if the chair takes it all the same.", true),
    ),
    {
      value: NO_MEETING,
      label: next ? "A date that is not set yet" : "The next meeting, once its date is set",
      hint: undefined,
      byChair: false,
    },
  ];
}
