/**
 * Time rules of a panel, as data. Which day a rule gives is worked out in domain/deadline.ts, with bank
 * holidays; here is only what the panel says. Sources disagree on units and anchors, so every one of them is explicit.
 */
import { z } from "zod";
import type { Known } from "../../domain/known.ts";
import { Key, Line, Prose, Sources } from "./basics.ts";

/** What has to have happened by then. */
const DEADLINE_STEPS = [
  "referralIn",
  "referralDecided",
  "membersTold",
  "agendaOut",
  "papersOut",
  "apologies",
  "actionDone",
  "actionChased",
  "minutesOut",
  "feedback",
  "reportBack",
] as const;

const CutOff = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time like 17:00");

const Amount = {
  amount: z.int("must be a whole number").min(0, "must not be negative").max(400),
  unit: z.enum(["workingDays", "days", "weeks", "months", "hours"]),
  /** `inclusive`: the nth day before is in time. `clear`: neither end counts. */
  counting: z.enum(["inclusive", "clear"]),
  direction: z.enum(["before", "after"]),
  /** `nextMeeting` is the one after the meeting at which the thing was set. */
  anchor: z.enum(["meeting", "nextMeeting", "decision", "referral"]),
};

export const Deadline = z.looseObject({
  key: Key,
  label: Line,
  step: z.enum(DEADLINE_STEPS),
  /** A key of the definition's roles. */
  who: Key,
  ...Amount,
  /** Local time on the last day, Europe/London; 24:00 is midnight at its end. Absent: end of the working day. */
  cutOff: z.union([CutOff, z.literal("24:00")]).optional(),
  /** What follows from being late. */
  late: z.enum(["nextMeeting", "warn"]),
  /** The chair may take it all the same, with a reason. */
  chairMayOverride: z.boolean(),
  sources: Sources.optional(),
  /** Where the panel's own papers disagree: the rule not applied, shown to the chair. */
  conflict: z.looseObject({ ...Amount, text: Prose, sources: Sources }).optional(),
  note: Prose.optional(),
});

export const Calendar = z.looseObject({
  cycle: z.discriminatedUnion("kind", [
    /** Dates are set and published by the panel: so many months apart, where its papers say how many. */
    z.looseObject({
      kind: z.literal("published"),
      everyMonths: z.int().min(1).max(12).optional(),
    }),
    /** Held when there is a case to hear. */
    z.looseObject({ kind: z.literal("asRequired") }),
    z.looseObject({
      kind: z.literal("monthly"),
      every: z.int().min(1).max(12),
      week: z.enum(["first", "second", "third", "fourth", "last"]),
      weekday: z.enum(["monday", "tuesday", "wednesday", "thursday", "friday"]),
    }),
  ]),
  startsAt: CutOff.optional(),
  endsAt: CutOff.optional(),
  timeZone: z.literal("Europe/London"),
  bankHolidays: z.literal("england-and-wales"),
  workingDayEnds: CutOff,
  note: Prose.optional(),
  sources: Sources.optional(),
});

export type Deadline = Known<z.infer<typeof Deadline>>;
export type DeadlineStep = Deadline["step"];
export type Calendar = Known<z.infer<typeof Calendar>>;
