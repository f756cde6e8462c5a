/**
 * Answers and where they are kept. Each path is one field of the fold (last writer wins), so it is made as
 * small as people edit: a cell of a row, not the table.
 *
 *   section.question               a plain question
 *   section.question/@reason       why it has no answer
 *   section.group/rowId/field      a field of a repeated row; the row exists once any field has a value
 *   section.group/rowId/@removed   "yes" takes the row away; anything else brings it back
 *   section.group/rowId/@order     a number as text; rows without one come after, by id
 *   section.grid/rowKey/columnKey  a cell of a fixed grid: "yes" where ticked, or text
 *   section/@done                  "yes": nothing (more) to add to an optional section
 */
import { z } from "zod";
import { DateParts } from "../domain/calendarDate.ts";
import { grouped } from "../domain/grouped.ts";

declare const brand: unique symbol;
export type FieldPath = string & { readonly [brand]: "fieldPath" };

/** Characters in one answer, about 10,000 words: at three bytes each it still fits an entry (256 KiB). */
export const MAX_TEXT = 60_000;
const OptionKey = z.string().max(200);
const OptionKeys = z.array(OptionKey).max(200);

const valueWith = (text: z.ZodString) =>
  z.union([
    text,
    OptionKeys,
    DateParts.extend({ day: text, month: text, year: text }),
    /** A choice with "something else": the key `other`, and what was typed beside it. */
    z.looseObject({ choice: OptionKey, other: text }),
    z.looseObject({ choices: OptionKeys, other: text }),
  ]);

export const AnswerValue = valueWith(z.string().max(MAX_TEXT));
/** What a box holds before it is a record. */
const TypedValue = valueWith(z.string());
export type AnswerValue =
  | string
  | readonly string[]
  | DateParts
  | { readonly choice: string; readonly other: string }
  | { readonly choices: readonly string[]; readonly other: string };

export type Answers = ReadonlyMap<FieldPath, AnswerValue>;

/** The key of the "something else" option. */
export const OTHER = "other";
const REASON = "@reason";
const DONE = "@done";
const REMOVED = "@removed";
const ORDER = "@order";

const KEY = "[a-z][A-Za-z0-9]{0,47}";
const ROW = "[A-Za-z0-9_-]{1,64}";
const PATH = new RegExp(
  `^(?:(${KEY})/${DONE}|(${KEY})\\.(${KEY})(?:/(?:${REASON}|(${ROW})/(?:${REMOVED}|${ORDER}|${KEY})))?)$`,
);

export const questionPath = (section: string, question: string): FieldPath => path(`${section}.${question}`);
export const reasonPath = (section: string, question: string): FieldPath =>
  path(`${section}.${question}/${REASON}`);
export const donePath = (section: string): FieldPath => path(`${section}/${DONE}`);
/** A cell of a repeated row, or of a grid (row key, column key). */
export const cellPath = (section: string, question: string, row: string, field: string): FieldPath =>
  path(`${section}.${question}/${row}/${field}`);
export const removedPath = (section: string, group: string, row: string): FieldPath =>
  cellPath(section, group, row, REMOVED);
export const orderPath = (section: string, group: string, row: string): FieldPath =>
  cellPath(section, group, row, ORDER);

/** Throws on a path that cannot be: keys come from a parsed definition, row ids from the caller. */
function path(text: string): FieldPath {
  if (!PATH.test(text)) throw new RangeError("answers: not a field path");
  return text as FieldPath;
}

export type ParsedPath =
  | { readonly kind: "done"; readonly section: string }
  | { readonly kind: "question" | "reason"; readonly section: string; readonly question: string }
  | {
      readonly kind: "cell" | "removed" | "order";
      readonly section: string;
      readonly question: string;
      readonly row: string;
      /** Empty for `removed` and `order`. */
      readonly field: string;
    };

/** Takes a path apart; undefined for any other text. */
export function parseFieldPath(text: unknown): ParsedPath | undefined {
  if (typeof text !== "string" || text.length > 250) return undefined;
  const match = PATH.exec(text);
  if (!match) return undefined;
  const [, doneSection, section, question, row] = match;
  if (doneSection !== undefined) return { kind: "done", section: doneSection };
  if (section === undefined || question === undefined) return undefined;
  if (row === undefined) {
    return { kind: text.endsWith(`/${REASON}`) ? "reason" : "question", section, question };
  }
  const last = text.slice(text.lastIndexOf("/") + 1);
  if (last === REMOVED) return { kind: "removed", section, question, row, field: "" };
  if (last === ORDER) return { kind: "order", section, question, row, field: "" };
  return { kind: "cell", section, question, row, field: last };
}

export const isFieldPath = (text: unknown): text is FieldPath => parseFieldPath(text) !== undefined;

export type ParsedAnswer =
  | { readonly ok: true; readonly value: AnswerValue }
  | { readonly ok: false; readonly sentence: string };

/** Unknown in. Text is kept exactly, unpaired surrogates and direction marks included; only size is refused. */
export function parseAnswerValue(json: unknown): ParsedAnswer {
  const parsed = AnswerValue.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const sentence =
    typeof json === "string"
      ? `This answer is too long to keep in one box: it has ${grouped(json.length)} characters and the most is ${grouped(MAX_TEXT)}. Shorten it, or attach it as a paper.`
      : "This answer is not in a form that can be kept.";
  return { ok: false, sentence };
}

/** What stands in a box, of any length; undefined for what no box can hold. */
export function parseTypedAnswer(json: unknown): AnswerValue | undefined {
  const parsed = TypedValue.safeParse(json);
  return parsed.success ? parsed.data : undefined;
}

/** The rows of a repeating group that exist and are not removed, in order. */
export function rowsOf(answers: Answers, section: string, group: string): readonly string[] {
  const prefix = `${section}.${group}/`;
  const rows = new Map<string, number>();
  const gone = new Set<string>();
  for (const [key, value] of answers) {
    if (!key.startsWith(prefix)) continue;
    const parsed = parseFieldPath(key);
    if (parsed?.kind === "removed" && value === "yes") gone.add(parsed.row);
    else if (parsed?.kind === "cell" && !isBlank(value) && !rows.has(parsed.row)) {
      rows.set(parsed.row, orderOf(answers, section, group, parsed.row));
    }
  }
  return [...rows.entries()]
    .filter(([row]) => !gone.has(row))
    .toSorted(([a, orderA], [b, orderB]) => compare(orderA, orderB) || compare(a, b))
    .map(([row]) => row);
}

function orderOf(answers: Answers, section: string, group: string, row: string): number {
  const value = answers.get(orderPath(section, group, row));
  const order = typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
  return Number.isFinite(order) ? order : Infinity;
}

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** Nothing but spaces, in whatever form. */
export function isBlank(value: AnswerValue | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return value.trim() === "";
  if (isList(value)) return value.length === 0;
  return chosenKeys(value).length === 0 && dateText(value) === "";
}

const isList = (value: AnswerValue): value is readonly string[] => Array.isArray(value);

const dateText = (value: AnswerValue): string => {
  const parts = asDateParts(value);
  return parts ? `${parts.day}${parts.month}${parts.year}`.trim() : "";
};

/** The three boxes, or undefined where the answer is something else. */
export function asDateParts(value: AnswerValue | undefined): DateParts | undefined {
  if (typeof value !== "object" || value === null || isList(value)) return undefined;
  if (!("day" in value) || !("month" in value) || !("year" in value)) return undefined;
  const { day, month, year } = value;
  const texts = typeof day === "string" && typeof month === "string" && typeof year === "string";
  return texts ? { day, month, year } : undefined;
}

/** Text typed, or "" where the answer is something else. */
export const asText = (value: AnswerValue | undefined): string => (typeof value === "string" ? value : "");

/** What is chosen or ticked, however it is held. */
export function chosenKeys(value: AnswerValue | undefined): readonly string[] {
  if (value === undefined || value === null) return [];
  if (typeof value === "string") return value.trim() === "" ? [] : [value];
  if (isList(value)) return value.filter((key) => typeof key === "string");
  if (typeof value !== "object") return [];
  if ("choices" in value) return Array.isArray(value.choices) ? chosenKeys(value.choices) : [];
  return "choice" in value && typeof value.choice === "string" ? chosenKeys(value.choice) : [];
}

/** What was typed beside "something else". */
export function otherText(value: AnswerValue | undefined): string {
  if (typeof value !== "object" || value === null || !("other" in value)) return "";
  return typeof value.other === "string" ? value.other : "";
}
