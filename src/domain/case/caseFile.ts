/**
 * A case as its entries tell it. `CaseFile` is plain JSON, so that a folded one can be cached sealed; it can
 * always be rebuilt from the entries. The fold gives the same file for the same entries in any order and
 * however often each is seen: every part is a set, or a choice by stamp.
 */
import type { ConsentEvent } from "../consent.ts";
import { type Fields, noFields } from "../field.ts";
import type { Happened, Order } from "../happened.ts";
import type { EntryId, ScopeId, UserId } from "../ids.ts";
import type { CaseRecord } from "../records/record.ts";

type RecordOf<T extends CaseRecord["type"]> = Extract<CaseRecord, { type: T }>;

/** What brings a case on; a correction only adds to what was sent. */
export type StatusRecord = RecordOf<
  "submitted" | "corrected" | "returned" | "accepted" | "declined" | "settled-outside" | "withdrawn"
>;
/** The referral left its author's hands, whole. */
export type SentRecord = RecordOf<"submitted" | "corrected">;
export const isSent = (record: StatusRecord): record is SentRecord =>
  record.type === "submitted" || record.type === "corrected";

export type ApprovalRecord = RecordOf<"approval-asked" | "approval-answered" | "approval-waived">;

/** What the panel said and decided, and what became of it; notes are fields. */
export type DiscussionRecord = RecordOf<
  | "research-note"
  | "decided"
  | "action-set"
  | "action-updated"
  | "action-offered"
  | "action-day-asked"
  | "action-answered"
  | "report-promised"
  | "reported"
  | "filed-record"
  | "case-minutes"
  | "case-closed"
  | "disclosure-marked"
>;

export type CheckedRecord = RecordOf<"checked">;
export type PaperRecord = RecordOf<"paper-added" | "paper-changed">;

export type CaseFile = {
  readonly scope: ScopeId;
  readonly started: Happened<RecordOf<"case-started">> | undefined;
  readonly fields: Fields;
  readonly consent: readonly Happened<ConsentEvent>[];
  /** In order, oldest first. */
  readonly status: readonly Happened<StatusRecord>[];
  /** What was found on points of the checklist, oldest first: findingsOf reads them. */
  readonly checked: readonly Happened<CheckedRecord>[];
  /** That it was written on records outside Confer, oldest first. */
  readonly filedElsewhere: readonly Happened<RecordOf<"filed-elsewhere">>[];
  /** First reading by each person. */
  readonly opened: readonly { readonly user: UserId; readonly order: Order }[];
  /** By key and index: snapshots that came in pieces. */
  readonly snapshotParts: Readonly<Record<string, string>>;
  readonly exports: readonly Happened<RecordOf<"exported">>[];
  /** In order, oldest first: papersOf reads them. */
  readonly papers: readonly Happened<PaperRecord>[];
  /** In order, oldest first: approvalsOf reads them. */
  readonly approvals: readonly Happened<ApprovalRecord>[];
  /** In order, oldest first: discussion.ts and actions.ts read them. */
  readonly discussion: readonly Happened<DiscussionRecord>[];
  /** Notes of hearings, by `meeting/part`. */
  readonly minuted: Fields;
  /** Who changed which answers when, for the history. */
  readonly edits: readonly {
    readonly entry: EntryId;
    readonly author: UserId;
    readonly order: Order;
    readonly paths: readonly string[];
    /** The reference of the earlier referral they were taken from. */
    readonly copiedFrom?: string;
  }[];
  /** Versions of the form that the author went on with, oldest first. */
  readonly formChanges: readonly Happened<RecordOf<"form-changed">>[];
  /** That the answers come from a paper form, oldest first: the last one holds. */
  readonly paperForms: readonly Happened<RecordOf<"from-paper">>[];
  /** Every entry folded in. */
  readonly entries: readonly EntryId[];
};

export const emptyCaseFile = (scope: ScopeId): CaseFile => ({
  scope,
  started: undefined,
  fields: noFields(),
  consent: [],
  status: [],
  checked: [],
  filedElsewhere: [],
  opened: [],
  snapshotParts: Object.create(null) as Record<string, string>,
  exports: [],
  papers: [],
  approvals: [],
  discussion: [],
  minuted: noFields(),
  edits: [],
  formChanges: [],
  paperForms: [],
  entries: [],
});
