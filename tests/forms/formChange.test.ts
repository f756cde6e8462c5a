import { describe, expect, it } from "vitest";
import { copyable } from "../../src/forms/copyAnswers.ts";
import { compareForms } from "../../src/forms/formChange.ts";
import { makeSnapshot } from "../../src/forms/makeSnapshot.ts";
import { question, section, set } from "./breaking.ts";
import { answersOf, ashfield, ashfieldCopy, COMPLETE, type Json, list, parsed, today } from "./fixtures.ts";

const changed = (change: (json: Json) => void) => {
  const json = ashfieldCopy();
  change(json);
  // What other systems are given may read what a version no longer asks.
  return parsed({ ...json, version: "2026.9", transfers: [] });
};
const PETS = { type: "yesNo", key: "pets", label: "Are there animals in the home?", called: "animals" };

describe("another version of a form", () => {
  const newer = changed((json) => {
    list(section(json, "person")["pages"]![1]!["questions"]).push(PETS as never);
    set(question(json, "person.gender"), { label: "Gender, in their words" });
    const risks = section(json, "risks");
    const pages = list(risks["pages"]);
    const [page] = pages;
    page!["questions"] = list(page!["questions"]).filter(
      (each) => each["key"] !== ("workerSafety" as unknown),
    ) as never;
  });

  it("is compared in the labels of its questions: new, in other words, no longer asked", () => {
    const answers = answersOf({ ...COMPLETE, "risks.workerSafety": "Two dogs" });
    expect(compareForms(ashfield, newer, answers)).toEqual({
      added: ["Are there animals in the home?"],
      reworded: ["Gender, in their words"],
      dropped: ["What should someone who visits know?"],
    });
  });

  it("says nothing of a question that goes and was never answered", () => {
    expect(compareForms(ashfield, newer, answersOf({})).dropped).toEqual([]);
  });

  it("counts a question of another kind as gone and new", () => {
    const other = changed((json) => set(question(json, "person.gender"), { type: "longText" }));
    const { added, dropped } = compareForms(ashfield, other, answersOf(COMPLETE));
    expect([added, dropped]).toEqual([["Gender"], ["Gender"]]);
  });

  it("is the same as itself", () => {
    expect(compareForms(ashfield, ashfield, answersOf(COMPLETE))).toEqual({
      added: [],
      reworded: [],
      dropped: [],
    });
  });
});

describe("answers taken from an earlier referral", () => {
  const from = { definition: ashfield, answers: answersOf(COMPLETE) };
  const copy = (given: Parameters<typeof answersOf>[0], sections: readonly string[]) =>
    Object.fromEntries(copyable(from, { definition: ashfield, answers: answersOf(given) }, sections));

  it("fill only empty boxes of the parts that were chosen", () => {
    const copied = copy({ "person.name": "Alexandra Example" }, ["person"]);
    expect(copied).not.toHaveProperty("person.name");
    expect(copied).toMatchObject({ "person.address": COMPLETE["person.address"] });
    expect(Object.keys(copied).every((path) => path.startsWith("person."))).toBe(true);
  });

  it("bring rows whole, and none where there are rows already", () => {
    expect(copy({}, ["involved"])).toMatchObject({ "involved.services/a/service": "District nursing" });
    expect(copy({ "involved.services/b/service": "Police" }, ["involved"])).not.toHaveProperty([
      "involved.services/a/service",
    ]);
  });

  it("never bring eligibility or consent", () => {
    const every = [...ashfield.sections.map(({ key }) => key)];
    expect(Object.keys(copy({}, every)).filter((path) => /^(eligibility|consent)/.test(path))).toEqual([]);
  });

  it("find the person in another panel's form by what each calls the name", () => {
    const other = changed((json) => {
      set(question(json, "person.name"), { key: "fullName" });
      list(json["subjects"])[0]!["nameQuestion"] = "person.fullName" as never;
      for (const point of list(json["triage"]!["checklist"])) delete point["reads"];
    });
    const copied = copyable(from, { definition: other, answers: answersOf({}) }, ["person"]);
    expect(Object.fromEntries(copied)).toMatchObject({ "person.fullName": "Alex Example" });
  });
});

describe("where answers came from", () => {
  const about = (origins: Parameters<typeof makeSnapshot>[3]["origins"]) =>
    makeSnapshot(ashfield, answersOf(COMPLETE), [], { today, ...(origins ? { origins } : {}) }).sections[0];

  it("is said before everything else, from paper and from earlier", () => {
    const paper = { filledInBy: "Sam Sample", signedOn: "2026-11-20", note: "Kept in the district office." };
    expect(about({ paper, copiedFrom: ["ASH-7K3M9"] })).toMatchObject({
      title: "About this referral",
      items: [
        {
          text: "Filled in on paper by Sam Sample, signed on 20 November 2026, and typed in afterwards. Kept in the district office.",
        },
        { text: expect.stringContaining("ASH-7K3M9") },
      ],
    });
  });

  it("is not mentioned where there is nothing to say", () => {
    expect(about({ paper: undefined, copiedFrom: [] })?.key).not.toBe("origins");
    expect(about(undefined)?.key).not.toBe("origins");
  });
});
