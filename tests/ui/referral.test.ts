/** What the referral screens say and keep, without a browser. */
import { describe, expect, test } from "vitest";
import type { CaseView } from "../../src/app/api.ts";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import type { ConsentEvent } from "../../src/domain/consent.ts";
import { currentConsent } from "../../src/domain/consentPosition.ts";
import type { EntryId } from "../../src/domain/ids.ts";
import { parseDefinition } from "../../src/forms/parseDefinition.ts";
import hertfordshireJson from "../../src/forms/panels/hertfordshire.json" with { type: "json" };
import ashfieldJson from "../../src/forms/panels/ashfield.json" with { type: "json" };
import { submissionBlockers } from "../../src/forms/status.ts";
import { answeredReturn } from "../../src/ui/caseFile/returns.ts";
import { noDecision, recordOf } from "../../src/ui/caseFile/triageRecord.ts";
import { ageOf, deviceTime } from "../../src/ui/caseFile/when.ts";
import { blockerLines } from "../../src/ui/referral/blockerLines.ts";
import { isWorkedOut, placeOf } from "../../src/ui/referral/changePlaces.ts";
import { type ConsentDraft, emptyDraft } from "../../src/ui/referral/consent/draft.ts";
import { type Common, couldNotAskEvent, refusedEvent } from "../../src/ui/referral/consent/events.ts";
import { groundEvent } from "../../src/ui/referral/consent/groundEvents.ts";
import { declarationOf } from "../../src/ui/referral/declaration.ts";

const TODAY = "2026-11-26" as CalendarDate;
const parsed = parseDefinition(ashfieldJson);
if (!parsed.ok) throw new Error("the panel that comes with the app does not parse");
const ashfield = parsed.definition;
const other = parseDefinition(hertfordshireJson);
if (!other.ok) throw new Error("Hertfordshire does not parse");
const hertfordshire = other.definition;

const common: Common = {
  subject: "person",
  recordedBy: { name: "Rae Referrer" },
  deviceTime: "2026-11-26T14:05:00+00:00",
  offline: true,
};
const draftWith = (change: Partial<ConsentDraft>): ConsentDraft => ({
  ...emptyDraft({
    me: { name: "Rae Referrer", role: "Officer", agency: "Housing trust" },
    subjectName: "Sam Example",
    today: { day: "26", month: "11", year: "2026" },
  }),
  decider: "self",
  wording: "easyRead",
  readAloud: "yes",
  ...change,
});

describe("the way to what is to be changed", () => {
  test("leads to the page of the question, the consent screens, or the last page", () => {
    expect(placeOf(ashfield, "person", "person.address")).toBe("section/person/1");
    expect(placeOf(ashfield, "consent", "consent.decision")).toBe("consent");
    expect(placeOf(ashfield, "involved", "involved.services/row1/service")).toBe("section/involved/0");
    expect(placeOf(ashfield, "eligibility", "eligibility.exceptionReason")).toBe("section/eligibility/1");
    expect(placeOf(ashfield, "risks", undefined)).toBe("section/risks/0");
    expect(placeOf(ashfield, "papers", undefined)).toBe("papers");
    expect(placeOf(ashfield, "papers", "papers.support")).toBe("papers");
  });
});

test("nothing that the form works out can be changed: its date can", () => {
  expect(isWorkedOut(hertfordshire, "person.age")).toBe(true);
  expect(isWorkedOut(hertfordshire, "person.dateOfBirth")).toBe(false);
  expect(isWorkedOut(hertfordshire, "not a path")).toBe(false);
});

describe("what keeps a referral from being sent", () => {
  const events = {
    nothing: [],
    no: [refusedEvent(common, draftWith({}), ashfield)],
    "could not ask": [couldNotAskEvent(common, draftWith({ reason: "notReasonable" }), ashfield.consent)],
    "a decision not to share": [
      refusedEvent(common, draftWith({}), ashfield),
      groundEvent(common, draftWith({ reason: "refused", share: "no", grounds: ["crime"] }), ashfield, TODAY),
    ],
  };
  const positionOf = (recorded: readonly ConsentEvent[]) =>
    currentConsent(
      recorded.map((record, index) => ({
        entry: `${index}` as EntryId,
        order: [index, 0, "d"] as never,
        record,
      })),
    );

  test.each(Object.entries(events))(
    "[ASH-72] is said, with the way there, where consent alone is missing: %s",
    (_, recorded) => {
      const consent = ashfield.sections.find(({ kind }) => kind === "consent")?.key;
      const blockers = submissionBlockers(ashfield, new Map(), positionOf(recorded), TODAY);
      const alone = blockers.filter(({ sectionKey, kind }) => sectionKey === consent && kind === "consent");
      expect(alone).toHaveLength(1);
      const lines = alone.flatMap((blocker) => blockerLines(ashfield, blocker));
      expect(lines.map(({ place }) => place)).toEqual(["consent"]);
      expect(lines[0]?.text).toMatch(/\w+/);
    },
  );

  test("is a line at least for every blocker of a referral with nothing filled in", () => {
    const blockers = submissionBlockers(ashfield, new Map(), positionOf([]), TODAY);
    expect(blockers.length).toBeGreaterThan(3);
    for (const blocker of blockers) expect(blockerLines(ashfield, blocker).length).toBeGreaterThan(0);
  });

  test("is declared in the panel's words, or in the usual ones where it has none", () => {
    const own = { ...ashfield, referrerDeclaration: { statement: "I say so." } };
    expect(declarationOf(own)).toBe("I say so.");
    const { referrerDeclaration, ...none } = ashfield;
    expect(declarationOf(none)).toBe(referrerDeclaration?.statement);
  });
});

describe("a return that was answered", () => {
  const step = (entry: string, at: number, record: object) =>
    ({ entry, order: [at, 0, "d"], record }) as unknown as CaseView["standing"]["ignored"][number];
  const returned = step("r", 2, { type: "returned", gaps: [{ text: "When?" }], note: "" });
  const unheard = step("u", 3, { type: "returned", gaps: [{ text: "Who are you?" }], note: "" });
  const again = step("s", 4, { type: "submitted", note: "In May" });
  const viewOf = (status: object[], last: object, ignored: object[] = []) =>
    ({ file: { status }, standing: { last, ignored } }) as unknown as CaseView;

  test("[ASH-75] shows what was asked beside what the referrer did, steps that did not count left out", () => {
    expect(answeredReturn(viewOf([returned, unheard, again], again, [unheard]))).toEqual({
      askedMs: 2,
      answeredMs: 4,
      gaps: [{ text: "When?" }],
      note: "In May",
    });
  });

  test("is not there on a first sending, nor while the referrer still has it", () => {
    expect(answeredReturn(viewOf([again], again))).toBeUndefined();
    expect(answeredReturn(viewOf([returned], returned))).toBeUndefined();
  });
});

describe("time in words", () => {
  test("counts days as London sees them", () => {
    const lateEvening = Date.UTC(2026, 5, 1, 22, 30);
    const afterMidnight = Date.UTC(2026, 5, 1, 23, 30);
    expect(ageOf(lateEvening, lateEvening)).toBe("today");
    expect(ageOf(lateEvening, afterMidnight)).toBe("1 day");
  });

  test("writes the device's time with its offset, as consent records require", () => {
    expect(deviceTime(new Date(Date.UTC(2026, 10, 26, 14, 5)))).toMatch(
      /^2026-11-2\dT\d\d:\d\d:00[+-]\d\d:\d\d$/,
    );
    const told = deviceTime(new Date(Date.UTC(2026, 10, 26, 14, 5)));
    expect(new Date(told).getTime()).toBe(Date.UTC(2026, 10, 26, 14, 5));
  });
});

describe("a decision before it is sent", () => {
  const base = noDecision("2026-11-25" as CalendarDate);

  test("[ASH-75] previews only gaps that say something, with their section where there is one", () => {
    const gaps = [
      { sectionKey: "risks", text: " What happened in May? " },
      { sectionKey: "", text: "Who is the landlord?" },
      { sectionKey: "person", text: "  " },
    ];
    expect(recordOf({ ...base, choice: "returned", gaps }, undefined)).toMatchObject({
      gaps: [{ sectionKey: "risks", text: "What happened in May?" }, { text: "Who is the landlord?" }],
    });
    expect(recordOf({ ...base, choice: "returned", gaps: gaps.slice(2) }, undefined)).toBeUndefined();
  });

  test("[ASH-82] has nothing to show for a refusal without a reason", () => {
    expect(recordOf({ ...base, choice: "declined", reason: " " }, undefined)).toBeUndefined();
    expect(recordOf({ ...base, choice: "declined", reason: "Out of area" }, undefined)).toEqual({
      type: "declined",
      reason: "Out of area",
    });
  });
});
