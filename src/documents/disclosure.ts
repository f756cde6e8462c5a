/**
 * A copy of what a case holds, for the person it is about: every text in order, with what is withheld taken out
 * before it gets here, and why. Plain facts about rights and sources stand first, as UK GDPR article 15 wants. [ASH-100]
 */
import type { HeldPart } from "../forms/disclosure/held.ts";
import { groundOf, type Marks } from "../forms/disclosure/withhold.ts";
import { type CaseDocumentMeta, makeCaseDocument } from "./caseDocument.ts";
import type { Block, DocumentModel } from "./model.ts";

/** `parts` after withholding. */
export const makeDisclosureDocument = (
  parts: readonly HeldPart[],
  marks: Marks,
  meta: CaseDocumentMeta,
): DocumentModel =>
  makeCaseDocument({ name: "Copy of personal data", heading: "Copy of your personal data" }, meta, [
    {
      kind: "paragraph",
      text: "This is what the panel holds about you in this case, in the order it was recorded. Copies of papers that were added to the case go beside it.",
    },
    ...withheldBlocks(marks),
    ...parts.flatMap(partBlocks),
  ]);

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

const partBlocks = ({ title, texts }: HeldPart): Block[] => [
  { kind: "heading", level: 2, text: title },
  {
    kind: "answers",
    answers: texts.map(({ label, text }) => ({ label, body: [{ kind: "paragraph", text }] })),
  },
];
