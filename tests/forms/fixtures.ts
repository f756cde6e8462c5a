/** What the tests of the forms start from: Ashfield as shipped, and a referral with nothing missing. */
import type { StampedConsent } from "../../src/domain/consentPosition.ts";
import { parseCalendarDate } from "../../src/domain/calendarDate.ts";
import type { ConsentEvent, ConsentEventOf } from "../../src/domain/consent.ts";
import { idFromBytes, type EntryId } from "../../src/domain/ids.ts";
import type { Answers, AnswerValue, FieldPath } from "../../src/forms/answers.ts";
import type { PanelDefinition } from "../../src/forms/definition.ts";
import { parseDefinition } from "../../src/forms/parseDefinition.ts";
import ashfieldJson from "../../src/forms/panels/ashfield.json" with { type: "json" };

export const day = (text: string) => {
  const date = parseCalendarDate(text);
  if (!date) throw new Error(`not a date: ${text}`);
  return date;
};
export const today = day("2026-11-26");

/** Any JSON, to be broken by a test. */
export interface Json {
  [key: string]: Json;
}
export const list = (json: Json | undefined): Json[] => json as unknown as Json[];
export const ashfieldCopy = (): Json => structuredClone(ashfieldJson) as unknown as Json;

export function parsed(json: unknown): PanelDefinition {
  const outcome = parseDefinition(json);
  if (!outcome.ok) throw new Error(outcome.problems.map(({ sentence }) => sentence).join("\n"));
  return outcome.definition;
}
export const ashfield = parsed(ashfieldJson);

export const answersOf = (entries: Record<string, AnswerValue>): Answers =>
  new Map(Object.entries(entries) as [FieldPath, AnswerValue][]);

export const COMPLETE: Record<string, AnswerValue> = {
  "eligibility.adult": "yes",
  "eligibility.livesInDistrict": "yes",
  "eligibility.workingWithThem": "yes",
  "eligibility.referrerRole": "practitioner",
  "eligibility.criteria": ["riskNotReduced"],
  "person.name": "Alex Example",
  "person.dateOfBirth": { day: "27", month: "March", year: "1987" },
  "person.gender": "Woman",
  "person.address": "1 Sample Street\nAshfield\nAB1 2CD",
  "person.housingStatus": "council",
  "person.safeToContact": "yes",
  "concerns.reasons/adultSafeguarding/applies": "yes",
  "concerns.reasons/eviction/applies": "yes",
  "risks.currentRisks": "Falls at night.",
  "referral.reasonsForReferral": "Nothing so far has helped.",
  "referral.references/r1/number": "INC 42",
  "referral.references/r1/system": "Police",
  "referral.issuesAndSupport": "Housing support offered twice.",
  "referral.earlierReferrals/@reason": "Records are with another service.",
  "referral.heardBefore": "no",
  "background.history": "Moved here in spring.",
  "background.assessments": "None",
  "background.engagementHistory": "Opens the door to the nurse.",
  "background.barriers": "No telephone.",
  "involved.services/a/service": "District nursing",
  "involved.services/a/involvement": ["contacted", "involved"],
  "involved.otherPeopleAny": "no",
  "hopes.anticipatedOutcomes": "One plan.",
  "hopes.personsView": "To stay in the flat.",
  "referrer.service": "Floating support",
  "referrer.name": "Sam Sample",
  "referrer.telephone": "01632 960 001",
  "referrer.email": "sam@example.org",
  "referrer.dateOfReferral": { day: "26", month: "11", year: "2026" },
  "referrer.leadAgency": "yes",
  "referrer.presenter": "me",
};

export const entryId = (number: number): EntryId => {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setUint32(12, number);
  return idFromBytes<EntryId>(bytes);
};

export const stamped = (number: number, record: ConsentEvent, ms = number): StampedConsent => ({
  entry: entryId(number),
  order: [ms, 0, "device-a"],
  record,
});

export const COMMON = {
  subject: "person",
  recordedBy: { name: "Sam Sample", role: "Support worker", agency: "Floating support" },
  deviceTime: "2026-11-26T10:15:00+00:00",
  offline: true,
};
const self = { name: "Alex Example", capacity: "self", decides: true } as const;

export const aware: ConsentEvent = { kind: "awareness", ...COMMON, aware: "yes" };
export const given: ConsentEventOf<"given"> = {
  kind: "given",
  ...COMMON,
  giver: self,
  extent: "full",
  recipients: ["The district council", "The police"],
  wording: {
    key: "standard",
    version: "1",
    language: "en-GB",
    format: "standard",
    text: "I agree to it.",
    readAloud: true,
  },
  toldHowToWithdraw: true,
  signing: { way: "drawn", signature: { width: 300, height: 100, strokes: [[0, 0, 10, 10]] } },
  obtainedOn: day("2026-11-25"),
};
export const verbal: ConsentEventOf<"given"> = {
  ...given,
  signing: { way: "verbal", obtainedBy: { name: "Sam Sample", agency: "Floating support" } },
};
export const refused: ConsentEventOf<"refused"> = {
  kind: "refused",
  ...COMMON,
  giver: self,
  on: day("2026-11-25"),
  wishes: "Leave me be",
};
export const couldNotAsk: ConsentEventOf<"couldNotAsk"> = {
  kind: "couldNotAsk",
  ...COMMON,
  reason: { key: "notReasonable", wording: "We could not reasonably be expected to get it" },
};
export const withdrawn: ConsentEventOf<"withdrawn"> = {
  kind: "withdrawn",
  ...COMMON,
  giver: self,
  on: day("2026-11-26"),
  told: [],
};
export const ground: ConsentEventOf<"ground"> = {
  kind: "ground",
  ...COMMON,
  share: true,
  grounds: [{ key: "safeguardingOrHealth", wording: "There is a safeguarding risk." }],
  whyWithoutConsent: { key: "refused", wording: "They said no" },
  reason: "Fire risk to the block.",
  necessity: "Nobody else can act.",
  recipients: ["The fire service"],
  informed: { answer: "yes" },
  decidedBy: { name: "Sam Sample" },
  decidedOn: day("2026-11-26"),
};
