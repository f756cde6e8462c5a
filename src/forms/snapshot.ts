/**
 * A referral as it was shown: the questions, in the words and order of the definition version that was
 * on the screen, each beside its answer. Stored with a submission, so that the referral can be read and
 * printed after the form has changed. Everything here is text for a reader; nothing is looked up later.
 */
import { z } from "zod";
import { DrawnSignature } from "../domain/drawnSignature.ts";

const Base = { key: z.string(), label: z.string() };

export const SnapshotItem = z.discriminatedUnion("kind", [
  /** One question with one answer; `null` prints as "Not provided". */
  z.object({ kind: z.literal("answer"), ...Base, answer: z.string().nullable() }),
  /** A question with several short answers (ticked options). Empty prints as "None". */
  z.object({ kind: z.literal("list"), ...Base, answers: z.array(z.string()) }),
  /** A repeating group or a grid: header cells and rows of text, all rows as long as `columns`. */
  z.object({
    kind: z.literal("table"),
    ...Base,
    columns: z.array(z.string()),
    rows: z.array(z.array(z.string())),
  }),
  /** A declaration with how it was signed. `drawn` is absent for typed and verbal ones. */
  z.object({
    kind: z.literal("signature"),
    ...Base,
    statement: z.string(),
    signedBy: z.string(),
    how: z.string(),
    on: z.string(),
    drawn: DrawnSignature.optional(),
  }),
  /** A passage the reader must see that is not an answer (a warning, a rule that was applied). */
  z.object({ kind: z.literal("note"), ...Base, text: z.string() }),
]);
export type SnapshotItem = z.infer<typeof SnapshotItem>;

export const SnapshotSection = z.object({
  key: z.string(),
  title: z.string(),
  items: z.array(SnapshotItem),
});
export type SnapshotSection = z.infer<typeof SnapshotSection>;

export const ReferralSnapshot = z.object({
  definitionId: z.string(),
  definitionVersion: z.string(),
  panelName: z.string(),
  /** Printed on every page, e.g. "Confidential". */
  handlingMark: z.string(),
  sections: z.array(SnapshotSection),
});
export type ReferralSnapshot = z.infer<typeof ReferralSnapshot>;
