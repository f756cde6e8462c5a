/**
 * What is missing or wrong in a referral. Nothing here keeps anyone from saving: these are for the summary
 * of errors, the task list, and sending. Never throws, whatever the answers.
 */
import type { CalendarDate } from "../domain/calendarDate.ts";
import type { ConsentPosition } from "../domain/consentPosition.ts";
import { type Answers, asText, cellPath, type FieldPath, reasonPath, rowsOf } from "./answers.ts";
import { consentGaps } from "./consentGaps.ts";
import { type HeldPaper, paperGaps } from "./papers.ts";
import type { FieldError } from "./fieldError.ts";
import { allSections, type PanelDefinition } from "./definition.ts";
import { checkEligibility } from "./eligibility.ts";
import type { QuestionOf } from "./definition/question.ts";
import type { Section } from "./definition/section.ts";
import { isFilled, type Reader } from "./evaluate.ts";
import { findSection } from "./questionIndex.ts";
import { type AnswerProblem, ASIDE_LENGTH, missing, problemOf, tooLong } from "./validateAnswer.ts";
import { visibleFields, visibleIn, type VisibleQuestion } from "./visible.ts";

/** Throws if the definition has no such section. `papers`: those of the case; without them, all are owed. */
export function validateSection(
  definition: PanelDefinition,
  sectionKey: string,
  answers: Answers,
  consent: ConsentPosition,
  today: CalendarDate,
  papers: readonly HeldPaper[] = [],
): readonly FieldError[] {
  const section = findSection(definition, sectionKey);
  return errorsIn(section, { definition, answers, today }, consent, papers);
}

/** The whole referral, eligibility included, in the order of the form. */
export function validateReferral(
  definition: PanelDefinition,
  answers: Answers,
  consent: ConsentPosition,
  today: CalendarDate,
  papers: readonly HeldPaper[] = [],
): readonly FieldError[] {
  const reader: Reader = { definition, answers, today };
  return allSections(definition).flatMap((section) => errorsIn(section, reader, consent, papers));
}

function errorsIn(
  section: Section,
  reader: Reader,
  consent: ConsentPosition,
  papers: readonly HeldPaper[],
): readonly FieldError[] {
  const ofConsent = section.kind === "consent" ? consentGaps(reader.definition, section, consent) : [];
  const ofPapers = section.kind === "papers" ? paperGaps(section, reader, papers) : [];
  const ofQuestions = visibleIn(section, reader).flatMap((visible) => [
    ...errorsOf(visible, reader),
    ...reasonErrors(visible, reader),
  ]);
  return [...ofConsent, ...ofPapers, ...ofQuestions, ...exceptionErrors(section, reader)];
}

/** Why the panel should hear it all the same is asked below the last of the first questions. */
function exceptionErrors(section: Section, { definition, answers, today }: Reader): readonly FieldError[] {
  const { eligibility } = definition;
  if (section !== eligibility.section) return [];
  const { state, exceptionPath: path } = checkEligibility(definition, answers, today);
  if (state !== "notMet") return [];
  const { label } = eligibility.exception;
  const problem = tooLong({ label, called: "the reason" }, asText(answers.get(path)), ASIDE_LENGTH);
  const pageKey = section.pages.at(-1)?.key;
  return problem ? [{ path, sectionKey: section.key, pageKey, label, ...problem }] : [];
}

function errorsOf(visible: VisibleQuestion, reader: Reader): readonly FieldError[] {
  const { question, path, section } = visible;
  switch (question.type) {
    case "note":
    case "computed":
      return [];
    case "grid":
      return gridErrors(visible, question, reader);
    case "repeat":
      return repeatErrors(visible, question, reader);
    default: {
      const required = needsAnswer(question.required, section.key, question.key, reader.answers);
      const problem = problemOf(question, reader.answers.get(path), required, reader.today);
      return problem ? [errorFrom(visible, path, question.label, problem)] : [];
    }
  }
}

/** Is an answer owed? Where a reason will do, a reason given settles it. */
function needsAnswer(
  required: "always" | "orReason" | undefined,
  section: string,
  question: string,
  answers: Answers,
): boolean {
  if (required !== "orReason") return required === "always";
  return asText(answers.get(reasonPath(section, question))).trim() === "";
}

/** A reason is asked for beside any question that takes one instead of an answer. */
function reasonErrors(visible: VisibleQuestion, reader: Reader): readonly FieldError[] {
  const { section, question } = visible;
  if (!("required" in question) || question.required !== "orReason") return [];
  const path = reasonPath(section.key, question.key);
  const called = `why there is no answer to “${question.label}”`;
  const problem = tooLong({ label: question.label, called }, asText(reader.answers.get(path)), ASIDE_LENGTH);
  return problem ? [errorFrom(visible, path, question.label, problem)] : [];
}

function gridErrors(
  visible: VisibleQuestion,
  grid: QuestionOf<"grid">,
  reader: Reader,
): readonly FieldError[] {
  const { section, path } = visible;
  const cells = grid.rows.flatMap((row) =>
    grid.columns.map((column) => {
      const cell = cellPath(section.key, grid.key, row.key, column.key);
      return { row, column, cell, value: reader.answers.get(cell) };
    }),
  );
  const long = cells.flatMap(({ row, column, cell, value }) => {
    if (column.kind === "tick") return [];
    const problem = tooLong({ label: row.label }, asText(value), ASIDE_LENGTH);
    return problem ? [errorFrom(visible, cell, row.label, problem)] : [];
  });
  const filled = cells.some(({ column, value }) => isFilled(value, column.kind));
  const owed = !filled && needsAnswer(grid.required, section.key, grid.key, reader.answers);
  return owed ? [errorFrom(visible, path, grid.label, missing(grid)), ...long] : long;
}

function repeatErrors(
  visible: VisibleQuestion,
  group: QuestionOf<"repeat">,
  reader: Reader,
): readonly FieldError[] {
  const { section, path } = visible;
  const rows = rowsOf(reader.answers, section.key, group.key);
  if (rows.length === 0) {
    const owed = needsAnswer(group.required, section.key, group.key, reader.answers);
    const problem: AnswerProblem = { kind: "missing", message: `Add at least one ${group.item}` };
    return owed ? [errorFrom(visible, path, group.label, problem)] : [];
  }
  const inRows = rows.flatMap((row, at) => {
    const fields = visibleFields(section, group, row, reader);
    return fields.flatMap(({ field, path: cell }) => {
      const value = reader.answers.get(cell);
      // A row has no place for a reason: there, `orReason` asks for nothing.
      const problem = problemOf(field, value, field.required === "always", reader.today);
      const label = `${group.item} ${at + 1}: ${field.label}`;
      const numbered = problem && { ...problem, message: `${problem.message} (${group.item} ${at + 1})` };
      return numbered ? [errorFrom(visible, cell, label, numbered)] : [];
    });
  });
  const most = group.maxRows ?? 200;
  if (rows.length <= most) return inRows;
  const message = `You can add up to ${most}. Remove ${rows.length - most}, or attach a list as a paper`;
  return [errorFrom(visible, path, group.label, { kind: "wrong", message }), ...inRows];
}

function errorFrom(
  { section, page }: VisibleQuestion,
  path: FieldPath,
  label: string,
  problem: AnswerProblem,
): FieldError {
  return { path, sectionKey: section.key, pageKey: page.key, label, ...problem };
}
