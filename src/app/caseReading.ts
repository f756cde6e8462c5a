/** What is read off a folded case before anything is made of it: its answers, and the form they answer. */
import type { CaseFile } from "../domain/case/caseFile.ts";
import { versionsOf } from "../domain/field.ts";
import type { CalendarDate } from "../domain/calendarDate.ts";
import { londonDateOf } from "../domain/londonTime.ts";
import {
  type Answers,
  type AnswerValue,
  type FieldPath,
  isFieldPath,
  parseAnswerValue,
} from "../forms/answers.ts";
import type { PanelDefinition } from "../forms/definition.ts";
import type { Context } from "./context.ts";
import { findDefinition } from "./definitions.ts";
import { withTyped } from "./tooLong.ts";

/** The calendar date in London of an instant; panels' deadlines are counted there. */
export const todayIn = (nowMs: number): CalendarDate => londonDateOf(nowMs);

/** The newest version of every answer. Paths and values come from records: anything odd is left out. */
export function answersOf(file: CaseFile): Answers {
  const known = read.get(file);
  if (known) return known;
  const answers = new Map<FieldPath, AnswerValue>();
  for (const [path, field] of Object.entries(file.fields)) {
    const [newest] = versionsOf(field);
    if (!newest || newest.value === null || !isFieldPath(path)) continue;
    const parsed = parseAnswerValue(newest.value);
    if (parsed.ok) answers.set(path, parsed.value);
  }
  read.set(file, answers);
  return answers;
}

/** A file is made anew when anything in it changes: what was read from one holds as long as it does. */
const read = new WeakMap<CaseFile, Answers>();

/** Those, and what is too long to be one yet: what screens show and check. */
export const shownAnswers = (context: Context, file: CaseFile): Answers =>
  withTyped(answersOf(file), context.tooLong.get(file.scope)?.changes);

export function definitionOf(context: Context, file: CaseFile): PanelDefinition | undefined {
  const started = file.started?.record;
  return started && findDefinition(context, started.definition, formVersionOf(file));
}

/** The version of the form that the author works with: the one started with, or one gone on to since. */
export const formVersionOf = (file: CaseFile): string =>
  file.formChanges.at(-1)?.record.definitionVersion ?? file.started?.record.definitionVersion ?? "";
