/** An answer in the words a reader sees. Text that UTF-8 cannot hold is mended here, and only here. */
import { type CalendarDate, readDateParts } from "../domain/calendarDate.ts";
import {
  type Answers,
  type AnswerValue,
  asDateParts,
  asText,
  chosenKeys,
  isBlank,
  OTHER,
  otherText,
  reasonPath,
} from "./answers.ts";
import type { FieldQuestion, Question } from "./definition/question.ts";
import { optionsOf } from "./questionIndex.ts";

export type DateText = (date: CalendarDate) => string;

/** Lines of text: several for ticked options, one for anything else, none where there is no answer. */
export function answerLines(
  question: FieldQuestion,
  value: AnswerValue | undefined,
  dateText: DateText,
): readonly string[] {
  if (value === undefined || isBlank(value)) return [];
  if (question.type === "date") return [typedDate(value, dateText)];
  const labels = optionLabels(question, value);
  const lines = labels ?? [asText(value).trim()];
  return lines.map(clean).filter((line) => line !== "");
}

/** One line, for a cell of a table. */
export const answerLine = (
  question: FieldQuestion,
  value: AnswerValue | undefined,
  dateText: DateText,
): string => answerLines(question, value, dateText).join("; ");

/** Why there is no answer, where one was asked for. */
export const reasonText = (answers: Answers, section: string, question: Question): string =>
  clean(asText(answers.get(reasonPath(section, question.key))).trim());

/** An unpaired surrogate becomes a replacement character; everything else stays as typed. */
export const clean = (text: string): string => text.toWellFormed();

function typedDate(value: AnswerValue, dateText: DateText): string {
  const parts = asDateParts(value);
  if (!parts) return clean(asText(value));
  const typed = readDateParts(parts);
  // What cannot be read as a date is shown as it was typed rather than lost.
  if (typed.kind === "date") return dateText(typed.date);
  return clean([parts.day, parts.month, parts.year].filter((part) => part.trim() !== "").join(" "));
}

function optionLabels(question: FieldQuestion, value: AnswerValue): readonly string[] | undefined {
  const options = optionsOf(question);
  if (options.length === 0) return undefined;
  const chosen = chosenKeys(value);
  const known = options.filter((option) => chosen.includes(option.key));
  const unknown = chosen.filter((key) => !options.some((option) => option.key === key));
  const labels = known.map(({ key, label }) => {
    const typed = key === OTHER ? otherText(value).trim() : "";
    return typed === "" ? label : `${label}: ${typed}`;
  });
  // A key that this definition does not know is still somebody's answer.
  return [...labels, ...unknown];
}
