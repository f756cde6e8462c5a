/** Folds opened records into a case. Commutative and idempotent; proven in tests/domain/case/fold.test.ts. */
import type { EntryId } from "../ids.ts";
import type { AnswerChange, CaseRecord, Stamped } from "../records/record.ts";
import {
  type AnswerVersion,
  type ApprovalRecord,
  type CaseFile,
  compareHappened,
  compareOrder,
  type Field,
  type Happened,
  type Order,
  orderOf,
  type PaperRecord,
  type StatusRecord,
} from "./caseFile.ts";

/** The file with these records in it too. Records already folded are passed over. */
export function foldCase(file: CaseFile, records: readonly Stamped<CaseRecord>[]): CaseFile {
  const seen = new Set<EntryId>(file.entries);
  const next = { ...file, fields: copyFields(file.fields) };
  const draft = next as Mutable<CaseFile> & { fields: Record<string, Field> };
  for (const stamped of records) {
    if (seen.has(stamped.id)) continue;
    seen.add(stamped.id);
    foldOne(draft, stamped);
  }
  draft.entries = [...seen].toSorted();
  return draft;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Field names come from records, so the object that holds them has no prototype to be confused with. */
const copyFields = (fields: CaseFile["fields"]): Record<string, Field> =>
  Object.assign(Object.create(null) as Record<string, Field>, fields);

function foldOne(
  draft: Mutable<CaseFile> & { fields: Record<string, Field> },
  stamped: Stamped<CaseRecord>,
): void {
  const { record } = stamped;
  const happened = <R>(value: R): Happened<R> => ({
    entry: stamped.id,
    author: stamped.author,
    led: stamped.led,
    order: orderOf(stamped),
    record: value,
  });
  switch (record.type) {
    case "case-started": {
      const started = happened(record);
      const earlier = !draft.started || compareHappened(started, draft.started) < 0;
      if (earlier) draft.started = started;
      return;
    }
    case "answers": {
      for (const change of record.changes) {
        draft.fields[change.path] = foldAnswer(draft.fields[change.path], change, stamped);
      }
      const edit = {
        entry: stamped.id,
        author: stamped.author,
        order: orderOf(stamped),
        paths: record.changes.map((change) => change.path),
        ...(record.copiedFrom === undefined ? {} : { copiedFrom: record.copiedFrom }),
      };
      draft.edits = inOrder([...draft.edits, edit]);
      return;
    }
    case "consent":
      draft.consent = inOrder([...draft.consent, happened(record.event)]);
      return;
    case "form-changed":
      draft.formChanges = inOrder([...draft.formChanges, happened(record)]);
      return;
    case "from-paper":
      draft.paperForms = inOrder([...draft.paperForms, happened(record)]);
      return;
    case "submitted":
    case "corrected":
    case "returned":
    case "accepted":
    case "declined":
    case "withdrawn":
      draft.status = inOrder([...draft.status, happened<StatusRecord>(record)]);
      return;
    case "snapshot-part":
      draft.snapshotParts = {
        ...draft.snapshotParts,
        [`${stamped.device}/${record.key}/${record.index}`]: record.text,
      };
      return;
    case "opened":
      draft.opened = foldOpened(draft.opened, stamped);
      return;
    case "exported":
      draft.exports = inOrder([...draft.exports, happened(record)]);
      return;
    case "paper-added":
    case "paper-changed":
      draft.papers = inOrder([...draft.papers, happened<PaperRecord>(record)]);
      return;
    case "approval-asked":
    case "approval-answered":
    case "approval-waived":
      draft.approvals = inOrder([...draft.approvals, happened<ApprovalRecord>(record)]);
      return;
  }
}

const inOrder = <T extends { readonly order: Order; readonly entry: EntryId }>(items: readonly T[]): T[] =>
  items.toSorted(compareHappened);

/**
 * The field after one more change. Plain: the newest stands alone; the others remain as entries. Narrative: a
 * version goes only when its replacer was written by someone who had seen it.
 */
function foldAnswer(field: Field | undefined, change: AnswerChange, stamped: Stamped<CaseRecord>): Field {
  const { plain, narrative, replaced } = field ?? { plain: undefined, narrative: [], replaced: [] };
  const version: AnswerVersion = {
    entry: stamped.id,
    author: stamped.author,
    order: orderOf(stamped),
    value: change.value,
  };
  if (!change.replaces) {
    const newer = !plain || compareHappened(version, plain) > 0;
    return { plain: newer ? version : plain, narrative, replaced };
  }
  const over = [...new Set([...replaced, ...change.replaces])].toSorted();
  const standing = [...narrative, version]
    .filter((each) => !over.includes(each.entry))
    .toSorted((a, b) => compareHappened(b, a));
  return { plain, narrative: standing, replaced: over };
}

function foldOpened(opened: CaseFile["opened"], stamped: Stamped<CaseRecord>): CaseFile["opened"] {
  const order = orderOf(stamped);
  const before = opened.find((each) => each.user === stamped.author);
  if (before && compareOrder(before.order, order) <= 0) return opened;
  const others = opened.filter((each) => each.user !== stamped.author);
  return [...others, { user: stamped.author, order }].toSorted((a, b) => compareOrder(a.order, b.order));
}
