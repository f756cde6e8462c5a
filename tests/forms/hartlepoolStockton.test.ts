import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { currentConsent } from "../../src/domain/consentPosition.ts";
import type { AnswerValue } from "../../src/forms/answers.ts";
import { isUnasked } from "../../src/forms/definition/question.ts";
import { checkEligibility } from "../../src/forms/eligibility.ts";
import { makeSnapshot } from "../../src/forms/makeSnapshot.ts";
import { locateAll } from "../../src/forms/questionIndex.ts";
import { ReferralSnapshot, type SnapshotItem } from "../../src/forms/snapshot.ts";
import { submissionBlockers } from "../../src/forms/status.ts";
import { answersOf, today } from "./fixtures.ts";
import { hartlepoolStockton as panel, REQUEST } from "./hartlepoolRequest.ts";
import { rowsOf, sourcesIn } from "./requirementRows.ts";

const ROWS = rowsOf("HAR");
const GAPS = ["05", "06", "07", "14", "16", "17", "18"].map((number) => `GAP-${number}`);
const questionOf = (ref: string) => locateAll(panel).find((located) => located.ref === ref)?.question;
const deadlineOf = (step: string) => panel.deadlines.find((deadline) => deadline.step === step);

const snapshotOf = (entries: Record<string, AnswerValue> = {}) =>
  makeSnapshot(panel, answersOf({ ...REQUEST, ...entries }), [], { today });
const itemsOf = (entries: Record<string, AnswerValue> = {}): readonly SnapshotItem[] =>
  snapshotOf(entries).sections.flatMap(({ items }) => items);
const itemIn = (key: string, entries: Record<string, AnswerValue> = {}) =>
  itemsOf(entries).find((item) => item.key === key);
const unmetWith = (entries: Record<string, AnswerValue>): readonly string[] =>
  checkEligibility(panel, answersOf(entries), today).unmet.map(({ key }) => key);

describe("the Hartlepool and Stockton-on-Tees definition", () => {
  const held = new Set(sourcesIn(panel));

  it.each(ROWS)("[%s] is held", (row) => expect(held).toContain(row));
  it.each(GAPS)("[%s] is settled in the open, for the chair to see", (gap) =>
    expect(sourcesIn(panel.conflicts)).toContain(gap),
  );

  it.each([
    ["a deadline or the calendar", [panel.deadlines, panel.calendar], ["TIME"]],
    ["an outcome", panel.outcomes, ["OUT"]],
    ["a role's duty", panel.roles, ["ROLE", "APPR", "TRIAGE", "SIGN"]],
    ["something asked or explained before the form", [panel.eligibility, panel.audience], ["CRIT", "SCOPE"]],
    ["what happens at the meeting or who does it", [panel.meeting, panel.roles], ["MEET", "MEMB", "ACT"]],
    ["a record that is kept", panel.records, ["REC"]],
    ["a decision on the request", panel.triage.outcomes, ["TRIAGE", "REC", "DEC"]],
    ["a record, or sent to those concerned", [panel.records, panel.circulation], ["FOLL"]],
    ["sent out, or a setting", [panel.circulation, panel.settings], ["SUBMIT", "SIGN"]],
  ])("has as %s each row that is one", (_, part, kinds) => {
    const there = sourcesIn(part);
    expect(rowsOf("HAR", kinds).filter((row) => !there.includes(row))).toEqual([]);
  });

  it("[HAR-52] [HAR-59] [HAR-70] [HAR-73] asks for each part of a request in a question, or as a paper", () => {
    const asked = sourcesIn(locateAll(panel).map(({ question }) => question));
    const papers = sourcesIn(panel.papers);
    const missing = rowsOf("HAR", ["FIELD"]).filter((row) => !asked.includes(row) && !papers.includes(row));
    expect(missing).toEqual([]);
  });

  it("[HAR-60] [HAR-61] [HAR-62] needs three papers, or why one is missing", () => {
    expect(panel.papers?.filter(({ required }) => required === "orReason").map(({ key }) => key)).toEqual([
      "chronology",
      "riskAssessment",
      "lastReview",
    ]);
    expect(panel.papers?.some(({ required }) => required === "always")).toBe(false);
  });

  it("[HAR-01] [HAR-02] [GAP-05] decides before it hands over, and shows both dates", () => {
    expect(deadlineOf("referralIn")).toMatchObject({
      amount: 10,
      unit: "workingDays",
      direction: "before",
      conflict: { amount: 14, unit: "days" },
    });
    expect(deadlineOf("referralDecided")).toMatchObject({
      amount: 14,
      unit: "days",
      direction: "before",
      conflict: { amount: 10, unit: "workingDays" },
    });
  });

  it("[HAR-03] [HAR-05] [HAR-07] tells professionals in 10 working days, asks for feedback in 3 months", () => {
    expect(deadlineOf("membersTold")).toMatchObject({ amount: 10, unit: "workingDays", direction: "before" });
    expect(deadlineOf("feedback")).toMatchObject({ amount: 3, unit: "months", direction: "after" });
    expect(deadlineOf("actionDone")).toMatchObject({ amount: 0, anchor: "nextMeeting" });
  });

  it("[HAR-04] meets as required", () => expect(panel.calendar.cycle).toEqual({ kind: "asRequired" }));

  it("[HAR-65] [GAP-18] has the chair sign", () => expect(panel.minutes.signedByChair).toBe(true));

  it("[HAR-67] knows the five statuses, and [HAR-26] leaves the list of examples open", () => {
    const status = questionOf("eligibility.status");
    expect(status?.type === "choices" && status.options.filter(({ key }) => key !== "none")).toHaveLength(5);
    const criteria = questionOf("eligibility.criteria");
    expect(criteria?.type === "choices" && criteria.options.length === 4 && criteria.other).toBeTruthy();
  });

  it("[GAP-17] asks for no consent of its own, and for understanding of this decision under 16", () => {
    const { consent } = panel;
    expect(consent.rule).toBe("notRequired");
    expect(consent.notRequired?.statement).toMatch(/lawful basis/);
    expect(consent.deciders.map(({ key, capacity, ages }) => [key, capacity, ages])).toEqual([
      ["self", "self", { from: 16 }],
      ["selfUnder16", "self", { below: 16 }],
      ["parent", "parent", { below: 18 }],
      ["localAuthority", "localAuthority", { below: 18 }],
    ]);
    const [, child, parent, authority] = consent.deciders;
    expect(child?.ability).toMatchObject({ required: true, label: expect.stringMatching(/this decision/) });
    expect(parent?.evidence && authority?.evidence).toBeTruthy();
    expect(JSON.stringify(panel)).not.toMatch(/Fraser/);
  });

  it("[HAR-43] ships no address, number or mailbox: those are settings", () => {
    const text = readFileSync("src/forms/panels/hartlepool-stockton.json", "utf8");
    expect(text).not.toMatch(/@[a-z]|https?:|\b0\d{3,4} ?\d{3}/i);
  });

  it("keeps pages short", () => {
    const long = [panel.eligibility.section, ...panel.sections].flatMap(({ pages }) =>
      pages.filter(({ questions }) => questions.length > 5),
    );
    expect(long.map(({ key }) => key)).toEqual([]);
  });

  it("has no page on which nothing may be asked", () => {
    const empty = [panel.eligibility.section, ...panel.sections].flatMap(({ pages }) =>
      pages.filter(({ questions }) => questions.every(({ visibleWhen }) => visibleWhen)),
    );
    expect(empty.map(({ key }) => key)).toEqual([]);
  });

  it("says in every question what to call it in an error", () => {
    const unnamed = locateAll(panel).filter(
      ({ question }) => !isUnasked(question) && question.called === undefined,
    );
    expect(unnamed.map(({ ref }) => ref)).toEqual([]);
  });
});

describe("[HAR-23] [GAP-06] the months on a child protection plan", () => {
  const since = (day: string, month: string, year: string) => ({
    "eligibility.planStart": { day, month, year },
  });
  it.each([
    ["27", "8", "2025", "14 months", /not yet nearly 18/],
    ["26", "8", "2025", "15 months", /counts as nearly 18/],
    ["27", "5", "2025", "17 months", /counts as nearly 18/],
    ["26", "5", "2025", "18 months", /18 months or more/],
  ])("from %s/%s/%s are %s, and it says what follows", (day, month, year, amount, band) => {
    const { answer } = itemIn("eligibility.planTime", since(day, month, year)) as { answer: string };
    expect(answer).toContain(`: ${amount}.`);
    expect(answer).toMatch(band);
  });

  it("name the number as the panel's own, and the warning uses the same", () => {
    expect(itemIn("eligibility.planTime", since("27", "8", "2025"))).toMatchObject({
      answer: expect.stringContaining("from 15; the number is its own setting"),
    });
    const warned = (answers: Record<string, AnswerValue>) =>
      itemIn("eligibility.criteria/planYoung", answers) !== undefined;
    expect(warned(since("27", "8", "2025"))).toBe(true);
    expect(warned(since("26", "8", "2025"))).toBe(false);
  });

  it("are not asked for without a plan", () => {
    expect(itemIn("eligibility.planTime", { "eligibility.status": ["earlyHelp"] })).toBeUndefined();
  });
});

describe("what a request to Hartlepool and Stockton-on-Tees has to meet", () => {
  it.each([
    ["area", { "eligibility.area": "elsewhere" }],
    ["status", { "eligibility.status": ["none"] }],
    ["stalled", { "eligibility.stalled": "no" }],
    ["risksRising", { "eligibility.risksRising": "no" }],
    ["planning", { "eligibility.planningTried": "no" }],
    ["dispute", { "eligibility.disputeTried": "no" }],
    ["supervision", { "eligibility.supervisionTried": "no" }],
  ])("[HAR-14] [HAR-41] [HAR-68] ‘%s’ alone is told, with other ways", (key, entries) => {
    expect(unmetWith({ ...REQUEST, ...entries })).toEqual([key]);
    const rule = panel.eligibility.rules.find((each) => each.key === key);
    expect(rule?.otherWays.length).toBeGreaterThan(1);
    expect(rule?.otherWays.some((way) => /below|instead|Your answers stay|text/.test(way))).toBe(true);
  });

  it("[HAR-46] [HAR-48] warns of a time that may not fit, and an agency away", () => {
    expect(itemIn("route.coming/tooEarly", { "route.coming": ["court"] })).toMatchObject({ kind: "note" });
    expect(itemIn("referrer.attends/notThere", { "referrer.attends": "no" })).toMatchObject({ kind: "note" });
  });
});

describe("a request with nothing missing", () => {
  it("fits the contract it is printed from, with every section in order", () => {
    const snapshot = snapshotOf();
    expect(ReferralSnapshot.parse(snapshot)).toEqual(snapshot);
    expect(snapshot.sections.map(({ key }) => key)).toEqual([
      "eligibility",
      "child",
      "consent",
      "story",
      "involved",
      "risks",
      "hopes",
      "route",
      "referrer",
      "papers",
      "approvals",
    ]);
  });

  it("owes nothing but its papers, the record of consent and what others say", () => {
    const blockers = submissionBlockers(panel, answersOf(REQUEST), currentConsent([], "child"), today);
    const others = ["papers", "consent", "approvals"];
    expect(blockers.filter(({ sectionKey }) => !others.includes(sectionKey))).toEqual([]);
  });

  it("[HAR-03] [HAR-47] [HAR-55] [HAR-73] prints who is involved, and their part, as rows", () => {
    expect(itemIn("involved.agencies")).toMatchObject({
      rows: [["School", "", "", "Involved now", "Brings the case with us", "Sees the child daily."]],
    });
  });
});
