/** The referral as a document: a summary, then every section and answer in the order it was asked. */
import type { ReferralSnapshot, SnapshotItem, SnapshotSection } from "../forms/snapshot.ts";
import type { Block, DocumentModel, Fact } from "./model.ts";
import { tableOrRows } from "./wideTable.ts";

export interface ReferralDocumentMeta {
  /** e.g. "ACC-2026-014". Null while the referral is a draft and has none. */
  reference: string | null;
  /** In words: "Draft", "Submitted", "Returned". */
  state: string;
  /** As a reader reads it, e.g. "26 November 2026"; null before it is submitted. */
  submittedOn: string | null;
  referringService?: string;
  /** Who has had this record, or how to ask; printed last, in a box. */
  accessNote?: string;
  createdAtMs: number;
}

const ABSENT = "Not provided";

export function makeReferralDocument(snapshot: ReferralSnapshot, meta: ReferralDocumentMeta): DocumentModel {
  const name = meta.reference === null ? "Referral (draft)" : `Referral ${meta.reference}`;
  const blocks: Block[] = [
    { kind: "heading", level: 1, text: name },
    { kind: "facts", tone: "summary", facts: summary(snapshot, meta) },
    ...snapshot.sections.flatMap(sectionBlocks),
  ];
  if (meta.accessNote !== undefined) {
    blocks.push({ kind: "note", title: "Access and history", text: meta.accessNote });
  }
  return {
    frame: {
      title: `${name}, ${snapshot.panelName}`,
      lang: "en-GB",
      handlingMark: snapshot.handlingMark,
      footer: `${name} · ${snapshot.panelName}`,
      createdAtMs: meta.createdAtMs,
    },
    blocks,
  };
}

function summary(snapshot: ReferralSnapshot, meta: ReferralDocumentMeta): Fact[] {
  const facts: Fact[] = [
    { label: "Panel", value: snapshot.panelName },
    { label: "Reference", value: meta.reference ?? "Given when the referral is submitted" },
    { label: "State", value: meta.state },
    { label: "Submitted", value: meta.submittedOn ?? "Not submitted" },
  ];
  if (meta.referringService !== undefined) {
    facts.push({ label: "Referring service", value: meta.referringService });
  }
  return facts;
}

function sectionBlocks(section: SnapshotSection): Block[] {
  const blocks: Block[] = [{ kind: "heading", level: 2, text: section.title }];
  if (section.items.length === 0) blocks.push(quiet("Nothing was asked in this section."));
  for (const item of section.items) append(blocks, itemBlock(item));
  return blocks;
}

/** Neighbouring answers become one list, so that a screen reader can say how many there are. */
function append(blocks: Block[], block: Block): void {
  const last = blocks.at(-1);
  if (last?.kind === "answers" && block.kind === "answers") last.answers.push(...block.answers);
  else blocks.push(block);
}

function itemBlock(item: SnapshotItem): Block {
  switch (item.kind) {
    case "answer":
      return answered(item.label, isBlank(item.answer) ? [quiet(ABSENT)] : [text(item.answer)]);
    case "list":
      return answered(
        item.label,
        item.answers.length === 0 ? [quiet("None")] : [{ kind: "list", items: item.answers }],
      );
    case "table":
      return tableBlock(item.label, item.columns, item.rows);
    case "signature":
      return answered(item.label, signatureBlocks(item));
    case "note":
      return { kind: "note", title: item.label, text: item.text };
  }
}

const tableBlock = (label: string, columns: string[], rows: string[][]): Block =>
  rows.length === 0 ? answered(label, [quiet("None")]) : tableOrRows(label, columns, rows, ABSENT);

function signatureBlocks(item: Extract<SnapshotItem, { kind: "signature" }>): Block[] {
  const blocks: Block[] = [text(item.statement)];
  if (item.drawn !== undefined) {
    blocks.push({ kind: "drawing", drawing: item.drawn, alt: `Drawn signature of ${item.signedBy}` });
  }
  blocks.push(text(`${item.signedBy}, ${item.on}`), quiet(item.how));
  return [{ kind: "together", blocks }];
}

function isBlank(answer: string | null | undefined): answer is null | undefined | "" {
  return answer === null || answer === undefined || answer.trim() === "";
}

const text = (value: string): Block => ({ kind: "paragraph", text: value });
const quiet = (value: string): Block => ({ kind: "paragraph", text: value, tone: "quiet" });
const answered = (label: string, body: Block[]): Block => ({ kind: "answers", answers: [{ label, body }] });
