/** Which questions are asked, given the answers so far, and what is worth saying about them. */
import type { CalendarDate } from "../domain/calendarDate.ts";
import { type Answers, cellPath, type FieldPath, questionPath, rowsOf } from "./answers.ts";
import { allSections, type PanelDefinition } from "./definition.ts";
import {
  type Alert,
  type FieldQuestion,
  isUnasked,
  type Question,
  type QuestionOf,
  type Unasked,
} from "./definition/question.ts";
import type { Page, Section } from "./definition/section.ts";
import { holds, isAsked, type Reader } from "./evaluate.ts";
import { questionIndex } from "./questionIndex.ts";

export type VisibleQuestion = {
  readonly section: Section;
  readonly page: Page;
  readonly question: Question;
  readonly path: FieldPath;
};

export type VisibleField = { readonly field: FieldQuestion; readonly path: FieldPath };

/** In the order of the form, eligibility first. */
export function visibleQuestions(
  definition: PanelDefinition,
  answers: Answers,
  today: CalendarDate,
): readonly VisibleQuestion[] {
  return allSections(definition).flatMap((section) => visibleIn(section, { definition, answers, today }));
}

/** Those of one section. */
export function visibleIn(section: Section, reader: Reader): readonly VisibleQuestion[] {
  const index = questionIndex(reader.definition);
  const visible: VisibleQuestion[] = [];
  for (const page of section.pages) {
    for (const question of page.questions) {
      const located = index.get(`${section.key}.${question.key}`);
      if (!located || !isAsked(reader, located)) continue;
      visible.push({ section, page, question, path: questionPath(section.key, question.key) });
    }
  }
  return visible;
}

/** The fields asked in one row of a repeating group. A new row's fields can be had before it has answers. */
export function visibleFields(
  section: Section,
  group: QuestionOf<"repeat">,
  row: string,
  reader: Reader,
): readonly VisibleField[] {
  const inRow: Reader = { ...reader, row: { group: `${section.key}.${group.key}`, id: row } };
  const index = questionIndex(reader.definition);
  return group.fields.flatMap((field) => {
    const located = index.get(`${section.key}.${group.key}.${field.key}`);
    if (!located || !isAsked(inRow, located)) return [];
    return [{ field, path: cellPath(section.key, group.key, row, field.key) }];
  });
}

export type ShownAlert = {
  readonly path: FieldPath;
  readonly sectionKey: string;
  readonly label: string;
  readonly alert: Alert;
};

/** What the answers make worth saying; those with `stops` keep the referral from being sent. */
export function alertsFor(
  definition: PanelDefinition,
  answers: Answers,
  today: CalendarDate,
): readonly ShownAlert[] {
  const reader: Reader = { definition, answers, today };
  return visibleQuestions(definition, answers, today).flatMap(({ section, question, path }) => {
    if (isUnasked(question)) return [];
    const own = alertsOf(question, path, section.key, reader);
    if (question.type !== "repeat") return own;
    const rows = rowsOf(answers, section.key, question.key);
    const ofRows = rows.flatMap((row) => {
      const inRow: Reader = { ...reader, row: { group: `${section.key}.${question.key}`, id: row } };
      const fields = visibleFields(section, question, row, reader);
      return fields.flatMap(({ field, path: cell }) => alertsOf(field, cell, section.key, inRow));
    });
    return [...own, ...ofRows];
  });
}

function alertsOf(
  question: Exclude<Question, Unasked>,
  path: FieldPath,
  sectionKey: string,
  reader: Reader,
): readonly ShownAlert[] {
  return (question.alerts ?? [])
    .filter((alert) => holds(reader, alert.when))
    .map((alert) => ({ path, sectionKey, label: question.label, alert }));
}
