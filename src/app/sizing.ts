/** Keeps records within what one entry holds: long answers in several entries, a long snapshot in parts. */
import type { SentRecord } from "../domain/case/caseFile.ts";
import { cutText } from "../domain/case/snapshotParts.ts";
import type { Change } from "../domain/records/change.ts";
import type { CaseRecord } from "../domain/records/record.ts";

/** JSON characters to an entry; at up to three bytes each this stays below what an entry can hold. */
const CHARS_PER_ENTRY = 60_000;

const CHANGES_PER_ENTRY = 400;

const sizeOf = (value: unknown): number => JSON.stringify(value).length;

/** The changes in as many records as they need, in order. One answer alone always fits [answers.ts, MAX_TEXT]. */
export function answerRecords(changes: readonly Change[]): CaseRecord[] {
  const batches: Change[][] = [];
  let size = 0;
  for (const change of changes) {
    const next = sizeOf(change);
    const last = batches.at(-1);
    if (last && last.length < CHANGES_PER_ENTRY && size + next <= CHARS_PER_ENTRY) last.push(change);
    else {
      batches.push([change]);
      size = 0;
    }
    size += next;
  }
  return batches.map((batch) => ({ type: "answers", changes: batch }));
}

/** The submission or correction, and before it the parts of its snapshot where that is too long for one entry. */
export function submissionRecords(sent: SentRecord, key: string): { parts: CaseRecord[]; sent: SentRecord } {
  const text = JSON.stringify(sent.snapshot);
  if (text.length <= CHARS_PER_ENTRY) return { parts: [], sent };
  const pieces = cutText(text, CHARS_PER_ENTRY);
  const parts = pieces.map((piece, index): CaseRecord => ({
    type: "snapshot-part",
    key,
    index,
    text: piece,
  }));
  return { parts, sent: { ...sent, snapshot: null, parts: { key, count: pieces.length } } };
}
