import { describe, expect, it } from "vitest";
import { makeSnapshot } from "../../src/forms/makeSnapshot.ts";
import { sentences } from "./breaking.ts";
import { answersOf, ashfieldCopy, type Json, list, parsed, today } from "./fixtures.ts";

const SUM = {
  type: "computed",
  key: "age",
  label: "Age",
  from: "person.dateOfBirth",
  unit: "years",
  bands: [
    { atLeast: 18, text: "Born {date}, {amount} old: an adult." },
    { text: "Born {date}, {amount} old: not an adult." },
  ],
  unknown: "No date of birth yet.",
};
const withSum = (json: Json, sum: unknown): Json => {
  const person = list(json["sections"]).find((section) => section["key"] === ("person" as unknown))!;
  list(person["pages"]![0]!["questions"]).push(sum as Json);
  return json;
};
const definition = parsed(withSum(ashfieldCopy(), SUM));
const shown = (born?: { day: string; month: string; year: string }): unknown =>
  makeSnapshot(definition, answersOf(born ? { "person.dateOfBirth": born } : {}), [], { today })
    .sections.flatMap(({ items }) => items)
    .find(({ label }) => label === "Age");

describe("what a form works out by itself", () => {
  it("is said with the date and the amount it rests on", () => {
    expect(shown({ day: "27", month: "3", year: "1987" })).toMatchObject({
      answer: "Born 27 March 1987, 39 years old: an adult.",
    });
    expect(shown({ day: "27", month: "11", year: "2008" })).toMatchObject({
      answer: "Born 27 November 2008, 17 years old: not an adult.",
    });
  });

  it.each([
    undefined,
    { day: "31", month: "2", year: "1987" },
    { day: "", month: "", year: "" },
    { day: "1", month: "1", year: "2999" },
  ])("says so where there is no date to count from: %o", (born) => {
    expect(shown(born)).toMatchObject({ answer: "No date of birth yet." });
  });

  it("is refused where it counts from no date, or its bands leave a gap", () => {
    expect(sentences((json) => withSum(json, { ...SUM, from: "person.name" }))).toEqual([
      expect.stringContaining("‘from’ must name a date question"),
    ]);
    const rising = [{ atLeast: 1, text: "a" }, { atLeast: 2, text: "b" }, { text: "c" }];
    expect(sentences((json) => withSum(json, { ...SUM, bands: rising }))).toEqual([
      expect.stringContaining("its bands must go from the largest number down"),
    ]);
  });

  it("cannot be read by a condition: it is no answer", () => {
    const question = {
      type: "yesNo",
      key: "old",
      label: "Old?",
      visibleWhen: { op: "answered", question: "person.age" },
    };
    expect(sentences((json) => withSum(withSum(json, SUM), question))).toEqual([
      expect.stringContaining("which is a sum and has no answer"),
    ]);
  });
});
