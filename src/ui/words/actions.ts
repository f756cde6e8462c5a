/** An action in words: how it stands, and when it is due. */
import type { Action, Asking } from "../../domain/case/actions.ts";
import { isOpen } from "../../domain/case/actions.ts";
import { type CalendarDate, formatCalendarDate, parseCalendarDate } from "../../domain/calendarDate.ts";
import { addDays } from "../../domain/days.ts";
import { compareHappened } from "../../domain/happened.ts";
import type { EntryId, PaperId, UserId } from "../../domain/ids.ts";
import type { ActionState } from "../../domain/records/discussion.ts";
import { dayOff, type NamedDay } from "../../domain/workingDays.ts";
import type { Tone } from "../kit/Tag.tsx";

export const ACTION_STATES: Record<ActionState, { readonly text: string; readonly tone: Tone }> = {
  open: { text: "To do", tone: "info" },
  inProgress: { text: "In progress", tone: "info" },
  done: { text: "Done", tone: "good" },
  notPossible: { text: "Not possible", tone: "neutral" },
};

function dateText(day: string): string {
  const date = parseCalendarDate(day);
  return date ? formatCalendarDate(date) : day;
}

/** A bound on counting days: an older one is simply late. */
const MOST_DAYS = 400;

/** Working days after `from`, up to and with `to`. */
function workingDaysBetween(from: CalendarDate, to: CalendarDate, named: readonly NamedDay[]): number {
  let count = 0;
  for (let date = addDays(from, 1), walked = 0; date <= to && walked < MOST_DAYS; date = addDays(date, 1)) {
    if (!dayOff(date, named)) count += 1;
    walked += 1;
  }
  return count;
}

const days = (count: number): string => (count === 1 ? "1 working day" : `${count} working days`);

/** Whether an open action's day has passed. */
export const isOverdue = (action: Pick<Action, "state" | "due">, today: CalendarDate): boolean =>
  isOpen(action) && action.due !== "" && action.due < today;

/**
 * "Overdue by 2 working days: due 20 November 2026", "Due today", "Due in 3 working days, on 26 November 2026";
 * for one that is done or not possible only its day.
 */
export function dueWords(
  action: Pick<Action, "state" | "due">,
  today: CalendarDate,
  named: readonly NamedDay[],
): string {
  const due = parseCalendarDate(action.due);
  if (!due) return "No date agreed";
  const on = formatCalendarDate(due);
  if (!isOpen(action)) return `Was due ${on}`;
  if (due === today) return "Due today";
  if (due < today) {
    const late = workingDaysBetween(due, today, named);
    return late === 0 ? `Overdue: due ${on}` : `Overdue by ${days(late)}: due ${on}`;
  }
  const left = workingDaysBetween(today, due, named);
  return left === 0 || left > 10 ? `Due ${on}` : `Due in ${days(left)}, on ${on}`;
}

const UNDO_MS = 3_600_000;

/**
 * What this person said last of all about an action, if that was within the hour and is not taken back yet: the entry,
 * and how the action stood before it.
 */
export function ownLastWord(
  { updates }: Pick<Action, "updates">,
  user: UserId,
  nowMs: number,
):
  | { readonly entry: EntryId; readonly state: ActionState; readonly evidence: readonly PaperId[] }
  | undefined {
  const last = updates.at(-1);
  if (!last || last.author !== user || last.record.takesBack !== undefined) return undefined;
  if (nowMs - last.order[0] > UNDO_MS) return undefined;
  const { entry, record } = last;
  return { entry, state: updates.at(-2)?.record.state ?? "open", evidence: record.evidence ?? [] };
}

/** "asks Cal Colleague to take this on", after a name; "asked …" after "You". */
export function askedWords({ record }: Asking["asked"], verb: "asks" | "asked"): string {
  return record.type === "action-offered"
    ? `${verb} ${record.owner} to take this on`
    : `${verb} for ${dateText(record.due)} instead`;
}

/** Everything that was said and asked about an action, newest first. */
export function toldOf({
  action,
  whoOf,
}: {
  readonly action: Action;
  readonly whoOf: (user: UserId) => string;
}) {
  const updates = action.updates.map((step) => ({
    ...step,
    text: updateText(whoOf(step.author), step.record),
  }));
  const askings = action.askings.flatMap(({ asked, answer }) => [
    { ...asked, text: ended(`${whoOf(asked.author)} ${askedWords(asked, "asked")}`, asked.record.words) },
    ...(answer ? [{ ...answer, text: answerText(whoOf(answer.author), answer, asked) }] : []),
  ]);
  return [...updates, ...askings].toSorted((a, b) => compareHappened(b, a));
}

/** A sentence, and after it the words that somebody gave. */
const ended = (sentence: string, words: string): string =>
  words.trim() === "" ? `${sentence}.` : `${sentence}: ${words}`;

function updateText(
  name: string,
  { state, words, takesBack, evidence = [] }: Action["updates"][number]["record"],
): string {
  if (takesBack !== undefined) return `${name} took back what they said: ${ACTION_STATES[state].text}.`;
  const shown = evidence.length === 0 ? "" : ` With ${papersWords(evidence.length)} as evidence.`;
  return `${name}: ${ACTION_STATES[state].text}.${words.trim() === "" ? "" : ` ${words}`}${shown}`;
}

export const papersWords = (count: number): string => (count === 1 ? "1 paper" : `${count} papers`);

function answerText(
  name: string,
  { author, record }: NonNullable<Asking["answer"]>,
  asked: Asking["asked"],
): string {
  if (record.agreed)
    return `${name} ${asked.record.type === "action-offered" ? "took it on" : "agreed to that day"}.`;
  return author === asked.author ? `${name} took the question back.` : `${name} said no.`;
}
