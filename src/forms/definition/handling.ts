/** What a panel says of papers once they exist: marks, passwords, exports, records, keeping. */
import { z } from "zod";
import type { Known } from "../../domain/known.ts";
import { Key, Line, Option, Passage, Prose, QuestionRef, Sources } from "./basics.ts";

/** Something the panel looks for, and where the referral answers it, so that its author can see it before sending. */
const LookedFor = Option.extend({
  reads: z.array(QuestionRef).max(20).optional(),
  /** Who has to have agreed or been asked: keys of the definition's approvals. */
  approvals: z.array(Key).max(20).optional(),
  /** A section with a screen of its own: consent, papers. */
  section: Key.optional(),
});

export const Triage = z.looseObject({
  checklist: z.array(LookedFor).max(60),
  outcomes: z
    .array(
      Option.extend({
        kind: z.enum(["accept", "return", "decline", "urgentOutsidePanel"]),
        needsReason: z.boolean(),
        /** A record outside Confer that this has to be written on; somebody confirms that it was. [HAR-45] */
        filedIn: Key.optional(),
      }),
    )
    .min(1),
  sources: Sources.optional(),
});

/** What the panel decides about a case it heard. */
export const Decision = Option.extend({ suitable: z.boolean(), needsReason: z.boolean() });

export const Handling = z.looseObject({
  /** Printed on every page. */
  mark: Line,
  /** Printed at the end of documents; says nothing about legal effect. */
  notes: z.array(Passage).max(10),
});

/** Files that programs read and that can carry no password. */
export const OPEN_FILES = ["extract", "log-of-decisions", "report"] as const;

export const Exports = z.looseObject({
  /** {reference}, {document} and {date} are filled in; names of people never are. */
  fileName: z
    .string()
    .regex(/^[A-Za-z0-9 {}_-]{1,80}$/, "may hold letters, figures, - _ and {reference} {document} {date}"),
  /** Nothing leaves without one, but what `openFiles` names. A blank form is about nobody, and always may. */
  passwordRequired: z.boolean(),
  openFiles: z.array(z.enum(OPEN_FILES)).max(OPEN_FILES.length).optional(),
  sources: Sources.optional(),
});

export const PasswordPolicy = z.looseObject({
  changedEvery: z.enum(["month", "document", "never"]),
  /** Generated words, never typed ones. */
  words: z.int().min(4).max(12),
  /** The register warns at this age, in days. */
  warnAtDays: z.int().min(1).max(366),
  rules: z.array(Passage).max(10),
  sources: Sources.optional(),
});

export const Retention = z.looseObject({
  /** Null until the partnership decides; nothing is disposed of before. */
  yearsAfterClosure: z.number().min(0).max(100).nullable(),
  prompt: Prose,
  sources: Sources.optional(),
});

/** Something the co-ordinator fills in when setting the panel up; never shipped with a value. */
export const Setting = z.looseObject({
  key: Key,
  label: Line,
  hint: Prose.optional(),
  type: z.enum(["email", "tel", "url", "text", "people"]),
  sources: Sources.optional(),
});

/** A box on a line of one of the panel's logs. */
const LogField = z.looseObject({
  key: Key,
  label: Line,
  type: z.enum(["text", "longText", "date", "yesNo"]),
  /** A day that may lie ahead; others have been. */
  ahead: z.boolean().optional(),
});

/** A time that runs from a line of a log until the line says that it is done. */
const LogClock = z.looseObject({
  /** "Answer by". */
  label: Line,
  /** The date it runs from; the box that ends it, a date or a yes; and a date that takes the place of what is counted. */
  from: Key,
  until: Key,
  movedTo: Key.optional(),
  amount: z.int().min(1).max(400),
  unit: z.enum(["workingDays", "days", "weeks", "months"]),
  /** Whether a last day that nobody works counts as it is. */
  lastDay: z.enum(["stands", "nextWorkingDay"]),
  /** The rule in words, shown beside the day. */
  rule: Prose,
});

/** A log that the panel keeps, about cases one by one or about itself. */
export const PanelLog = Option.extend({
  about: z.enum(["case", "panel"]),
  /** `byItself`: what people do on other screens makes it, so nobody writes its lines. */
  kept: z.enum(["byHand", "byItself"]),
  fields: z.array(LogField).min(1).max(20),
  clock: LogClock.optional(),
});

/** A contradiction or a silence in the panel's own papers, and what is done about it. Shown to the chair. */
export const Conflict = z.looseObject({
  key: Key,
  summary: Prose,
  applied: Prose,
  sources: Sources,
});

export type Triage = Known<z.infer<typeof Triage>>;
export type Handling = Known<z.infer<typeof Handling>>;
export type PasswordPolicy = Known<z.infer<typeof PasswordPolicy>>;
export type Conflict = Known<z.infer<typeof Conflict>>;
export type PanelLog = Known<z.infer<typeof PanelLog>>;
export type Setting = Known<z.infer<typeof Setting>>;
