import { describe, expect, it } from "vitest";
import { callsOf } from "../../src/domain/hearing.ts";
import { isUnasked } from "../../src/forms/definition/question.ts";
import { locateAll } from "../../src/forms/questionIndex.ts";
import { optionKeys, oxfordshire } from "./oxfordshireReferrals.ts";
import { rowsOf, sourcesIn } from "./requirementRows.ts";

/** The flow chart and the terms of reference, every row of every kind. */
const ROWS = [...rowsOf("OXF"), ...rowsOf("OXT")];
/** Gaps and contradictions that touch this panel. */
const GAPS = ["07", "08", "09", "10", "11", "14", "15", "16", "17", "18"].map((number) => `GAP-${number}`);

describe("the Oxfordshire definition", () => {
  const held = new Set(sourcesIn(oxfordshire));
  const inQuestions = new Set(locateAll(oxfordshire).flatMap(({ question }) => sourcesIn(question)));

  it("holds every row of both papers", () => {
    expect(ROWS).toHaveLength(27 + 92);
    expect(ROWS.filter((row) => !held.has(row))).toEqual([]);
  });

  it("settles each gap in the open, where the chair sees it", () => {
    const shown = new Set(sourcesIn(oxfordshire.conflicts));
    expect(GAPS.filter((gap) => !shown.has(gap))).toEqual([]);
  });

  it("[OXF-08] [OXT-70] [OXT-77] [GAP-07] asks for each piece of content in a question of its own", () => {
    const content = ["OXF-08", ...rowsOf("OXT", ["FIELD"]).slice(0, 8)];
    expect(content.filter((row) => !inQuestions.has(row))).toEqual([]);
  });

  it("[OXF-17] [OXT-37] [OXT-46] [OXT-54] asks for each criterion that a referrer can answer", () => {
    // How the list is meant, and whom triage turns away, are said in words and checked by the reviewer.
    const elsewhere = ["OXT-44", "OXT-45"];
    const criteria = [...rowsOf("OXF", ["CRIT"]), ...rowsOf("OXT", ["CRIT"])];
    expect(criteria.filter((row) => !inQuestions.has(row) && !elsewhere.includes(row))).toEqual([]);
    expect(sourcesIn(oxfordshire.triage)).toEqual(expect.arrayContaining(elsewhere));
  });

  it("[OXT-78] [OXT-79] [OXT-80] wants three papers, or why one is missing, and has a place for them", () => {
    const needed = oxfordshire.papers?.filter(({ required }) => required === "orReason");
    expect(needed?.map(({ key, sources }) => [key, sources])).toEqual([
      ["chronology", ["OXT-78"]],
      ["riskAssessment", ["OXT-79"]],
      ["lastReview", ["OXT-80"]],
    ]);
    expect(oxfordshire.sections.find(({ key }) => key === "papers")?.kind).toBe("papers");
  });

  it("[OXT-28] keeps fifteen seats, one of them shared", () => {
    const seats = oxfordshire.agencies.seats ?? [];
    expect(seats).toHaveLength(15);
    expect(seats.filter(({ label }) => label.includes(", or ")).map(({ key }) => key)).toEqual(["education"]);
    const named = oxfordshire.agencies.names;
    expect(seats.filter(({ agency }) => !named.includes(agency))).toEqual([]);
  });

  it("[GAP-10] ships no address, number, mailbox or person: those are settings", () => {
    expect(JSON.stringify(oxfordshire)).not.toMatch(/@[a-z]|https?:|\b0\d{3,4} ?\d{3}/i);
    const people = oxfordshire.settings.filter(({ type }) => type === "people").map(({ key }) => key);
    expect(people).toEqual(["administrator", "chairs", "seats", "board"]);
  });

  it("keeps pages short", () => {
    const pages = [oxfordshire.eligibility.section, ...oxfordshire.sections].flatMap((each) => each.pages);
    expect(pages.filter(({ questions }) => questions.length > 5).map(({ key }) => key)).toEqual([]);
  });

  it("says in every question what to call it in an error", () => {
    const unnamed = locateAll(oxfordshire).filter(
      ({ question }) => !isUnasked(question) && question.called === undefined,
    );
    expect(unnamed.map(({ ref }) => ref)).toEqual([]);
  });
});

describe("the times that Oxfordshire sets", () => {
  const rules = (step: string) => oxfordshire.deadlines.filter((deadline) => deadline.step === step);

  it("[OXF-01] [OXT-01] wants the referral two weeks before the meeting", () => {
    expect(rules("referralIn")).toMatchObject([
      { amount: 2, unit: "weeks", direction: "before", anchor: "meeting", late: "nextMeeting" },
    ]);
  });

  it.each([
    ["2026-11-26", "2026-11-12", undefined],
    // With a bank holiday in the fortnight, members are told before the two weeks begin.
    ["2026-09-10", "2026-08-26", "membersTold"],
  ])("[GAP-15] uses the earlier day for a meeting on %s: %s", (date, due, by) => {
    const meeting = { key: "m", date, start: "10:00", cancelled: false };
    const days = { workingDayEnds: oxfordshire.calendar.workingDayEnds, named: [] };
    const [call] = callsOf(oxfordshire.deadlines, [meeting], days);
    expect(call?.due?.date).toBe(due);
    expect(call?.brought?.by.key).toBe(by);
  });

  it("[OXF-02] [OXF-03] [GAP-08] tells members and special attendees 10 working days before", () => {
    const told = { amount: 10, unit: "workingDays", direction: "before", anchor: "meeting" };
    expect(rules("membersTold")).toMatchObject([
      { key: "membersTold", ...told },
      { key: "guestsTold", ...told },
    ]);
  });

  it("[OXF-05] [OXT-03] wants actions and reports by the next panel", () => {
    const next = [{ amount: 0, anchor: "nextMeeting" }];
    expect(rules("actionDone")).toMatchObject(next);
    expect(rules("reportBack")).toMatchObject(next);
  });

  it("[OXF-04] [OXT-02] [GAP-09] meets every two months", () => {
    expect(oxfordshire.calendar.cycle).toMatchObject({ kind: "published", everyMonths: 2 });
  });

  it("[OXF-13] [OXT-85] [GAP-18] has the chair sign the minutes, and nobody a declaration", () => {
    expect(oxfordshire.minutes.signedByChair).toBe(true);
    expect(oxfordshire.declaration).toBeUndefined();
  });
});

describe("what Oxfordshire records and decides", () => {
  it("[OXT-46] [OXT-53] [OXF-24] [OXT-57] offers eight service concerns and four raised risks", () => {
    expect(optionKeys("risks.serviceConcerns")).toHaveLength(8);
    expect(optionKeys("risks.raised")).toHaveLength(4);
  });

  it("[OXT-24] never decides on a placement", () => {
    const decided = [...oxfordshire.decisions, ...oxfordshire.outcomes].map(({ label }) => label);
    expect(decided.filter((label) => /placement/i.test(label))).toEqual([]);
  });

  it("[GAP-17] may be sent without consent, and says so", () => {
    expect(oxfordshire.consent.rule).toBe("notRequired");
    expect(oxfordshire.consent.notRequired?.statement).toMatch(/lawful basis/);
    expect(JSON.stringify(oxfordshire)).not.toMatch(/fraser/i);
  });

  it("[GAP-17] knows who decides for a child, with what evidence", () => {
    const deciders = oxfordshire.consent.deciders.map(({ key, ages, evidence, ability }) => ({
      key,
      ages,
      evidence: evidence !== undefined,
      ability: ability?.required === true,
    }));
    expect(deciders).toEqual([
      { key: "self", ages: { from: 16 }, evidence: false, ability: false },
      { key: "selfUnder16", ages: { below: 16 }, evidence: false, ability: true },
      { key: "parent", ages: { below: 18 }, evidence: true, ability: false },
      { key: "localAuthority", ages: { below: 18 }, evidence: true, ability: false },
      { key: "attorney", ages: { from: 18 }, evidence: true, ability: false },
      { key: "deputy", ages: { from: 16 }, evidence: true, ability: false },
    ]);
  });
});
