/** What the records of consent and of grounds are made of. */
import { z } from "zod";
import { MAX_CONSENT_TEXT, MAX_NAME } from "./lengths.ts";

export const Name = z.string().max(MAX_NAME);
export const Text = z.string().max(MAX_CONSENT_TEXT);
export const Names = z.array(Name).max(100);

export const Person = z.looseObject({ name: Name, role: Name.optional(), agency: Name.optional() });

/** A choice of the definition, and its wording as it was shown: the definition may say it otherwise later. */
export const Worded = z.looseObject({ key: Name, wording: Text });

export const Common = {
  /** Whose information it is: a key of the definition's subjects. */
  subject: z.string().max(100),
  /** Who wrote this down. The entry's author proves it; this is how they were called then. */
  recordedBy: Person,
  /** The device's own clock, with zone: "2026-11-26T14:05:00+00:00". It may be wrong. */
  deviceTime: z.iso.datetime({ offset: true }),
  /** Whether the device had no connection at that moment. */
  offline: z.boolean(),
};
