/** Whom a referrer has to ask before the panel hears a case: for their approval, or for what they think. */
import { z } from "zod";
import type { Known } from "../../domain/known.ts";
import { Key, Line, Prose, Sources } from "./basics.ts";
import { Condition } from "./condition.ts";

export const Approval = z.looseObject({
  key: Key,
  /** What has to happen: "Approval by your senior manager". */
  label: Line,
  kind: z.enum(["approval", "consultation"]),
  /** A key of the definition's roles. */
  who: Key,
  /** Only then; absent means for every referral. */
  when: Condition.optional(),
  /** What the person is asked, in words of their own. */
  ask: Prose,
  /** `meeting`: the referral may be sent once the person has been asked. */
  before: z.enum(["submission", "meeting"]),
  /** Absent means that it may be left. `orReason`: the answer, or why there is none. */
  required: z.enum(["always", "orReason"]).optional(),
  sources: Sources.optional(),
});
export type Approval = Known<z.infer<typeof Approval>>;
