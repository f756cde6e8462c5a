/** What a panel says of its meetings: who comes, what is read out and signed, in what order things go. */
import { z } from "zod";
import type { Known } from "../../domain/known.ts";
import { Key, Line, Option, Passage, Prose, QuestionRef, Sources } from "./basics.ts";

/** What the screen offers at a step of the opening. `protocol`: each person's standing to the data sharing protocol. */
export const OPENING_BRINGS = ["attendance", "protocol", "statement", "declarations"] as const;
/** What the screen offers at a step of a case, beside a place for notes. `report`: by when progress is reported. */
export const STEP_BRINGS = [
  "quorum",
  "earlierActions",
  "agencyNotes",
  "decision",
  "actions",
  "report",
] as const;
/** What is kept of each person who attends. `how`: in person, by telephone, by video. */
export const PERSON_PARTS = ["name", "agency", "position", "how", "seat"] as const;

/** A box on a sheet of the meeting, not of the referral. */
const SheetField = z.looseObject({
  key: Key,
  label: Line,
  type: z.enum(["text", "date", "time", "signature"]),
  sources: Sources.optional(),
});

/** Read out, and agreed, before anything about a person is said. */
export const Confidentiality = z.looseObject({
  version: Line,
  title: Line,
  /** Boxes of type date and time begin with those of the meeting. `is`: what the head of the minutes takes from it. */
  fields: z.array(SheetField.extend({ is: z.enum(["venue", "chair"]).optional() })).max(20),
  statement: z.array(Passage).min(1).max(40),
  /** Items about people stay locked until the statement is recorded as read and agreed. */
  locksCases: z.boolean(),
  sources: Sources.optional(),
});

/** What each person who attends signs. */
export const Declaration = z.looseObject({
  version: Line,
  title: Line,
  signed: z.enum(["everyMeeting", "once", "never"]),
  purposes: z.array(Passage).max(20),
  terms: z.array(Passage).max(40),
  fields: z.array(SheetField).max(20),
  sources: Sources.optional(),
});

export const Circulation = z.looseObject({
  key: Key,
  what: Line,
  /** Keys of roles. */
  to: z.array(Key).min(1).max(20),
  protectedBy: z.enum(["password", "app"]),
  /** `notice`: says that there is a meeting. `release`: goes with the agenda. Absent: at another time. */
  goes: z.enum(["notice", "release"]).optional(),
  /** The key of the deadline that says by when. */
  due: Key.optional(),
  note: Prose.optional(),
  sources: Sources.optional(),
});

/** A part of a meeting that people find by its heading. */
const Step = Passage.extend({ key: Key, heading: Line });

/** Where a referral names people or agencies whom the hearing of its case concerns. */
const Named = z.looseObject({
  key: Key,
  /** What they are to the case: "Social care team manager". */
  label: Line,
  part: z.enum(["presents", "asked", "involved"]),
  /** A question answered in words, or a repeating one. */
  question: QuestionRef,
  /** What a plain answer is; of a repeating question, the fields that hold each. */
  answer: z.enum(["name", "agency"]).optional(),
  nameField: Key.optional(),
  agencyField: Key.optional(),
  /** Only rows whose field has one of these answers. */
  only: z.looseObject({ field: Key, values: z.array(Key).min(1).max(20) }).optional(),
  /** Somebody has to be there for it. */
  required: z.boolean().optional(),
  sources: Sources.optional(),
});

export const Meeting = z.looseObject({
  /** What happens, in order, before the first case. */
  opening: z.array(Step.extend({ gate: z.boolean(), brings: z.enum(OPENING_BRINGS).optional() })).max(20),
  /** What happens for each case, in order. Its notes are kept under its key. */
  perCase: z
    .array(
      Step.extend({
        brings: z.array(z.enum(STEP_BRINGS)).min(1).max(6).optional(),
        /** Boxes for notes beside the step's own, each kept under its own key. */
        also: z
          .array(z.looseObject({ key: Key, label: Line, sources: Sources.optional() }))
          .max(10)
          .optional(),
      }),
    )
    .max(20),
  rules: z.array(Passage).max(30),
  /** `for`: about no case; for a case that was heard before. Absent: a case. */
  agendaKinds: z
    .array(Option.extend({ for: z.enum(["business", "heardBefore"]).optional() }))
    .min(1)
    .max(20),
  named: z.array(Named).max(30).optional(),
  /** The question, of type text, where a referrer asks to be heard early and says why. [ASH-80] */
  asksEarlier: QuestionRef.optional(),
  attendanceFields: z.array(SheetField.extend({ is: z.enum(PERSON_PARTS) })).max(20),
  quorum: z.looseObject({
    /** `none`: the panel's papers name none. */
    rule: z.enum(["none", "chairAndContributors"]),
    text: Prose,
    sources: Sources.optional(),
  }),
  sources: Sources.optional(),
});

export type Confidentiality = Known<z.infer<typeof Confidentiality>>;
export type Declaration = Known<z.infer<typeof Declaration>>;
export type Circulation = Known<z.infer<typeof Circulation>>;
export type Named = Known<z.infer<typeof Named>>;
export type OpeningStep = Meeting["opening"][number];
export type StepBrings = (typeof STEP_BRINGS)[number];
export type PersonPart = (typeof PERSON_PARTS)[number];
export type Meeting = Known<z.infer<typeof Meeting>>;
