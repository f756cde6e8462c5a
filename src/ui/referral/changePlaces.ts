/** Where on the form something is answered, as the rest of a case's address. */
import { APPROVALS } from "../../forms/approvals.ts";
import { parseFieldPath } from "../../forms/answers.ts";
import type { PanelDefinition } from "../../forms/definition.ts";
import { allSections } from "../../forms/definition.ts";
import { type Located, questionIndex } from "../../forms/questionIndex.ts";

function located(definition: PanelDefinition, path: string | undefined): Located | undefined {
  const parsed = parseFieldPath(path);
  const question = parsed && "question" in parsed ? `${parsed.section}.${parsed.question}` : "";
  return questionIndex(definition).get(question);
}

/** Nobody answers it, so nobody can change it: it follows from a date that has a Change of its own. */
export const isWorkedOut = (definition: PanelDefinition, path: string): boolean =>
  located(definition, path)?.question.type === "computed";

/** "approvals/keyWorker" for what others say; "section/person/1" for a question of that page; "consent" or "papers" for what those screens keep. */
export function placeOf(
  definition: PanelDefinition,
  sectionKey: string,
  path: string | undefined,
): string | undefined {
  if (sectionKey === APPROVALS) return path;
  const section = allSections(definition).find(({ key }) => key === sectionKey);
  if (!section) return undefined;
  if (section.kind === "consent") return "consent";
  const page = located(definition, path)?.page;
  if (section.kind === "papers" && !page) return "papers";
  if (section.pages.length === 0) return undefined;
  // What stands outside any page (why an exception is asked for) is on the last one.
  const index = page ? section.pages.indexOf(page) : path === undefined ? 0 : section.pages.length - 1;
  return `section/${sectionKey}/${index}`;
}
