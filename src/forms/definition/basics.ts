/** The small parts every file of the panel definition is made of. */
import { z } from "zod";

/**
 * The name of a section, question, option and the like: never shown, never changed once used, since answers
 * are kept under it.
 */
export const Key = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,47}$/, "must be letters and figures, like dateOfBirth");

/** Rows of the source documents that a part satisfies, like "ASH-128" or "GAP-03". */
export const Sources = z.array(z.string().regex(/^[A-Z]{3}-\d{2,3}$/, "must look like ASH-128")).max(60);

/** One line on a screen: a label, a title, an option. */
export const Line = z.string().trim().min(1, "must not be empty").max(300, "must be 300 characters or fewer");

/** A paragraph or a few. */
export const Prose = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .max(6_000, "must be 6,000 characters or fewer");

/** A paragraph that people read, with the rows it carries. */
export const Passage = z.looseObject({
  heading: Line.optional(),
  text: Prose,
  sources: Sources.optional(),
});

/** A thing to choose or to tick. */
export const Option = z.looseObject({
  key: Key,
  label: Line,
  hint: Prose.optional(),
  sources: Sources.optional(),
});

/** Names a question: "section.question", or "section.group.field" for a field of the same row. */
export const QuestionRef = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*){1,2}$/, "must look like section.question");
