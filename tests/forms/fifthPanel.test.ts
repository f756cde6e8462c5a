import { beforeAll, describe, expect, it } from "vitest";
import { NO_CONSENT } from "../../src/domain/consentPosition.ts";
import { makeOpenPdf } from "../../src/documents/openPdf.ts";
import { makeReferralDocument } from "../../src/documents/referral.ts";
import type { AnswerValue } from "../../src/forms/answers.ts";
import { isUnasked, Question } from "../../src/forms/definition/question.ts";
import { makeSnapshot } from "../../src/forms/makeSnapshot.ts";
import { validateReferral } from "../../src/forms/validate.ts";
import { visibleQuestions } from "../../src/forms/visible.ts";
import { textOf } from "../documents/tools.ts";
import { fonts, meta } from "../documents/fixtures.ts";
import { everyKind, QUESTIONS } from "../support/everyKind.ts";
import { answersOf, parsed, today } from "./fixtures.ts";

type Kind = keyof typeof QUESTIONS;
const KINDS = Object.keys(QUESTIONS) as Kind[];

/** One question of each kind more, beside those that are there. */
const ADDED = Object.values(QUESTIONS).map((question) => {
  const label = `Added ${question.type}`;
  return {
    ...question,
    key: `added${question.type}`,
    label,
    called: `the added ${question.type}`,
    visibleWhen: undefined,
  };
});
/** What is answered, and how it reads. */
const GIVEN: Record<Exclude<Kind, "note" | "computed">, [Record<string, AnswerValue>, RegExp]> = {
  text: [{ "": "Jordan" }, /Jordan/],
  longText: [{ "": "All of a sudden." }, /All of a sudden/],
  date: [{ "": { day: "3", month: "2", year: "1987" } }, /3 February 1987/],
  address: [{ "": "1 Sample Street" }, /1 Sample Street/],
  tel: [{ "": "01632 960 001" }, /01632 960 001/],
  email: [{ "": "sam@example.org" }, /sam@example\.org/],
  number: [{ "": "7" }, /7/],
  choice: [{ "": { choice: "other", other: "Teal" } }, /Another colour: Teal/],
  choices: [{ "": { choices: ["dog", "other"], other: "A newt" } }, /A dog[^]*A newt/],
  yesNo: [{ "": "no" }, /No/],
  yesNoUnsure: [{ "": "yes" }, /Yes/],
  grid: [{ "/food/now": "yes", "/food/detail": "Since May" }, /Food[^]*Since May/],
  repeat: [{ "/a/who": "A cousin", "/a/about": "Comes on Fridays" }, /A cousin[^]*Comes on Fridays/],
};

const json = structuredClone(everyKind) as unknown as { sections: { pages: { questions: object[] }[] }[] };
json.sections[0]?.pages[2]?.questions.push(...ADDED);
const definition = parsed(json);
const pathOf = (kind: string) => `kinds.added${kind}`;
const all = answersOf(
  Object.fromEntries(
    Object.entries(GIVEN).flatMap(([kind, [answers]]) =>
      Object.entries(answers).map(([rest, value]) => [pathOf(kind) + rest, value]),
    ),
  ),
);
const snapshot = makeSnapshot(
  definition,
  new Map([...all, ...answersOf({ "kinds.born": { day: "3", month: "2", year: "1987" } })]),
  [],
  { today },
);
const itemOf = (kind: string) =>
  snapshot.sections.flatMap(({ items }) => items).find(({ key }) => key === pathOf(kind));

describe("a fifth panel, in a file alone", () => {
  let printed = "";

  beforeAll(async () => {
    const made = await makeOpenPdf(makeReferralDocument(snapshot, meta), fonts);
    printed = textOf(made.bytes);
  });

  it("may ask every kind of question there is, and this one does", () => {
    const kinds = Question.options.map(({ shape }) => shape.type.value);
    expect(KINDS.toSorted()).toEqual(kinds.toSorted());
  });

  it.each(KINDS)("one question more of kind %s is asked, in its place", (kind) => {
    const paths = visibleQuestions(definition, new Map(), today).map(({ path }) => path as string);
    expect(paths).toContain(pathOf(kind));
    expect(paths.indexOf(pathOf(kind))).toBeGreaterThan(paths.indexOf("kinds.people"));
  });

  it.each(ADDED.filter((question) => !isUnasked(question as never)).map(({ type }) => type))(
    "one question more of kind %s is checked: owed while it is empty, and content once it is answered",
    (kind) => {
      const errors = (answers: typeof all) =>
        validateReferral(definition, answers, NO_CONSENT, today).filter(
          ({ path }) => path === (pathOf(kind) as never),
        );
      expect(errors(new Map())).toMatchObject([
        { kind: "missing", message: expect.stringMatching(/added|person/) },
      ]);
      expect(errors(all)).toEqual([]);
    },
  );

  it.each(Object.entries(GIVEN))(
    "one question more of kind %s is in the snapshot and on paper, in words",
    (kind, [, reads]) => {
      expect(itemOf(kind)?.label).toContain(`Added ${kind}`);
      expect(JSON.stringify(itemOf(kind))).toMatch(reads);
      const at = printed.indexOf(`Added ${kind}`);
      expect(at).toBeGreaterThan(0);
      expect(printed.slice(at)).toMatch(reads);
    },
  );

  it("what was worked out is in the snapshot and on paper; what is only read is where it is a warning", () => {
    expect(JSON.stringify(itemOf("computed"))).toContain("An adult");
    expect(printed).toContain("Added computed");
  });
});
