import { describe, expect, it } from "vitest";
import { questionPath } from "../../src/forms/answers.ts";
import type { PanelDefinition } from "../../src/forms/definition.ts";
import { ownAnswers, ownDetailsIn } from "../../src/forms/ownAnswers.ts";
import { SHIPPED_PANELS } from "../../src/forms/panels/shipped.ts";
import { parseDefinition } from "../../src/forms/parseDefinition.ts";
import { visibleIn } from "../../src/forms/visible.ts";
import { answersOf, today } from "./fixtures.ts";

const OWN = {
  name: "Rae Referrer",
  agency: "Housing trust",
  position: "Officer",
  telephone: "01632 960001",
  email: "rae@example.org",
};

async function definitionOf(panel: (typeof SHIPPED_PANELS)[number]): Promise<PanelDefinition> {
  const parsed = parseDefinition(await panel.load());
  if (!parsed.ok) throw new Error(`${panel.name} does not parse`);
  return parsed.definition;
}
const referrerOf = (definition: PanelDefinition) => {
  const section = definition.sections.find(({ key }) => key === "referrer");
  if (!section) throw new Error("nobody refers");
  const reader = { definition, answers: answersOf({}), today };
  return { section: "referrer", questions: visibleIn(section, reader).map(({ question }) => question) };
};

describe.each(SHIPPED_PANELS)("what a worker says of themselves to $name", (panel) => {
  it("is filled in from what is known of them: name, service, and how to reach them", async () => {
    const { section, questions } = referrerOf(await definitionOf(panel));
    const filled = new Map(ownAnswers(section, questions, answersOf({}), OWN));
    expect([...filled.values()]).toEqual(
      expect.arrayContaining(["Rae Referrer", "Housing trust", "01632 960001", "rae@example.org"]),
    );
    expect(filled.get(questionPath(section, "name"))).toBe("Rae Referrer");
    expect(ownDetailsIn(section, questions, filled)).toMatchObject({
      telephone: OWN.telephone,
      email: OWN.email,
    });
  });

  it("is never put over an answer, nor back where an answer was taken out", async () => {
    const { section, questions } = referrerOf(await definitionOf(panel));
    const there = answersOf({ "referrer.name": "Sam Second", "referrer.email": "" });
    const filled = new Map(ownAnswers(section, questions, there, OWN));
    expect(filled.has(questionPath(section, "name"))).toBe(false);
    expect(filled.has(questionPath(section, "email"))).toBe(false);
    expect(filled.has(questionPath(section, "telephone"))).toBe(true);
  });

  it("leaves open what is not known", async () => {
    const { section, questions } = referrerOf(await definitionOf(panel));
    expect(ownAnswers(section, questions, answersOf({}), { telephone: "", name: undefined })).toEqual([]);
  });
});
