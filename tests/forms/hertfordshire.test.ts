import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dueBy } from "../../src/domain/deadline.ts";
import { proposeDates } from "../../src/domain/meetingDates.ts";
import { isUnasked, type QuestionOf } from "../../src/forms/definition/question.ts";
import { allSections } from "../../src/forms/definition.ts";
import hertfordshireJson from "../../src/forms/panels/hertfordshire.json" with { type: "json" };
import { locateAll } from "../../src/forms/questionIndex.ts";
import { day, parsed } from "./fixtures.ts";
import { REQUIREMENT_ROWS, rowsOf, sourcesIn } from "./requirementRows.ts";

const panel = parsed(hertfordshireJson);
const held = new Set(sourcesIn(panel));
const inQuestions = new Set(locateAll(panel).flatMap(({ question }) => sourcesIn(question)));
/** Gaps and contradictions that touch this panel. */
const GAPS = ["04", "12", "14", "16", "17", "18", "19", "21"].map((number) => `GAP-${number}`);
/** The part of the form that the panel fills in is not the referrer's to answer. */
const PANEL_PART = ["HER-84", "HER-85", "HER-86", "HER-87"];
const FORM_BOXES = rowsOf("HER", ["FIELD"]).filter((row) => !PANEL_PART.includes(row));

const listed = (ref: string): QuestionOf<"choices">["options"] => {
  const question = locateAll(panel).find((located) => located.ref === ref)?.question;
  if (question?.type !== "choices") throw new Error(`no list: ${ref}`);
  return question.options.filter(({ key }) => key !== question.none);
};

describe("the Hertfordshire definition", () => {
  it.each(Object.keys(REQUIREMENT_ROWS.HER))("holds every row of the kind %s", (kind) => {
    expect(rowsOf("HER", [kind]).filter((row) => !held.has(row))).toEqual([]);
  });

  it.each(GAPS)("[%s] is settled in the open, where the chair reads it", (gap) => {
    expect(sourcesIn(panel.conflicts)).toContain(gap);
    expect(sourcesIn({ ...panel, conflicts: [] })).toContain(gap);
  });

  it.each(FORM_BOXES)("[%s] has a box on the form", (row) => expect(inQuestions).toContain(row));

  it.each(PANEL_PART)("[%s] is the minute taker's and not the referrer's", (row) => {
    expect(sourcesIn(panel.minutes)).toContain(row);
    expect(inQuestions).not.toContain(row);
  });

  it.each([
    ["HER-70", "needs.mentalHealth", 14],
    ["HER-72", "needs.development", 5],
    ["HER-74", "needs.physicalHealth", 7],
    ["HER-76", "needs.education", 4],
    ["HER-42", "eligibility.criteria", 7],
    ["HER-10", "eligibility.socialCareStatus", 3],
  ])("[%s] %s lists what the papers list", (_row, ref, count) => expect(listed(ref)).toHaveLength(count));

  it("[HER-30] [HER-54] [GAP-12] marks the boxes that the form lacks", () => {
    const added = locateAll(panel).filter(({ question }) => sourcesIn(question).includes("GAP-12"));
    expect(added.map(({ ref }) => ref)).toEqual([
      "voices.childsView",
      "voices.carersView",
      "together.partnership",
    ]);
    for (const { question } of added) {
      expect("hint" in question && question.hint).toContain("Asked for by the panel’s terms of reference");
    }
  });

  it("[HER-50] ships no address, number or mailbox: those are settings", () => {
    const text = readFileSync("src/forms/panels/hertfordshire.json", "utf8");
    expect(text).not.toMatch(/@[a-z]|https?:|\b0\d{3,4} ?\d{3}/i);
    expect(panel.settings.map(({ key }) => key)).toEqual(expect.arrayContaining(["mailbox", "telephone"]));
  });

  it("keeps pages to five questions", () => {
    const long = allSections(panel).flatMap(({ pages }) =>
      pages.filter(({ questions }) => questions.length > 5),
    );
    expect(long.map(({ key }) => key)).toEqual([]);
  });

  it("says in every question what to call it in an error", () => {
    const unnamed = locateAll(panel).filter(
      ({ question }) => !isUnasked(question) && question.called === undefined,
    );
    expect(unnamed.map(({ ref }) => ref)).toEqual([]);
  });
});

describe("the Hertfordshire calendar", () => {
  const ruleOf = (key: string) => {
    const found = panel.deadlines.find((deadline) => deadline.key === key);
    if (!found) throw new Error(`no deadline: ${key}`);
    return found;
  };
  const due = (key: string): string => {
    const days = { workingDayEnds: panel.calendar.workingDayEnds, named: [] };
    const { date, time } = dueBy(ruleOf(key), { date: day("2026-11-26"), time: "14:00" }, days);
    return `${date} ${time}`;
  };

  it("[HER-05] [HER-06] meets on the last Thursday of every month, 14:00 to 16:30", () => {
    const dates = proposeDates(panel.calendar.cycle, [], day("2026-11-20"), 3, []);
    expect(dates.map(({ date }) => date)).toEqual(["2026-11-26", "2026-12-31", "2027-01-28"]);
    expect(panel.calendar).toMatchObject({ startsAt: "14:00", endsAt: "16:30" });
  });

  it("[HER-01] [HER-02] wants referrals 7 working days before, and hears later ones the month after", () => {
    expect(ruleOf("referralIn")).toMatchObject({ amount: 7, unit: "workingDays", late: "nextMeeting" });
    expect(due("referralIn")).toBe("2026-11-17 17:00");
  });

  it("[HER-03] sends papers 4 working days before", () => {
    expect(ruleOf("papersOut")).toMatchObject({ amount: 4, unit: "workingDays" });
    expect(due("papersOut")).toBe("2026-11-20 17:00");
  });

  it("[HER-04] [GAP-04] asks for apologies 48 hours before, and refuses nobody's", () => {
    expect(ruleOf("apologies")).toMatchObject({ amount: 48, unit: "hours", late: "warn" });
    expect(due("apologies")).toBe("2026-11-24 14:00");
  });

  it("[HER-07] [HER-87] [GAP-21] has actions done within 21 days, and the co-ordinator take up the rest", () => {
    expect(ruleOf("actionsChased")).toMatchObject({ step: "actionChased", who: "coordinator" });
    expect([due("actionsDone"), due("actionsChased")]).toEqual(["2026-12-17 17:00", "2026-12-17 17:00"]);
  });

  it("[HER-41] is quorate with the chair and each agency contributing", () => {
    expect(panel.meeting.quorum.rule).toBe("chairAndContributors");
  });
});

describe("consent in the Hertfordshire panel", () => {
  const { consent } = panel;

  it("[GAP-17] is not asked for by the panel's terms, which is said, and can be recorded all the same", () => {
    expect(consent.rule).toBe("notRequired");
    expect(consent.notRequired?.statement).toContain("lawful basis");
    expect(consent.withoutConsent.grounds.every(({ law }) => law !== undefined)).toBe(true);
  });

  it("[GAP-17] says who may decide, from what age, and what shows it", () => {
    const facts = consent.deciders.map(({ key, capacity, ages, evidence, ability }) =>
      [key, capacity, ages?.from, ages?.below, evidence && "evidence", ability?.required && "ability"]
        .filter((fact) => fact !== undefined)
        .join(" "),
    );
    expect(facts).toEqual([
      "self self 16",
      "selfUnder16 self 16 ability",
      "parent parent 18 evidence",
      "localAuthority localAuthority 18 evidence",
      "attorney attorney 18 evidence",
      "deputy deputy 16 evidence",
    ]);
    expect(JSON.stringify(consent)).not.toContain("Fraser");
  });

  it("has words for a young person, for a child and for a parent, each with who will see it", () => {
    expect(consent.wordings.map(({ key, format }) => `${key} ${format}`)).toEqual([
      "standard standard",
      "easyRead easyRead",
      "parent standard",
    ]);
    for (const { paragraphs } of consent.wordings) {
      expect(paragraphs.join(" ")).toContain("{panel}");
      expect(paragraphs.join(" ")).toContain("{recipients}");
    }
  });
});
