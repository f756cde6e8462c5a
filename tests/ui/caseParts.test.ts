/** What a case’s steps bring with them, from each panel’s own definition and from one with steps of its own naming. */
import { describe, expect, it } from "vitest";
import type { PanelDefinition } from "../../src/forms/definition.ts";
import ashfield from "../../src/forms/panels/ashfield.json" with { type: "json" };
import hartlepool from "../../src/forms/panels/hartlepool-stockton.json" with { type: "json" };
import hertfordshire from "../../src/forms/panels/hertfordshire.json" with { type: "json" };
import oxfordshire from "../../src/forms/panels/oxfordshire.json" with { type: "json" };
import { casePartsOf } from "../../src/ui/meeting/room/caseParts.ts";

const partsOf = (definition: unknown) => casePartsOf(definition as PanelDefinition);
const controlsOf = (definition: unknown) => partsOf(definition).flatMap(({ controls }) => controls);
const keysOf = (definition: unknown) => partsOf(definition).map(({ key }) => key);

describe("the steps of a case", () => {
  it.each([ashfield, hartlepool, hertfordshire, oxfordshire])(
    "of $shortName are all there in order, with a decision, actions and earlier ones",
    (definition) => {
      const steps = definition.meeting.perCase.map(({ key }) => key);
      const notes = keysOf(definition).filter((key) => key !== undefined && steps.includes(key));
      expect(notes).toEqual(steps);
      for (const control of ["decision", "actions", "earlierActions", "agencyNotes"] as const) {
        expect(controlsOf(definition).filter((each) => each === control)).toHaveLength(1);
      }
    },
  );

  it("[ASH-81], [ASH-85], [ASH-63] decide at suitability, end with the summary, and hear the person", () => {
    const suitability = partsOf(ashfield).find(({ key }) => key === "suitability");
    expect(suitability?.controls).toEqual(["decision"]);
    expect(keysOf(ashfield)).toEqual(expect.arrayContaining(["summary", "voice"]));
  });

  it("[HER-41] ask for a quorum only where the panel has one", () => {
    expect(partsOf(hertfordshire)[0]).toMatchObject({ key: "quorum", controls: ["quorum"] });
    expect(controlsOf(ashfield)).not.toContain("quorum");
  });

  it("[OXT-58], [OXT-63] ask for the level of risk and the report only where the panel does", () => {
    expect(controlsOf(oxfordshire)).toEqual(expect.arrayContaining(["riskLevel", "report"]));
    expect(controlsOf(hertfordshire)).not.toContain("riskLevel");
  });

  it("of a panel that names its own still have everything that is recorded of a case", () => {
    const own = { ...ashfield.meeting, perCase: [{ key: "somethingElse", text: "Something else." }] };
    const fifth = {
      ...ashfield,
      meeting: { ...own, quorum: { rule: "chairAndContributors", text: "Five." } },
    };
    expect(controlsOf(fifth).toSorted()).toEqual(
      ["actions", "agencyNotes", "decision", "earlierActions", "quorum", "report"].toSorted(),
    );
    expect(partsOf(fifth).find(({ key }) => key === "somethingElse")?.title).toBe("Something else");
  });
});
