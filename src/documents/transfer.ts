/** What is typed over into another system, on paper: each of its boxes with what goes into it. [ASH-48, ASH-88] */
import type { TransferRow } from "../forms/transferRows.ts";
import type { CaseDocumentMeta } from "./disclosure.ts";
import type { DocumentModel } from "./model.ts";

export const makeTransferDocument = (
  label: string,
  rows: readonly TransferRow[],
  meta: CaseDocumentMeta,
): DocumentModel => ({
  frame: {
    title: `${label}, ${meta.reference}`,
    lang: "en-GB",
    handlingMark: meta.handlingMark,
    footer: `${label} · ${meta.reference}`,
    createdAtMs: meta.createdAtMs,
  },
  blocks: [
    { kind: "heading", level: 1, text: label },
    {
      kind: "facts",
      tone: "summary",
      facts: [
        { label: "Panel", value: meta.panelName },
        { label: "Reference", value: meta.reference },
        { label: "Made on", value: meta.madeOn },
      ],
    },
    {
      kind: "answers",
      answers: rows.map((row) => ({
        label: row.label,
        body: [
          row.value === ""
            ? { kind: "paragraph", text: "Nothing is recorded", tone: "quiet" }
            : { kind: "paragraph", text: row.value },
        ],
      })),
    },
  ],
});
