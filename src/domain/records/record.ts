/**
 * What a content entry can say, once opened. One event to an entry; fields that a newer version added are
 * kept. A type this version does not know is not an error: it is kept, counted, and said to be newer.
 */
import { z } from "zod";
import { APPROVAL_RECORDS } from "./approval.ts";
import { Change } from "./change.ts";
import { DISCUSSION_RECORDS } from "./discussion.ts";
import { EXPORTED } from "./exported.ts";
import { LOG_LINE } from "./logLine.ts";
import { MEETING_RECORDS } from "./meeting.ts";
import { PASSWORD_RECORDS } from "./password.ts";
import { CalendarDate } from "../calendarDate.ts";
import { ConsentEvent } from "../consent.ts";
import type { Known } from "../known.ts";
import { blobIdSchema, type EntryId, idSchema, type InviteId, type PaperId, type UserId } from "../ids.ts";
import { MAX_NAME, MAX_PROSE } from "../lengths.ts";
import type { Role } from "../roles.ts";
import { MAX_PAPER_BYTES } from "../papers.ts";

const Name = z.string().max(MAX_NAME);
const Prose = z.string().max(MAX_PROSE);
/** A referral as it was shown when it was sent, and what its author declared. */
const SENT = {
  /** Null where it came in parts. */
  snapshot: z.json(),
  parts: z.looseObject({ key: Name, count: z.int().min(1).max(200) }).optional(),
  declaredBy: Name,
  declaration: Prose,
};

const CASE_RECORDS = [
  /** The first record of a case: which form, in which version, and what it is called. */
  z.looseObject({
    type: z.literal("case-started"),
    definition: Name,
    definitionVersion: Name,
    /** "ASH-7K3M9": neutral, made on the device, for titles, file names and the telephone. */
    reference: z.string().max(40),
  }),
  z.looseObject({
    type: z.literal("answers"),
    changes: z.array(Change).min(1).max(500),
    /** The reference of the earlier referral that these answers were taken from. */
    copiedFrom: z.string().max(40).optional(),
  }),
  /** The author goes on with another version of the panel's form; answers stay where they are. */
  z.looseObject({ type: z.literal("form-changed"), definitionVersion: Name }),
  /** The answers were first given on paper and are typed in afterwards. An empty day takes that back. */
  z.looseObject({
    type: z.literal("from-paper"),
    filledInBy: Name,
    signedOn: z.union([CalendarDate, z.literal("")]),
    note: Prose.optional(),
  }),
  z.looseObject({ type: z.literal("consent"), event: ConsentEvent }),
  /** A piece of a snapshot too long for one entry; the submission or correction that follows names the whole. */
  z.looseObject({
    type: z.literal("snapshot-part"),
    key: Name,
    index: z.int().nonnegative(),
    text: z.string(),
  }),
  /** Sent to the panel, or sent again after a return. The snapshot is parsed by `forms`. */
  z.looseObject({
    type: z.literal("submitted"),
    ...SENT,
    /** What was done about the gaps of a return. */
    note: Prose.optional(),
  }),
  /** The author puts right what was sent: the whole referral as it now stands. Its place in the queue stays. */
  z.looseObject({
    type: z.literal("corrected"),
    ...SENT,
    /** What was put right, and why. */
    note: Prose,
  }),
  z.looseObject({
    type: z.literal("returned"),
    gaps: z
      .array(z.looseObject({ sectionKey: Name.optional(), text: Prose }))
      .min(1)
      .max(50),
    note: Prose.optional(),
  }),
  z.looseObject({
    type: z.literal("accepted"),
    note: Prose.optional(),
    /** The key of the meeting that hears it. */
    meeting: Name.optional(),
    /** Why the chair takes it although it came too late for that meeting. */
    lateReason: Prose.optional(),
  }),
  z.looseObject({ type: z.literal("declined"), reason: Prose }),
  /** It could not wait for a meeting: those who work on it settled it between them. [HER-08] */
  z.looseObject({
    type: z.literal("settled-outside"),
    reason: Prose,
    agreed: Prose,
    /** Who took part. */
    by: Prose,
    how: z.enum(["telephone", "email", "inPerson", "other"]),
    on: CalendarDate,
  }),
  /** What somebody who decides found on one point of the panel's checklist. The newest of each person holds. */
  z.looseObject({
    type: z.literal("checked"),
    point: Name,
    /** "" takes an earlier one back. */
    finding: z.enum(["yes", "no", "unsure", ""]),
    note: Prose.optional(),
  }),
  /** It stands on a record outside Confer, as the panel's rules ask. [HAR-45] */
  z.looseObject({
    type: z.literal("filed-elsewhere"),
    /** The key of the record in the panel's definition. */
    record: Name,
    on: CalendarDate,
    by: Name,
    /** Under which heading or reference it is found there. */
    under: Name,
  }),
  /** The referrer takes a referral back. */
  z.looseObject({ type: z.literal("withdrawn"), reason: Prose }),
  /** Somebody let in read the case: a receipt for the author, and the audit of reading. */
  z.looseObject({ type: z.literal("opened") }),
  /** A document left the app, of this case or with this case in it. */
  z.looseObject({
    type: z.literal("exported"),
    ...EXPORTED,
  }),
  /** A file that belongs to the case. Its bytes travel beside the entries: docs/protocol.md section 7. */
  z.looseObject({
    type: z.literal("paper-added"),
    paper: idSchema<PaperId>(),
    kind: Name,
    title: Name,
    fileName: Name,
    mediaType: Name,
    sizeBytes: z.int().min(1).max(MAX_PAPER_BYTES),
    pages: z.int().positive().optional(),
    order: z.number(),
    /** Of the scope key that its own key comes from. */
    epoch: z.int().positive(),
    blob: blobIdSchema,
  }),
  /** What is said of a paper; its bytes never change. Removing is one of these, and is undone by another. */
  z.looseObject({
    type: z.literal("paper-changed"),
    paper: idSchema<PaperId>(),
    kind: Name.optional(),
    title: Name.optional(),
    order: z.number().optional(),
    removed: z.boolean().optional(),
  }),
  ...APPROVAL_RECORDS,
  ...DISCUSSION_RECORDS,
] as const;

const PANEL_RECORDS = [
  /** What the partnership is called, and whether everything in it is made up. */
  z.looseObject({ type: z.literal("partnership"), name: Name, demonstration: z.boolean() }),
  /** Who somebody is. Written at inviting, for the invite; the newcomer is known by it once confirmed. */
  z.looseObject({
    type: z.literal("profile"),
    invite: idSchema<InviteId>().optional(),
    user: idSchema<UserId>().optional(),
    name: Name,
    agency: Name,
    position: Name,
  }),
  /** A panel runs by this definition from now on. Parsed by `forms`. */
  z.looseObject({ type: z.literal("definition"), definition: z.json() }),
  /** A meeting of a panel, so that deadlines can be said without a connection. ISO date and time. */
  z.looseObject({
    type: z.literal("meeting-date"),
    key: Name,
    definition: Name,
    date: z.iso.date(),
    start: z.string().regex(/^\d\d:\d\d$/),
    cancelled: z.boolean().optional(),
    /** The day it was first set for, where it is held on another. */
    movedFrom: z.iso.date().optional(),
    /** Why it was moved or cancelled: everyone who belongs reads it. */
    reason: Name.optional(),
  }),
  /** What a definition leaves for the co-ordinator to fill in, by the setting's key. Only what changed. */
  z.looseObject({
    type: z.literal("panel-settings"),
    definition: Name,
    values: z
      .array(z.looseObject({ key: Name, value: z.string().max(5_000) }))
      .min(1)
      .max(100),
  }),
  /** A day that nobody works beside the bank holidays, or a bank holiday that is worked. `name` empty: neither. */
  z.looseObject({ type: z.literal("named-day"), date: z.iso.date(), name: Name, worked: z.boolean() }),
  /** One line of a log that a panel keeps about itself. */
  z.looseObject({ type: z.literal("panel-filed"), definition: Name, ...LOG_LINE }),
  /** A panel's figures left the app. `from` and `to`: the days they count. `how` as in "exported". */
  z.looseObject({
    type: z.literal("report-exported"),
    definition: Name,
    /** Absent for the yearly report. */
    document: Name.optional(),
    from: CalendarDate,
    to: CalendarDate,
    how: Name,
  }),
] as const;

const ALL_RECORDS = [...CASE_RECORDS, ...PANEL_RECORDS, ...MEETING_RECORDS, ...PASSWORD_RECORDS] as const;
const AnyRecord = z.discriminatedUnion("type", [...ALL_RECORDS]);

export type CaseRecord = Known<z.infer<(typeof CASE_RECORDS)[number]>>;
export type PanelRecord = Known<z.infer<(typeof PANEL_RECORDS)[number]>>;
export type MeetingRecord = Known<z.infer<(typeof MEETING_RECORDS)[number]>>;
export type PasswordRecord = Known<z.infer<(typeof PASSWORD_RECORDS)[number]>>;
export type AnyRecord = CaseRecord | PanelRecord | MeetingRecord | PasswordRecord;

export type ParsedRecord =
  | { readonly ok: true; readonly record: AnyRecord }
  /** `newer`: well-formed, of a type this version does not know. */
  | { readonly ok: false; readonly fault: "json" | "schema" | "newer" };

type Schemas = readonly { readonly shape: { readonly type: { readonly value: string } } }[];
const typesOf = (schemas: Schemas) => new Set<string>(schemas.map((schema) => schema.shape.type.value));
const KNOWN_TYPES = typesOf(ALL_RECORDS);

/** What belongs in a scope of each kind: a record in one of another kind says nothing there. */
const among = <R extends AnyRecord>(schemas: Schemas) => {
  const types = typesOf(schemas);
  return (stamped: Stamped<AnyRecord>): stamped is Stamped<R> => types.has(stamped.record.type);
};
export const isCaseRecord = among<CaseRecord>(CASE_RECORDS);
export const isPanelRecord = among<PanelRecord>(PANEL_RECORDS);
export const isMeetingRecord = among<MeetingRecord>(MEETING_RECORDS);
export const isPasswordRecord = among<PasswordRecord>(PASSWORD_RECORDS);
const Typed = z.looseObject({ type: z.string() });

/** Definitions, the deepest of what we write, reach about a dozen. */
const MAX_DEPTH = 40;

/** Whether brackets nest deeper than any reader should follow: schema and packs recurse, and would overflow. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (quoted && char === "\\") i += 1;
    else if (char === '"') quoted = !quoted;
    else if (!quoted && (char === "[" || char === "{")) depth += 1;
    else if (!quoted && (char === "]" || char === "}")) depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

/** A record's text as a value. Never throws. */
export function parseRecord(text: string): ParsedRecord {
  if (isTooDeep(text)) return { ok: false, fault: "json" };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, fault: "json" };
  }
  const typed = Typed.safeParse(json);
  if (!typed.success) return { ok: false, fault: "schema" };
  if (!KNOWN_TYPES.has(typed.data.type)) return { ok: false, fault: "newer" };
  const parsed = AnyRecord.safeParse(json);
  return parsed.success ? { ok: true, record: parsed.data as AnyRecord } : { ok: false, fault: "schema" };
}

/**
 * Whether readers will take what is about to be written: what they would refuse must never be sealed, or it is lost
 * to everybody at once. `too-long` where nothing but lengths is wrong with it.
 */
export function checkRecord(record: unknown): "right" | "too-long" | "wrong" {
  const parsed = AnyRecord.safeParse(record);
  if (parsed.success) return isTooDeep(JSON.stringify(record)) ? "wrong" : "right";
  return parsed.error.issues.every(({ code }) => code === "too_big") ? "too-long" : "wrong";
}

/** An opened record with who wrote it and when: what the folds take. */
export type Stamped<Record> = {
  readonly id: EntryId;
  readonly author: UserId;
  readonly device: string;
  /** What the author was at the place of the directory that the entry names. */
  readonly roles: readonly Role[];
  readonly at: { readonly ms: number; readonly counter: number };
  readonly record: Record;
};
