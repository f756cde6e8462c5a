import { describe, expect, it } from "vitest";
import type { AnswerValue } from "../../src/forms/answers.ts";
import { checkEligibility } from "../../src/forms/eligibility.ts";
import { NO_CONSENT, currentConsent } from "../../src/domain/consentPosition.ts";
import { progress, sectionStatus, submissionBlockers } from "../../src/forms/status.ts";
import { validateReferral, validateSection } from "../../src/forms/validate.ts";
import { alertsFor, visibleQuestions } from "../../src/forms/visible.ts";
import {
  answersOf,
  ashfield,
  aware,
  COMPLETE,
  couldNotAsk,
  given,
  ground,
  refused,
  stamped,
  today,
} from "./fixtures.ts";

const consented = currentConsent([stamped(1, aware), stamped(2, given)]);
const withEntries = (more: Record<string, AnswerValue>) => answersOf({ ...COMPLETE, ...more });
const without = (...paths: string[]) =>
  answersOf(Object.fromEntries(Object.entries(COMPLETE).filter(([path]) => !paths.includes(path))));
const messages = (entries: Record<string, AnswerValue>) =>
  validateReferral(ashfield, withEntries(entries), consented, today).map(({ message }) => message);
const asked = (entries: Record<string, AnswerValue>) =>
  visibleQuestions(ashfield, answersOf(entries), today).map(({ path }) => path as string);
const status = (section: string, answers = answersOf({}), consent = NO_CONSENT) =>
  sectionStatus(ashfield, section, answers, consent, today);

describe("which questions are asked", () => {
  it("follows the answers", () => {
    expect(asked({})).not.toContain("person.safeContactDetail");
    expect(asked({ "person.safeToContact": "no" })).toContain("person.safeContactDetail");
    expect(asked({ "concerns.reasons/specific/applies": "yes" })).toContain("concerns.specificConcerns");
  });

  it("[ASH-22] asks for the needs only where that criterion is ticked", () => {
    expect(asked({ "eligibility.criteria": ["wideReach"] })).not.toContain("eligibility.needs");
    expect(asked({ "eligibility.criteria": ["wideReach", "poorEngagement"] })).toContain("eligibility.needs");
  });
});

describe("a complete referral", () => {
  it("has nothing missing or wrong", () => {
    expect(validateReferral(ashfield, answersOf(COMPLETE), consented, today)).toEqual([]);
    expect(submissionBlockers(ashfield, answersOf(COMPLETE), consented, today)).toEqual([]);
  });

  it("counts nine sections, the optional papers apart", () => {
    expect(progress(ashfield, answersOf(COMPLETE), consented, today)).toEqual({
      complete: 9,
      total: 9,
      text: "9 of 9 sections",
    });
    expect(progress(ashfield, answersOf({}), NO_CONSENT, today).text).toBe("0 of 9 sections");
  });
});

describe("an error says what happened and what to do", () => {
  it.each<[Record<string, AnswerValue>, string]>([
    [{ "person.name": " " }, "Enter the person’s full name"],
    [
      { "person.name": "x".repeat(201) },
      "The person’s full name must be 200 characters or fewer. Take out 1, or attach it as a paper",
    ],
    [
      { "person.dateOfBirth": { day: "30", month: "2", year: "1987" } },
      "The person’s date of birth must be a real date",
    ],
    [
      { "person.dateOfBirth": { day: "3", month: "", year: "" } },
      "The person’s date of birth must include a month and year",
    ],
    [
      { "person.dateOfBirth": { day: "3", month: "2", year: "87" } },
      "The person’s date of birth must include a year of four figures, like 1987",
    ],
    [
      { "person.dateOfBirth": { day: "27", month: "11", year: "2026" } },
      "The person’s date of birth must be today or in the past",
    ],
    [
      { "person.housingStatus": "castle" },
      "Select the person’s housing again: what was chosen is no longer offered",
    ],
    [{ "person.housingStatus": { choice: "other", other: "" } }, "Enter what “Something else” is"],
    [
      { "eligibility.criteria": ["wideReach", "none"] },
      "Select either “None of these” or the others, not both",
    ],
    [{ "referrer.email": "sam at work" }, "Your work email address must be in the form name@example.org"],
    [
      { "referrer.telephone": "none" },
      "Your telephone number must include a number that can be rung, like 01632 960 001",
    ],
    [{ "referral.references/r1/number": "" }, "Enter the number (number 1)"],
    [
      { "referral.references/r1/date": { day: "1", month: "1", year: "2030" } },
      "The date must be today or in the past (number 1)",
    ],
    [{ "involved.services/a/@removed": "yes" }, "Add at least one service or professional"],
    [
      { "concerns.reasons/adultSafeguarding/applies": "no", "concerns.reasons/eviction/applies": "no" },
      "Select the reasons that apply",
    ],
  ])("%j", (entries, expected) => expect(messages(entries)).toEqual([expected]));

  it("names the box of a date to correct", () => {
    const [error] = validateSection(
      ashfield,
      "person",
      withEntries({ "person.dateOfBirth": { day: "1", month: "13", year: "1987" } }),
      consented,
      today,
    );
    expect(error).toMatchObject({
      part: "month",
      path: "person.dateOfBirth",
      pageKey: "identity",
      kind: "wrong",
    });
  });

  it("takes a reason in place of an answer where one will do, and nowhere else", () => {
    expect(messages({ "person.gender": "", "person.gender/@reason": "Did not ask" })).toEqual([]);
    expect(messages({ "person.name": "", "person.name/@reason": "Did not ask" })).toEqual([
      "Enter the person’s full name",
    ]);
  });

  it("says nothing of what a hidden question holds", () => {
    expect(messages({ "referrer.presenterKnows": "perhaps" })).toEqual([]);
  });
});

describe("the status of a section", () => {
  it("goes from not started to complete", () => {
    expect(status("person").text).toBe("Not started");
    expect(status("person", answersOf({ "person.name": "Alex" })).text).toBe("In progress");
    expect(status("person", without("person.gender", "person.address")).text).toBe("2 answers missing");
    expect(status("person", without("person.gender")).text).toBe("1 answer missing");
    expect(status("person", answersOf(COMPLETE)).text).toBe("Complete");
  });

  it("is in progress while something is wrong, however little", () => {
    expect(status("referrer", withEntries({ "referrer.email": "x" })).text).toBe("In progress");
  });

  it("of consent follows the record, not answers", () => {
    expect(status("consent").text).toBe("Not started");
    expect(status("consent", answersOf({}), currentConsent([stamped(1, aware)])).text).toBe(
      "1 answer missing",
    );
    expect(status("consent", answersOf({}), consented).text).toBe("Complete");
  });

  it("of an optional section is complete when somebody says there is nothing to add", () => {
    expect(status("papers")).toMatchObject({ text: "Not started", optional: true });
    expect(status("papers", answersOf({ "papers/@done": "yes" })).text).toBe("Complete");
  });

  it("says what to do first where a section cannot start yet", () => {
    const definition = structuredClone(ashfield) as typeof ashfield;
    const waiting = {
      ...definition,
      sections: definition.sections.map((section) =>
        section.key === "hopes"
          ? {
              ...section,
              startsWhen: {
                condition: { op: "answered", question: "person.name" } as const,
                because: "Say who it is about first.",
              },
            }
          : section,
      ),
    };
    expect(sectionStatus(waiting, "hopes", answersOf({}), NO_CONSENT, today)).toMatchObject({
      kind: "cannotStart",
      text: "Cannot start yet",
      because: "Say who it is about first.",
    });
    expect(sectionStatus(waiting, "hopes", answersOf({ "person.name": "A" }), NO_CONSENT, today).kind).toBe(
      "notStarted",
    );
  });

  it("is not to be had for a section that does not exist", () => {
    expect(() => status("nowhere")).toThrow(RangeError);
  });
});

describe("[ASH-72] consent or a ground", () => {
  const blockers = (...events: Parameters<typeof stamped>[1][]) =>
    submissionBlockers(
      ashfield,
      answersOf(COMPLETE),
      currentConsent([aware, ...events].map((event, at) => stamped(at + 1, event))),
      today,
    );

  it("keeps a referral with neither from being sent", () => {
    expect(blockers().map(({ kind }) => kind)).toEqual(["consent"]);
    expect(blockers(refused).map(({ kind }) => kind)).toEqual(["consent"]);
    expect(blockers(couldNotAsk)).toMatchObject([
      { message: "You could not ask the person. Record the ground for sharing without consent" },
    ]);
  });

  it("lets it go with either", () => {
    expect(blockers(given)).toEqual([]);
    expect(blockers(refused, ground)).toEqual([]);
  });
});

describe("[GAP-13] is this the right panel?", () => {
  const check = (entries: Record<string, AnswerValue>) =>
    checkEligibility(ashfield, withEntries(entries), today);

  it("says nothing before anything is answered", () => {
    expect(checkEligibility(ashfield, answersOf({}), today)).toMatchObject({
      state: "unanswered",
      unmet: [],
    });
  });

  it.each(["wideReach", "poorEngagement", "riskNotReduced"])(
    "[ASH-24] is satisfied with %s alone",
    (criterion) => {
      expect(check({ "eligibility.criteria": [criterion] }).state).toBe("met");
    },
  );

  it("[ASH-13] explains a no and offers another way", () => {
    const result = check({ "eligibility.adult": "no" });
    expect(result.unmet.map(({ key }) => key)).toEqual(["adult"]);
    expect(result.unmet[0]?.otherWays.length).toBeGreaterThan(0);
  });

  it("is no dead end: with a reason the referral goes, without one it does not", () => {
    const none = { "eligibility.criteria": ["none"] };
    const kinds = (entries: Record<string, AnswerValue>) =>
      submissionBlockers(ashfield, withEntries(entries), consented, today).map(({ kind }) => kind);
    expect(kinds(none)).toEqual(["eligibility"]);
    expect(kinds({ ...none, "eligibility.exceptionReason": "Nobody else will take it" })).toEqual([]);
  });
});

describe("what is worth saying about an answer", () => {
  it("[ASH-13] warns of a date of birth under eighteen and stops nothing", () => {
    const young = withEntries({ "person.dateOfBirth": { day: "27", month: "11", year: "2008" } });
    expect(alertsFor(ashfield, young, today).map(({ alert }) => alert.key)).toEqual(["under18"]);
    expect(submissionBlockers(ashfield, young, consented, today)).toEqual([]);
    expect(
      alertsFor(
        ashfield,
        withEntries({ "person.dateOfBirth": { day: "26", month: "11", year: "2008" } }),
        today,
      ),
    ).toEqual([]);
  });

  it("stops a referral where the panel says so, and offers another way", () => {
    const stop = {
      key: "castle",
      when: { op: "is", question: "person.housingStatus", value: "council" },
      text: "Not from council homes.",
      stops: true,
      otherWays: ["Ask housing."],
    } as const;
    const strict = {
      ...ashfield,
      sections: ashfield.sections.map((section) => ({
        ...section,
        pages: section.pages.map((page) => ({
          ...page,
          questions: page.questions.map((question) =>
            question.key === "housingStatus" ? { ...question, alerts: [stop] } : question,
          ),
        })),
      })),
    } as typeof ashfield;
    expect(submissionBlockers(strict, answersOf(COMPLETE), consented, today)).toEqual([
      { kind: "stop", sectionKey: "person", message: "Not from council homes.", otherWays: ["Ask housing."] },
    ]);
  });
});
