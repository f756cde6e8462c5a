/** What is left to do before a meeting, and what others have done for it, in words: pure. */
import type { PanelInfo } from "../../../app/api.ts";
import { concerns, type HeardCase, type MeetingView } from "../../../app/meetingTypes.ts";
import type { CalendarDate } from "../../../domain/calendarDate.ts";
import type { UserId } from "../../../domain/ids.ts";
import type { AgendaItem } from "../../../domain/meeting/agenda.ts";
import type { Attendee } from "../../../domain/meeting/attendance.ts";
import {
  type AgencyNotes,
  agencyNote,
  interestIn,
  type ResearchNote,
} from "../../../domain/meeting/preparation.ts";
import { deadlinesOf } from "../../../forms/meetingDeadlines.ts";
import { byWords } from "../../words/deadline.ts";

export type CaseToPrepare = {
  readonly item: AgendaItem;
  /** Undefined: not on this device yet. */
  readonly heard: HeardCase | undefined;
  readonly read: boolean;
  readonly note: ResearchNote | undefined;
  readonly interest: boolean;
};

/** The cases that this person is asked for, in the order of the agenda; none where nobody asked them. */
export function casesToPrepare(
  { agenda, cases, me, meeting }: Pick<MeetingView, "agenda" | "cases" | "me" | "meeting">,
  user: UserId,
): readonly CaseToPrepare[] {
  if (!me) return [];
  return agenda
    .filter((item) => item.case !== undefined && concerns(me, item.item))
    .map((item) => {
      const heard = item.case && cases.get(item.case);
      return {
        item,
        heard,
        read: heard !== undefined && (heard.summary.mine || hasOpened(heard, user)),
        note: heard && agencyNote(heard.file, meeting.key, { user, agency: me.agency }),
        interest: interestIn(me, item.item) !== undefined,
      };
    });
}

const hasOpened = ({ file }: HeardCase, user: UserId): boolean =>
  file.opened.some((each) => each.user === user);

export type State = { readonly text: string; readonly toDo: boolean };

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** "2 not read yet", "All 3 read". [OXT-30] */
export function readState(cases: readonly CaseToPrepare[]): State {
  const left = cases.filter(({ read }) => !read).length;
  if (left > 0) return { text: `${left} not read yet`, toDo: true };
  return { text: cases.length === 1 ? "Read" : `All ${cases.length} read`, toDo: false };
}

/** "Missing on 2 cases". [OXT-31] */
export function noteState(cases: readonly CaseToPrepare[]): State {
  const left = cases.filter(({ note }) => note === undefined).length;
  if (left > 0) return { text: `Missing on ${counted(left, "case", "cases")}`, toDo: true };
  return { text: cases.length === 1 ? "Written" : `Written on all ${cases.length}`, toDo: false };
}

/** Of one case: everything that matters about it now, what is left first. */
export function caseState({ heard, read, note, interest }: CaseToPrepare): State {
  if (!heard) return { text: "Not on this device yet", toDo: true };
  const left = [read ? undefined : "Not read", note ? undefined : "note missing"].filter(
    (part) => part !== undefined,
  );
  const parts = left.length === 0 ? ["Read, note written"] : [left.join(", ")];
  if (interest) parts.push("interest declared");
  const text = parts.join(", ");
  return { text: text.charAt(0).toUpperCase() + text.slice(1), toDo: left.length > 0 };
}

/** "Kim Cover (Housing, Team leader) comes in their place." */
export function coverWords({ cover }: NonNullable<Attendee["apologies"]>["record"]): string | undefined {
  if (!cover) return undefined;
  const about = [cover.agency, cover.position].filter((part) => part !== undefined && part !== "").join(", ");
  return about === "" ? cover.name : `${cover.name} (${about})`;
}

export type ApologiesBy = {
  /** "Tuesday 24 November, 10:00". */
  readonly by: string;
  readonly past: boolean;
};

/** The panel's own time for apologies to this meeting; undefined where it sets none. [HER-04] [GAP-04] */
export function apologiesBy(
  panel: Pick<PanelInfo, "everyMeeting" | "namedDays"> | undefined,
  { definition, meeting }: Pick<MeetingView, "definition" | "meeting">,
  nowMs: number,
  today: CalendarDate,
): ApologiesBy | undefined {
  const due = deadlinesOf(definition, meeting, panel?.everyMeeting ?? [], panel?.namedDays ?? []).find(
    ({ rule }) => rule.step === "apologies",
  )?.due;
  return due && { by: byWords(due, today), past: due.ms < nowMs };
}

/** "Notes from 2 of 3 agencies. Missing: Police." */
export function missingWords(rows: readonly AgencyNotes[]): string {
  const missing = rows.filter(({ notes }) => notes.length === 0).map(({ agency }) => agency);
  const written = `Notes from ${rows.length - missing.length} of ${counted(rows.length, "agency", "agencies")}.`;
  return missing.length === 0 ? written : `${written} Missing: ${missing.join(", ")}.`;
}
