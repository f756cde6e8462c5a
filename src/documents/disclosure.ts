/**
 * A copy of what a case holds, for the person it is about: every text in order, with what is withheld taken out
 * before it gets here, and why. Plain facts about rights and sources stand first, as UK GDPR article 15 wants. [ASH-100]
 */
import { type HeldPart, PAPERS_PART } from "../forms/disclosure/held.ts";
import { groundOf, type Marks, paperStanding } from "../forms/disclosure/withhold.ts";
import { type CaseDocumentMeta, makeCaseDocument } from "./caseDocument.ts";
import type { Block, DocumentModel, ForeignFile } from "./model.ts";

/** A paper that is given. `id` of its text in `parts`; `file` null where it could not be had. */
export interface GivenPaper {
  id: string;
  file: ForeignFile | null;
}

/** `parts` after withholding. `papers`: those that are given and no others, which this looks at again. */
export const makeDisclosureDocument = (
  parts: readonly HeldPart[],
  marks: Marks,
  meta: CaseDocumentMeta,
  papers: readonly GivenPaper[] = [],
): DocumentModel =>
  makeCaseDocument({ name: "Copy of personal data", heading: "Copy of your personal data" }, meta, [
    {
      kind: "paragraph",
      text: "This is what the panel holds about you in this case, in the order it was recorded.",
    },
    ...withheldBlocks(marks),
    ...parts.flatMap((part) => partBlocks(part, marks)),
    ...paperBlocks(parts, marks, papers),
  ]);

/** Under the title that the list of papers gives each, from which words may have been taken out. */
function paperBlocks(parts: readonly HeldPart[], marks: Marks, papers: readonly GivenPaper[]): Block[] {
  const listed = parts.find(({ key }) => key === PAPERS_PART)?.texts ?? [];
  return listed.flatMap(({ id, label }): Block[] => {
    if (paperStanding(marks, id) !== "given") return [];
    const file = papers.find((each) => each.id === id)?.file ?? null;
    return [{ kind: "attached", level: 2, title: label, file }];
  });
}

function withheldBlocks(marks: Marks): Block[] {
  const used = [...new Set([...marks.texts, ...marks.phrases].map(({ why }) => why))];
  if (used.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: "What is not in this copy" },
    {
      kind: "paragraph",
      text: "Where something was taken out, the place says so and why. These are the grounds in law:",
    },
    {
      kind: "list",
      items: used.flatMap((why) => {
        const ground = groundOf(why);
        return ground ? [`Withheld, ${ground.label}: ${ground.law}`] : [];
      }),
    },
    {
      kind: "paragraph",
      text: "You can ask for this to be looked at again, and you can complain to the Information Commission.",
    },
  ];
}

const partBlocks = ({ key, title, texts }: HeldPart, marks: Marks): Block[] => [
  { kind: "heading", level: 2, text: title },
  {
    kind: "answers",
    answers: texts.map(({ id, label, text }) => ({
      label,
      body: [{ kind: "paragraph", text: key === PAPERS_PART ? `${text}${WHERE[whereIs(marks, id)]}` : text }],
    })),
  },
];

const WHERE = {
  given: "\nIts pages are at the end of this copy.",
  undecided: "\nIt is not in this copy. Ask for it, or for the reason.",
  withheld: "",
} as const;

function whereIs(marks: Marks, id: string): keyof typeof WHERE {
  const standing = paperStanding(marks, id);
  return typeof standing === "string" ? standing : "withheld";
}
