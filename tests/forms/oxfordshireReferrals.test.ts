import { describe, expect, it } from "vitest";
import type { ConsentEvent } from "../../src/domain/consent.ts";
import { currentConsent } from "../../src/domain/consentPosition.ts";
import type { AnswerValue } from "../../src/forms/answers.ts";
import { computedText } from "../../src/forms/computed.ts";
import { checkEligibility } from "../../src/forms/eligibility.ts";
import { holds } from "../../src/forms/evaluate.ts";
import { makeSnapshot } from "../../src/forms/makeSnapshot.ts";
import { locateAll } from "../../src/forms/questionIndex.ts";
import { ReferralSnapshot } from "../../src/forms/snapshot.ts";
import { validateReferral } from "../../src/forms/validate.ts";
import { alertsFor } from "../../src/forms/visible.ts";
import { answersOf, aware, COMMON, given, stamped, today } from "./fixtures.ts";
import {
  COMPLETE,
  dateOf,
  optionKeys,
  oxfordshire,
  questionAt,
  withAnswers,
} from "./oxfordshireReferrals.ts";

function said(ref: string, answers: Record<string, AnswerValue>): string {
  const question = questionAt(ref);
  if (question.type !== "computed") throw new Error(`nothing is worked out at ${ref}`);
  return computedText({ definition: oxfordshire, answers: answersOf(answers), today }, question);
}
const unmet = (more: Record<string, AnswerValue>): readonly string[] =>
  checkEligibility(oxfordshire, withAnswers(more), today).unmet.map(({ key }) => key);

describe("is Oxfordshire’s the right panel", () => {
  it("for a case that fits", () => expect(unmet({})).toEqual([]));

  it.each<[string, Record<string, AnswerValue>, string]>([
    ["[OXT-09] an adult who never was in care", { "eligibility.about": "adult" }, "person"],
    ["[OXT-25] nobody responsible brings it", { "eligibility.part": "none" }, "responsibility"],
    ["[OXF-06] no group runs the plan", { "eligibility.standing": ["blocked", "risk"] }, "group"],
    [
      "[OXF-22] [OXT-44] the risk is not growing",
      { "eligibility.standing": ["coreGroup", "blocked"] },
      "stuck",
    ],
    ["[OXT-42] [OXT-45] the plan works", { "eligibility.standing": ["coreGroup", "risk"] }, "stuck"],
    ["[OXT-43] no example fits", { "eligibility.criteria": ["none"] }, "criteria"],
    [
      "[OXT-64] nothing ordinary was tried",
      { "eligibility.tried": ["independentChair", "procedures"] },
      "ordinaryWays",
    ],
    [
      "[OXT-11] the independent chair was not asked",
      { "eligibility.tried": ["coreGroup", "procedures"] },
      "independentChair",
    ],
    [
      "[OXT-23] local procedures were left out",
      { "eligibility.tried": ["coreGroup", "independentChair"] },
      "procedures",
    ],
    ["[OXT-24] a placement is wanted", { "eligibility.placement": "yes" }, "remit"],
  ])("%s: explains, and offers other ways", (_, answers, rule) => {
    expect(unmet(answers)).toEqual([rule]);
    const ways = oxfordshire.eligibility.rules.find(({ key }) => key === rule)?.otherWays;
    expect(ways?.join(" ")).toMatch(/carry on|ordinary ways/);
  });

  it("[OXT-12] [OXT-22] sends a case to another panel first, and takes it once that was used", () => {
    expect(unmet({ "eligibility.otherRemit": "yes" })).toEqual([]);
    expect(unmet({ "eligibility.otherRemit": "yes", "eligibility.otherPanels/legal/used": "" })).toEqual([
      "otherRemit",
    ]);
  });

  it("[OXT-18] [OXT-19] [OXT-20] [OXT-21] lists the four other panels, each considered, used, and with what came of it", () => {
    const grid = questionAt("eligibility.otherPanels");
    if (grid.type !== "grid") throw new Error("no grid");
    expect(grid.rows.map(({ key }) => key)).toEqual([
      "entryToCare",
      "placement",
      "mappa",
      "legal",
      "another",
    ]);
    expect(grid.columns.map(({ key }) => key)).toEqual(["considered", "used", "result"]);
  });

  it("[OXF-23] [OXT-43] takes a reason of one’s own", () => {
    const own = { "eligibility.criteria": ["other"] };
    expect(unmet(own)).toEqual([]);
  });

  it("[OXF-18] [OXT-38] [GAP-11] keeps proceedings begun and proceedings completed apart, and both reviews", () => {
    expect(optionKeys("eligibility.criteria")).toEqual(
      expect.arrayContaining(["noOrder", "noOrderBegun", "neglect", "neglectManager"]),
    );
  });

  it.each([
    ["17 months", dateOf(2025, 5, 27), "On the plan since 27 May 2025: 17 months. The panel’s example"],
    ["18 months", dateOf(2025, 5, 26), "On the plan since 26 May 2025: 18 months, so 18 months or more."],
    ["no day", dateOf(2025, 2, 31), "Not known without the day the plan started."],
  ])("[OXF-17] [OXT-37] works out the time on the plan: %s", (_, start, text) => {
    const answers = { "eligibility.plans": ["childProtection"], "eligibility.planStart": start };
    expect(said("eligibility.timeOnPlan", answers)).toContain(text);
  });

  it("[OXF-17] [OXT-37] asks to check neglect where the plan is young, and lets it pass", () => {
    const keys = (start: AnswerValue) =>
      alertsFor(oxfordshire, withAnswers({ "eligibility.planStart": start }), today).map(
        ({ alert }) => alert,
      );
    expect(keys(dateOf(2025, 5, 27))).toMatchObject([{ key: "planShort" }]);
    expect(keys(dateOf(2025, 5, 26))).toEqual([]);
    expect(keys(dateOf(2025, 5, 27))[0]?.stops).toBeUndefined();
  });

  it.each([
    [dateOf(2010, 11, 27), "Born 27 November 2010: 15 years old. Under 16"],
    [dateOf(2010, 11, 26), "Born 26 November 2010: 16 years old. From 16"],
    [
      dateOf(2008, 11, 26),
      "Born 26 November 2008: 18 years old, an adult. The panel hears about care leavers",
    ],
  ])("[OXT-39] says what an age means and stops nobody: %o", (born, text) => {
    expect(said("child.age", { "child.dateOfBirth": born })).toContain(text);
    expect(unmet({ "child.dateOfBirth": born })).toEqual([]);
  });
});

describe("a referral to Oxfordshire", () => {
  it("is whole when every question has its answer, and is stored as it was shown", () => {
    const answers = answersOf(COMPLETE);
    const consent = [stamped(1, aware), stamped(2, given)];
    expect(validateReferral(oxfordshire, answers, currentConsent(consent), today)).toEqual([]);
    expect(alertsFor(oxfordshire, answers, today)).toEqual([]);
    const snapshot = makeSnapshot(oxfordshire, answers, consent, { today });
    expect(ReferralSnapshot.parse(snapshot)).toEqual(snapshot);
    expect(JSON.stringify(snapshot)).toContain("20 months, so 18 months or more");
  });

  it("[GAP-17] goes without consent where it is said why nothing was recorded", () => {
    const statement = oxfordshire.consent.notRequired?.statement ?? "";
    const reason = "The family was told; no decision was asked for.";
    const notSought: ConsentEvent = { kind: "notSought", ...COMMON, statement, reason };
    const owed = (...events: ConsentEvent[]) => {
      const consent = currentConsent(events.map((event, at) => stamped(at + 1, event)));
      return validateReferral(oxfordshire, answersOf(COMPLETE), consent, today).map(({ path }) => path);
    };
    expect(owed(aware, notSought)).toEqual([]);
    expect(owed(aware)).toEqual(["consent.decision"]);
  });

  it("[OXT-68] does not let the referring agency stay away unremarked", () => {
    const alerts = alertsFor(oxfordshire, withAnswers({ "referrer.weAttend": "no" }), today);
    expect(alerts.map(({ alert }) => alert.key)).toEqual(["referrerAbsent"]);
  });

  it("asks nothing that no answer could bring up", () => {
    const conditional = locateAll(oxfordshire).flatMap(({ ref, question }) =>
      question.visibleWhen ? [{ ref, when: question.visibleWhen }] : [],
    );
    const everything = withAnswers({ "eligibility.plans": ["childProtection", "lookedAfter"] });
    const reader = { definition: oxfordshire, answers: everything, today };
    const never = conditional.filter(({ when }) => !holds(reader, when));
    expect(never.map(({ ref }) => ref)).toEqual([]);
  });
});
