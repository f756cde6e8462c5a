/** Minutes as a document: the meeting, each case that its reader may read, and who signed or published them. */
import type { MinutesStanding, PrintedMinutes } from "../forms/minutes/printed.ts";
import type { CaseMinutes, MeetingMinutes, MinutesBlock, MinutesSection } from "../forms/minutes/shape.ts";
import { copyFacts, copyFooter } from "./copyFacts.ts";
import { proofBlocks, proofEnclosures } from "./minutesProof.ts";
import type { Block, DocumentModel } from "./model.ts";
import { tableOrRows } from "./wideTable.ts";

export function makeMinutesDocument(printed: PrintedMinutes, createdAtMs: number): DocumentModel {
  const { meeting, cases, standing, copy } = printed;
  const day = meeting.head.find(({ label }) => label === "Date")?.value ?? meeting.day;
  const proof = standing.kind === "final" ? standing.proof : undefined;
  const title = standing.kind === "draft" ? "Minutes (draft)" : "Minutes";
  return {
    frame: {
      title: `${title}, ${meeting.panel}, ${day}`,
      lang: "en-GB",
      handlingMark: markOf(meeting.handling.mark, standing),
      footer: `${title} · ${meeting.panel} · ${day}${copyFooter(copy)}`,
      createdAtMs,
    },
    blocks: [
      { kind: "heading", level: 1, text: title },
      ...standingNotes(standing),
      {
        kind: "facts",
        tone: "summary",
        facts: [{ label: "Panel", value: meeting.panel }, ...meeting.head, ...copyFacts(copy)],
      },
      ...handlingBlocks(meeting),
      ...agendaBlocks(meeting, cases),
      ...sections(meeting.before, 2),
      ...cases.flatMap(caseBlocks),
      ...sections(meeting.after, 2),
      ...signatureBlocks(standing),
      ...(proof ? proofBlocks(proof) : []),
    ],
    ...(proof ? { enclosures: proofEnclosures(proof) } : {}),
    signature: { reason: "Shows whether this file was changed after it was made" },
  };
}

function markOf(mark: string, standing: MinutesStanding): string {
  if (standing.kind === "draft") return `${mark}: draft, not signed`;
  return standing.supersededOn === undefined ? mark : `${mark}: superseded`;
}

/** What nobody may miss who picks up a copy. */
function standingNotes(standing: MinutesStanding): Block[] {
  if (standing.kind === "draft") {
    return [
      { kind: "note", title: "Draft", text: "Sent round to be checked. Nobody has signed these minutes." },
    ];
  }
  const notes: Block[] = [];
  if (standing.supersededOn !== undefined) {
    const text = `Amended minutes replaced these on ${standing.supersededOn}. Use those.`;
    notes.push({ kind: "note", title: "Superseded", text });
  }
  if (standing.reason !== "") {
    const text = `These minutes replace earlier ones. Why: ${standing.reason}`;
    notes.push({ kind: "note", title: "Amended", text });
  }
  return notes;
}

/** Says which items are not in this copy: a guest's holds their own case alone. */
function agendaBlocks({ agenda }: MeetingMinutes, cases: readonly CaseMinutes[]): Block[] {
  if (agenda.length === 0) return [];
  const held = new Set(cases.map(({ item }) => item));
  const rows = agenda.map(({ item, title, kind, case: scope }) => [
    title,
    kind,
    scope === undefined || held.has(item) ? "Below" : "Not in this copy",
  ]);
  const columns = ["Item", "Kind", "Minutes"];
  return [
    { kind: "heading", level: 2, text: "Agenda" },
    tableOrRows("Items in the order heard", columns, rows, ""),
  ];
}

const sections = (all: readonly MinutesSection[], level: 2 | 3): Block[] =>
  all.flatMap(({ title, blocks }) => [
    { kind: "heading", level, text: title } as const,
    ...blocks.flatMap(blockOf),
  ]);

const caseBlocks = (minutes: CaseMinutes): Block[] => [
  { kind: "heading", level: 2, text: minutes.title },
  { kind: "facts", tone: "summary", facts: minutes.head.map((fact) => ({ ...fact })) },
  ...sections(minutes.sections, 3),
];

function blockOf(block: MinutesBlock): Block[] {
  switch (block.kind) {
    case "text":
      return [paragraph(block.text, block.quiet === true)];
    case "facts": {
      const facts: Block = {
        kind: "facts",
        tone: "record",
        facts: block.facts.map((fact) => ({ ...fact })),
      };
      return [
        block.title === undefined
          ? facts
          : { kind: "answers", answers: [{ label: block.title, body: [facts] }] },
      ];
    }
    case "table":
      return [tableOrRows(block.caption, block.columns, block.rows, "Not recorded")];
  }
}

const paragraph = (text: string, quiet = false): Block => ({
  kind: "paragraph",
  text,
  tone: quiet ? "quiet" : "plain",
});

function signatureBlocks(standing: MinutesStanding): Block[] {
  if (standing.kind === "draft") return [];
  const { signed, name, position, on, drawn, meaning, hash } = standing;
  const lines: Block[] = [paragraph(meaning)];
  if (drawn) {
    const { width, height, strokes } = drawn;
    const drawing = { width, height, strokes: strokes.map((stroke) => [...stroke]) };
    lines.push({ kind: "drawing", drawing, alt: `Drawn signature of ${name}` });
  }
  const how = drawn ? "Signed by hand on the screen" : "Signed by typing the name";
  lines.push(
    {
      kind: "facts",
      tone: "record",
      facts: [
        { label: "Name", value: name },
        { label: "Position", value: position },
        { label: "Date", value: on },
        {
          label: "How",
          value: signed ? how : "Published without a signature, which this panel does not ask for",
        },
      ],
    },
    paragraph(`Check code of these minutes: ${hash}`, true),
  );
  return [
    { kind: "heading", level: 2, text: signed ? "Signature" : "Published" },
    { kind: "together", blocks: lines },
  ];
}

function handlingBlocks({ handling }: MeetingMinutes): Block[] {
  if (handling.notes.length === 0) return [];
  return [{ kind: "note", title: "Handling", text: handling.notes.join("\n\n") }];
}
