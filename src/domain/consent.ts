/**
 * Consent, as a list of things that happened. Nothing is edited or taken away: a change of mind, a mistake
 * and a withdrawal are further events. Three matters are kept apart, since forms mix them and the law does
 * not: whether the person knows, what they decided, and on what ground information is shared without it.
 * Sources: ASH-72, ASH-135…138, GAP-16, GAP-17. The ground is in consentGround.ts.
 */
import { z } from "zod";
import { CalendarDate } from "./calendarDate.ts";
import { Ground, GroundEnded } from "./consentGround.ts";
import { Common, Name, Names, Person, Text, Worded } from "./consentParts.ts";
import { DrawnSignature } from "./drawnSignature.ts";
import { idSchema, type EntryId } from "./ids.ts";
import type { Known } from "./known.ts";

/** In what capacity a decision is given. Adults' relatives cannot decide unless attorney or deputy. */
export const GIVER_CAPACITIES = ["self", "parent", "localAuthority", "attorney", "deputy", "other"] as const;
export const SIGNING_WAYS = ["drawn", "typed", "verbal", "paper"] as const;

const Giver = z.looseObject({
  name: Name,
  capacity: z.enum(GIVER_CAPACITIES),
  /** The definition's word for them, and its key: two of them may share a capacity. */
  decider: Name.optional(),
  relation: Name.optional(),
  /** What was seen that shows the capacity: a lasting power of attorney, a court order. */
  evidence: Text.optional(),
  /** On what it was judged that this person can make this decision: capacity, or enough understanding of it. */
  ability: Text.optional(),
  abilityJudged: z.looseObject({ by: Person, on: CalendarDate.optional() }).optional(),
  /** False for a view that is recorded beside the deciding one, such as a parent's beside a young person's. */
  decides: z.boolean(),
});

/** The words on the screen when the person answered, exactly. */
const ShownWording = z.looseObject({
  key: Name,
  version: Name,
  language: Name,
  format: z.enum(["standard", "easyRead"]),
  text: Text,
  readAloud: z.boolean(),
  interpreter: Name.optional(),
});

const Signing = z.discriminatedUnion("way", [
  z.looseObject({ way: z.literal("drawn"), signature: DrawnSignature }),
  /** A name typed below a declaration, which is kept with it. */
  z.looseObject({ way: z.literal("typed"), name: Name, declaration: Text }),
  z.looseObject({ way: z.literal("verbal"), obtainedBy: Person, witness: Person.optional() }),
  /** A signed sheet: `paper` is where it is kept, `attached` the id of its photograph among the case's papers. */
  z.looseObject({
    way: z.literal("paper"),
    paper: Name,
    attached: Name.optional(),
    obtainedBy: Person,
  }),
]);

const Awareness = z.looseObject({
  kind: z.literal("awareness"),
  ...Common,
  aware: z.enum(["yes", "no", "unsure"]),
  /** How they were told, or why they were not. */
  detail: Text.optional(),
  reconsiderOn: CalendarDate.optional(),
});

const Given = z.looseObject({
  kind: z.literal("given"),
  ...Common,
  giver: Giver,
  /** `partial`: with the limits the person set. */
  extent: z.enum(["full", "partial"]),
  limits: Text.optional(),
  purpose: Text.optional(),
  /** By name, those the person agreed to: added ones are among them, excluded ones are not. */
  recipients: Names,
  categories: Names.optional(),
  /** Limits that a machine can hold to as well as a reader: who is left out, and what. */
  excluded: z.looseObject({ recipients: Names, categories: z.array(Worded).max(30) }).optional(),
  wording: ShownWording,
  toldHowToWithdraw: z.boolean(),
  signing: Signing,
  /** When the person answered, which may be before it was written down. */
  obtainedOn: CalendarDate,
  reviewOn: CalendarDate.optional(),
});

const Refused = z.looseObject({
  kind: z.literal("refused"),
  ...Common,
  giver: Giver,
  wording: ShownWording.optional(),
  /** What they said, in their words where possible. */
  wishes: Text.optional(),
  on: CalendarDate,
});

const CouldNotAsk = z.looseObject({
  kind: z.literal("couldNotAsk"),
  ...Common,
  /** A key of the definition's reasons, and its wording as shown. */
  reason: Worded,
  detail: Text.optional(),
});

/** The panel's terms ask for neither consent nor a ground, and nothing was recorded: why [GAP-17]. */
const NotSought = z.looseObject({
  kind: z.literal("notSought"),
  ...Common,
  /** What the panel says about that, as it was shown. */
  statement: Text,
  reason: Text,
});

const Withdrawn = z.looseObject({
  kind: z.literal("withdrawn"),
  ...Common,
  giver: Giver,
  on: CalendarDate,
  how: Text.optional(),
  /** Whom consent named, so that each of them is told. Absent in older records. */
  recipients: Names.optional(),
  /** Recipients who have been told; the others are still to be. */
  told: Names,
});

/** Recipients were told of a withdrawal, or turned out to hold nothing that it is about. */
const RecipientsTold = z.looseObject({
  kind: z.literal("recipientsTold"),
  ...Common,
  names: Names,
  outcome: z.enum(["told", "heldNothing"]),
  on: CalendarDate,
  by: Person,
  how: Text.optional(),
});

/** A slip of the pen: the event stays readable but no longer counts. */
const RecordedInError = z.looseObject({
  kind: z.literal("recordedInError"),
  ...Common,
  event: idSchema<EntryId>(),
  reason: Text,
});

export const ConsentEvent = z.discriminatedUnion("kind", [
  Awareness,
  Given,
  Refused,
  CouldNotAsk,
  NotSought,
  Withdrawn,
  RecipientsTold,
  Ground,
  GroundEnded,
  RecordedInError,
]);
export type ConsentEvent = Known<z.infer<typeof ConsentEvent>>;
export type ConsentEventOf<Kind extends ConsentEvent["kind"]> = Extract<ConsentEvent, { kind: Kind }>;
export type Giver = Known<z.infer<typeof Giver>>;
export type ShownWording = Known<z.infer<typeof ShownWording>>;
export type Signing = Known<z.infer<typeof Signing>>;
export type PersonNamed = Known<z.infer<typeof Person>>;

export type ParsedConsentEvent =
  | { readonly ok: true; readonly event: ConsentEvent }
  | { readonly ok: false; readonly sentence: string };

/** Unknown in; fields that a newer version added are kept. */
export function parseConsentEvent(json: unknown): ParsedConsentEvent {
  const parsed = ConsentEvent.safeParse(json);
  if (parsed.success) return { ok: true, event: parsed.data as ConsentEvent };
  const place = parsed.error.issues[0]?.path.join(".") || "the whole record";
  return { ok: false, sentence: `This consent record cannot be read: ${place} is missing or malformed.` };
}
