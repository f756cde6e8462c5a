/** When to say something, and what: all that is decided about notices, apart from whatever sends them. Pure. */
import type { CalendarDate } from "../../domain/calendarDate.ts";
import { addDays } from "../../domain/days.ts";
import { londonDateOf, londonTimeOf } from "../../domain/londonTime.ts";
import { dayOff } from "../../domain/workingDays.ts";
import type { Choices } from "../../sync/noticesProtocol.ts";
import type { Counts, HeldReminder, Way } from "../store/noticesPort.ts";

const HOUR_MS = 3_600_000;
/** A device that was behind registers, syncs and takes back; until then nobody is told. */
export const SETTLE_MS = 2 * 60_000;
/** What is due so soon is counted in every digest. */
export const WEEK_DAYS = 7;

/** Times as "18:00". From a later one to an earlier: over midnight. The same twice: never. */
export function isQuiet({ quietFrom, quietTo }: Choices, time: string): boolean {
  if (quietFrom === quietTo) return false;
  return quietFrom < quietTo ? time >= quietFrom && time < quietTo : time >= quietFrom || time < quietTo;
}

/** Whether something that is ready may go now: not on a day off, and no push in quiet hours. */
export function mayGo(way: Way, choices: Choices, nowMs: number): boolean {
  if (!choices.everyDay && dayOff(londonDateOf(nowMs), [])) return false;
  return way === "mail" || !isQuiet(choices, londonTimeOf(nowMs));
}

/** The day's digest comes then; a push whose hour is a quiet one comes when the quiet ends. */
const hourOf = (way: Way, choices: Choices): string =>
  way === "push" && isQuiet(choices, choices.at) ? choices.quietTo : choices.at;

/**
 * The slot of the digest to make now; undefined: none now. `made`: those of this way, lately. Mail comes once a
 * day. A push comes also when something arises after the day's digest, at most once an hour.
 */
export function slotAt(
  way: Way,
  choices: Choices,
  nowMs: number,
  made: readonly { readonly slot: string; readonly madeMs: number }[],
): string | undefined {
  if (!choices[way] || !mayGo(way, choices, nowMs)) return undefined;
  if (londonTimeOf(nowMs) < hourOf(way, choices)) return undefined;
  const today = londonDateOf(nowMs);
  if (!made.some(({ slot }) => slot === today)) return today;
  const latestMs = Math.max(...made.map(({ madeMs }) => madeMs));
  if (way === "mail" || nowMs - latestMs < HOUR_MS) return undefined;
  // In UTC: an hour that London's clocks show twice is two.
  return new Date(nowMs).toISOString();
}

/** Whether a day came that was not told by this way. */
const isUntold = ({ days, told }: HeldReminder, way: Way, today: CalendarDate): boolean =>
  days.some((day) => day <= today && day > told[way]);

/** Whether there is anything to tell, in a reminder that has stood long enough. */
export const hasNews = (
  reminders: readonly HeldReminder[],
  way: Way,
  today: CalendarDate,
  nowMs: number,
): boolean =>
  reminders.some((reminder) => reminder.setMs <= nowMs - SETTLE_MS && isUntold(reminder, way, today));

/**
 * What a digest says today: one's own that are overdue or due in the coming seven days, those due later whose day to
 * say so has come, and what others owe once there was a day to say so.
 */
export function countReminders(reminders: readonly HeldReminder[], way: Way, today: CalendarDate): Counts {
  const until = addDays(today, WEEK_DAYS);
  const own = reminders.filter(({ sort }) => sort === "own");
  const chased = reminders.filter(({ sort, days }) => sort === "chase" && days.some((day) => day <= today));
  return {
    overdue: own.filter(({ due }) => due < today).length,
    due: own.filter(({ due }) => due >= today && due <= until).length,
    later: own.filter((reminder) => reminder.due > until && isUntold(reminder, way, today)).length,
    chase: chased.length,
  };
}

/** As they are once today was told. */
export const toldOf = (
  reminders: readonly HeldReminder[],
  way: Way,
  today: CalendarDate,
): readonly HeldReminder[] =>
  reminders
    .filter((reminder) => isUntold(reminder, way, today))
    .map((reminder) => ({ ...reminder, told: { ...reminder.told, [way]: today } }));

const MINUTE_MS = 60_000;
const AGAIN_MS = [1, 5, 30, 2 * 60, 6 * 60, 12 * 60].map((minutes) => minutes * MINUTE_MS);

/** How long to wait after so many attempts in vain, the last included; undefined: no more. */
export const waitAfter = (tries: number): number | undefined => AGAIN_MS[tries - 1];
