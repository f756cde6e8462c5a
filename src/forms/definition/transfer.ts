/** What people type over into another system about a case, where the panel's papers want it to stand there too. */
import { z } from "zod";
import type { Known } from "../../domain/known.ts";
import { Key, Line, Option, QuestionRef } from "./basics.ts";

/** What is known of a case beside its answers. */
export const TRANSFER_FACTS = [
  "reference",
  "panel",
  "status",
  "receivedOn",
  "heardOn",
  "decision",
  "decisionReason",
  "actions",
] as const;

const Column = z.looseObject({
  key: Key,
  /** As the box is called there. */
  label: Line,
  /** One of these. */
  question: QuestionRef.optional(),
  fact: z.enum(TRANSFER_FACTS).optional(),
});

export const Transfer = Option.extend({
  /** The log in which it is written that it stands there. */
  record: Key,
  columns: z.array(Column).min(1).max(60),
});

export type Transfer = Known<z.infer<typeof Transfer>>;
export type TransferFact = (typeof TRANSFER_FACTS)[number];
