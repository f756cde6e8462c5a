/** What the screens see and do about agreement to a referral. A part of the surface in api.ts. */
import type { CalendarDate } from "../domain/calendarDate.ts";
import type { EntryId, ScopeId, UserId } from "../domain/ids.ts";
import type { ApprovalOutcome, ApprovalWay } from "../domain/records/approval.ts";
import type { Outcome } from "./outcome.ts";

export type ToldApproval = {
  readonly outcome: ApprovalOutcome;
  readonly words: string;
  readonly by: { readonly name: string; readonly position?: string; readonly agency?: string };
  readonly on: CalendarDate;
  readonly how: Exclude<ApprovalWay, "app">;
};

/** Something that this person was asked and has not answered. */
export type OpenAsk = {
  readonly entry: EntryId;
  /** Of the definition's approvals. */
  readonly key: string;
  readonly words: string;
  readonly askedOn: CalendarDate;
};

export type ApprovalActions = {
  /** For the author. Lets the colleague in, to read the draft and to answer; that cannot be taken back. */
  askApproval(scope: ScopeId, key: string, user: UserId, words: string): Promise<Outcome>;
  /** For the author: what somebody said who answered by word of mouth or on paper. */
  recordApproval(scope: ScopeId, key: string, told: ToldApproval): Promise<Outcome>;
  /** For the author: why the referral goes without it. "" takes that back. */
  waiveApproval(scope: ScopeId, key: string, reason: string): Promise<Outcome>;
  /** For whoever was asked. */
  answerApproval(
    scope: ScopeId,
    key: string,
    answer: { readonly outcome: ApprovalOutcome; readonly words: string },
  ): Promise<Outcome>;
};
