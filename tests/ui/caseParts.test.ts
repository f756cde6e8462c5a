/** What a case’s steps bring with them, from each panel’s own definition. */
import { describe, expect, it } from "vitest";
import ashfield from "../../src/forms/panels/ashfield.json" with { type: "json" };
import hartlepool from "../../src/forms/panels/hartlepool-stockton.json" with { type: "json" };
import hertfordshire from "../../src/forms/panels/hertfordshire.json" with { type: "json" };
import oxfordshire from "../../src/forms/panels/oxfordshire.json" with { type: "json" };
import { casePartsOf } from "../../src/ui/meeting/room/caseParts.ts";
import { parsed } from "../forms/fixtures.ts";

const partsOf = (definition: unknown) => casePartsOf(parsed(definition));
const controlsOf = (definition: unknown) => partsOf(definition).flatMap(({ controls }) => controls);
const partOf = (definition: unknown, key: string) => partsOf(definition).find((part) => part.key === key);

describe("the steps of a case", () => {
  it.each([ashfield, hartlepool, hertfordshire, oxfordshire])(
    "of $shortName are all there in order, with a decision, actions and earlier ones",
    (definition) => {
      const steps = definition.meeting.perCase.map(({ key }) => key);
      expect(partsOf(definition).map(({ key, notes }) => [key, notes[0]?.key])).toEqual(
        steps.map((key) => [key, key]),
      );
      for (const control of ["decision", "actions", "earlierActions", "agencyNotes"] as const) {
        expect(controlsOf(definition).filter((each) => each === control)).toHaveLength(1);
      }
    },
  );

  it("[ASH-81], [ASH-85], [ASH-63] decide at suitability, end with the summary, and hear the person", () => {
    expect(partOf(ashfield, "suitability")?.controls).toEqual(["decision"]);
    expect(partsOf(ashfield).at(-1)?.title).toBe("Summary");
    expect(partOf(ashfield, "voice")?.title).toBe("What the person says");
  });

  it("[HER-41] ask for a quorum only where the panel has one", () => {
    expect(partsOf(hertfordshire)[0]).toMatchObject({ key: "quorum", controls: ["quorum"] });
    expect(controlsOf(ashfield)).not.toContain("quorum");
  });

  it("[OXT-58], [OXT-62] take down the level of risk, who answers for it, and who keeps watch", () => {
    expect(partOf(oxfordshire, "riskLevel")?.notes).toEqual([
      { key: "riskLevel", label: "Notes: level of risk" },
      { key: "accountable", label: "Senior manager who answers for it" },
    ]);
    expect(partOf(oxfordshire, "reporting")?.notes.at(-1)?.label).toBe("Who keeps in touch and watches");
  });

  it("[ASH-64], [HER-25], [OXT-63] ask for a report of progress only where the panel does", () => {
    for (const definition of [ashfield, hertfordshire, oxfordshire])
      expect(controlsOf(definition)).toContain("report");
    expect(controlsOf(hartlepool)).not.toContain("report");
  });
});
