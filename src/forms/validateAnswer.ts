/** What is wrong with one answer, in the manner of GOV.UK: what happened, what to do. Never throws. */
import { type CalendarDate, type DatePart, readDateParts } from "../domain/calendarDate.ts";
import { grouped } from "../domain/grouped.ts";
import {
  type AnswerValue,
  asDateParts,
  asText,
  chosenKeys,
  isBlank,
  MAX_TEXT,
  OTHER,
  otherText,
} from "./answers.ts";
import type { FieldQuestion, QuestionOf } from "./definition/question.ts";
import { optionsOf } from "./questionIndex.ts";

export type AnswerProblem = {
  /** `missing`: not answered yet. `wrong`: answered, but not so that it can be used. */
  readonly kind: "missing" | "wrong";
  readonly message: string;
  /** The box of a date to correct first. */
  readonly part?: DatePart;
};

/** Of a reason for no answer, of "something else", of a cell, and of why the panel should hear it all the same. */
export const ASIDE_LENGTH = 2_000;

const DEFAULT_LENGTH = { text: 300, longText: 20_000, address: 1_000, tel: 100, email: 254 } as const;

type Lengthy = Extract<FieldQuestion, { type: keyof typeof DEFAULT_LENGTH }>;

/** How many characters an answer may have: for the count beside the box as for the check. */
export const lengthOf = (question: Lengthy): number =>
  Math.min(
    ("maxLength" in question ? question.maxLength : undefined) ?? DEFAULT_LENGTH[question.type],
    MAX_TEXT,
  );

/** Answered by typing into one box; anything but text there is no answer. */
const TYPED = new Set<FieldQuestion["type"]>(["text", "longText", "address", "tel", "email", "number"]);

/** `required` here says whether an empty answer is a problem; the caller knows about reasons. */
export function problemOf(
  question: FieldQuestion,
  value: AnswerValue | undefined,
  required: boolean,
  today: CalendarDate,
): AnswerProblem | undefined {
  const nothing = TYPED.has(question.type) ? isBlank(asText(value)) : isBlank(value);
  if (nothing) return required ? missing(question) : undefined;
  switch (question.type) {
    case "text":
    case "longText":
    case "address":
      return tooLong(question, asText(value), lengthOf(question));
    case "tel":
      return tooLong(question, asText(value), lengthOf(question)) ?? telProblem(question, asText(value));
    case "email":
      return tooLong(question, asText(value), lengthOf(question)) ?? emailProblem(question, asText(value));
    case "number":
      return numberProblem(question, asText(value));
    case "date":
      return dateProblem(question, value, today);
    case "choice":
    case "choices":
    case "yesNo":
    case "yesNoUnsure":
      return choiceProblem(question, value);
  }
}

/** What the answer is called inside a sentence. A question used as a label is quoted. */
const calledOf = (question: { readonly label: string; readonly called?: string | undefined }): string =>
  question.called ?? `the answer to “${question.label}”`;

const SELECTED = new Set(["choice", "choices", "yesNo", "yesNoUnsure", "grid"]);

export function missing(question: {
  readonly type: string;
  readonly label: string;
  readonly called?: string | undefined;
}): AnswerProblem {
  const verb = SELECTED.has(question.type) ? "Select" : question.type === "repeat" ? "Add" : "Enter";
  return { kind: "missing", message: `${verb} ${calledOf(question)}` };
}

const wrong = (message: string, part?: DatePart): AnswerProblem =>
  part ? { kind: "wrong", message, part } : { kind: "wrong", message };

/** "The person’s address" at the start of a sentence. */
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function tooLong(
  question: { readonly label: string; readonly called?: string | undefined },
  text: string,
  most: number,
): AnswerProblem | undefined {
  const limit = Math.min(most, MAX_TEXT);
  if (text.length <= limit) return undefined;
  const over = grouped(text.length - limit);
  return wrong(
    `${upperFirst(calledOf(question))} must be ${grouped(limit)} characters or fewer. Take out ${over}, or attach it as a paper`,
  );
}

function telProblem(question: FieldQuestion, text: string): AnswerProblem | undefined {
  // People write extensions and "ask for Sam": it is enough that a number can be found in it.
  const figures = text.replace(/\D/g, "").length;
  return figures >= 6
    ? undefined
    : wrong(`${upperFirst(calledOf(question))} must include a number that can be rung, like 01632 960 001`);
}

function emailProblem(question: FieldQuestion, text: string): AnswerProblem | undefined {
  const ok = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text.trim());
  return ok ? undefined : wrong(`${upperFirst(calledOf(question))} must be in the form name@example.org`);
}

function numberProblem(question: QuestionOf<"number">, text: string): AnswerProblem | undefined {
  const typed = text.trim().replaceAll(",", "");
  const number = /^-?\d{1,15}(\.\d{1,10})?$/.test(typed) ? Number(typed) : Number.NaN;
  const name = upperFirst(calledOf(question));
  if (Number.isNaN(number)) return wrong(`${name} must be a number`);
  if (question.whole && !Number.isInteger(number)) return wrong(`${name} must be a whole number`);
  if (question.min !== undefined && number < question.min)
    return wrong(`${name} must be ${question.min} or more`);
  if (question.max !== undefined && number > question.max)
    return wrong(`${name} must be ${question.max} or less`);
  return undefined;
}

function dateProblem(
  question: QuestionOf<"date">,
  value: AnswerValue | undefined,
  today: CalendarDate,
): AnswerProblem | undefined {
  const name = upperFirst(calledOf(question));
  const parts = asDateParts(value);
  const typed = parts ? readDateParts(parts) : ({ kind: "impossible", part: "day" } as const);
  switch (typed.kind) {
    case "empty":
      return missing(question);
    case "missing":
      return wrong(`${name} must include a ${typed.parts.join(" and ")}`, typed.parts[0]);
    case "impossible":
      return typed.part === "year"
        ? wrong(`${name} must include a year of four figures, like 1987`, "year")
        : wrong(`${name} must be a real date`, typed.part);
    case "date":
      if (question.limit === "past" && typed.date > today)
        return wrong(`${name} must be today or in the past`, "day");
      if (question.limit === "future" && typed.date < today)
        return wrong(`${name} must be today or in the future`, "day");
      return undefined;
  }
}

type ChoiceLike = Extract<FieldQuestion, { type: "choice" | "choices" | "yesNo" | "yesNoUnsure" }>;

function choiceProblem(question: ChoiceLike, value: AnswerValue | undefined): AnswerProblem | undefined {
  const keys = chosenKeys(value);
  if (keys.length === 0) return missing(question);
  const offered = new Set(optionsOf(question).map((option) => option.key));
  const several = keys.length > 1 && question.type !== "choices";
  if (several || keys.some((key) => !offered.has(key))) {
    return wrong(`Select ${calledOf(question)} again: what was chosen is no longer offered`);
  }
  if (question.type === "choices" && question.none && keys.length > 1 && keys.includes(question.none)) {
    const none = question.options.find((option) => option.key === question.none);
    return wrong(`Select either “${none?.label ?? "None"}” or the others, not both`);
  }
  const hasOther = (question.type === "choice" || question.type === "choices") && question.other;
  if (!hasOther || !keys.includes(OTHER)) return undefined;
  const typed = otherText(value);
  if (typed.trim() === "") return { kind: "missing", message: `Enter what “${hasOther.label}” is` };
  return tooLong({ label: question.label, called: `what “${hasOther.label}” is` }, typed, ASIDE_LENGTH);
}
