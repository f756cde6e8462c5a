/**
 * What is written about a meeting itself, in a scope of its own: the agenda, who comes, what is read and signed,
 * the frame of the minutes. What is said about a person is written in that person's case: see discussion.ts.
 * An agenda names a case by its scope and reference, and never by whom it is about.
 */
import { z } from "zod";
import { CalendarDate } from "../calendarDate.ts";
import { DrawnSignature } from "../drawnSignature.ts";
import { type AttendeeId, type EntryId, idSchema, type ItemId, type ScopeId, type UserId } from "../ids.ts";
import { MAX_NAME, MAX_PROSE } from "../lengths.ts";
import { Change } from "./change.ts";
import { EXPORTED } from "./exported.ts";

const Name = z.string().max(MAX_NAME);
const Prose = z.string().max(MAX_PROSE);
const Item = idSchema<ItemId>();
const Attendee = idSchema<AttendeeId>();

/** JSON as text, so that what was hashed is what is read: parsed by `forms`. Fits a record. */
export const MinutesText = z.string().max(180_000);

export const ATTENDANCE_MODES = ["inPerson", "telephone", "video"] as const;
export type AttendanceMode = (typeof ATTENDANCE_MODES)[number];

/** A name written with its own hand on the screen, or typed as one's signature. */
const Signed = {
  /** As written under the signature. */
  name: Name,
  how: z.enum(["drawn", "typed"]),
  signature: DrawnSignature.optional(),
  on: CalendarDate,
};

export const MEETING_RECORDS = [
  /** The first record of the scope: which of the panel's meetings, by which version of its rules. */
  z.looseObject({
    type: z.literal("meeting-started"),
    meeting: Name,
    definition: Name,
    definitionVersion: Name,
  }),
  /** An item put on the agenda, or something said of it since: only what changed. */
  z.looseObject({
    type: z.literal("agenda-item"),
    item: Item,
    /** One of the definition's kinds of item. */
    kind: Name.optional(),
    case: idSchema<ScopeId>().optional(),
    reference: z.string().max(40).optional(),
    /** Of an item about nobody. */
    title: Name.optional(),
    /** Its place: lower comes first. */
    order: z.number().optional(),
    /** Minutes planned for it. */
    minutes: z.number().min(0).max(1_440).optional(),
    /** Everybody who presents it, in one line. */
    presenter: Name.optional(),
    /** They stand in for whoever should, and know the case well enough to answer questions. [ASH-52] */
    substitute: z.boolean().optional(),
    /** Why it stands earlier than its turn. [ASH-80] */
    broughtForward: Prose.optional(),
    /** Why it came after the cut-off and is heard all the same. */
    lateReason: Prose.optional(),
    /** Who agreed that it comes earlier, or is heard although late. */
    agreedBy: Name.optional(),
    removed: z.boolean().optional(),
  }),
  /** Somebody asked to come, or something said of that since. */
  z.looseObject({
    type: z.literal("invited"),
    /** For somebody on Confer the id of the user, so that two invitations at once are one. */
    attendee: Attendee,
    /** Absent for somebody who is not on Confer. */
    user: idSchema<UserId>().optional(),
    name: Name.optional(),
    agency: Name.optional(),
    position: Name.optional(),
    /** A seat of the definition. */
    seat: Name.optional(),
    /** Only for these items; empty for the whole meeting. */
    items: z.array(Item).max(100).optional(),
    /** A member of the public whom the chair permits, by name; a person the chair invited directly. */
    permittedBy: Name.optional(),
    removed: z.boolean().optional(),
  }),
  /** The agenda and papers sent out to these people, as the items stood; again for what is added after. */
  z.looseObject({
    type: z.literal("released"),
    /** Of the definition's circulation. */
    what: Name,
    items: z.array(Item).max(200),
    to: z.array(idSchema<UserId>()).max(200),
    /** Names of those who are told some other way. */
    others: z.array(Name).max(200).optional(),
    note: Prose.optional(),
    /** They were told that there is a meeting; no item went to them. */
    notice: z.boolean().optional(),
  }),
  /** The author has read what was released last, or the minutes. */
  z.looseObject({ type: z.literal("meeting-read"), what: Name }),
  /** Somebody cannot come. Their own device, or whoever took the message. */
  z.looseObject({
    type: z.literal("apologies"),
    attendee: Attendee,
    /** False: they can come after all. */
    absent: z.boolean(),
    words: Prose.optional(),
    /** Who comes in their place. */
    cover: z.looseObject({ name: Name, agency: Name.optional(), position: Name.optional() }).optional(),
  }),
  /** Somebody was there: added in the room if nobody had invited them. Only what changed. */
  z.looseObject({
    type: z.literal("attended"),
    attendee: Attendee,
    present: z.boolean().optional(),
    mode: z.enum(ATTENDANCE_MODES).optional(),
    /** Their standing to the data-sharing protocol. [ASH-101] */
    protocol: z.enum(["signed", "invitedByChair"]).optional(),
  }),
  /** A step of the opening is done: read out and agreed, gone round. `fields`: the sheet's boxes, by key. */
  z.looseObject({
    type: z.literal("opening-done"),
    step: Name,
    done: z.boolean(),
    fields: z.record(z.string().max(100), Name).optional(),
  }),
  /** A declaration signed: on the attendee's own device, or on one passed round. */
  z.looseObject({
    type: z.literal("declared"),
    attendee: Attendee,
    declarationVersion: Name,
    ...Signed,
    /** Passed round: somebody else's device, held by the person who signed. */
    passed: z.boolean(),
  }),
  /** Somebody has an interest in a case: what, and whether they leave while it is heard. */
  z.looseObject({
    type: z.literal("interest"),
    attendee: Attendee,
    item: Item,
    words: Prose,
    leaves: z.boolean(),
  }),
  /** The chair's word on whether enough agencies are there for an item. [HER-41] */
  z.looseObject({ type: z.literal("quorum"), item: Item, met: z.boolean(), words: Prose.optional() }),
  /** An item begins or ends; the entry's stamp says when. */
  z.looseObject({ type: z.literal("item-timed"), item: Item, now: z.enum(["started", "ended"]) }),
  /** Notes on what is about nobody: `item/<id>`, `minutes/<section>`. */
  z.looseObject({ type: z.literal("meeting-noted"), changes: z.array(Change).min(1).max(100) }),
  /** The minutes as composed, for those who were there to check. */
  z.looseObject({ type: z.literal("minutes-drafted"), minutes: MinutesText, words: Prose.optional() }),
  /** Somebody says that the draft is right, or what is not. */
  z.looseObject({
    type: z.literal("accuracy"),
    draft: idSchema<EntryId>(),
    right: z.boolean(),
    words: Prose,
  }),
  /**
   * The chair signs: `minutes` is what was shown of the meeting, `hash` names it together with what was shown of
   * each case, which lies in that case. A later one amends, and says why.
   */
  z.looseObject({
    type: z.literal("minutes-signed"),
    minutes: MinutesText,
    hash: z.string().max(100),
    cases: z
      .array(
        z.looseObject({
          item: Item,
          case: idSchema<ScopeId>(),
          hash: z.string().max(100),
          /** Of the case's text, in hexadecimal; from the first version that signs a file. */
          sha256: z.string().max(64).optional(),
        }),
      )
      .max(200),
    ...Signed,
    position: Name.optional(),
    /** Published without a signature, where the panel's papers ask for none. [GAP-18] */
    unsigned: z.boolean().optional(),
    /** What signing means, as it was read. */
    meaning: Prose,
    amends: idSchema<EntryId>().optional(),
    reason: Prose.optional(),
    /** Over the record as a file: docs/protocol.md section 10. Base64url. */
    proof: z
      .looseObject({
        key: z.string().max(100),
        signature: z.string().max(100),
        ofComment: z.string().max(100),
      })
      .optional(),
  }),
  /** The minutes, or the agenda and papers, left the app. Which cases were in them is kept in those cases alone. */
  z.looseObject({
    type: z.literal("meeting-exported"),
    ...EXPORTED,
    /** Which of the minutes that were signed. */
    minutes: idSchema<EntryId>().optional(),
  }),
] as const;
