/**
 * What a case asks of people beside its actions: to agree to the referral, and to report how it goes. For reminding
 * them, and for the list of the person who is to report. Pure readings; nothing here writes.
 */
import { approvalsOf } from "../domain/case/approvals.ts";
import type { CaseFile } from "../domain/case/caseFile.ts";
import { type Promised, promisesOf } from "../domain/case/discussion.ts";
import { standingOf } from "../domain/case/status.ts";
import { type CalendarDate, parseCalendarDate } from "../domain/calendarDate.ts";
import { ofType } from "../domain/happened.ts";
import { callsOf, hearingAt } from "../domain/hearing.ts";
import type { EntryId, ReminderId, ScopeId, UserId } from "../domain/ids.ts";
import type { MeetingDate } from "../domain/panelBook.ts";
import { sameName } from "../domain/sameName.ts";
import type { PanelDefinition } from "../forms/definition.ts";
import { askReminders, type Reader, type Reminding, reportReminders } from "../forms/reminders.ts";
import { mayAnswer } from "./approvalViews.ts";
import { chasingRules } from "./chasing.ts";
import { type Context, profileOf } from "./context.ts";
import { inForce, namedDaysOf } from "./definitions.ts";
import { meetingOf } from "./triageViews.ts";

/**
 * `id` undefined: the record is of a version that gave none. `askedMs`: when it was asked or promised. None of
 * `remindings` once it is over.
 */
export type Duty = {
  readonly id: ReminderId | undefined;
  readonly entry: EntryId;
  readonly askedMs: number;
  readonly remindings: readonly Reminding[];
};

export type NamedDuty = Duty & { readonly id: ReminderId };

/** Gives each that has no id the one that everybody who reads the case makes of it; left out where its key is not here. */
export async function namedDuties(
  { vault }: Pick<Context, "vault">,
  scope: ScopeId,
  duties: readonly Duty[],
): Promise<readonly NamedDuty[]> {
  const nameless = duties.filter(({ id }) => id === undefined).map(({ entry }) => entry);
  const made = nameless.length === 0 ? [] : await vault.scopeNames(scope, nameless);
  const names = new Map(nameless.map((entry, at) => [entry, made?.[at]]));
  return duties.flatMap((duty) => {
    const id = duty.id ?? names.get(duty.entry);
    return id === undefined ? [] : [{ ...duty, id }];
  });
}

export function dutiesIn(context: Context, file: CaseFile, readers: readonly Reader[]): readonly Duty[] {
  return [...askedIn(context, file, readers), ...promisedIn(context, file, readers)];
}

function askedIn(context: Context, file: CaseFile, readers: readonly Reader[]): readonly Duty[] {
  if (file.approvals.length === 0) return [];
  const { reminders } = chasingRules(context, file.started?.record.definition ?? "");
  const named = namedDaysOf(context.library.book);
  const isLive = mayAnswer(standingOf(file).status);
  const open = new Map(
    approvalsOf(file).flatMap(({ key, ask }) => (ask?.open && isLive ? [[ask.entry, { key, ask }]] : [])),
  );
  return ofType(file.approvals, "approval-asked").map(({ entry, order, record: { reminder } }) => {
    const found = open.get(entry);
    const remindings = found
      ? askReminders(found.ask, answerBy(context, file, found.key, order[0]), reminders, readers, named)
      : [];
    return { id: reminder, entry, askedMs: order[0], remindings };
  });
}

/**
 * When the answer is wanted: for one that the referral waits for, the last day on which the panel takes it for its next
 * meeting; for one that the meeting waits for, the day of that. Undefined while no meeting is set.
 */
function answerBy(context: Context, file: CaseFile, key: string, askedMs: number): CalendarDate | undefined {
  const definition = inForce(context, file.started?.record.definition ?? "");
  const approval = definition?.approvals?.find((each) => each.key === key);
  if (!definition || !approval) return undefined;
  const accepted = meetingOf(context, standingOf(file).last?.record);
  if (accepted) return parseCalendarDate(accepted.date);
  const { workingDayEnds } = definition.calendar;
  const days = { workingDayEnds, named: namedDaysOf(context.library.book) };
  const calls = callsOf(definition.deadlines, meetingsOf(context, definition), days);
  const { next } = hearingAt(calls, askedMs);
  return approval.before === "meeting" ? next?.date : (next?.due?.date ?? next?.date);
}

const meetingsOf = ({ library }: Context, { id }: Pick<PanelDefinition, "id">): readonly MeetingDate[] =>
  Object.values(library.book.meetings)
    .map(({ value }) => value)
    .filter(({ definition }) => definition === id);

function promisedIn(context: Context, file: CaseFile, readers: readonly Reader[]): readonly Duty[] {
  const steps = ofType(file.discussion, "report-promised");
  if (steps.length === 0) return [];
  const { reminders } = chasingRules(context, file.started?.record.definition ?? "");
  const named = namedDaysOf(context.library.book);
  const open = new Map(promisesOf(file).flatMap((each) => (each.kept ? [] : [[each.entry, each]])));
  return steps.map(({ entry, order, record: { reminder } }) => {
    const found = open.get(entry);
    const due = found && reportDue(context, file, found);
    const remindings =
      found && due
        ? reportReminders(reporterOf(context, found, readers), due, reminders, readers, named)
        : [];
    return { id: reminder, entry, askedMs: order[0], remindings };
  });
}

/** Its own day, or that of the panel's meeting after the one that asked for it. Undefined while that is not set. */
export function reportDue(context: Context, file: CaseFile, { record }: Promised): CalendarDate | undefined {
  if (record.by === "date") return parseCalendarDate(record.on);
  const meetings = meetingsOf(context, { id: file.started?.record.definition ?? "" });
  const from = meetings.find(({ key }) => key === record.meeting);
  const next = meetings
    .filter(({ cancelled, date }) => !cancelled && from && date > from.date)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))[0];
  return next && parseCalendarDate(next.date);
}

/** Who reports, if they read the case: by their account; in an older record, or of somebody without one, the one reader who is called so. */
function reporterOf(
  context: Context,
  { record }: Promised,
  readers: readonly Pick<Reader, "user">[],
): UserId | undefined {
  if (record.user !== undefined) return readers.find(({ user }) => user === record.user)?.user;
  const called = readers.filter(({ user }) => sameName(record.who, profileOf(context, user)?.name ?? ""));
  return called.length === 1 ? called[0]?.user : undefined;
}

/** Reports of the case that this person is to give. */
export function reportsOwed(context: Context, file: CaseFile): readonly Promised[] {
  if (!file.discussion.some(({ record }) => record.type === "report-promised")) return [];
  const readers = context.membership.scopes.get(file.scope)?.members ?? [];
  return promisesOf(file).filter(
    (each) => !each.kept && reporterOf(context, each, readers) === context.identity.user,
  );
}
