/**
 * A panel as data: one JSON file, so that a fifth panel, or a question more, needs no code. Fields that a
 * newer version added are kept. Reading one: parseDefinition.ts. In another editor: panel-definition.schema.json.
 */
import { z } from "zod";
import { ROLES } from "../domain/roles.ts";
import type { Known } from "../domain/known.ts";
import { Key, Line, Option, Passage, Prose, QuestionRef, Sources } from "./definition/basics.ts";
import { ActionRules } from "./definition/actions.ts";
import { Approval } from "./definition/approval.ts";
import { ConsentModel } from "./definition/consentModel.ts";
import { Calendar, Deadline } from "./definition/deadlines.ts";
import {
  Conflict,
  Decision,
  Exports,
  Handling,
  PanelLog,
  PasswordPolicy,
  Retention,
  Setting,
  Triage,
} from "./definition/handling.ts";
import { Circulation, Confidentiality, Declaration, Meeting } from "./definition/meeting.ts";
import { Minutes } from "./definition/minutes.ts";
import { Transfer } from "./definition/transfer.ts";
import { Eligibility, Paper, Section } from "./definition/section.ts";

const Source = z.looseObject({
  title: Line,
  documents: z
    .array(z.looseObject({ title: Line, note: Prose.optional() }))
    .min(1)
    .max(20),
  note: Prose.optional(),
});

const Audience = z.looseObject({
  summary: Prose,
  people: z.enum(["adults", "children", "both"]),
  area: Line,
  about: z.array(Passage).max(20),
  aims: z.array(Passage).max(40),
  responsibility: z.array(Passage).max(20),
});

/** A part people play, and which of the application's roles carries it out, if any. */
const PanelRole = z.looseObject({
  key: Key,
  label: Line,
  means: z.enum(ROLES).optional(),
  duties: z.array(Passage).max(40),
  sources: Sources.optional(),
});

/** Who or what a case is about. */
const Subject = z.looseObject({
  key: Key,
  label: Line,
  kind: z.enum(["person", "place", "organisation"]),
  nameQuestion: QuestionRef,
  dateOfBirthQuestion: QuestionRef.optional(),
  sources: Sources.optional(),
});

/** A place at the table that the panel's papers name. Who sits in it is in the directory. */
const Seat = Option.extend({ agency: Line });

/** What the person who submits a referral declares, once for each time it is sent. */
const ReferrerDeclaration = z.looseObject({ statement: Prose, sources: Sources.optional() });

export const PanelDefinition = z.looseObject({
  /** Of this language, not of the panel: raised when its meaning changes. */
  format: z.literal(1),
  id: z.string().regex(/^[a-z][a-z0-9-]{1,47}$/, "must be lower-case letters, figures and -"),
  /** Of the panel's rules. Answers are kept with the version they were given under. */
  version: z.string().regex(/^\d{4}\.\d{1,3}$/, "must look like 2026.1"),
  name: Line,
  shortName: Line,
  language: z.literal("en-GB"),
  source: Source,
  audience: Audience,
  eligibility: Eligibility,
  roles: z.array(PanelRole).min(1).max(40),
  /** Where the directory of agencies starts. */
  agencies: z.looseObject({
    names: z.array(Line).max(100),
    seats: z.array(Seat).max(60).optional(),
    note: Prose.optional(),
    sources: Sources.optional(),
  }),
  subjects: z.array(Subject).min(1).max(10),
  sections: z.array(Section).min(1).max(40),
  papers: z.array(Paper).max(40).optional(),
  consent: ConsentModel,
  referrerDeclaration: ReferrerDeclaration.optional(),
  approvals: z.array(Approval).max(20).optional(),
  triage: Triage,
  deadlines: z.array(Deadline).max(40),
  calendar: Calendar,
  meeting: Meeting,
  circulation: z.array(Circulation).max(40),
  confidentiality: Confidentiality.optional(),
  declaration: Declaration.optional(),
  decisions: z.array(Decision).min(1).max(40),
  /** What a decision or an action is meant to bring about: tags. */
  outcomes: z.array(Option).max(40),
  /** Absent: reminders as usual, and nothing goes to anybody else. */
  actions: ActionRules.optional(),
  minutes: Minutes,
  /** Logs and other systems the panel keeps. */
  transfers: z.array(Transfer).max(10).optional(),
  records: z.array(PanelLog).max(20),
  /** What the yearly report counts of what referrals ticked: choices and grids. */
  report: z.looseObject({ themes: z.array(QuestionRef).max(20), sources: Sources.optional() }).optional(),
  handling: Handling,
  exports: Exports,
  password: PasswordPolicy,
  retention: Retention,
  settings: z.array(Setting).max(40),
  conflicts: z.array(Conflict).max(40),
});
export type PanelDefinition = Known<z.infer<typeof PanelDefinition>>;

/** Every section with questions, eligibility first. */
export const allSections = (definition: PanelDefinition): readonly PanelDefinition["sections"][number][] => [
  definition.eligibility.section,
  ...definition.sections,
];
