/** The frame and the head that short documents about one case share. */
import type { Block, DocumentModel } from "./model.ts";

export interface CaseDocumentMeta {
  reference: string;
  panelName: string;
  handlingMark: string;
  /** As a reader reads it. */
  madeOn: string;
  createdAtMs: number;
}

/** `name`: in the title and at the foot; `heading`: what its reader is told it is. */
export const makeCaseDocument = (
  { name, heading }: { readonly name: string; readonly heading: string },
  meta: CaseDocumentMeta,
  blocks: Block[],
): DocumentModel => ({
  frame: {
    title: `${name}, ${meta.reference}, ${meta.panelName}`,
    lang: "en-GB",
    handlingMark: meta.handlingMark,
    footer: `${name}, ${meta.reference} · ${meta.panelName}`,
    createdAtMs: meta.createdAtMs,
  },
  blocks: [
    { kind: "heading", level: 1, text: heading },
    {
      kind: "facts",
      tone: "summary",
      facts: [
        { label: "Panel", value: meta.panelName },
        { label: "Reference", value: meta.reference },
        { label: "Made on", value: meta.madeOn },
      ],
    },
    ...blocks,
  ],
});
