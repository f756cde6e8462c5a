/**
 * A panel's referral form on paper, with room to write: for where no device may be used, and for people to see what is
 * asked. It holds nothing about anybody, so it needs no password.
 */
import type { PanelDefinition } from "../forms/definition.ts";
import type { FieldQuestion, Question } from "../forms/definition/question.ts";
import type { Section } from "../forms/definition/section.ts";
import type { Answer, Block, DocumentModel } from "./model.ts";

/** Room for so many of a repeating group. */
const ROWS = 3;

export const makeBlankForm = (definition: PanelDefinition, createdAtMs: number): DocumentModel => ({
  frame: {
    title: `Referral form, ${definition.name}`,
    lang: "en-GB",
    handlingMark: `${definition.handling.mark} once it is filled in`,
    footer: `Referral form · ${definition.name} · version ${definition.version}`,
    createdAtMs,
  },
  blocks: [
    { kind: "heading", level: 1, text: "Referral form" },
    {
      kind: "facts",
      tone: "summary",
      facts: [
        { label: "Panel", value: definition.name },
        { label: "Who it is for", value: definition.audience.summary },
      ],
    },
    {
      kind: "note",
      title: "Before you write",
      text: "Use black ink. Leave out what does not apply. Keep the filled-in form under lock and key until it is with the co-ordinator, and never send it by ordinary email.",
    },
    ...[definition.eligibility.section, ...definition.sections].flatMap((section) =>
      sectionBlocks(section, definition),
    ),
    { kind: "heading", level: 2, text: "Who filled this in" },
    { kind: "answers", answers: SIGNED.map((label) => lined(label, 1)) },
  ],
});

const SIGNED = ["Name", "Agency and position", "Telephone", "Signature", "Date"];

function sectionBlocks(section: Section, definition: PanelDefinition): Block[] {
  const blocks: Block[] = [{ kind: "heading", level: 2, text: section.title }];
  if (section.lead !== undefined) blocks.push(quiet(section.lead));
  if (section.kind === "consent") blocks.push(...consentBlocks(definition));
  if (section.kind === "papers" && definition.papers) {
    blocks.push(quiet("Tick what comes with this form."), {
      kind: "boxes",
      options: definition.papers.map(({ label }) => label),
    });
  }
  for (const page of section.pages) {
    if (page.title !== section.title) blocks.push({ kind: "heading", level: 3, text: page.title });
    if (page.lead !== undefined) blocks.push(quiet(page.lead));
    blocks.push(...page.questions.flatMap(questionBlocks));
  }
  return blocks;
}

/** What the person is told, in the panel's own wording, and what they say to it. */
function consentBlocks({ consent, name }: PanelDefinition): Block[] {
  const wording = consent.wordings.find(({ format }) => format === "standard") ?? consent.wordings[0];
  const told: Block[] = wording
    ? [
        { kind: "heading", level: 3, text: wording.title },
        ...[...wording.paragraphs, wording.declaration].map((text): Block => ({
          kind: "paragraph",
          text: text.replaceAll("{panel}", name).replaceAll("{recipients}", "the agencies of the panel"),
        })),
      ]
    : [];
  return [
    ...told,
    {
      kind: "answers",
      answers: [
        { label: "Was this read to the person, or read by them?", body: [boxes("Yes", "No")] },
        { label: "Do they agree?", body: [boxes("Yes", "No", "They could not be asked")] },
        lined("If they did not agree or could not be asked: why it is referred all the same", 4),
        lined("Signature of the person, or of whoever decides for them", 2),
        lined("Name, and in what capacity", 1),
        lined("Date", 1),
      ],
    },
  ];
}

function questionBlocks(question: Question): Block[] {
  switch (question.type) {
    case "note":
      return [{ kind: "note", title: question.label, text: question.text }];
    case "computed":
      return [];
    case "grid": {
      const columns = [question.label, ...question.columns.map(({ label }) => label)];
      return [
        {
          kind: "table",
          caption: question.label,
          columns: ["", ...columns.slice(1)],
          rows: question.rows.map(({ label }) => [label]),
        },
      ];
    }
    case "repeat":
      return [
        { kind: "heading", level: 3, text: question.label },
        ...(question.hint === undefined ? [] : [quiet(question.hint)]),
        ...Array.from({ length: Math.min(ROWS, question.maxRows ?? ROWS) }, (_, at): Block[] => [
          quiet(`${capital(question.item)} ${at + 1}`),
          { kind: "answers", answers: question.fields.map(asked) },
        ]).flat(),
      ];
    default:
      return [{ kind: "answers", answers: [asked(question)] }];
  }
}

function asked(question: FieldQuestion): Answer {
  const hint = question.hint === undefined ? [] : [quiet(question.hint)];
  const prompts: Block[] =
    question.type === "longText" && question.prompts ? [{ kind: "list", items: [...question.prompts] }] : [];
  return { label: question.label, body: [...hint, ...prompts, ...room(question)] };
}

function room(question: FieldQuestion): Block[] {
  switch (question.type) {
    case "longText":
      return [writing(8)];
    case "address":
      return [writing(4)];
    case "yesNo":
      return [boxes("Yes", "No")];
    case "yesNoUnsure":
      return [boxes("Yes", "No", question.unsureLabel ?? "Not sure")];
    case "choice":
    case "choices": {
      const options = question.options.map(({ label }) => label);
      return question.other ? [boxes(...options, question.other.label), writing(1)] : [boxes(...options)];
    }
    default:
      return [writing(1)];
  }
}

const quiet = (text: string): Block => ({ kind: "paragraph", text, tone: "quiet" });
const writing = (lines: number): Block => ({ kind: "writing", lines });
const boxes = (...options: string[]): Block => ({ kind: "boxes", options });
const lined = (label: string, lines: number): Answer => ({ label, body: [writing(lines)] });
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
