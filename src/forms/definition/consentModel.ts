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

export const ConsentModel = z.looseObject({
  /** `orGround`: sending needs consent or a ground. `notRequired`: recorded where it exists. */
  rule: z.enum(["orGround", "notRequired"]),
  sources: Sources.optional(),
  intro: z.array(Passage).max(10),
  awareness: Label,
  deciders: z.array(Option.extend({ capacity: z.enum(GIVER_CAPACITIES) })).min(1),
  wordings: z.array(ConsentWording).min(1),
  /** Who will see the referral, by name; a co-ordinator may change the list for a case. */
  recipients: z.array(Line).min(1).max(60),
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
    /** Why the person was not asked, said no, or cannot decide. */
    reasons: z.array(Option).min(1),
    grounds: z.array(Ground).min(1),
    necessity: Label,
    informed: Label,
    sources: Sources.optional(),
  }),
  withdrawal: z.looseObject({ how: Prose, effect: Prose, sources: Sources.optional() }),
  /** Whole months after which consent should be looked at again; null until the partnership decides. */
  reviewAfterMonths: z.int().min(1).max(120).nullable(),
});

export type ConsentWording = Known<z.infer<typeof ConsentWording>>;
export type ConsentModel = Known<z.infer<typeof ConsentModel>>;
