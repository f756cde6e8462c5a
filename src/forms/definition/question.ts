/** The kinds of question a form may ask. Adding a question is adding data; adding a kind is adding code. */
import { z } from "zod";
import type { Known } from "../../domain/known.ts";
import { Key, Line, Option, Prose, QuestionRef, Sources } from "./basics.ts";
import { Condition } from "./condition.ts";

/** Shown when an answer makes something worth saying; with `stops`, the referral cannot be sent as it is. */
export const Alert = z.looseObject({
  key: Key,
  when: Condition,
  text: Prose,
  stops: z.boolean().optional(),
  /** Where else to turn, so that a stop is never a dead end. */
  otherWays: z.array(Prose).max(10).optional(),
  sources: Sources.optional(),
});

const Common = {
  key: Key,
  label: Line,
  hint: Prose.optional(),
  /** What the answer is called in an error message: "the person’s full name". */
  called: Line.optional(),
  sources: Sources.optional(),
  /** Absent means optional. `orReason`: an answer, or why there is none. */
  required: z.enum(["always", "orReason"]).optional(),
  visibleWhen: Condition.optional(),
  alerts: z.array(Alert).max(10).optional(),
};

/** Whose answer is a detail of the worker who refers: filled in for them from what is known of themselves. */
const OfReferrer = z.enum(["name", "agency", "position", "telephone", "email"]).optional();

const Options = z.array(Option).min(2).max(60);
/** Offers "Something else" with a box to say what. */
const Other = z.looseObject({ label: Line }).optional();
const Length = z.int().min(1).max(60_000).optional();

const text = z.looseObject({
  type: z.literal("text"),
  ...Common,
  maxLength: Length,
  width: z.enum(["short", "medium", "full"]).optional(),
  ofReferrer: OfReferrer,
});
/** Grows as it is typed; several concurrent versions may exist until a person chooses. */
const longText = z.looseObject({
  type: z.literal("longText"),
  ...Common,
  maxLength: Length,
  /** Points worth covering, shown beside the box. */
  prompts: z.array(Line).max(20).optional(),
});
const date = z.looseObject({
  type: z.literal("date"),
  ...Common,
  /** Today counts as both past and future. */
  limit: z.enum(["past", "future"]).optional(),
  /** Offers today at one press. */
  usually: z.literal("today").optional(),
});
const choice = z.looseObject({ type: z.literal("choice"), ...Common, options: Options, other: Other });
const choices = z.looseObject({
  type: z.literal("choices"),
  ...Common,
  options: Options,
  other: Other,
  /** The option that excludes all others: "None of these". */
  none: Key.optional(),
});
const yesNo = z.looseObject({ type: z.literal("yesNo"), ...Common });
const yesNoUnsure = z.looseObject({
  type: z.literal("yesNoUnsure"),
  ...Common,
  unsureLabel: Line.optional(),
});
const tel = z.looseObject({ type: z.literal("tel"), ...Common, ofReferrer: OfReferrer });
const email = z.looseObject({ type: z.literal("email"), ...Common, ofReferrer: OfReferrer });
/** Several lines, postcode included. */
const address = z.looseObject({ type: z.literal("address"), ...Common });
const number = z.looseObject({
  type: z.literal("number"),
  ...Common,
  min: z.number().optional(),
  max: z.number().optional(),
  whole: z.boolean().optional(),
  unit: Line.optional(),
});
/** Something to read, not to answer. */
const note = z.looseObject({
  type: z.literal("note"),
  key: Key,
  label: Line,
  text: Prose,
  tone: z.enum(["plain", "warning"]).optional(),
  sources: Sources.optional(),
  visibleWhen: Condition.optional(),
});

/**
 * Worked out from a date answered elsewhere, and explained: never typed. Prints with the referral, so that whoever
 * reads it sees how a criterion was met.
 */
const computed = z.looseObject({
  type: z.literal("computed"),
  key: Key,
  label: Line,
  hint: Prose.optional(),
  sources: Sources.optional(),
  visibleWhen: Condition.optional(),
  /** A date question outside any repeating group. */
  from: QuestionRef,
  /** Whole ones, from that date to today. */
  unit: z.enum(["months", "years"]),
  /** The first whose `atLeast` is reached speaks; the last has none. {date} and {amount} are filled in. */
  bands: z
    .array(
      z.looseObject({
        atLeast: z.int().min(0).max(1_200).optional(),
        text: Prose,
        sources: Sources.optional(),
      }),
    )
    .min(1)
    .max(10),
  /** Said while there is no date to count from. */
  unknown: Prose,
});

/** A question of one answer; these can also be fields of a repeating group. */
export const FieldQuestion = z.discriminatedUnion("type", [
  text,
  longText,
  date,
  choice,
  choices,
  yesNo,
  yesNoUnsure,
  tel,
  email,
  address,
  number,
]);

/** Fixed rows to tick or write beside, in one or more columns. */
const grid = z.looseObject({
  type: z.literal("grid"),
  ...Common,
  rows: z.array(Option).min(1).max(60),
  columns: z
    .array(
      z.looseObject({
        key: Key,
        label: Line,
        hint: Prose.optional(),
        kind: z.enum(["tick", "text"]),
        /** Asked only where the person has not consented. */
        onlyWithoutConsent: z.boolean().optional(),
        sources: Sources.optional(),
      }),
    )
    .min(1)
    .max(6),
});
const repeat = z.looseObject({
  type: z.literal("repeat"),
  ...Common,
  /** One of them: "service or professional". */
  item: Line,
  addLabel: Line.optional(),
  maxRows: z.int().min(1).max(200).optional(),
  fields: z.array(FieldQuestion).min(1).max(20),
});

export const Question = z.discriminatedUnion("type", [
  ...FieldQuestion.options,
  grid,
  repeat,
  note,
  computed,
]);

export type Alert = Known<z.infer<typeof Alert>>;
export type FieldQuestion = Known<z.infer<typeof FieldQuestion>>;
export type Question = Known<z.infer<typeof Question>>;
type QuestionType = Question["type"];
/** Asks nothing: there is something to read, and no answer to keep. */
export type Unasked = Extract<Question, { type: "note" | "computed" }>;
export const isUnasked = (question: Question): question is Unasked =>
  question.type === "note" || question.type === "computed";
export type QuestionOf<Type extends QuestionType> = Extract<Question, { type: Type }>;
