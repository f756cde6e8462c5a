/**
 * On what ground information is shared without consent, or why it is not. Everything somebody would ask who
 * looks at the decision later: what was feared, how much was shared, who decided and on what law. Sources:
 * ASH-72, GAP-03.
 */
import { z } from "zod";
import { CalendarDate } from "./calendarDate.ts";
import { Common, Name, Names, Person, Text, Worded } from "./consentParts.ts";
import { idSchema, type EntryId } from "./ids.ts";

/** A body's tasks decide which bases are open to it; see forms/law. */
export const DECIDING_BODIES = ["publicAuthority", "other"] as const;

/** One basis, condition or power, with its words and its law as they stood on the screen. */
const ReliedOn = Worded.extend({ kind: z.enum(["basis", "condition", "gateway"]), law: Text });

export const Ground = z.looseObject({
  kind: z.literal("ground"),
  ...Common,
  /** A decision not to share is recorded too. */
  share: z.boolean(),
  grounds: z.array(Worded).min(1).max(20),
  /** Why consent was not sought, was refused, or does not count. */
  whyWithoutConsent: Worded.extend({ law: Text.optional(), detail: Text.optional() }),
  reason: Text,
  /** What is feared, for whom, and how soon. */
  harm: Text.optional(),
  urgency: Worded.optional(),
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
  /** What is known of their capacity for this decision, and of their best interests. */
  capacity: Text.optional(),
  /** Data protection basis where a panel records it: article 6, article 9 or schedule 1, gateways. */
  basis: z
    .looseObject({
      article6: Name,
      article9: Name.optional(),
      gateways: Names.optional(),
      /** The same, whole: keys of forms/law, words and law as shown. */
      reliedOn: z.array(ReliedOn).max(60).optional(),
      /** Which edition of the list it was chosen from. */
      list: Name.optional(),
    })
    .optional(),
  /** The basis was left to somebody who knows: it is still to be recorded. */
  basisToConfirm: z.boolean().optional(),
  decidedBy: Person,
  decidingBody: z.enum(DECIDING_BODIES).optional(),
  advisedBy: z.array(Person).max(10).optional(),
  decidedOn: CalendarDate,
  reviewOn: CalendarDate.optional(),
  /** Where somebody asked for the information: who, and how their request is called. */
  request: z.looseObject({ by: Name, reference: Name.optional() }).optional(),
});

/** A ground that is no longer relied on. */
export const GroundEnded = z.looseObject({
  kind: z.literal("groundEnded"),
  ...Common,
  ground: idSchema<EntryId>(),
  reason: Text,
});
