/**
 * Answers longer than one record can hold: a whole report pasted into a box.
 *
 * [Note: too long for a record] Such an answer is neither cut nor refused. All of it stays in its box, and sealed in
 * this device's buffer through locks and killed tabs; it is no entry, so it does not travel, and the referral is not
 * sent while one waits. Shortened, it becomes an entry like any other.
 */
import { MAX_RECORD_BYTES } from "../domain/entry.ts";
import type { ScopeId } from "../domain/ids.ts";
import type { Change } from "../domain/records/change.ts";
import { type Answers, type FieldPath, parseAnswerValue, parseTypedAnswer } from "../forms/answers.ts";

export type TooLong = {
  readonly changes: ReadonlyMap<FieldPath, Change>;
  /** Rows of the buffer that held them when the session began: to be dropped once a row of now holds them. */
  readonly rows: readonly string[];
};

/** What a record says around its one change. */
const AROUND_BYTES = 1024;

const encoder = new TextEncoder();
/** Typing asks about the same change again and again, and a megabyte takes a while to count. */
const known = new WeakMap<Change, boolean>();

/** By bytes too: what JSON escapes takes up to six for a character. */
export function fitsRecord(change: Change): boolean {
  const before = known.get(change);
  if (before !== undefined) return before;
  const fits =
    parseAnswerValue(change.value).ok &&
    encoder.encode(JSON.stringify(change)).length <= MAX_RECORD_BYTES - AROUND_BYTES;
  known.set(change, fits);
  return fits;
}

/** Those of the changes that must wait. */
export const tooLongOf = (changes: ReadonlyMap<FieldPath, Change>): ReadonlyMap<FieldPath, Change> =>
  new Map([...changes].filter(([, change]) => !fitsRecord(change)));

/** The answers with what was typed over them, whatever its length. */
export function withTyped(answers: Answers, changes: ReadonlyMap<FieldPath, Change> | undefined): Answers {
  if (!changes || changes.size === 0) return answers;
  const merged = new Map(answers);
  for (const [path, change] of changes) {
    const parsed = parseTypedAnswer(change.value);
    if (parsed !== undefined) merged.set(path, parsed);
  }
  return merged;
}

export const countTooLong = (waiting: ReadonlyMap<ScopeId, TooLong>): number =>
  [...waiting.values()].reduce((sum, { changes }) => sum + changes.size, 0);
