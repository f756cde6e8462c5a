/** Folds opened records into a case. Commutative and idempotent; proven in tests/domain/case/fold.test.ts. */
import type { EntryId } from "../ids.ts";
import { type Field, foldField, foldFields, noFields } from "../field.ts";
import {
  compareHappened,
  compareOrder,
  type Happened,
  happened as happenedOf,
  inOrder,
  orderOf,
} from "../happened.ts";
import type { CaseRecord, Stamped } from "../records/record.ts";
import type { ApprovalRecord, CaseFile, DiscussionRecord, PaperRecord, StatusRecord } from "./caseFile.ts";

/** The file with these records in it too. Records already folded are passed over. */
export function foldCase(file: CaseFile, records: readonly Stamped<CaseRecord>[]): CaseFile {
  const seen = new Set<EntryId>(file.entries);
  const next = { ...file, fields: Object.assign(noFields(), file.fields) };
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

function foldOne(
  draft: Mutable<CaseFile> & { fields: Record<string, Field> },
  stamped: Stamped<CaseRecord>,
): void {
  const { record } = stamped;
  const happened = <R>(value: R): Happened<R> => happenedOf(stamped, value);
  switch (record.type) {
    case "case-started": {
      const started = happened(record);
      const earlier = !draft.started || compareHappened(started, draft.started) < 0;
      if (earlier) draft.started = started;
      return;
    }
    case "answers": {
      for (const change of record.changes) {
        draft.fields[change.path] = foldField(draft.fields[change.path], change, stamped);
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
    case "settled-outside":
    case "withdrawn":
      draft.status = inOrder([...draft.status, happened<StatusRecord>(record)]);
      return;
    case "checked":
      draft.checked = inOrder([...draft.checked, happened(record)]);
      return;
    case "filed-elsewhere":
      draft.filedElsewhere = inOrder([...draft.filedElsewhere, happened(record)]);
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
    case "minuted": {
      const changes = record.changes.map((change) => ({
        ...change,
        path: `${record.meeting}/${change.path}`,
      }));
      draft.minuted = foldFields(draft.minuted, changes, stamped);
      return;
    }
    case "research-note":
    case "decided":
    case "action-set":
    case "action-updated":
    case "action-offered":
    case "action-day-asked":
    case "action-answered":
    case "report-promised":
    case "reported":
    case "filed-record":
    case "disclosure-marked":
    case "case-minutes":
    case "case-closed":
      draft.discussion = inOrder([...draft.discussion, happened<DiscussionRecord>(record)]);
      return;
  }
}

function foldOpened(opened: CaseFile["opened"], stamped: Stamped<CaseRecord>): CaseFile["opened"] {
  const order = orderOf(stamped);
  const before = opened.find((each) => each.user === stamped.author);
  if (before && compareOrder(before.order, order) <= 0) return opened;
  const others = opened.filter((each) => each.user !== stamped.author);
  return [...others, { user: stamped.author, order }].toSorted((a, b) => compareOrder(a.order, b.order));
}
