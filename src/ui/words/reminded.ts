/** Whether somebody was reminded of an action, and when they will be: what the server said, or else what the rule asks. */
import type { RemindedPerson, SentReminder } from "../../app/noticeTypes.ts";
import { type CalendarDate, formatCalendarDate } from "../../domain/calendarDate.ts";
import type { Action } from "../../domain/case/actions.ts";

/** One sentence or two. `sent` undefined: the server has not said, or knows nothing of this reminder yet. */
export function remindedWords(
  { name, sort, days }: Pick<RemindedPerson, "name" | "sort" | "days">,
  sent: SentReminder | undefined,
  today: CalendarDate,
): string {
  const who = sort === "own" ? name : `${name}, to chase it`;
  const next = days.find((day) => day > today);
  const past = days.filter((day) => day <= today);
  if (isOutOfReach(past, sent, today))
    return `${who}: no reminder was sent. They have given Confer no email address or device for it, or turned it off.`;
  const then = next === undefined ? "" : ` Next on ${formatCalendarDate(next)}.`;
  return `${who}: ${pastWords(past, sent)}.${then}`;
}

/** A day has passed, and the server had no way to say so. Today's may still come, at the hour that each person chose. */
const isOutOfReach = (
  past: readonly CalendarDate[],
  sent: SentReminder | undefined,
  today: CalendarDate,
): boolean =>
  sent !== undefined && sent.on === undefined && sent.unsent === undefined && past.some((day) => day < today);

function pastWords(past: readonly CalendarDate[], sent: SentReminder | undefined): string {
  if (sent?.on !== undefined) {
    const on = `reminded on ${formatCalendarDate(sent.on)}`;
    return sent.unsent === undefined ? on : `${on}; ${notOut(sent.unsent)}`;
  }
  if (sent?.unsent !== undefined) return notOut(sent.unsent);
  if (past.length === 0) return "not reminded yet";
  if (sent === undefined)
    return `to be reminded on ${listOf(past)}; whether it was sent is not known on this device`;
  return "a reminder is due today";
}

const notOut = (day: CalendarDate): string => `the reminder of ${formatCalendarDate(day)} has not gone out`;

/** The latest three: older ones say nothing more. */
const LATEST = 3;

function listOf(days: readonly CalendarDate[]): string {
  const words = days.slice(-LATEST).map(formatCalendarDate);
  const last = words.pop() ?? "";
  return words.length === 0 ? last : `${words.join(", ")} and ${last}`;
}

/** Why nobody is reminded to do it; undefined where somebody is. */
export function nobodyWords(
  { owner, user }: Pick<Action, "owner" | "user">,
  people: readonly Pick<RemindedPerson, "user">[],
): string | undefined {
  if (owner.trim() === "") return "Nobody is reminded to do it: nobody is named.";
  if (user === undefined) return `${owner} is not reminded: Confer knows them by name alone.`;
  return people.some((each) => each.user === user)
    ? undefined
    : `${owner} is not reminded: they do not have access to this case.`;
}

/** Whether whoever an action is named for is on Confer, and that it changes hands at once. `called`: those of that name. */
export function ownerFoundWords(
  { owner }: Pick<Action, "owner">,
  called: readonly { readonly mayWrite: boolean }[],
): string {
  const then = "Whoever you choose has it at once, and is reminded of it.";
  if (owner.trim() === "") return then;
  if (called.length === 0) return `Nobody on Confer is called ${owner}. ${then}`;
  if (called.length > 1) return `More than one person on Confer is called ${owner}. ${then}`;
  return called[0]?.mayWrite === true
    ? `${owner} is on Confer. ${then}`
    : `${owner} is on Confer, but may not write in this case. ${then}`;
}
