import type { JSX } from "solid-js";
import type { DocumentBlock, DocumentModel } from "../../../src/app/exportTypes.ts";
import { ReadHere } from "../../../src/ui/documents/ReadHere.tsx";

const blocks: DocumentBlock[] = [
  { kind: "heading", level: 1, text: "Everything a page can hold" },
  {
    kind: "facts",
    tone: "summary",
    facts: [
      { label: "Reference", value: "26-0042" },
      { label: "Made on", value: "26 November 2026" },
    ],
  },
  { kind: "note", title: "Read this first", text: "One passage was taken out.\nIt says so where it stood." },
  { kind: "heading", level: 2, text: "Words" },
  { kind: "paragraph", text: "A first line.\nA second line." },
  { kind: "paragraph", text: "Not provided", tone: "quiet" },
  { kind: "list", items: ["A kettle", "A key"] },
  { kind: "list", items: ["Ring", "Visit"], ordered: true },
  { kind: "heading", level: 3, text: "Answers" },
  {
    kind: "answers",
    answers: [{ label: "Where they stay", body: [{ kind: "paragraph", text: "With an aunt" }] }],
  },
  { kind: "pageBreak" },
  {
    kind: "table",
    caption: "Actions",
    columns: ["Action", "By", "Due"],
    rows: Array.from({ length: 60 }, (_, at) => [`Action ${at + 1}`, "Housing", "3 December 2026"]),
  },
  {
    kind: "together",
    blocks: [
      { kind: "facts", tone: "record", facts: [{ label: "Signed by", value: "The chair" }] },
      {
        kind: "drawing",
        drawing: { width: 200, height: 60, strokes: [[10, 50, 60, 10, 120, 50, 190, 12]] },
        alt: "Signature of the chair",
      },
    ],
  },
];

const model: DocumentModel = {
  frame: {
    title: "Gallery",
    lang: "en-GB",
    handlingMark: `Official: "sensitive" \\ } @page {`,
    footer: "Gallery · 26-0042",
    createdAtMs: 0,
  },
  blocks,
};

/** What the tests read: what was recorded before printing. */
const probe = globalThis as { recorded?: string[] };

export function Documents(): JSX.Element {
  return (
    <ReadHere
      compose={() => Promise.resolve(model)}
      record={(how) => {
        probe.recorded = [...(probe.recorded ?? []), how];
        return Promise.resolve({ ok: true, value: undefined });
      }}
    />
  );
}
