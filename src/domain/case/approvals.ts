/**
 * Who was asked to agree to a referral and what they said, as its entries tell it. An answer counts if the person
 * asked gave it on a device of theirs, or if the author wrote down what was spoken or on paper; whatever else is
 * written stays in the history and changes nothing. Source: HER-51, HAR-42, OXF-07, OXT-65.
 */
import type { CalendarDate } from "../calendarDate.ts";
import type { EntryId, UserId } from "../ids.ts";
import { londonDateOf } from "../londonTime.ts";
import type { ApprovalRecord, CaseFile } from "./caseFile.ts";
import { type Happened, ofType } from "../happened.ts";

type Of<T extends ApprovalRecord["type"]> = Extract<ApprovalRecord, { type: T }>;
type Step<T extends ApprovalRecord["type"]> = Happened<Of<T>>;

export type GivenApproval = Omit<Of<"approval-answered">, "type" | "key"> & {
  readonly entry: EntryId;
  /** Answers of the referral written since, that the person had not read. */
  readonly changedSince: number;
};

export type HeldApproval = {
  readonly key: string;
  /** The latest time somebody was asked. `open`: and has not answered since. */
  readonly ask:
    | {
        readonly entry: EntryId;
        readonly user: UserId;
        readonly words: string;
        readonly on: CalendarDate;
        readonly open: boolean;
      }
    | undefined;
  /** Every answer that counts, oldest first: the last one holds. */
  readonly given: readonly GivenApproval[];
  /** Why the referral goes without it; "" where nothing is said. */
  readonly reason: string;
};

/** One for each key that anything was written about, in the order first written about. */
export function approvalsOf(file: CaseFile): readonly HeldApproval[] {
  const keys = [...new Set(file.approvals.map(({ record }) => record.key))];
  return keys.map((key) => heldApproval(file, key));
}

function heldApproval(file: CaseFile, key: string): HeldApproval {
  const author = file.started?.author;
  const steps = file.approvals.filter(({ record }) => record.key === key);
  const asks = ofType(steps, "approval-asked").filter((step) => step.author === author);
  const answers = ofType(steps, "approval-answered").filter((step) => counts(step, asks, author));
  const waivers = ofType(steps, "approval-waived").filter((step) => step.author === author);
  const ask = asks.at(-1);
  return {
    key,
    ask: ask && {
      entry: ask.entry,
      user: ask.record.user,
      words: ask.record.words,
      on: londonDateOf(ask.order[0]),
      open: !answers.some((answer) => steps.indexOf(answer) > steps.indexOf(ask)),
    },
    given: answers.map((answer) => {
      const { type: _, key: __, ...said } = answer.record;
      return { ...said, entry: answer.entry, changedSince: changedSince(file, answer) };
    }),
    reason: waivers.at(-1)?.record.reason.trim() ?? "",
  };
}

/** Whoever was asked at any time may answer: two answers may cross on their way. */
function counts(
  { author, record }: Step<"approval-answered">,
  asks: readonly Step<"approval-asked">[],
  caseAuthor: UserId | undefined,
): boolean {
  if (record.how !== "app") return author === caseAuthor;
  return author !== caseAuthor && asks.some((ask) => ask.record.user === author);
}

/** Each answer once. What the author wrote before the answer, and the person did not have, has changed too. */
function changedSince(file: CaseFile, { record, order }: Step<"approval-answered">): number {
  const seen = record.seen === undefined ? -1 : file.edits.findIndex(({ entry }) => entry === record.seen);
  const since =
    seen >= 0 ? file.edits.slice(seen + 1) : file.edits.filter((edit) => edit.order[0] > order[0]);
  return new Set(since.flatMap(({ paths }) => paths)).size;
}
