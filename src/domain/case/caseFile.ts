/**
 * A case as its entries tell it. `CaseFile` is plain JSON, so that a folded one can be cached sealed; it can
 * always be rebuilt from the entries. The fold gives the same file for the same entries in any order and
 * however often each is seen: every part is a set, or a choice by stamp.
 */
import type { ConsentEvent } from "../consent.ts";
import type { EntryId, ScopeId, UserId } from "../ids.ts";
import type { CaseRecord, Stamped } from "../records/record.ts";

/** `ms`, counter, device: one order that every device agrees on. */
export type Order = readonly [ms: number, counter: number, device: string];

export const orderOf = (stamped: Stamped<unknown>): Order => [
  stamped.at.ms,
  stamped.at.counter,
  stamped.device,
];

export const compareOrder = (a: Order, b: Order): number =>
  a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0);

/**
 * The same where two entries of one device carry one stamp, which an honest clock never gives: the entry decides,
 * so that every device still agrees.
 */
export const compareHappened = (
  a: { readonly order: Order; readonly entry: EntryId },
  b: { readonly order: Order; readonly entry: EntryId },
): number => compareOrder(a.order, b.order) || (a.entry < b.entry ? -1 : a.entry > b.entry ? 1 : 0);

/** One version of one answer. */
export type AnswerVersion = {
  readonly entry: EntryId;
  readonly author: UserId;
  readonly order: Order;
  readonly value: unknown;
};

/** A plain answer keeps the newest; narrative keeps every version that nobody who had seen it wrote over. */
export type Field = {
  readonly plain: AnswerVersion | undefined;
  /** Newest first. More than one only where two people wrote without seeing each other. */
  readonly narrative: readonly AnswerVersion[];
  /** Entries whose version was written over, kept so that one arriving late stays replaced. */
  readonly replaced: readonly EntryId[];
};

/** What stands as the answer now, newest first; a person chooses where there is more than one. */
export const versionsOf = (field: Field | undefined): readonly AnswerVersion[] => {
  if (!field) return [];
  if (field.narrative.length > 0) return field.narrative;
  return field.plain ? [field.plain] : [];
};

type RecordOf<T extends CaseRecord["type"]> = Extract<CaseRecord, { type: T }>;

/** A thing that happened, kept whole and never merged away. */
export type Happened<Record> = {
  readonly entry: EntryId;
  readonly author: UserId;
  /** The author was a co-ordinator or chair then. */
  readonly led: boolean;
  readonly order: Order;
  readonly record: Record;
};

/** What brings a case on; a correction only adds to what was sent. */
export type StatusRecord = RecordOf<
  "submitted" | "corrected" | "returned" | "accepted" | "declined" | "withdrawn"
>;
/** The referral left its author's hands, whole. */
export type SentRecord = RecordOf<"submitted" | "corrected">;
export const isSent = (record: StatusRecord): record is SentRecord =>
  record.type === "submitted" || record.type === "corrected";

export type ApprovalRecord = RecordOf<"approval-asked" | "approval-answered" | "approval-waived">;

export type PaperRecord = RecordOf<"paper-added" | "paper-changed">;

export type CaseFile = {
  readonly scope: ScopeId;
  readonly started: Happened<RecordOf<"case-started">> | undefined;
  readonly fields: Readonly<Record<string, Field>>;
  readonly consent: readonly Happened<ConsentEvent>[];
  /** In order, oldest first. */
  readonly status: readonly Happened<StatusRecord>[];
  /** First reading by each person. */
  readonly opened: readonly { readonly user: UserId; readonly order: Order }[];
  /** By key and index: snapshots that came in pieces. */
  readonly snapshotParts: Readonly<Record<string, string>>;
  readonly exports: readonly Happened<RecordOf<"exported">>[];
  /** In order, oldest first: papersOf reads them. */
  readonly papers: readonly Happened<PaperRecord>[];
  /** In order, oldest first: approvalsOf reads them. */
  readonly approvals: readonly Happened<ApprovalRecord>[];
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
  fields: Object.create(null) as Record<string, Field>,
  consent: [],
  status: [],
  opened: [],
  snapshotParts: Object.create(null) as Record<string, string>,
  exports: [],
  papers: [],
  approvals: [],
  edits: [],
  formChanges: [],
  paperForms: [],
  entries: [],
});
