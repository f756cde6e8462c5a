/** A whole referral on any panel's form, every word of it made up and saying so. */
import type { CalendarDate } from "../src/domain/calendarDate.ts";
import {
  type Answers,
  type AnswerValue,
  cellPath,
  type FieldPath,
  reasonPath,
} from "../src/forms/answers.ts";
import type { PanelDefinition } from "../src/forms/definition.ts";
import type { FieldQuestion, QuestionOf } from "../src/forms/definition/question.ts";
import { checkEligibility } from "../src/forms/eligibility.ts";
import { visibleFields, visibleQuestions, type VisibleQuestion } from "../src/forms/visible.ts";

/** Answers make further questions appear; more rounds than any form has links in a chain. */
const ROUNDS = 8;
const BORN = { day: "1", month: "4", year: "2012" };
const BEFORE = { day: "3", month: "3", year: "2025" };

/** Everything that has to be answered, so that the referral can be sent. */
export function inventAnswers(definition: PanelDefinition, subject: string, today: CalendarDate): Answers {
  const answers = new Map<FieldPath, AnswerValue>();
  const [about] = definition.subjects;
  for (let round = 0; round < ROUNDS; round++) {
    for (const visible of visibleQuestions(definition, answers, today)) {
      if (answers.has(visible.path) || visible.path === about?.nameQuestion) continue;
      answer(visible, answers, { definition, answers, today });
    }
    if (about) answers.set(about.nameQuestion as FieldPath, subject);
  }
  const { exceptionPath } = checkEligibility(definition, answers, today);
  answers.set(exceptionPath, "Invented: the made-up worker thinks that it should be heard all the same.");
  for (const paper of definition.papers ?? []) {
    const section = definition.sections.find(({ kind }) => kind === "papers");
    if (!section || paper.required === undefined) continue;
    answers.set(reasonPath(section.key, paper.key), "Invented: this is a demonstration, without papers.");
  }
  return answers;
}

type Reader = Parameters<typeof visibleFields>[3];

function answer(
  { section, question, path }: VisibleQuestion,
  answers: Map<FieldPath, AnswerValue>,
  reader: Reader,
): void {
  if (question.type === "note" || question.type === "computed") return;
  if (question.required === undefined) return;
  if (question.type === "grid") {
    const [row, column] = [question.rows[0], question.columns[0]];
    if (row && column) answers.set(cellPath(section.key, question.key, row.key, column.key), "yes");
    return;
  }
  if (question.type === "repeat") return addRow(section.key, question, answers, reader);
  answers.set(path, invented(question));
}

function addRow(
  section: string,
  group: QuestionOf<"repeat">,
  answers: Map<FieldPath, AnswerValue>,
  reader: Reader,
): void {
  const home = reader.definition.sections.find(({ key }) => key === section);
  if (!home) return;
  for (const { field, path } of visibleFields(home, group, "row1", reader)) {
    if (field.required !== undefined || field === group.fields[0]) answers.set(path, invented(field));
  }
}

function invented(question: FieldQuestion): AnswerValue {
  switch (question.type) {
    case "yesNo":
    case "yesNoUnsure":
      return "yes";
    case "choice":
      return question.options[0]?.key ?? "other";
    case "choices": {
      const { none, options } = question;
      return options.map(({ key }) => key).filter((key) => key !== none);
    }
    case "date":
      return question.key === "dateOfBirth" ? BORN : BEFORE;
    case "tel":
      return "01632 960000";
    case "email":
      return "worker@example.org";
    case "number":
      return String(question.min ?? 1);
    case "text":
      return "Invented";
    case "longText":
    case "address":
      return `Invented: ${question.label.toLowerCase().replace(/\?$/, "")}, as a made-up worker would put it.`;
  }
}
