/** The parts of a referral: sections of one idea each, in pages of a few related questions. */
import { z } from "zod";
import type { Known } from "../../domain/known.ts";
import { Key, Line, Passage, Prose, QuestionRef, Sources } from "./basics.ts";
import { Condition } from "./condition.ts";
import { Question } from "./question.ts";

export const Page = z.looseObject({
  key: Key,
  title: Line,
  lead: Prose.optional(),
  questions: z.array(Question).min(1).max(30),
});

export const Section = z.looseObject({
  key: Key,
  title: Line,
  lead: Prose.optional(),
  /** `consent` and `papers` have screens of their own, before any pages of questions. */
  kind: z.enum(["questions", "consent", "papers"]),
  sources: Sources.optional(),
  /** Cannot start yet until this holds; `because` says what to do first. */
  startsWhen: z.looseObject({ condition: Condition, because: Prose }).optional(),
  pages: z.array(Page).max(20),
});

/** Is this the right panel? Answers are kept like any others, under the section's key. */
export const Eligibility = z.looseObject({
  section: Section,
  /** As anybody may read them, on the panel's public page. `options`: a question whose options go on the sentence. */
  criteria: z
    .array(Passage.extend({ options: QuestionRef.optional() }))
    .max(20)
    .optional(),
  rules: z
    .array(
      z.looseObject({
        key: Key,
        /** True when the case fits in this respect. */
        met: Condition,
        /** What it means that it does not. */
        explanation: Prose,
        otherWays: z.array(Prose).min(1, "must offer at least one other way").max(10),
        sources: Sources.optional(),
      }),
    )
    .max(20),
  /** Asked when a rule is not met: why the case should be heard all the same. Nobody is shut out. */
  exception: z.looseObject({ key: Key, label: Line, hint: Prose.optional(), sources: Sources.optional() }),
  sources: Sources.optional(),
});

/** A kind of paper to send with a referral. */
export const Paper = z.looseObject({
  key: Key,
  label: Line,
  hint: Prose.optional(),
  /** Absent means optional. `orReason`: the paper, or why it does not come with the referral. */
  required: z.enum(["always", "orReason"]).optional(),
  visibleWhen: Condition.optional(),
  sources: Sources.optional(),
});

export type Page = Known<z.infer<typeof Page>>;
export type Section = Known<z.infer<typeof Section>>;
export type Eligibility = Known<z.infer<typeof Eligibility>>;
export type Paper = Known<z.infer<typeof Paper>>;
