/** What a panel says of its meetings: who comes, what is read out and signed, in what order things go. */
import { z } from "zod";
import type { Known } from "../../domain/known.ts";
import { Key, Line, Option, Passage, Prose, Sources } from "./basics.ts";

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
  fields: z.array(SheetField).max(20),
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
  note: Prose.optional(),
  sources: Sources.optional(),
});

export const Meeting = z.looseObject({
  /** What happens, in order, before the first case. */
  opening: z.array(Passage.extend({ key: Key, gate: z.boolean() })).max(20),
  /** What happens for each case, in order. */
  perCase: z.array(Passage.extend({ key: Key })).max(20),
  rules: z.array(Passage).max(30),
  agendaKinds: z.array(Option).min(1).max(20),
  attendanceFields: z.array(SheetField).max(20),
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
export type Meeting = Known<z.infer<typeof Meeting>>;
