/** What the Hertfordshire form makes of answers: the definition itself is held by hertfordshire.test.ts. */
import { describe, expect, it } from "vitest";
import { currentConsent, NO_CONSENT } from "../../src/domain/consentPosition.ts";
import type { Answers, AnswerValue } from "../../src/forms/answers.ts";
import { checkEligibility } from "../../src/forms/eligibility.ts";
import { makeSnapshot } from "../../src/forms/makeSnapshot.ts";
import hertfordshireJson from "../../src/forms/panels/hertfordshire.json" with { type: "json" };
import { ReferralSnapshot } from "../../src/forms/snapshot.ts";
import { submissionBlockers } from "../../src/forms/status.ts";
import { alertsFor } from "../../src/forms/visible.ts";
import { asked } from "./heldApprovals.ts";
import { answersOf, aware, given, parsed, stamped, today } from "./fixtures.ts";

const panel = parsed(hertfordshireJson);

/** Every box answered or explained. */
const COMPLETE: Record<string, AnswerValue> = {
  "eligibility.socialCareStatus": ["cin"],
  "eligibility.cinPlanStart": { day: "26", month: "11", year: "2025" },
  "eligibility.healthStatus": "community",
  "eligibility.referrerTeam": "zeroTo25",
  "eligibility.workedTogether": "yes",
  "eligibility.blocked": "yes",
  "eligibility.canWait": "yes",
  "eligibility.criteria": ["noImpact", "cinYear"],
  "person.name": "Robin Example",
  "person.dateOfBirth": { day: "27", month: "3", year: "2012" },
  "person.lcsNumber/@reason": "The number is with another team.",
  "person.family/a/name": "Kim Example",
  "person.family/a/relation": "Mother",
  "person.family/a/parentalResponsibility": "yes",
  "person.safeToContact": "yes",
  "needs.mentalHealth": ["anxiety", "eatingDisorder"],
  "needs.mentalHealthDetail": "Both diagnosed last spring.",
  "needs.development": ["none"],
  "needs.physicalHealth": { choices: ["other"], other: "Asthma" },
  "needs.education": ["attendance"],
  "why.whyEscalated": "No school place since June.",
  "why.significantEvents": "Moved school in year 8.",
  "why.needsAndRisks": "Eats little. Alone most of the day.",
  "why.interventions": "Family therapy.",
  "why.impact": "Went twice.",
  "why.proposedPlan": "A school place with support.",
  "voices.childsView": "I want to see my friends.",
  "voices.carersView/@reason": "Working nights this week.",
  "together.agencies/a/name": "Sam Sample",
  "together.agencies/a/agency": "School nursing",
  "together.agencies/a/email": "sam@example.org",
  "together.partnership": "Three meetings since June.",
  "referrer.name": "Jo Sample",
  "referrer.team": "0–25 team",
  "referrer.quadrant": "North",
  "referrer.telephone": "01632 960 001",
  "referrer.email": "jo@example.org",
  "referrer.manager": "Lee Sample",
  "referrer.dateOfReferral": { day: "26", month: "11", year: "2026" },
  "referrer.presenter": "me",
};
const referral = (more: Record<string, AnswerValue> = {}): Answers => answersOf({ ...COMPLETE, ...more });
const itemIn = (answers: Answers, key: string) =>
  makeSnapshot(panel, answers, [], { today })
    .sections.flatMap(({ items }) => items)
    .find((item) => item.key === key);

describe("a Hertfordshire referral", () => {
  it("is complete when every box is answered or explained, and reads as it was asked", () => {
    const consent = [aware, given].map((event, at) => stamped(at + 1, event));
    expect(
      submissionBlockers(panel, referral(), currentConsent(consent), today, [], [asked("headOfService")]),
    ).toEqual([]);
    const snapshot = makeSnapshot(panel, referral(), consent, { today });
    expect(ReferralSnapshot.parse(snapshot)).toEqual(snapshot);
    expect(snapshot.sections.map(({ key }) => key)).toEqual([
      "eligibility",
      "person",
      "consent",
      "needs",
      "why",
      "voices",
      "together",
      "referrer",
      "papers",
      "approvals",
    ]);
    expect(itemIn(referral(), "needs.mentalHealth")).toMatchObject({
      answers: ["Anxiety", "Eating disorder (ED)"],
    });
  });

  it.each([
    ["12 months to the day", "26", "12 months: this counts as more than 12 months"],
    ["a day less", "27", "11 months: not yet 12 months"],
  ])("[HER-45] says how long the plan has run: %s", (_name, from, text) => {
    const answers = referral({ "eligibility.cinPlanStart": { day: from, month: "11", year: "2025" } });
    const line = `On a Child in Need plan since ${from} November 2025, ${text}`;
    expect(itemIn(answers, "eligibility.timeOnPlan")).toMatchObject({
      answer: expect.stringContaining(line),
    });
  });

  it("[HER-45] points out a tick that the date does not bear out", () => {
    const shown = (year: string) =>
      alertsFor(panel, referral({ "eligibility.cinPlanStart": { day: "1", month: "6", year } }), today);
    expect(shown("2026").map(({ alert }) => alert.key)).toEqual(["planTooShort"]);
    expect(shown("2025")).toEqual([]);
  });

  it.each([
    ["27", "2010", "15 years old: under 16"],
    ["26", "2010", "16 years old: 16 or over"],
    ["26", "2008", "18 years old: an adult. The panel hears cases up to 25"],
    ["27", "2000", "25 years old: an adult. The panel hears cases up to 25"],
    ["26", "2000", "26 years old: an adult, above the ages"],
  ])(
    "[HER-48] [GAP-19] shows the age of someone born on %s November %s and stops nobody",
    (on, year, text) => {
      const answers = referral({ "person.dateOfBirth": { day: on, month: "11", year } });
      expect(itemIn(answers, "person.age")).toMatchObject({ answer: expect.stringContaining(text) });
      expect(submissionBlockers(panel, answers, NO_CONSENT, today).map(({ kind }) => kind)).not.toContain(
        "stop",
      );
      expect(checkEligibility(panel, answers, today).state).toBe("met");
    },
  );

  it.each([
    ["HER-49", "referrer", { "eligibility.referrerTeam": "elsewhere" }],
    ["HER-12", "workedTogether", { "eligibility.workedTogether": "no" }],
    ["HER-28", "escalation", { "eligibility.blocked": "no" }],
    ["HER-48", "criteria", { "eligibility.criteria": ["none"] }],
  ])("[%s] explains what does not fit (%s), offers other ways and lets a reason through", (_row, key, no) => {
    const result = checkEligibility(panel, referral(no), today);
    expect(result.unmet.map((rule) => rule.key)).toEqual([key]);
    expect(result.unmet[0]?.otherWays.length).toBeGreaterThan(1);
    const explained = referral({ ...no, "eligibility.exceptionReason": "Nobody else can." });
    const kinds = submissionBlockers(panel, explained, NO_CONSENT, today).map(({ kind }) => kind);
    expect(kinds).not.toContain("eligibility");
  });

  it("[HER-10] [HER-42] takes a status or a criterion of its own words", () => {
    const answers = referral({
      "eligibility.socialCareStatus": { choices: ["other"], other: "Care leaver" },
      "eligibility.criteria": { choices: ["other"], other: "Missing from home for weeks" },
    });
    expect(checkEligibility(panel, answers, today).state).toBe("met");
  });

  it("[HER-08] [HER-21] says what to do about a case that cannot wait, and does not keep it out", () => {
    const [urgent] = alertsFor(panel, referral({ "eligibility.canWait": "no" }), today);
    expect(urgent?.alert).toMatchObject({ key: "cannotWait", otherWays: expect.any(Array) });
    expect(urgent?.alert.stops).toBeUndefined();
  });

  it("asks for detail only where something is ticked", () => {
    expect(itemIn(referral(), "needs.mentalHealthDetail")).toBeDefined();
    expect(itemIn(referral(), "needs.physicalHealthDetail")).toBeDefined();
    expect(itemIn(referral(), "needs.developmentDetail")).toBeUndefined();
  });
});
