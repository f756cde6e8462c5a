/**
 * What the panel says and decides about a case, and what becomes of it: written in the case, so that whoever may
 * read the case may read it, and nobody else. `meeting`: the key of the meeting it was said at or for.
 */
import { z } from "zod";
import { CalendarDate } from "../calendarDate.ts";
import { type ActionId, type EntryId, idSchema, type PaperId, type ReminderId, type UserId } from "../ids.ts";
import { MAX_NAME, MAX_PROSE } from "../lengths.ts";
import { Change } from "./change.ts";
import { LOG_LINE } from "./logLine.ts";
import { MinutesText } from "./meeting.ts";

const Name = z.string().max(MAX_NAME);
const Prose = z.string().max(MAX_PROSE);
/** A day, or none. */
const DayOrNone = z.union([CalendarDate, z.literal("")]);

export const ACTION_STATES = ["open", "inProgress", "done", "notPossible"] as const;
/** Papers to one word on an action. */
export const MAX_EVIDENCE = 20;
export type ActionState = (typeof ACTION_STATES)[number];

export const DISCUSSION_RECORDS = [
  /** What an agency knows, looked up before the meeting. The author's own: their next one replaces it. [ASH-53] */
  z.looseObject({
    type: z.literal("research-note"),
    meeting: Name,
    agency: Name,
    /** Looked, and found nothing. */
    nothing: z.boolean(),
    known: Prose,
    involvement: Prose,
    carePlan: Prose,
    concerns: Prose,
  }),
  /** Notes of the hearing, by part: the definition's steps for a case, `summary`, `riskLevel` and the like. */
  z.looseObject({ type: z.literal("minuted"), meeting: Name, changes: z.array(Change).min(1).max(100) }),
  /** What the panel decided: one of the definition's decisions. The last one stands; earlier ones stay. */
  z.looseObject({ type: z.literal("decided"), meeting: Name, decision: Name, reason: Prose }),
  /** An action agreed, or something changed in it since: only what changed. */
  z.looseObject({
    type: z.literal("action-set"),
    action: idSchema<ActionId>(),
    meeting: Name.optional(),
    what: Prose.optional(),
    agency: Name.optional(),
    /** Full name of whoever does it. [HER-86] */
    owner: Name.optional(),
    /** The same person on Confer; empty for somebody who is not. */
    user: z.union([idSchema<UserId>(), z.literal("")]).optional(),
    due: DayOrNone.optional(),
    contact: Name.optional(),
    /** One of the definition's outcomes. */
    outcome: Name.optional(),
    /** For resources: agreed in principle, or confirmed by the agency. [OXT-61] */
    commitment: z.enum(["", "inPrinciple", "confirmed"]).optional(),
    removed: z.boolean().optional(),
  }),
  /** How an action stands. Nothing is overwritten: two people's words both stay. */
  z.looseObject({
    type: z.literal("action-updated"),
    action: idSchema<ActionId>(),
    state: z.enum(ACTION_STATES),
    words: Prose,
    /** Said at a meeting, where it was reviewed there. */
    meeting: Name.optional(),
    /** The author's own word that this one takes back; it stays, and how the action stands is as before it. */
    takesBack: idSchema<EntryId>().optional(),
    /** Papers of the case, added by the same person, that show it. */
    evidence: z.array(idSchema<PaperId>()).max(MAX_EVIDENCE).optional(),
  }),
  /** Whoever is to do it asks a colleague who reads the case to take it on. It is theirs once they have said yes. */
  z.looseObject({
    type: z.literal("action-offered"),
    action: idSchema<ActionId>(),
    to: idSchema<UserId>(),
    /** Full name and agency of that colleague, as they will stand on the action. */
    owner: Name,
    agency: Name,
    words: Prose,
  }),
  /** Whoever is to do it asks for another day; the chair or a co-ordinator decides. */
  z.looseObject({
    type: z.literal("action-day-asked"),
    action: idSchema<ActionId>(),
    due: CalendarDate,
    words: Prose,
  }),
  /** The answer to either, by whom it was asked of. */
  z.looseObject({
    type: z.literal("action-answered"),
    action: idSchema<ActionId>(),
    asked: idSchema<EntryId>(),
    agreed: z.boolean(),
    words: Prose,
  }),
  /** Progress is to be reported: by when, and how. A new one replaces it; `on` empty takes it back. [OXT-63] */
  z.looseObject({
    type: z.literal("report-promised"),
    meeting: Name,
    by: z.enum(["date", "nextMeeting"]),
    on: DayOrNone,
    how: z.enum(["inWriting", "inPerson"]),
    who: Name,
    /** The same person on Confer, who may be called otherwise later. Without it, whoever is called so. */
    user: idSchema<UserId>().optional(),
    /** As of what is asked in approval.ts. */
    reminder: idSchema<ReminderId>().optional(),
  }),
  /** The report came. */
  z.looseObject({ type: z.literal("reported"), promise: idSchema<EntryId>(), words: Prose }),
  /** One line of a log that the panel keeps about cases. */
  z.looseObject({ type: z.literal("filed-record"), ...LOG_LINE }),
  /** What the minutes say of this case, exactly as signed: part of what `minutes-signed` names by its hash. */
  z.looseObject({
    type: z.literal("case-minutes"),
    meeting: Name,
    minutes: MinutesText,
    hash: z.string().max(100),
  }),
  /**
   * What is withheld from a copy for the person the case is about, and on what ground: whole texts of the case by
   * their ids, and words wherever they stand. The last one holds. [ASH-100]
   */
  z.looseObject({
    type: z.literal("disclosure-marked"),
    texts: z.array(z.looseObject({ id: Name, why: Name })).max(2_000),
    phrases: z.array(z.looseObject({ words: Prose, why: Name })).max(500),
    /** Ids of papers whose copies go with it. One that is in neither list is not decided yet. */
    given: z.array(Name).max(2_000).optional(),
  }),
  /** The panel is done with the case, or takes it up again. */
  z.looseObject({ type: z.literal("case-closed"), closed: z.boolean(), reason: Prose }),
] as const;
