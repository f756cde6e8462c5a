/** A question's words as a kit field takes them. */
import type { FieldPath } from "../../../forms/answers.ts";
import type { FieldQuestion, QuestionOf } from "../../../forms/definition/question.ts";
import type { FieldText } from "../../kit/field.ts";
import { type Asking, errorAt, fieldId } from "./asking.ts";

type Asked = FieldQuestion | QuestionOf<"grid">;

/** Getters, so that the error is read when the field draws it. */
export function questionText(question: Asked, path: FieldPath, asking: Asking): FieldText {
  return {
    id: fieldId(path),
    label: question.label,
    hint: hintOf(question),
    optional: question.required === undefined,
    get error() {
      return errorAt(asking, path)?.message;
    },
  };
}

function hintOf(question: Asked): string | undefined {
  if (question.type !== "longText" || !question.prompts) return question.hint;
  const worth = ["Worth covering:", ...question.prompts.map((prompt) => `– ${prompt}`)];
  return [question.hint, ...worth].filter((line) => line !== undefined).join("\n");
}
