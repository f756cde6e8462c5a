/**
 * What a panel asks about consent. Three things are kept apart: whether the person knows, whether they
 * consent, and on what ground information may be shared without consent. Records: domain/consent.ts.
 */
import { z } from "zod";
import { GIVER_CAPACITIES, SIGNING_WAYS } from "../../domain/consent.ts";
import type { Known } from "../../domain/known.ts";
import { Key, Line, Option, Passage, Prose, Sources } from "./basics.ts";

/** A wording read to the person. Changing one word needs a new version, so that the record stays true. */
export const ConsentWording = z.looseObject({
  key: Key,
  version: Line,
  /** As in HTML: "en-GB". */
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "must be a language code like en-GB"),
  languageName: Line,
  format: z.enum(["standard", "easyRead"]),
  title: Line,
  /** {recipients} and {panel} are filled in before it is shown. */
  paragraphs: z.array(Prose).min(1).max(20),
  /** What is agreed to by signing. */
  declaration: Prose,
});

/** A lawful reason to share without consent. Its label is the wording that is kept with the record. */
const Ground = z.looseObject({
  key: Key,
  label: Prose,
  hint: Prose.optional(),
  /** Acts and sections it rests on. */
  law: z.array(Line).max(10).optional(),
  sources: Sources.optional(),
});

/** How one line of the record is called, on screen and in print. */
const Label = z.looseObject({ label: Line, hint: Prose.optional(), sources: Sources.optional() });

/** Who may decide, and what has to be known for that. */
const Decider = Option.extend({
  capacity: z.enum(GIVER_CAPACITIES),
  /** Offered first for a person of these ages, in whole years; others can still be chosen. */
  ages: z
    .looseObject({ from: z.int().min(0).max(120).optional(), below: z.int().min(1).max(120).optional() })
    .optional(),
  /** What was seen that shows the capacity. Absent: nothing is asked, as for somebody who decides for themselves. */
  evidence: Label.optional(),
  /** Whether they can make this decision: capacity, or enough understanding of it. `required`: it must be said. */
  ability: Label.extend({ required: z.boolean().optional() }).optional(),
});

export const ConsentModel = z.looseObject({
  /**
   * `orGround`: sending needs consent or a ground. `notRequired`: the panel's own terms ask for neither, so that
   * a referral may also be sent with the reason why nothing was recorded [GAP-17].
   */
  rule: z.enum(["orGround", "notRequired"]),
  /** With `notRequired`: what the person who refers is told about that. */
  notRequired: z.looseObject({ statement: Prose, sources: Sources.optional() }).optional(),
  sources: Sources.optional(),
  intro: z.array(Passage).max(10),
  awareness: Label,
  deciders: z.array(Decider).min(1),
  wordings: z.array(ConsentWording).min(1),
  /** Who will see the referral, by name; a co-ordinator may change the list for a case. */
  recipients: z.array(Line).min(1).max(60),
  /** Kinds of information, each of which the person may keep back. */
  categories: z.array(Option).max(30).optional(),
  ways: z.array(Option.extend({ way: z.enum(SIGNING_WAYS) })).min(1),
  record: z.looseObject({
    decision: Label,
    signature: Label,
    obtainedOn: Label,
    obtainedBy: Label,
    limits: Label,
  }),
  withoutConsent: z.looseObject({
    intro: Prose,
    /** Why the person was not asked, said no, or cannot decide; `law` where an Act says that this counts. */
    reasons: z.array(Option.extend({ law: Line.optional() })).min(1),
    grounds: z.array(Ground).min(1),
    /**
     * Keys of forms/law/england-and-wales.json: the bases, conditions and gateways that this panel offers.
     * Absent: all that are in force.
     */
    law: z.array(Key).max(60).optional(),
    necessity: Label,
    informed: Label,
    sources: Sources.optional(),
  }),
  withdrawal: z.looseObject({ how: Prose, effect: Prose, sources: Sources.optional() }),
  /** Whole months after which consent should be looked at again; null until the partnership decides. */
  reviewAfterMonths: z.int().min(1).max(120).nullable(),
});

export type Decider = Known<z.infer<typeof Decider>>;
export type ConsentWording = Known<z.infer<typeof ConsentWording>>;
export type ConsentModel = Known<z.infer<typeof ConsentModel>>;
