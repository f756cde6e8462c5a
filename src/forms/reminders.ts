/**
 * Whom an action asks something of, and on which days they are reminded: its owner, whoever was asked a question
 * about it, and those who chase it once it is late. Counted here, with the panel's own closed days, since the server
 * knows nothing of a panel.
 */
import { type Action, isOpen, mayAnswer, openAskings } from "../domain/case/actions.ts";
import { type CalendarDate, parseCalendarDate } from "../domain/calendarDate.ts";
import type { UserId } from "../domain/ids.ts";
import { londonDateOf } from "../domain/londonTime.ts";
import { mayLead, type Role } from "../domain/roles.ts";
import { countWorkingDays, dayOff, type NamedDay } from "../domain/workingDays.ts";
import type { ActionReminders } from "./definition/actions.ts";
import type { Chase } from "./escalation.ts";

export type Reminding = {
  readonly user: UserId;
  /** `own`: theirs to do or to answer. `chase`: theirs to see to that somebody else does. */
  readonly sort: "own" | "chase";
  readonly due: CalendarDate;
  /** In order, none twice. Some may have passed. */
  readonly days: readonly CalendarDate[];
};

/** Where the panel says nothing. */
export const USUAL_REMINDERS: ActionReminders = { before: [3], on: true, after: [1, 5] };
const DAYS_TO_ANSWER = 2;
/** As many as the server takes of one reminder. */
const MOST_DAYS = 20;

/** Those who read the case, with what each is for the panel. */
export type Reader = { readonly user: UserId; readonly roles: readonly Role[] };

/** At most one for each person, and none for anybody who does not read the case; none at all once it is over. */
export function remindersOf(
  action: Action & { readonly chases: readonly Chase[] },
  rules: ActionReminders,
  readers: readonly Reader[],
  named: readonly NamedDay[],
): readonly Reminding[] {
  if (!isOpen(action)) return [];
  const due = parseCalendarDate(action.due);
  const after = (from: CalendarDate, counts: readonly number[]): readonly CalendarDate[] =>
    counts.map((count) => countWorkingDays(from, count, 1, named).date);
  const own = readers
    .filter(({ user }) => due !== undefined && user === action.user)
    .flatMap(({ user }) =>
      due ? [{ user, sort: "own" as const, due, days: ownDays(due, rules, named) }] : [],
    );
  const asked = openAskings(action).flatMap((asking) => {
    const day = londonDateOf(asking.asked.order[0]);
    const until = countWorkingDays(day, rules.toAnswer ?? DAYS_TO_ANSWER, 1, named).date;
    return readers
      .filter(({ user, roles }) => mayAnswer(asking, user, roles))
      .map(({ user }) => ({
        user,
        sort: "own" as const,
        due: until,
        days: [day, until, ...after(until, rules.after)],
      }));
  });
  const chased = action.chases.flatMap(({ until, to }) =>
    readers
      .filter(({ roles }) => roles.some((role) => to.includes(role)))
      .map(({ user }) => ({ user, sort: "chase" as const, due: until, days: after(until, rules.after) })),
  );
  return mergedByPerson([...own, ...asked, ...chased]);
}

/**
 * Whoever is asked to agree to a referral. `by`: when the panel's rules want the answer; where they give no such day
 * after the asking, the answer is due as one about an action is.
 */
export function askReminders(
  { user, on }: { readonly user: UserId; readonly on: CalendarDate },
  by: CalendarDate | undefined,
  rules: ActionReminders,
  readers: readonly Reader[],
  named: readonly NamedDay[],
): readonly Reminding[] {
  const usual = countWorkingDays(on, rules.toAnswer ?? DAYS_TO_ANSWER, 1, named).date;
  const due = by !== undefined && by > on ? by : usual;
  const days = [on, ...ownDays(due, rules, named)].filter((day) => day >= on);
  return mergedByPerson(
    readers.filter((reader) => reader.user === user).map(() => ({ user, sort: "own" as const, due, days })),
  );
}

/** Whoever is to report progress by then; where nobody on Confer is named for it, those who lead see to it that it comes. */
export function reportReminders(
  user: UserId | undefined,
  due: CalendarDate,
  rules: ActionReminders,
  readers: readonly Reader[],
  named: readonly NamedDay[],
): readonly Reminding[] {
  const own = readers.filter((reader) => reader.user === user);
  if (own.length > 0)
    return mergedByPerson(
      own.map((reader) => ({
        user: reader.user,
        sort: "own" as const,
        due,
        days: ownDays(due, rules, named),
      })),
    );
  const days = rules.after.map((count) => countWorkingDays(due, count, 1, named).date);
  const leading = readers.filter(({ roles }) => mayLead(roles));
  return mergedByPerson(leading.map((reader) => ({ user: reader.user, sort: "chase" as const, due, days })));
}

function ownDays(
  due: CalendarDate,
  { before, on, after }: ActionReminders,
  named: readonly NamedDay[],
): readonly CalendarDate[] {
  const count = (days: number, step: -1 | 1) => countWorkingDays(due, days, step, named).date;
  const itself = on ? [dayOff(due, named) ? count(1, -1) : due] : [];
  return [...before.map((days) => count(days, -1)), ...itself, ...after.map((days) => count(days, 1))];
}

/** What is a person's own comes before what they chase; the sooner day counts. */
function mergedByPerson(found: readonly Reminding[]): readonly Reminding[] {
  const merged = new Map<UserId, Reminding>();
  for (const each of found) {
    const before = merged.get(each.user) ?? each;
    const [first, second] = before.sort === "chase" && each.sort === "own" ? [each, before] : [before, each];
    const sooner = first.sort === second.sort && second.due < first.due ? second.due : first.due;
    const days = [...new Set([...first.days, ...second.days])].toSorted().slice(0, MOST_DAYS);
    merged.set(each.user, { ...first, due: sooner, days });
  }
  return [...merged.values()].filter(({ days }) => days.length > 0);
}
