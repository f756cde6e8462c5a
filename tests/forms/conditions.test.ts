import { describe, expect, it } from "vitest";
import type { AnswerValue, FieldPath } from "../../src/forms/answers.ts";
import type { Condition } from "../../src/forms/definition/condition.ts";
import { holds } from "../../src/forms/evaluate.ts";
import { visibleFields } from "../../src/forms/visible.ts";
import { answersOf, ashfield, ashfieldCopy, list, parsed, today } from "./fixtures.ts";

const test = (condition: Condition, answers: Record<string, AnswerValue>) =>
  holds({ definition: ashfield, answers: answersOf(answers), today }, condition);
const housing = "person.housingStatus";

describe("a condition", () => {
  it.each<[string, Condition, Record<string, AnswerValue>, Record<string, AnswerValue>]>([
    ["answered", { op: "answered", question: "person.name" }, { "person.name": "A" }, { "person.name": " " }],
    [
      "is",
      { op: "is", question: housing, value: "council" },
      { [housing]: "council" },
      { [housing]: "private" },
    ],
    [
      "is other",
      { op: "is", question: housing, value: "other" },
      { [housing]: { choice: "other", other: "A boat" } },
      {},
    ],
    [
      "isOneOf",
      { op: "isOneOf", question: housing, values: ["council", "private"] },
      { [housing]: "private" },
      { [housing]: "ownerOccupier" },
    ],
    [
      "includes a tick",
      { op: "includes", question: "eligibility.criteria", value: "wideReach" },
      { "eligibility.criteria": ["riskNotReduced", "wideReach"] },
      { "eligibility.criteria": ["riskNotReduced"] },
    ],
    [
      "includes a row",
      { op: "includes", question: "concerns.reasons", value: "eviction" },
      { "concerns.reasons/eviction/relied": "yes" },
      { "concerns.reasons/crime/relied": "yes" },
    ],
    [
      "includes a cell",
      { op: "includes", question: "concerns.reasons", value: "eviction/relied" },
      { "concerns.reasons/eviction/relied": "yes" },
      { "concerns.reasons/eviction/applies": "yes" },
    ],
    [
      "counts ticks",
      { op: "countAtLeast", question: "eligibility.criteria", count: 2 },
      { "eligibility.criteria": ["riskNotReduced", "wideReach"] },
      { "eligibility.criteria": ["wideReach"] },
    ],
    [
      "counts the rows of a grid, not its cells",
      { op: "countAtLeast", question: "concerns.reasons", count: 2 },
      { "concerns.reasons/eviction/applies": "yes", "concerns.reasons/crime/applies": "yes" },
      { "concerns.reasons/eviction/applies": "yes", "concerns.reasons/eviction/relied": "yes" },
    ],
    [
      "counts repeated rows",
      { op: "countAtLeast", question: "involved.services", count: 1 },
      { "involved.services/a/service": "Police" },
      { "involved.services/a/service": "" },
    ],
    [
      "monthsSince, from",
      { op: "monthsSince", question: "person.dateOfBirth", atLeast: 216 },
      { "person.dateOfBirth": { day: "26", month: "11", year: "2008" } },
      { "person.dateOfBirth": { day: "27", month: "11", year: "2008" } },
    ],
    [
      "monthsSince, no date",
      { op: "monthsSince", question: "person.dateOfBirth", below: 216 },
      { "person.dateOfBirth": { day: "1", month: "1", year: "2020" } },
      { "person.dateOfBirth": { day: "x", month: "1", year: "2020" } },
    ],
    ["not", { op: "not", of: { op: "answered", question: "person.name" } }, {}, { "person.name": "A" }],
    [
      "all",
      {
        op: "all",
        of: [
          { op: "answered", question: "person.name" },
          { op: "answered", question: "person.gender" },
        ],
      },
      { "person.name": "A", "person.gender": "B" },
      { "person.name": "A" },
    ],
    [
      "any",
      {
        op: "any",
        of: [
          { op: "answered", question: "person.name" },
          { op: "answered", question: "person.gender" },
        ],
      },
      { "person.gender": "B" },
      {},
    ],
  ])("%s", (_name, condition, yes, no) => {
    expect(test(condition, yes)).toBe(true);
    expect(test(condition, no)).toBe(false);
  });

  it("reads a hidden question as unanswered, whatever was typed into it before", () => {
    const condition: Condition = { op: "answered", question: "person.safeContactDetail" };
    const typed = { "person.safeContactDetail": "Ring twice" };
    expect(test(condition, { ...typed, "person.safeToContact": "no" })).toBe(true);
    expect(test(condition, { ...typed, "person.safeToContact": "yes" })).toBe(false);
  });

  it("between fields of a row reads that row and no other", () => {
    const json = ashfieldCopy();
    const section = list(json["sections"]).find((each) => each["key"] === ("involved" as unknown))!;
    const fields = list(section["pages"]![0]!["questions"]![0]!["fields"]);
    Object.assign(fields[1]!, { visibleWhen: { op: "answered", question: "involved.services.service" } });
    const definition = parsed(json);
    const involved = definition.sections.find(({ key }) => key === "involved")!;
    const group = involved.pages[0]!.questions[0]!;
    if (group.type !== "repeat") throw new Error("no group");
    const reader = { definition, answers: answersOf({ "involved.services/a/service": "Police" }), today };
    const keys = (row: string) => visibleFields(involved, group, row, reader).map(({ field }) => field.key);
    expect(keys("a")).toContain("professional");
    expect(keys("b")).not.toContain("professional");
  });

  it("holds for nothing where branches are many and deep, and is soon worked out", () => {
    const json = ashfieldCopy();
    const levels = 12;
    const questions = Array.from({ length: levels * 20 }, (_, at) => {
      const level = Math.floor(at / 20);
      const below = Array.from({ length: 20 }, (__, each) => ({
        op: "answered",
        question: `person.q${(level - 1) * 20 + each}`,
      }));
      return {
        type: "text",
        key: `q${at}`,
        label: "Q",
        ...(level > 0 ? { visibleWhen: { op: "any", of: below } } : {}),
      };
    });
    const pages = list(
      list(json["sections"]).find((each) => each["key"] === ("person" as unknown))!["pages"],
    );
    for (let at = 0; at < questions.length; at += 30) {
      pages.push({ key: `p${at}`, title: "P", questions: questions.slice(at, at + 30) } as never);
    }
    const definition = parsed(json);
    const last: Condition = { op: "answered", question: `person.q${levels * 20 - 1}` };
    expect(holds({ definition, answers: answersOf({}), today }, last)).toBe(false);
  });
});

describe("wrong uses", () => {
  it("do not compile", () => {
    // @ts-expect-error a text is no field path until it is made or parsed as one
    const path: FieldPath = "person.name";
    // @ts-expect-error there is no such part of a definition
    const part = ashfield.sektions;
    expect([path, part]).toEqual(["person.name", undefined]);
  });
});
