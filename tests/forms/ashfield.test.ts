import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isUnasked } from "../../src/forms/definition/question.ts";
import { locateAll } from "../../src/forms/questionIndex.ts";
import { ashfield } from "./fixtures.ts";

/** Every row of the panel's own papers, from the first to the last: frozen here, since ids are never renumbered. */
const ROWS = Array.from({ length: 156 }, (_, at) => `ASH-${String(at + 1).padStart(2, "0")}`);
/** Gaps and contradictions that touch this panel. */
const GAPS = ["01", "02", "03", "12", "13", "14", "16", "17", "18", "20"].map((number) => `GAP-${number}`);
/** Boxes of the referral form: each has to be a question, or a part of the consent record. */
const FORM_BOXES = ROWS.slice(127, 156);
const CONSENT_BOXES = ["ASH-135", "ASH-136", "ASH-137", "ASH-138"];

function sourcesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "sources" && Array.isArray(inner) ? (inner as string[]) : sourcesIn(inner),
  );
}
const inQuestions = new Set(locateAll(ashfield).flatMap(({ question }) => sourcesIn(question)));

describe("the Ashfield definition", () => {
  const held = new Set(sourcesIn(ashfield));

  it.each(ROWS)("[%s] is held", (row) => expect(held).toContain(row));
  it.each(GAPS)("[%s] is settled in the open", (gap) => expect(held).toContain(gap));

  it("names no row that does not exist", () => {
    expect([...held].filter((row) => !ROWS.includes(row) && !/^GAP-(0[1-9]|1\d|2[01])$/.test(row))).toEqual(
      [],
    );
  });

  it.each(FORM_BOXES.filter((row) => !CONSENT_BOXES.includes(row)))("[%s] has a box on the form", (row) => {
    expect(inQuestions).toContain(row);
  });

  it("[ASH-135] [ASH-136] [ASH-137] [ASH-138] has a place in the consent record for each", () => {
    const held = sourcesIn(ashfield.consent.record);
    expect(CONSENT_BOXES.filter((row) => !held.includes(row))).toEqual([]);
  });

  it("[ASH-37] [ASH-44] asks for each piece of written information in a question of its own", () => {
    const info = ROWS.slice(36, 44);
    expect(info.filter((row) => !inQuestions.has(row))).toEqual([]);
  });

  it("[ASH-01] [ASH-02] applies the stricter cut-off and keeps the other for the chair", () => {
    const deadline = ashfield.deadlines.find(({ step }) => step === "referralIn");
    expect(deadline).toMatchObject({
      amount: 3,
      unit: "workingDays",
      conflict: { amount: 2, unit: "workingDays" },
    });
  });

  it("[ASH-07] sends the agenda two working days before", () => {
    expect(ashfield.deadlines.find(({ step }) => step === "agendaOut")).toMatchObject({
      amount: 2,
      unit: "workingDays",
      direction: "before",
    });
  });

  it("[ASH-06] changes the password every month", () => expect(ashfield.password.changedEvery).toBe("month"));

  it("[ASH-72] offers the two grounds and needs one of them or consent", () => {
    expect(ashfield.consent.rule).toBe("orGround");
    expect(ashfield.consent.withoutConsent.grounds.map(({ key }) => key)).toEqual([
      "safeguardingOrHealth",
      "crime",
    ]);
  });

  it("[ASH-133] lists the five kinds of housing", () => {
    const housing = locateAll(ashfield).find(({ ref }) => ref === "person.housingStatus")?.question;
    expect(housing?.type === "choice" && housing.options.length).toBe(5);
  });

  it("[ASH-139] [GAP-03] keeps two ticks for each of the nine reasons", () => {
    const grid = locateAll(ashfield).find(({ ref }) => ref === "concerns.reasons")?.question;
    if (grid?.type !== "grid") throw new Error("no grid");
    expect(grid.rows).toHaveLength(9);
    expect(grid.columns.map(({ key, kind }) => `${key} ${kind}`)).toEqual(["applies tick", "relied tick"]);
  });

  it("[ASH-74] ships no address, number or mailbox: those are settings", () => {
    const text = readFileSync("src/forms/panels/ashfield.json", "utf8");
    expect(text).not.toMatch(/@[a-z]|https?:|\b0\d{3,4} ?\d{3}/i);
  });

  it("keeps pages short", () => {
    const long = [ashfield.eligibility.section, ...ashfield.sections].flatMap(({ pages }) =>
      pages.filter(({ questions }) => questions.length > 7),
    );
    expect(long.map(({ key }) => key)).toEqual([]);
  });

  it("says in every question what to call it in an error", () => {
    const unnamed = locateAll(ashfield).filter(
      ({ question }) => !isUnasked(question) && question.called === undefined,
    );
    expect(unnamed.map(({ ref }) => ref)).toEqual([]);
  });
});
