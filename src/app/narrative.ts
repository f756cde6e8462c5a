/** Which answers are narrative: where two people's versions are both kept until a person chooses. */
import { type FieldPath, parseFieldPath } from "../forms/answers.ts";
import type { PanelDefinition } from "../forms/definition.ts";
import { questionIndex } from "../forms/questionIndex.ts";

export function isNarrative(definition: PanelDefinition | undefined, path: FieldPath): boolean {
  const parsed = parseFieldPath(path);
  if (!definition || !parsed || parsed.kind === "done") return false;
  const question = questionIndex(definition).get(`${parsed.section}.${parsed.question}`)?.question;
  if (parsed.kind === "question") return question?.type === "longText";
  if (parsed.kind !== "cell" || question?.type !== "repeat") return false;
  return question.fields.some((field) => field.key === parsed.field && field.type === "longText");
}
