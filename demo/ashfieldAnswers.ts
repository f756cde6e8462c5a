/** A referral on the first panel's form, every word of it made up. */
import {
  type Answers,
  type AnswerValue,
  cellPath,
  type FieldPath,
  questionPath,
} from "../src/forms/answers.ts";

/** A whole referral, every word of it made up, on the questions of the definition. */
export function answersFor(subject: string): Answers {
  const answers = new Map<FieldPath, AnswerValue>();
  const set = (section: string, question: string, value: AnswerValue) =>
    answers.set(questionPath(section, question), value);
  set("eligibility", "adult", "yes");
  set("eligibility", "livesInDistrict", "yes");
  set("eligibility", "workingWithThem", "yes");
  set("eligibility", "referrerRole", "practitioner");
  set("eligibility", "criteria", ["riskNotReduced"]);
  set("person", "name", subject);
  set("person", "dateOfBirth", { day: "1", month: "4", year: "1980" });
  set("person", "gender", "Not stated (invented)");
  set("person", "address", "1 Nowhere Lane\nLarkshire");
  set("person", "housingStatus", "council");
  set("person", "safeToContact", "yes");
  set("risks", "currentRisks", "Invented: the home is unsafe and visits by others have frightened them.");
  set("referral", "reasonsForReferral", "Invented: four services visit and none of the plans has held.");
  set(
    "referral",
    "issuesAndSupport",
    "Invented: debt, poor sleep, a broken door; advice and repairs offered.",
  );
  set("referral", "earlierReferrals", "Invented: closed without contact.");
  set("referral", "heardBefore", "no");
  set("background", "history", "Invented: moved to Larkshire some years ago.");
  set("background", "assessments", "Invented: a tenancy review last spring.");
  set("background", "engagementHistory", "Invented: answers the telephone, seldom the door.");
  set("background", "barriers", "Invented: no one agency can lead on all of it.");
  set("involved", "otherPeopleAny", "no");
  set("hopes", "anticipatedOutcomes", "Invented: one plan, one lead, one visit a week.");
  set("hopes", "personsView", "Invented: “I want to sleep at night.”");
  set("referrer", "service", "Invented service");
  set("referrer", "name", "Invented worker");
  set("referrer", "telephone", "01632 960000");
  set("referrer", "email", "worker@example.org");
  set("referrer", "dateOfReferral", { day: "20", month: "11", year: "2026" });
  set("referrer", "leadAgency", "yes");
  set("referrer", "presenter", "me");
  answers.set(cellPath("concerns", "reasons", "adultSafeguarding", "applies"), "yes");
  answers.set(cellPath("involved", "services", "row1", "service"), "Larkshire Homes");
  answers.set(cellPath("involved", "services", "row1", "involvement"), ["involved"]);
  return answers;
}
