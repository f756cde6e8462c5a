/** What the agenda of a meeting can be made of: cases that wait, what was promised of them, who came last time. */
import { earlierActions, isOpen } from "../domain/case/actions.ts";
import type { CaseFile, StatusRecord } from "../domain/case/caseFile.ts";
import { decisionsOf, isClosed, promisesOf } from "../domain/case/discussion.ts";
import { standingOf } from "../domain/case/status.ts";
import type { ScopeId } from "../domain/ids.ts";
import { agendaOf, inviteesOf } from "../domain/meeting/agenda.ts";
import type { MeetingFile } from "../domain/meeting/meetingFile.ts";
import type { MeetingDate } from "../domain/panelBook.ts";
import { summarise } from "./caseSummary.ts";
import type { Context } from "./context.ts";
import type { MeetingPlan, WaitingCase } from "./meetingTypes.ts";
import { fileOf, scopesOf } from "./meetingViews.ts";

type Held = { readonly date: MeetingDate; readonly file: MeetingFile };

export function planOf(context: Context, key: string): MeetingPlan {
  const book = context.library.book.meetings;
  const meeting = Object.hasOwn(book, key) ? book[key]?.value : undefined;
  if (!meeting) return { waiting: [], lastTime: [] };
  const all = meetingsOf(context, meeting.definition);
  const here = all.find(({ date }) => date.key === key);
  const others = all.filter(({ date }) => date.key !== key);
  const onIt = new Set(here ? agendaOf(here.file).flatMap(({ case: scope }) => scope ?? []) : []);
  const waiting = [...context.library.shelves.values()]
    .filter(({ file }) => !onIt.has(file.scope) && waits(file, meeting.definition))
    .flatMap(({ file }) => waitingCase(context, file, meeting, others) ?? [])
    .toSorted((a, b) => rank(b) - rank(a) || (a.sentMs ?? 0) - (b.sentMs ?? 0));
  const before = others.findLast(({ date }) => date.date < meeting.date);
  const lastTime = before ? inviteesOf(before.file).filter(({ items }) => items.length === 0) : [];
  return { waiting, lastTime };
}

/** Those of one panel that were begun and stand, in order of date. */
const meetingsOf = (context: Context, definition: string): readonly Held[] =>
  Object.values(context.library.book.meetings)
    .map(({ value }) => value)
    .filter((date) => date.definition === definition && !date.cancelled)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .flatMap((date) => {
      const scopes = scopesOf(context, date.key);
      return scopes.length > 0 ? [{ date, file: fileOf(context, scopes) }] : [];
    });

const waits = (file: CaseFile, definition: string): boolean =>
  file.started?.record.definition === definition && standingOf(file).status === "accepted" && !isClosed(file);

function waitingCase(
  context: Context,
  file: CaseFile,
  meeting: MeetingDate,
  others: readonly Held[],
): WaitingCase | undefined {
  const summary = summarise(context, file.scope);
  if (!summary) return undefined;
  const standing = standingOf(file);
  const taken = takenFor(standing.last?.record);
  const withIt = others.filter((held) => isOn(held.file, file.scope));
  const decidedAt = new Set(decisionsOf(file).map(({ record }) => record.meeting));
  const heard = others.filter(
    (held) => held.date.date < meeting.date && (withIt.includes(held) || decidedAt.has(held.date.key)),
  );
  return {
    summary,
    put: taken.meeting === meeting.key,
    lateReason: taken.meeting === meeting.key ? taken.lateReason : "",
    sentMs: file.status.findLast(({ record }) => record.type === "submitted")?.order[0],
    heardOn: heard.map(({ date }) => date.date),
    onAgendaOf: withIt.find(({ date }) => date.date >= meeting.date)?.date.date,
    promises: promisesOf(file).filter(({ kept }) => kept === undefined),
    openActions: earlierActions(file, meeting.key).filter(isOpen),
  };
}

const isOn = (file: MeetingFile, scope: ScopeId): boolean =>
  agendaOf(file).some((item) => item.case === scope);

/** For which meeting triage took a case, where it said so. */
function takenFor(last: StatusRecord | undefined): { readonly meeting: string; readonly lateReason: string } {
  if (last?.type !== "accepted") return { meeting: "", lateReason: "" };
  return { meeting: last.meeting ?? "", lateReason: last.lateReason ?? "" };
}

/** What fills the agenda first: what triage put here, then what was promised; last what another meeting has. */
function rank({ put, promises, heardOn, openActions, onAgendaOf }: WaitingCase): number {
  if (onAgendaOf !== undefined) return -1;
  if (put) return 3;
  if (promises.length > 0) return 2;
  return heardOn.length === 0 || openActions.length > 0 ? 1 : 0;
}
