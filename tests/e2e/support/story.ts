/** An invented person, told for pictures and for looking at screens with lengths as in life. Nobody is meant. */
import { Filler } from "./answers.ts";

export const PERSON = "Jordan Vale";
export const LEAD = "Priya Lindqvist";
export const WORKER = "Tom Abara";

const STORY: Readonly<Record<string, string>> = {
  knownAs: "Jo",
  gender: "Man",
  address: "14 Harbour Row",
  safeContactDetail:
    "Telephone before ten in the morning. Leave no message: a neighbour answers his telephone and has passed messages on.",
  language: "English. Reads slowly, and prefers to be told.",
  disability: "Hearing loss in the left ear. Walks with a stick after a fall in the spring.",
  ageNeeds: "None beyond the above.",
  criteriaDetail:
    "Three agencies have tried alone since last winter. Each closed the case because of another’s.",
  specificConcerns: "Neighbours come and go at all hours. He has asked for two of them to be kept away.",
  currentRisks:
    "Fire: candles in the front room since the meter was cut off, and papers to the ceiling in the hall.\nMoney: his card is with a neighbour, who says that he shops for him.\nHealth: two admissions for dehydration this year.",
  workerSafety: "Visit in pairs. One dog, friendly, loose in the yard.",
  reasonsForReferral:
    "He is losing his home and no agency can stop it alone. The landlord has served notice, and he will not open letters.",
  number: "H/0417",
  system: "Housing records",
  about: "Notice served by the landlord",
  issuesAndSupport:
    "Weekly visits since May; a deep clean that he stopped half way; a referral to the day centre.",
  earlierReferrals: "Adult social care, twice. Closed because he did not answer the door.",
  heardWhen: "March last year",
  history:
    "Worked on the ferries until an accident. His wife died four years ago, and the house has filled up since.",
  assessments: "Care needs, in June: not finished. Fire safety visit, in August: high risk.",
  engagementHistory:
    "Comes to the door for people he knows. Does not open letters. Likes to talk about boats.",
  barriers: "Shame about the house. He will not let anybody past the hall.",
  service: "Harbour housing team",
  professional: "M. Reyes",
  contact: "By telephone",
  note: "Knows him best. Every second Tuesday.",
  relation: "Neighbour",
  concern: "Holds his bank card",
  anticipatedOutcomes: "One plan, one lead, one date by which the fire risk is gone.",
  personsView: "“I want to stay here, and I want them to leave me be.”",
  otherLead: "Testshire Council, housing",
  presenterName: WORKER,
  earlierSlotWhy: "The notice runs out before the usual slot.",
  email: "tom.abara",
};

/** Whose name is asked for, in the order of the form: the person, somebody else concerned, the referrer. */
const NAMES = [PERSON, "Sal Marsh", WORKER];

export function makeStoryteller(): Filler {
  const names = [...NAMES];
  return new Filler([], (key) => {
    if (key === "name") return names.shift() ?? WORKER;
    return STORY[key] ?? "Seen on the last visit, and written down the same day.";
  });
}
