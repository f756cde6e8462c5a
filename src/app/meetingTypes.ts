/** A meeting as screens see it, and what people write in it. A part of the surface in api.ts. */
import type { Action } from "../domain/case/actions.ts";
import type { CaseFile, DiscussionRecord } from "../domain/case/caseFile.ts";
import type { Promised } from "../domain/case/discussion.ts";
import type { AnyId, AttendeeId, ItemId, ScopeId, UserId } from "../domain/ids.ts";
import type { AgendaItem, Invitee } from "../domain/meeting/agenda.ts";
import type { Attendee, GateRules, GateStanding } from "../domain/meeting/attendance.ts";
import type { MeetingFile, MeetingStep } from "../domain/meeting/meetingFile.ts";
import type { Party } from "../domain/meeting/party.ts";
import type { MeetingDate } from "../domain/panelBook.ts";
import type { Change } from "../domain/records/change.ts";
import type { PanelDefinition } from "../forms/definition.ts";
import type { CaseSummary, RecordPlace } from "./caseTypes.ts";
import type { Live } from "./live.ts";
import type { Outcome } from "./outcome.ts";

/** For lists: what there is to do for this person, in numbers. */
export type MeetingSummary = {
  readonly meeting: MeetingDate;
  readonly definitionId: string;
  readonly panelName: string;
  /** Somebody has begun to prepare it, and this device may read it. */
  readonly begun: boolean;
  readonly items: number;
  /** Sent out to members. */
  readonly released: boolean;
  /** This person is asked to come. */
  readonly invited: boolean;
  readonly apologies: boolean;
  /** Cases of it on this device for which this person's agency has not said what it knows. */
  readonly notesOwed: number;
  readonly signed: boolean;
};

/** A case on the agenda that this device may read. */
export type HeardCase = {
  readonly summary: CaseSummary;
  readonly file: CaseFile;
  /** Whom its referral names for the hearing. */
  readonly parties: readonly Party[];
  /** Why its referrer asks for it to be heard early; "" where they do not. */
  readonly asksEarlier: string;
};

/** A case accepted for the panel that is not on this meeting's agenda. */
export type WaitingCase = {
  readonly summary: CaseSummary;
  /** Triage took it for this meeting. */
  readonly put: boolean;
  /** Why the chair takes it although it came too late, as triage wrote it. */
  readonly lateReason: string;
  /** When it was last submitted, by its author's device: what it is in time for counts from there. */
  readonly sentMs: number | undefined;
  /** Meetings that had it on their agenda, or decided on it: ISO dates, oldest first. */
  readonly heardOn: readonly string[];
  /** Another meeting still to come that has it on its agenda: its ISO date. */
  readonly onAgendaOf: string | undefined;
  /** Reports asked for that have not come. */
  readonly promises: readonly Promised[];
  readonly openActions: readonly Action[];
};

/** What an agenda can be made of. */
export type MeetingPlan = {
  /** First those put for this meeting, then those with something promised, then by age. */
  readonly waiting: readonly WaitingCase[];
  /** Whom the meeting before asked for the whole of it. */
  readonly lastTime: readonly Invitee[];
};

export type MeetingView = {
  readonly meeting: MeetingDate;
  readonly definition: PanelDefinition;
  readonly begun: boolean;
  readonly file: MeetingFile;
  readonly agenda: readonly AgendaItem[];
  readonly attendees: readonly Attendee[];
  readonly rules: GateRules;
  readonly gate: GateStanding;
  /** By scope: the cases of its agenda that are on this device. */
  readonly cases: ReadonlyMap<ScopeId, HeardCase>;
  /** Everybody named in it: "J Okoro (Housing)". */
  readonly names: ReadonlyMap<UserId, string>;
  /** This person, as a member of the meeting; undefined where nobody asked them. */
  readonly me: Attendee | undefined;
  /** Co-ordinator, chair or minute taker: runs the meeting. */
  readonly mayRun: boolean;
  readonly place: RecordPlace;
};

/** What a meeting holds, and what a case holds of what a panel did: notes among them. */
export type MeetingNote =
  | MeetingStep
  | { readonly type: "meeting-noted"; readonly changes: readonly Change[] };
export type CaseNote =
  | DiscussionRecord
  | { readonly type: "minuted"; readonly meeting: string; readonly changes: readonly Change[] };

export type MeetingActions = {
  /** Of every panel: from a month ago on, soonest first. */
  readonly meetings: Live<readonly MeetingSummary[]>;
  /** The meeting by the key of its date, kept up to date until `close`. Undefined while unknown. */
  watchMeeting(meeting: string): { readonly view: Live<MeetingView | undefined>; close(): void };
  /** Read afresh each time: a screen asks again when cases or the meeting change. */
  planOf(meeting: string): MeetingPlan;
  /** Begins to prepare it: leaders may read and change it from then on, and minute takers write in it. */
  beginMeeting(meeting: string): Promise<Outcome>;
  /** Writes in the meeting; all or nothing. Refused before it has begun. */
  noteMeeting(meeting: string, notes: readonly MeetingNote[]): Promise<Outcome>;
  /** Writes in a case what the panel says or does; all or nothing. */
  noteCase(scope: ScopeId, notes: readonly CaseNote[]): Promise<Outcome>;
  /**
   * Sends the agenda and its cases to those asked: each may from then on read the meeting, and the cases they are
   * asked for. `onProgress`: people let in, of how many. Needs no connection: it leaves when there is one.
   * A `notice` lets them read that there is a meeting, and no case.
   */
  releaseMeeting(
    meeting: string,
    release: {
      readonly what: string;
      readonly note: string;
      readonly others: readonly string[];
      readonly notice?: boolean;
      /** Who were not asked to come, and may read the meeting all the same. */ readonly also?: readonly UserId[];
    },
    onProgress?: (done: number, total: number) => void,
  ): Promise<Outcome>;
  /** A new id for an item, an attendee or an action. */
  newId<T extends AnyId>(): T;
};

/** For somebody on Confer: two invitations of one person at once are one. */
export const attendeeOf = (user: UserId): AttendeeId => user as string as AttendeeId;

/** Whom an item concerns, of those asked to come: everybody asked for the whole meeting, and its own guests. */
export const concerns = (attendee: Pick<Attendee, "items">, item: ItemId): boolean =>
  attendee.items.length === 0 || attendee.items.includes(item);
