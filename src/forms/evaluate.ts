/**
 * Reads conditions against answers. A question that is hidden counts as unanswered, whatever was typed into
 * it before: otherwise an answer nobody sees would go on steering the form. Never throws, whatever the answers.
 */
import type { CalendarDate } from "../domain/calendarDate.ts";
import { monthsBetween, readDateParts } from "../domain/calendarDate.ts";
import {
  type Answers,
  type AnswerValue,
  asDateParts,
  cellPath,
  chosenKeys,
  isBlank,
  questionPath,
  rowsOf,
} from "./answers.ts";
import type { PanelDefinition } from "./definition.ts";
import type { Condition } from "./definition/condition.ts";
import type { QuestionOf } from "./definition/question.ts";
import { type Located, questionIndex } from "./questionIndex.ts";

/** One look at one set of answers. Made anew for every look: what was worked out is remembered with it. */
export type Reader = {
  readonly definition: PanelDefinition;
  readonly answers: Answers;
  readonly today: CalendarDate;
  /** The row being looked at, for conditions between fields of one row. `group` is "section.group". */
  readonly row?: { readonly group: string; readonly id: string } | undefined;
};

/** Parsed definitions have no loops, chains of at most a dozen questions, and conditions of some 20 levels. */
const DEEPEST = 400;

/** Which questions a reader found asked: without it, chains that branch would be walked over and over. */
const remembered = new WeakMap<Reader, Map<string, boolean>>();

export const holds = (reader: Reader, condition: Condition): boolean => holdsAt(reader, condition, 0);

/** Is this question asked, as things stand? */
export const isAsked = (reader: Reader, located: Located): boolean => isAskedAt(reader, located, 0);

function isAskedAt(reader: Reader, located: Located, depth: number): boolean {
  const memory = remembered.get(reader) ?? new Map<string, boolean>();
  remembered.set(reader, memory);
  const known = memory.get(located.ref);
  if (known !== undefined) return known;
  const asked = depth <= DEEPEST && workOutAsked(reader, located, depth);
  memory.set(located.ref, asked);
  return asked;
}

function workOutAsked(reader: Reader, located: Located, depth: number): boolean {
  if (located.group) {
    const parent = questionIndex(reader.definition).get(`${located.section.key}.${located.group.key}`);
    if (parent && !isAskedAt(reader, parent, depth + 1)) return false;
  }
  const { visibleWhen } = located.question;
  return visibleWhen === undefined || holdsAt(reader, visibleWhen, depth + 1);
}

function holdsAt(reader: Reader, condition: Condition, depth: number): boolean {
  if (depth > DEEPEST) return false;
  switch (condition.op) {
    case "not":
      return !holdsAt(reader, condition.of, depth + 1);
    case "all":
      return condition.of.every((each) => holdsAt(reader, each, depth + 1));
    case "any":
      return condition.of.some((each) => holdsAt(reader, each, depth + 1));
    case "answered":
      return read(reader, condition.question, depth).length > 0;
    case "is":
      return isExactly(reader, condition.question, condition.value, depth);
    case "isOneOf":
      return condition.values.some((value) => isExactly(reader, condition.question, value, depth));
    case "includes":
      return read(reader, condition.question, depth).includes(condition.value);
    case "countAtLeast":
      // Of a grid, rows are counted and not their cells.
      return (
        read(reader, condition.question, depth).filter((key) => !key.includes("/")).length >= condition.count
      );
    case "monthsSince": {
      const months = monthsSince(reader, condition.question, depth);
      if (months === undefined) return false;
      return months >= (condition.atLeast ?? -Infinity) && months < (condition.below ?? Infinity);
    }
  }
}

function isExactly(reader: Reader, ref: string, value: string, depth: number): boolean {
  const found = read(reader, ref, depth);
  return found.length === 1 && found[0] === value;
}

/** What is there, as a list of keys or texts; empty where nothing is answered or the question is hidden. */
function read(reader: Reader, ref: string, depth: number): readonly string[] {
  const located = questionIndex(reader.definition).get(ref);
  if (!located || !isAskedAt(reader, located, depth + 1)) return [];
  const { section, question } = located;
  if (question.type === "repeat") return rowsOf(reader.answers, section.key, question.key);
  if (question.type === "grid") return filledCells(reader.answers, section.key, question);
  const value = valueOf(reader, located);
  if (value === undefined || isBlank(value)) return [];
  return asDateParts(value) ? ["date"] : chosenKeys(value);
}

/** The answer to a plain question, or to a field of the row being looked at. */
function valueOf(reader: Reader, { ref, section, question, group }: Located): AnswerValue | undefined {
  if (!group) return reader.answers.get(questionPath(section.key, question.key));
  const { row } = reader;
  if (!row || ref !== `${row.group}.${question.key}`) return undefined;
  return reader.answers.get(cellPath(section.key, group.key, row.id, question.key));
}

/** Each filled cell as "row/column", and each row that has one as "row". */
function filledCells(answers: Answers, section: string, grid: QuestionOf<"grid">): readonly string[] {
  return grid.rows.flatMap((row) => {
    const cells = grid.columns
      .filter((column) =>
        isFilled(answers.get(cellPath(section, grid.key, row.key, column.key)), column.kind),
      )
      .map((column) => `${row.key}/${column.key}`);
    return cells.length > 0 ? [row.key, ...cells] : [];
  });
}

/** A tick is "yes"; a text is anything but spaces. */
export const isFilled = (value: AnswerValue | undefined, kind: "tick" | "text"): boolean =>
  kind === "tick" ? value === "yes" : typeof value === "string" && !isBlank(value);

function monthsSince(reader: Reader, ref: string, depth: number): number | undefined {
  const located = questionIndex(reader.definition).get(ref);
  if (!located || !isAskedAt(reader, located, depth + 1)) return undefined;
  const parts = asDateParts(valueOf(reader, located));
  const typed = parts && readDateParts(parts);
  return typed?.kind === "date" ? monthsBetween(typed.date, reader.today) : undefined;
}
