import { describe, expect, it } from "vitest";
import type { AnswerValue } from "../../src/forms/answers.ts";
import { makeSnapshot } from "../../src/forms/makeSnapshot.ts";
import { ReferralSnapshot } from "../../src/forms/snapshot.ts";
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
  verbal,
} from "./fixtures.ts";

type Events = Parameters<typeof stamped>[1][];
const snapshotOf = (entries: Record<string, AnswerValue> = {}, events: Events = [aware, given]) =>
  makeSnapshot(
    ashfield,
    answersOf({ ...COMPLETE, ...entries }),
    events.map((event, at) => stamped(at + 1, event)),
    { today },
  );
const itemIn = (snapshot: ReferralSnapshot, key: string) =>
  snapshot.sections.flatMap(({ items }) => items).find((item) => item.key === key);

describe("a snapshot", () => {
  it("fits the contract it is printed from, and says which form it was", () => {
    const snapshot = snapshotOf();
    expect(ReferralSnapshot.parse(snapshot)).toEqual(snapshot);
    expect(snapshot).toMatchObject({
      definitionId: "ashfield",
      definitionVersion: "2026.1",
      handlingMark: "Confidential",
    });
  });

  it("has every section of the form in order", () => {
    expect(snapshotOf().sections.map(({ key }) => key)).toEqual([
      "eligibility",
      "person",
      "consent",
      "concerns",
      "risks",
      "referral",
      "background",
      "involved",
      "hopes",
      "referrer",
      "papers",
    ]);
  });

  it("holds words, not keys", () => {
    const snapshot = snapshotOf();
    expect(itemIn(snapshot, "person.housingStatus")).toMatchObject({
      label: "Housing",
      answer: "Rents from the council",
    });
    expect(itemIn(snapshot, "person.dateOfBirth")).toMatchObject({ answer: "27 March 1987" });
    expect(
      itemIn(
        snapshotOf({ "person.housingStatus": { choice: "other", other: "A boat" } }),
        "person.housingStatus",
      ),
    ).toMatchObject({ answer: "Something else: A boat" });
  });

  it("shows what is not provided, why, and what cannot be read as it was typed", () => {
    const snapshot = snapshotOf({
      "person.gender": "",
      "person.dateOfBirth": { day: "about", month: "", year: "1960" },
    });
    expect(itemIn(snapshot, "person.gender")).toMatchObject({ answer: null });
    expect(itemIn(snapshot, "person.dateOfBirth")).toMatchObject({ answer: "about 1960" });
    expect(itemIn(snapshot, "referral.earlierReferrals")).toMatchObject({
      answer: "Not answered. Reason: Records are with another service.",
    });
  });

  it("[ASH-139] prints every reason, ticked or not, in two columns", () => {
    const grid = itemIn(snapshotOf({ "concerns.reasons/eviction/relied": "yes" }), "concerns.reasons");
    if (grid?.kind !== "table") throw new Error("no table");
    expect(grid.rows).toHaveLength(9);
    expect(grid.rows[0]).toEqual(["Adult safeguarding", "Yes", ""]);
    expect(grid.rows[3]).toEqual(["At risk of eviction, or homeless now", "Yes", "Yes"]);
  });

  it("[ASH-149] prints a repeating group as rows as long as its head", () => {
    const table = itemIn(snapshotOf(), "involved.services");
    expect(table).toMatchObject({
      kind: "table",
      rows: [["District nursing", "", "", "Contacted about this; Involved now", ""]],
    });
  });

  it("leaves out hidden questions and removed rows", () => {
    const snapshot = snapshotOf({
      "person.safeContactDetail": "typed before",
      "involved.services/a/@removed": "yes",
    });
    expect(itemIn(snapshot, "person.safeContactDetail")).toBeUndefined();
    expect(itemIn(snapshot, "involved.services")).toMatchObject({ rows: [] });
  });

  it("[ASH-135] [ASH-136] [ASH-137] holds consent as it was given", () => {
    const snapshot = snapshotOf();
    expect(itemIn(snapshot, "consent.decision")).toMatchObject({ answer: "Yes" });
    expect(itemIn(snapshot, "consent.signature")).toMatchObject({
      kind: "signature",
      signedBy: "Alex Example",
      statement: "I agree to it.",
      on: "25 November 2026",
      drawn: { width: 300 },
    });
    expect(itemIn(snapshot, "consent.obtainedOn")).toMatchObject({ answer: "25 November 2026" });
    expect(itemIn(snapshot, "consent.obtainedBy")).toMatchObject({ answer: null });
  });

  it("[ASH-138] names who obtained verbal consent", () => {
    expect(itemIn(snapshotOf({}, [aware, verbal]), "consent.obtainedBy")).toMatchObject({
      answer: "Sam Sample, Floating support",
    });
  });

  it("[ASH-72] holds the ground and the refusal side by side", () => {
    const snapshot = snapshotOf({}, [aware, refused, ground]);
    expect(itemIn(snapshot, "consent.decision")).toMatchObject({
      answer: "No, 25 November 2026. Leave me be",
    });
    expect(itemIn(snapshot, "consent.ground/1/grounds")).toMatchObject({
      answers: ["There is a safeguarding risk."],
    });
    expect(itemIn(snapshot, "consent.signature")).toMatchObject({ answer: null });
    expect(itemIn(snapshotOf({}, [couldNotAsk]), "consent.decision")).toMatchObject({
      answer: "Could not be asked: We could not reasonably be expected to get it",
    });
  });

  it("shows the reviewer what does not fit and why it is brought all the same [GAP-13]", () => {
    const snapshot = snapshotOf({
      "eligibility.criteria": ["none"],
      "eligibility.exceptionReason": "Nobody else will",
    });
    expect(itemIn(snapshot, "eligibility/criteria")).toMatchObject({ kind: "note" });
    expect(itemIn(snapshot, "eligibility.exceptionReason")).toMatchObject({ answer: "Nobody else will" });
  });

  it("carries warnings that the answers raised", () => {
    const young = snapshotOf({ "person.dateOfBirth": { day: "1", month: "1", year: "2010" } });
    expect(itemIn(young, "person.dateOfBirth/under18")).toMatchObject({ kind: "note" });
  });

  it("can be written as UTF-8, whatever was typed", () => {
    const snapshot = snapshotOf({ "person.name": "A\uD800 👩🏽‍🦽 مرحبا" });
    expect(itemIn(snapshot, "person.name")).toMatchObject({ answer: "A\uFFFD 👩🏽‍🦽 مرحبا" });
  });
});
