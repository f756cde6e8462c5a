import { createSignal } from "solid-js";
import type { JSX } from "solid-js";
import type { DocumentBlock, DocumentModel } from "../../../src/app/exportTypes.ts";
import { FirstPage } from "../../../src/ui/documents/FirstPage.tsx";
import { ReadHere } from "../../../src/ui/documents/ReadHere.tsx";
import { Select } from "../../../src/ui/kit/Select.tsx";
import { CODE } from "./code.ts";

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

const more: DocumentBlock[] = [
  { kind: "heading", level: 2, text: "Numbers" },
  {
    kind: "bars",
    columns: ["What", "How many"],
    bars: [
      { label: "Received", count: 12 },
      { label: "Declined", count: 3 },
    ],
  },
  {
    kind: "attached",
    level: 3,
    title: "The door",
    file: { name: "door.png", mediaType: "image/png", bytes: drawnDoor() },
  },
  { kind: "attached", level: 3, title: "Chronology", file: null },
  { kind: "heading", level: 2, text: "How to check it" },
  { kind: "code", text: CODE, alt: "Code to scan. Its short code is AB12." },
];

/** A picture 2 pixels wide and 3 high, grey. */
function drawnDoor(): Uint8Array {
  const base64 =
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAAAAACcgYFdAAAADUlEQVR4nGNoaGAAIwANiQMBNh/1KwAAAABJRU5ErkJggg==";
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

const model: DocumentModel = {
  frame: {
    title: "Gallery",
    lang: "en-GB",
    handlingMark: `Official: "sensitive" \\ } @page {`,
    footer: "Gallery · 26-0042",
    createdAtMs: 0,
  },
  blocks: [...blocks, ...more],
};

/** What the tests read: what was recorded before printing. */
const probe = globalThis as { recorded?: string[] };

export function Documents(): JSX.Element {
  const [reader, setReader] = createSignal("gil");
  return (
    <>
      <Select
        id="reader"
        label="Whose copy is it?"
        options={[
          { value: "gil", label: "Gil Guest" },
          { value: "mo", label: "Mo Member" },
        ]}
        value={reader()}
        onChange={setReader}
      />
      <ReadHere
        choice={reader()}
        compose={() => model}
        record={(how) => {
          probe.recorded = [...(probe.recorded ?? []), how];
          return Promise.resolve({ ok: true, value: undefined });
        }}
      />
      <FirstPage document={model} />
    </>
  );
}
