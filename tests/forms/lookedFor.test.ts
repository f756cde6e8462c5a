import { describe, expect, it } from "vitest";
import { currentConsent, NO_CONSENT } from "../../src/domain/consentPosition.ts";
import { lookedFor } from "../../src/forms/lookedFor.ts";
import { sentences } from "./breaking.ts";
import { answersOf, ashfield, aware, COMPLETE, given, list, stamped, today } from "./fixtures.ts";

const points = (given: Parameters<typeof answersOf>[0], consent = NO_CONSENT) =>
  new Map(
    lookedFor({ definition: ashfield, answers: answersOf(given), today }, consent).map((point) => [
      point.key,
      point,
    ]),
  );

describe("what the panel will look for", () => {
  it("[ASH-38] [ASH-44] is said to be missing, with the way to the question", () => {
    expect(points({}).get("history")).toMatchObject({
      state: "nothing",
      section: "background",
      missing: "background.history",
    });
    expect(points(COMPLETE).get("history")).toMatchObject({ state: "answered", missing: undefined });
  });

  it("is answered by an honest reason too", () => {
    const { "background.assessments": _, ...rest } = COMPLETE;
    const reason = { ...rest, "background.assessments/@reason": "Still being written" };
    expect(points(reason).get("assessments")?.state).toBe("answered");
  });

  it("is partly there while one of several is owed", () => {
    expect(points({ "person.name": "Alex" }).get("parties")?.state).toBe("partly");
  });

  it("[ASH-72] counts consent by its record", () => {
    expect(points({}).get("consentOrGround")).toMatchObject({ state: "nothing", section: "consent" });
    const consent = currentConsent([stamped(1, aware), stamped(2, given)]);
    expect(points({}, consent).get("consentOrGround")?.state).toBe("answered");
  });

  it("leaves to a person what the form does not ask", () => {
    expect(points({}).get("inTime")?.state).toBe("unseen");
  });

  it("names only questions and sections that exist", () => {
    const broken = (values: object) =>
      sentences((json) => void Object.assign(list(json["triage"]!["checklist"])[0]!, values));
    expect(broken({ reads: ["person.nobody"] })[0]).toContain("‘person.nobody’, which does not exist");
    expect(broken({ section: "nowhere" })[0]).toContain("‘nowhere’, which does not exist");
  });
});
