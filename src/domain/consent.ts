/**
 * Consent, as a list of things that happened. Nothing is edited or taken away: a change of mind, a mistake
 * and a withdrawal are further events. Three matters are kept apart, since forms mix them and the law does
 * not: whether the person knows, what they decided, and on what ground information is shared without it.
 * Sources: ASH-72, ASH-135…138, GAP-16, GAP-17.
 */
import { z } from "zod";
import { CalendarDate } from "./calendarDate.ts";
import { DrawnSignature } from "./drawnSignature.ts";
import { idSchema, type EntryId } from "./ids.ts";
import type { Known } from "./known.ts";

/** In what capacity a decision is given. Adults' relatives cannot decide unless attorney or deputy. */
export const GIVER_CAPACITIES = ["self", "parent", "localAuthority", "attorney", "deputy", "other"] as const;
export const SIGNING_WAYS = ["drawn", "typed", "verbal", "paper"] as const;

const Name = z.string().max(200);
const Text = z.string().max(20_000);
const Names = z.array(Name).max(100);

const Person = z.looseObject({ name: Name, role: Name.optional(), agency: Name.optional() });

const Giver = z.looseObject({
  name: Name,
  capacity: z.enum(GIVER_CAPACITIES),
  relation: Name.optional(),
  /** What was seen that shows the capacity: a lasting power of attorney, a court order. */
  evidence: Text.optional(),
  /** Who judged that this person can decide this, and on what. */
  ability: Text.optional(),
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
  /** A photograph or scan of a signed sheet. */
  z.looseObject({ way: z.literal("paper"), paper: Name, obtainedBy: Person }),
]);

const Common = {
  /** Whose information it is: a key of the definition's subjects. */
  subject: z.string().max(100),
  /** Who wrote this down. The entry's author proves it; this is how they were called then. */
  recordedBy: Person,
  /** The device's own clock, with zone: "2026-11-26T14:05:00+00:00". It may be wrong. */
  deviceTime: z.iso.datetime({ offset: true }),
  /** Whether the device had no connection at that moment. */
  offline: z.boolean(),
};

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
  recipients: Names,
  categories: Names.optional(),
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
  reason: z.looseObject({ key: Name, wording: Text }),
  detail: Text.optional(),
});

const Withdrawn = z.looseObject({
  kind: z.literal("withdrawn"),
  ...Common,
  giver: Giver,
  on: CalendarDate,
  how: Text.optional(),
  /** Recipients who have been told; the others are still to be. */
  told: Names,
});

const Ground = z.looseObject({
  kind: z.literal("ground"),
  ...Common,
  /** A decision not to share is recorded too. */
  share: z.boolean(),
  grounds: z
    .array(z.looseObject({ key: Name, wording: Text }))
    .min(1)
    .max(20),
  /** Why consent was not sought, was refused, or does not count. */
  whyWithoutConsent: z.looseObject({ key: Name, wording: Text, detail: Text.optional() }),
  reason: Text,
  necessity: Text,
  /** The least that does the job, and who gets it. */
  information: Text.optional(),
  recipients: Names,
  informed: z.looseObject({
    answer: z.enum(["yes", "no"]),
    because: Text.optional(),
    reconsiderOn: CalendarDate.optional(),
  }),
  wishes: Text.optional(),
  /** Data protection basis where a panel records it: article 6, article 9 or schedule 1, gateways. */
  basis: z.looseObject({ article6: Name, article9: Name.optional(), gateways: Names.optional() }).optional(),
  decidedBy: Person,
  advisedBy: z.array(Person).max(10).optional(),
  decidedOn: CalendarDate,
  reviewOn: CalendarDate.optional(),
});

/** A ground that is no longer relied on. */
const GroundEnded = z.looseObject({
  kind: z.literal("groundEnded"),
  ...Common,
  ground: idSchema<EntryId>(),
  reason: Text,
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
  Withdrawn,
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
