/** Oxfordshire as shipped, and a referral to it with nothing missing. */
import type { AnswerValue } from "../../src/forms/answers.ts";
import oxfordshireJson from "../../src/forms/panels/oxfordshire.json" with { type: "json" };
import { questionIndex } from "../../src/forms/questionIndex.ts";
import { answersOf, parsed } from "./fixtures.ts";

export const oxfordshire = parsed(oxfordshireJson);

export const dateOf = (year: number, month: number, date: number): AnswerValue => ({
  day: String(date),
  month: String(month),
  year: String(year),
});

export const COMPLETE: Record<string, AnswerValue> = {
  "eligibility.about": "child",
  "eligibility.part": "practitioner",
  "eligibility.plans": ["childProtection"],
  "eligibility.planStart": dateOf(2025, 3, 3),
  "eligibility.standing": ["coreGroup", "blocked", "risk"],
  "eligibility.criteria": ["neglect", "highRisk", "multiple"],
  "eligibility.harmThrough": ["exploitation", "substances"],
  "eligibility.mayLead": ["secure"],
  "eligibility.needs": ["substances"],
  "eligibility.tried": ["coreGroup", "conference", "independentChair", "procedures"],
  "eligibility.court": "notRight",
  "eligibility.otherPanels/legal/considered": "yes",
  "eligibility.otherPanels/legal/used": "yes",
  "eligibility.otherPanels/legal/result": "Threshold not reached, 2 June 2026",
  "eligibility.otherRemit": "no",
  "eligibility.placement": "no",
  "child.name": "Robin Example",
  "child.dateOfBirth": dateOf(2011, 3, 27),
  "child.address/@reason": "Moves between two homes.",
  "child.livingIn": "family",
  "child.safeToContact": "no",
  "child.safeContactDetail": "Through school only.",
  "child.family/f1/name": "Jo Example",
  "child.family/f1/relation": "Mother",
  "child.family/f1/parentalResponsibility": "yes",
  "background.history": "Two moves in one year.",
  "background.assessments": "None",
  "risks.raised": ["abuse", "selfHarm"],
  "risks.known": "Out at night.",
  "risks.unknown": "Who the older friends are.",
  "risks.obstacles": "No agreed lead.",
  "risks.serviceConcerns": ["thresholds", "stuck"],
  "involved.services/s1/service": "School nursing",
  "involved.services/s1/contact": "01632 960 002",
  "involved.services/s1/involvement": ["coreGroup"],
  "hopes.expected": "Settle who leads.",
  "hopes.benefits": "One plan.",
  "hopes.outcomes": "Home by ten at night, by spring.",
  "hopes.childView": "To be asked.",
  "hopes.familyView/@reason": "Nobody could be reached.",
  "agreed.timing": "Nothing",
  "referrer.service": "School nursing",
  "referrer.name": "Sam Sample",
  "referrer.job": "Nurse",
  "referrer.telephone": "01632 960 001",
  "referrer.email": "sam@example.org",
  "referrer.keySocialWorker": "Kim Sample",
  "referrer.together": "yes",
  "referrer.weAttend": "yes",
  "referrer.teamManager": "Pat Sample",
  "referrer.invitees/i1/name": "Head of year",
  "referrer.invitees/i1/agency": "The school",
  "referrer.invitees/i1/why": "Knows the timetable",
  "papers.chronology/@reason": "Being written with the school.",
  "papers.riskAssessment/@reason": "Comes before the meeting.",
  "papers.lastReview/@reason": "No review has been held yet.",
};
export const withAnswers = (more: Record<string, AnswerValue>) => answersOf({ ...COMPLETE, ...more });

export function questionAt(ref: string) {
  const question = questionIndex(oxfordshire).get(ref)?.question;
  if (!question) throw new Error(`no question ${ref}`);
  return question;
}
export const optionKeys = (ref: string): readonly string[] => {
  const question = questionAt(ref);
  return "options" in question ? question.options.map(({ key }) => key) : [];
};
