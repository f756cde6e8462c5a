/**
 * A panel's password register, read from its records: one password for each month, who was told it, and how old the
 * one in use is. The registers of all panels lie in a scope of their own, whose key those who only refer do not hold.
 * Making a password is for `documents/password.ts`.
 */
import {
  type CalendarDate,
  formatCalendarDate,
  makeCalendarDate,
  parseCalendarDate,
} from "./calendarDate.ts";
import { addMonths, daysBetween } from "./days.ts";
import { type Happened, happened, inOrder } from "./happened.ts";
import type { EntryId, UserId } from "./ids.ts";
import { londonDateOf } from "./londonTime.ts";
import type { PasswordRecord, Stamped } from "./records/record.ts";
import { mayLead } from "./roles.ts";

export type PasswordSet = Extract<PasswordRecord, { readonly type: "password-set" }>;
export type PasswordTold = Extract<PasswordRecord, { readonly type: "password-told" }>;

/** The registers as a scope's entries tell them, in order. Plain JSON, so that it can be packed. */
export type PasswordFile = {
  readonly sets: readonly Happened<PasswordSet>[];
  readonly told: readonly Happened<PasswordTold>[];
  readonly entries: readonly EntryId[];
};

export const emptyPasswordFile = (): PasswordFile => ({ sets: [], told: [], entries: [] });

/** The file with these records in it too, in any order, each however often. What counts is leaders' to say. */
export function foldPasswords(file: PasswordFile, records: readonly Stamped<PasswordRecord>[]): PasswordFile {
  const seen = new Set(file.entries);
  const fresh = records.filter(({ id }) => !seen.has(id) && seen.add(id));
  if (fresh.length === 0) return file;
  const sets: Happened<PasswordSet>[] = [...file.sets];
  const told: Happened<PasswordTold>[] = [...file.told];
  for (const stamped of fresh) {
    const { record } = stamped;
    if (!mayLead(stamped.roles)) continue;
    if (record.type === "password-set") sets.push(happened(stamped, record));
    else told.push(happened(stamped, record));
  }
  return { sets: inOrder(sets), told: inOrder(told), entries: [...seen].toSorted() };
}

export type PanelPassword = {
  readonly entry: EntryId;
  /** "2026-11". */
  readonly month: string;
  /** "November 2026"; a second one of that month is "November 2026, number 2". */
  readonly name: string;
  readonly password: string;
  readonly madeMs: number;
  readonly madeBy: UserId;
  readonly told: readonly Happened<PasswordTold>[];
};

/** Oldest first, by month and then by when each was made. */
export function registerOf(
  sets: readonly Happened<PasswordSet>[],
  told: readonly Happened<PasswordTold>[],
): readonly PanelPassword[] {
  const before = new Map<string, number>();
  return sets
    .map(({ entry, author, order, record: { month, password } }) => {
      const number = (before.get(month) ?? 0) + 1;
      before.set(month, number);
      const name = number === 1 ? monthName(month) : `${monthName(month)}, number ${number}`;
      const tellings = told.filter(({ record }) => record.password === entry);
      return { entry, month, name, password, madeMs: order[0], madeBy: author, told: tellings };
    })
    .toSorted((a, b) => (a.month === b.month ? 0 : a.month < b.month ? -1 : 1));
}

/** The one that documents are made with today: the newest that is not for a month to come. */
export const currentPassword = (
  register: readonly PanelPassword[],
  today: CalendarDate,
): PanelPassword | undefined => register.findLast(({ month }) => month <= monthOf(today));

export const monthOf = (date: CalendarDate): string => date.slice(0, 7);
export const monthAfter = (date: CalendarDate): string => monthOf(addMonths(date, 1));

/** "2026-11" → "November 2026". */
export function monthName(month: string): string {
  const first = parseCalendarDate(`${month}-01`);
  return first ? formatCalendarDate(first).slice("1 ".length) : month;
}

export type PasswordStanding =
  /** The panel has no password yet. */
  | { readonly kind: "none" }
  | { readonly kind: "fresh"; readonly days: number }
  /** As old as the panel warns at, and the next is not made. */
  | { readonly kind: "ageing"; readonly days: number }
  /** Its month is over. */
  | { readonly kind: "overdue"; readonly days: number };

/** How a register stands by its panel's rule. `days`: since the current one came into use. [ASH-06] */
export function passwordStanding(
  register: readonly PanelPassword[],
  rule: { readonly changedEvery: "month" | "document" | "never"; readonly warnAtDays: number },
  today: CalendarDate,
): PasswordStanding {
  const current = currentPassword(register, today);
  if (!current) return { kind: "none" };
  const days = Math.max(0, daysBetween(inUseFrom(current), today));
  if (rule.changedEvery !== "month") return { kind: "fresh", days };
  if (current.month < monthOf(today)) return { kind: "overdue", days };
  const nextMade = register.some(({ month }) => month > monthOf(today));
  return { kind: days >= rule.warnAtDays && !nextMade ? "ageing" : "fresh", days };
}

/** Made ahead, it waits for its month. */
function inUseFrom({ month, madeMs }: PanelPassword): CalendarDate {
  const made = londonDateOf(madeMs);
  const first = makeCalendarDate(Number(month.slice(0, 4)), Number(month.slice(5)), 1) ?? made;
  return made > first ? made : first;
}
