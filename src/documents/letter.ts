/** A letter about one case: a decision for whoever referred it, or words in support for housing, finance and the like. */
import { type CaseDocumentMeta } from "./caseDocument.ts";
import type { Block, DocumentModel } from "./model.ts";

export interface Letter {
  /** As on an envelope, a line to each. */
  to: string;
  subject: string;
  /** A blank line begins a paragraph. */
  body: string;
  /** Name, position and whatever stands under it, a line to each. */
  from: string;
}

export const makeLetterDocument = (letter: Letter, meta: CaseDocumentMeta): DocumentModel => ({
  frame: {
    title: `Letter, ${meta.reference}, ${meta.panelName}`,
    lang: "en-GB",
    handlingMark: meta.handlingMark,
    footer: `Letter, ${meta.reference} · ${meta.panelName}`,
    createdAtMs: meta.createdAtMs,
  },
  blocks: [
    { kind: "heading", level: 1, text: letter.subject },
    {
      kind: "facts",
      tone: "summary",
      facts: [
        { label: "To", value: letter.to },
        { label: "From", value: meta.panelName },
        { label: "Our reference", value: meta.reference },
        { label: "Date", value: meta.madeOn },
      ],
    },
    paragraph(letter.body),
    { kind: "together", blocks: [paragraph("Yours sincerely"), paragraph(letter.from)] },
  ],
});

const paragraph = (text: string): Block => ({ kind: "paragraph", text });
