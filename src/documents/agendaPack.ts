/**
 * The agenda and its papers as one document, for one reader: what is heard when, then each case that the reader gets,
 * as it was referred, with the papers that came with it. Other cases stand in the agenda by reference only.
 */
import type { CopyOf } from "../forms/copyOf.ts";
import type { ReferralSnapshot } from "../forms/snapshot.ts";
import { copyFacts, copyFooter } from "./copyFacts.ts";
import type { Block, DocumentModel, ForeignFile } from "./model.ts";
import { makeReferralDocument, type ReferralDocumentMeta } from "./referral.ts";
import { tableOrRows } from "./wideTable.ts";

export interface PackPaper {
  title: string;
  /** Null where this device could not get it. */
  file: ForeignFile | null;
}

export interface PackCase {
  /** "Item 3: ASH-7K3M9". */
  title: string;
  /** Null where the referral is not on this device. */
  referral: { snapshot: ReferralSnapshot; meta: ReferralDocumentMeta } | null;
  papers: PackPaper[];
}

export interface AgendaPackInput {
  panelName: string;
  handlingMark: string;
  /** As a reader reads them. */
  date: string;
  start: string;
  /** Whose copy it is; undefined for one that names nobody. */
  copy: CopyOf | undefined;
  madeOn: string;
  createdAtMs: number;
  /** In the order heard. `inPack`: a case whose papers follow, one left out, or business without any. */
  agenda: { title: string; kind: string; minutes: string; inPack: "below" | "left-out" | "business" }[];
  cases: PackCase[];
}

const WHERE = { below: "Below", "left-out": "Not in this copy", business: "" } as const;

export function makeAgendaPack(input: AgendaPackInput): DocumentModel {
  const { panelName, date } = input;
  return {
    frame: {
      title: `Agenda and papers, ${panelName}, ${date}`,
      lang: "en-GB",
      handlingMark: input.handlingMark,
      footer: `Agenda and papers · ${panelName} · ${date}${copyFooter(input.copy)}`,
      createdAtMs: input.createdAtMs,
    },
    blocks: [
      { kind: "heading", level: 1, text: "Agenda and papers" },
      {
        kind: "facts",
        tone: "summary",
        facts: [
          { label: "Panel", value: panelName },
          { label: "Meeting", value: `${date} at ${input.start}` },
          ...copyFacts(input.copy),
          { label: "Made on", value: input.madeOn },
        ],
      },
      ...agendaBlocks(input),
      ...input.cases.flatMap(caseBlocks),
    ],
  };
}

function agendaBlocks({ agenda }: AgendaPackInput): Block[] {
  const heading: Block = { kind: "heading", level: 2, text: "Agenda" };
  if (agenda.length === 0) return [heading, { kind: "paragraph", text: "Nothing is on it.", tone: "quiet" }];
  const rows = agenda.map(({ title, kind, minutes, inPack }) => [title, kind, minutes, WHERE[inPack]]);
  return [heading, tableOrRows("Items in the order heard", ["Item", "Kind", "Time", "Papers"], rows, "")];
}

function caseBlocks({ title, referral, papers }: PackCase): Block[] {
  const inside: Block[] = referral
    ? makeReferralDocument(referral.snapshot, referral.meta).blocks.flatMap(lowered)
    : [{ kind: "paragraph", text: "The referral is not on the device that made this copy.", tone: "quiet" }];
  return [
    { kind: "pageBreak" },
    { kind: "heading", level: 2, text: title },
    ...inside,
    ...papers.map((paper): Block => ({ kind: "attached", level: 3, ...paper })),
  ];
}

/** A part of a larger document: its own title is the heading above it. */
function lowered(block: Block): Block[] {
  if (block.kind !== "heading") return [block];
  return block.level === 1 ? [] : [{ ...block, level: 3 }];
}
