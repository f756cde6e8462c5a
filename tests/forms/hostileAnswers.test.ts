import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { currentConsent, NO_CONSENT } from "../../src/domain/consentPosition.ts";
import type { Answers, AnswerValue, FieldPath } from "../../src/forms/answers.ts";
import { makeSnapshot } from "../../src/forms/makeSnapshot.ts";
import { locateAll } from "../../src/forms/questionIndex.ts";
import { ReferralSnapshot } from "../../src/forms/snapshot.ts";
import { progress, submissionBlockers } from "../../src/forms/status.ts";
import { validateReferral } from "../../src/forms/validate.ts";
import { visibleQuestions } from "../../src/forms/visible.ts";
import { answersOf, ashfield, aware, COMPLETE, given, ground, refused, stamped, today } from "./fixtures.ts";

const located = locateAll(ashfield);
const ODD = [
  "__proto__",
  "constructor",
  "toString",
  "\uD800",
  "\u202Egnp.exe",
  "👩🏽‍🦽",
  "=1+1",
  "<b>",
  "yes",
  "no",
  "other",
  "none",
  "",
];
const text = fc.oneof(fc.string(), fc.constantFrom(...ODD));
const value = fc.oneof(
  text,
  fc.array(text),
  fc.record({ day: text, month: text, year: text }),
  fc.record({ choice: text, other: text }),
  fc.record({ choices: fc.array(text), other: text }),
  // What no version of ours would write, but a damaged or hostile record might.
  fc.anything(),
) as fc.Arbitrary<AnswerValue>;
const row = fc.constantFrom("a", "constructor", "__proto__", "adultSafeguarding");
const path = fc
  .tuple(
    fc.constantFrom(...located),
    row,
    fc.constantFrom("@removed", "@order", "applies", "relied", "note"),
    fc.nat(4),
  )
  .map(([{ ref, section, group, question }, rowId, last, kind]) => {
    if (group) return `${section.key}.${group.key}/${rowId}/${kind === 0 ? last : question.key}`;
    if (question.type === "grid") return `${ref}/${rowId}/${last}`;
    return kind === 0 ? `${ref}/@reason` : ref;
  });
const answers = fc
  .array(fc.tuple(fc.oneof({ weight: 9, arbitrary: path }, { weight: 1, arbitrary: text }), value), {
    maxLength: 60,
  })
  .map((entries) => new Map(entries) as unknown as Answers);
const consent = fc.constantFrom(
  NO_CONSENT,
  currentConsent([stamped(1, aware), stamped(2, given)]),
  currentConsent([stamped(1, refused), stamped(2, ground)]),
);

describe("whatever the answers are", () => {
  it("checking, counting and writing down never throws", () => {
    fc.assert(
      fc.property(answers, consent, (given_, position) => {
        const errors = validateReferral(ashfield, given_, position, today);
        expect(errors.every(({ message }) => message.length > 0 && message.length < 400)).toBe(true);
        progress(ashfield, given_, position, today);
        submissionBlockers(ashfield, given_, position, today);
        ReferralSnapshot.parse(makeSnapshot(ashfield, given_, position.history, { today }));
      }),
    );
  });

  it("an error always points at a question that is asked", () => {
    fc.assert(
      fc.property(answers, (given_) => {
        const asked = new Set<string>(
          visibleQuestions(ashfield, given_, today).map(({ path: asked_ }) => asked_),
        );
        for (const error of validateReferral(ashfield, given_, NO_CONSENT, today)) {
          if (error.sectionKey !== "consent") expect(asked).toContain(error.path.split("/")[0]);
        }
      }),
    );
  });

  it("the order in which they were given does not matter", () => {
    fc.assert(
      fc.property(answers, (given_) => {
        const reversed: Answers = new Map([...given_].toReversed());
        expect(validateReferral(ashfield, reversed, NO_CONSENT, today)).toEqual(
          validateReferral(ashfield, given_, NO_CONSENT, today),
        );
      }),
    );
  });

  it.each(located.filter(({ group, question }) => !group && question.type !== "note").map(({ ref }) => ref))(
    "a megabyte in %s is an error with a limit, or ignored",
    (ref) => {
      const long: Answers = new Map([[ref as FieldPath, "x".repeat(1_000_000)]]);
      const errors = validateReferral(ashfield, long, NO_CONSENT, today).filter(({ path: at }) => at === ref);
      expect(errors.every(({ message }) => message.length < 400)).toBe(true);
    },
  );

  it("why the panel should hear it all the same is told of where it is given, and only where it is asked", () => {
    const errors = (criteria: string) => {
      const answers_ = {
        "eligibility.criteria": [criteria],
        "eligibility.exceptionReason": "x".repeat(2_001),
      };
      const all = answersOf({ ...COMPLETE, ...answers_ });
      return validateReferral(ashfield, all, currentConsent([stamped(1, aware), stamped(2, given)]), today);
    };
    expect(errors("none")).toEqual([
      expect.objectContaining({
        path: "eligibility.exceptionReason",
        pageKey: ashfield.eligibility.section.pages.at(-1)?.key,
        message: "The reason must be 2,000 characters or fewer. Take out 1, or attach it as a paper",
      }),
    ]);
    expect(errors("wideReach")).toEqual([]);
  });

  it("an emptied prototype stays empty", () => {
    const nasty = new Map<string, string>([
      ["__proto__", "x"],
      ["person.name", "__proto__"],
    ]) as unknown as Answers;
    makeSnapshot(ashfield, nasty, [], { today });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
