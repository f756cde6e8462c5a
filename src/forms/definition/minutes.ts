/** What a panel wants its minutes to hold, section by section, and whether its chair signs them. */
import { z } from "zod";
import type { Known } from "../../domain/known.ts";
import { Key, Passage, Prose } from "./basics.ts";

/** Of the meeting: `head` is what stands above everything (date, place, chair); `statement` the section's own words. */
export const MEETING_HOLDS = ["head", "attendance", "opening", "statement", "business", "signature"] as const;
/** Of each case: `notes` are those of its own key and of `steps`; `reminder` the section's own words. */
export const CASE_HOLDS = [
  "notes",
  "research",
  "decision",
  "earlierActions",
  "actions",
  "resources",
  "reporting",
  "reminder",
] as const;

const MinutesSection = Passage.extend({
  key: Key,
  /** Absent: notes under the section's own key. What no section holds prints all the same, under a heading of its own. */
  holds: z
    .array(z.enum([...MEETING_HOLDS, ...CASE_HOLDS]))
    .min(1)
    .max(12)
    .optional(),
  /** Steps of a case, or other parts of its notes, that this section brings together. */
  steps: z.array(Key).max(20).optional(),
  /** What a `statement` or a `reminder` says in print; absent: the section's `text`. */
  says: Prose.optional(),
});

export const Minutes = z.looseObject({
  /** False: the panel's papers do not ask for it. The minutes may be signed, or published as they are. [GAP-18] */
  signedByChair: z.boolean(),
  /** Which of the definition's circulations they go out by, once they are signed or published. */
  circulation: Key.optional(),
  sections: z.array(MinutesSection).max(40),
});

export type MinutesRule = Known<z.infer<typeof MinutesSection>>;
export type MeetingHold = (typeof MEETING_HOLDS)[number];
export type CaseHold = (typeof CASE_HOLDS)[number];
