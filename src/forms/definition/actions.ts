/** When somebody is reminded of an action, and to whom one that is not done goes. Days are working days of the panel. */
import { z } from "zod";
import type { Known } from "../../domain/known.ts";
import { Key, Line, Sources } from "./basics.ts";

const WorkingDays = z.int("must be a whole number").min(1, "must be 1 or more").max(60);

export const ActionReminders = z.looseObject({
  /** Working days before the day it is due. */
  before: z.array(WorkingDays).max(6),
  /** On that day; where nobody works then, on the last working day before it. */
  on: z.boolean(),
  /** Working days after it, while it is not done; and after it goes to those who chase it. */
  after: z.array(WorkingDays).max(6),
  /** Working days that somebody has to answer what is asked of them about an action. Absent: 2. */
  toAnswer: WorkingDays.optional(),
});

/** From the day after which an action that is not done goes to others, who see to it. */
const Escalation = z.looseObject({
  key: Key,
  /** The key of one of the definition's deadlines, counted for the meeting at which the action was agreed. */
  deadline: Key.optional(),
  /** Instead of a deadline: working days after the action's own day. */
  afterOwnDay: WorkingDays.optional(),
  /** Keys of roles. */
  to: z.array(Key).min(1).max(10),
  /** Why it is chased, on its card: "Three weeks since the panel". */
  says: Line,
  sources: Sources.optional(),
});

export const ActionRules = z.looseObject({
  reminders: ActionReminders,
  escalation: z.array(Escalation).max(10),
});

export type ActionReminders = Known<z.infer<typeof ActionReminders>>;
export type Escalation = Known<z.infer<typeof Escalation>>;
