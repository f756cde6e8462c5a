/** What those who decide do with a referral, and what the log of it says. A part of the surface in api.ts. */
import type { CalendarDate } from "../domain/calendarDate.ts";
import type { Finding } from "../domain/case/findings.ts";
import type { StatusRecord } from "../domain/case/caseFile.ts";
import type { ScopeId, UserId } from "../domain/ids.ts";
import type { MeetingDate } from "../domain/panelBook.ts";
import type { Outcome } from "./outcome.ts";

type RecordOf<T extends StatusRecord["type"]> = Omit<Extract<StatusRecord, { type: T }>, "type">;
export type Accepted = {
  readonly note: string;
  /** The key of a meeting; undefined while none is set. */
  readonly meeting?: string | undefined;
  /** Why the chair takes it although it came too late for that meeting. */
  readonly lateReason?: string | undefined;
};
export type Settled = Pick<RecordOf<"settled-outside">, "reason" | "agreed" | "by" | "how" | "on">;
export type Filed = {
  /** The key of the record in the panel's definition. */
  readonly record: string;
  readonly on: CalendarDate;
  readonly by: string;
  readonly under: string;
};

export type NamedFinding = Finding & { readonly whoName: string; readonly mine: boolean };

/** A record outside Confer that the present decision has to be written on, and whether somebody said that it is. */
export type Filing = {
  readonly record: string;
  readonly label: string;
  readonly done: (Filed & { readonly whoName: string; readonly atMs: number }) | undefined;
};

export type LogDecision = Exclude<StatusRecord["type"], "submitted" | "corrected">;

/** One decision about one referral. Names nobody who was referred, unless a reason does. */
export type LogRow = {
  readonly scope: ScopeId;
  readonly reference: string;
  readonly panelName: string;
  readonly definitionId: string;
  readonly receivedMs: number;
  readonly decidedMs: number;
  readonly decision: LogDecision;
  readonly byName: string;
  /** The day of the meeting that it was accepted for. */
  readonly meeting: string | undefined;
  readonly reason: string;
};

/** `from` and `to`: days of the decision in London, both counted in. */
export type LogFilter = {
  readonly definitionId?: string | undefined;
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
};

/** What a list says of triage: how far it has come, and what was decided. */
export type TriageSummary = {
  /** Who decides: this person has opened it; points of the checklist that anybody answered, of how many. */
  readonly looked: { readonly opened: boolean; readonly points: number; readonly of: number };
  /** This person was asked to agree to it, and so is told what became of it. */
  readonly wasAsked: boolean;
  /** The meeting that it was accepted for, as it is set now; it may have been called off since. */
  readonly meeting: MeetingDate | undefined;
  /** The panel's latest decision. */
  readonly decided: { readonly by: UserId; readonly byName: string; readonly atMs: number } | undefined;
  /** A record elsewhere that the decision has yet to be written on, by its label. */
  readonly toFile: string | undefined;
};

export type TriageActions = {
  accept(scope: ScopeId, accepted: Accepted): Promise<Outcome>;
  returnForInformation(
    scope: ScopeId,
    gaps: readonly { readonly sectionKey?: string | undefined; readonly text: string }[],
    note: string,
  ): Promise<Outcome>;
  decline(scope: ScopeId, reason: string): Promise<Outcome>;
  /** It could not wait for a meeting. [HER-08] */
  settleOutside(scope: ScopeId, settled: Settled): Promise<Outcome>;
  /** One point of the checklist; what was found before is kept in the history. */
  check(scope: ScopeId, point: string, finding: Finding["finding"] | "", note: string): Promise<Outcome>;
  recordFiled(scope: ScopeId, filed: Filed): Promise<Outcome>;
};
