import { describe, expect, it } from "vitest";
import { NO_CONSENT } from "../../src/domain/consentPosition.ts";
import { makeSnapshot } from "../../src/forms/makeSnapshot.ts";
import { validateSection } from "../../src/forms/validate.ts";
import { visibleQuestions } from "../../src/forms/visible.ts";
import { answersOf, ashfieldCopy, list, parsed, today } from "./fixtures.ts";

const QUESTION = {
  type: "choice",
  key: "pets",
  label: "Are there animals in the home?",
  called: "whether there are animals in the home",
  required: "always",
  options: [
    { key: "dog", label: "A dog" },
    { key: "none", label: "None" },
  ],
  visibleWhen: { op: "answered", question: "person.address" },
};

/** Ashfield with one question more, which is a change to its file and to nothing else. */
const json = ashfieldCopy();
const person = list(json["sections"]).find((section) => section["key"] === ("person" as unknown))!;
list(person["pages"]![1]!["questions"]).push(QUESTION as never);
const definition = parsed(json);
const path = "person.pets";

describe("one question more in the file", () => {
  const home = { "person.address": "1 Sample Street" };
  const asked = (answers: Parameters<typeof answersOf>[0]) =>
    visibleQuestions(definition, answersOf(answers), today).map((each) => each.path as string);
  const errors = (answers: Parameters<typeof answersOf>[0]) =>
    validateSection(definition, "person", answersOf(answers), NO_CONSENT, today).filter(
      (error) => error.path === (path as unknown),
    );

  it("is asked, under its condition", () => {
    expect(asked({})).not.toContain(path);
    expect(asked(home)).toContain(path);
  });

  it("is checked", () => {
    expect(errors(home)).toMatchObject([{ message: "Select whether there are animals in the home" }]);
    expect(errors({ ...home, [path]: "dog" })).toEqual([]);
  });

  it("is in the snapshot, in its place", () => {
    const snapshot = makeSnapshot(definition, answersOf({ ...home, [path]: "dog" }), [], { today });
    expect(snapshot.sections.flatMap(({ items }) => items)).toContainEqual({
      kind: "answer",
      key: path,
      label: QUESTION.label,
      answer: "A dog",
    });
  });
});
