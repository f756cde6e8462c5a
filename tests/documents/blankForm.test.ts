/** Each panel's referral form on paper: everything that is asked, with room to write, and nothing about anybody. */
import { describe, expect, it } from "vitest";
import { makeBlankForm } from "../../src/documents/blankForm.ts";
import { makeOpenPdf } from "../../src/documents/openPdf.ts";
import { parseDefinition } from "../../src/forms/parseDefinition.ts";
import { CREATED_AT_MS, fonts } from "./fixtures.ts";
import { readStructure } from "./structure.ts";
import { inkOf, textOf } from "./tools.ts";
import ashfield from "../../src/forms/panels/ashfield.json" with { type: "json" };
import hartlepool from "../../src/forms/panels/hartlepool-stockton.json" with { type: "json" };
import hertfordshire from "../../src/forms/panels/hertfordshire.json" with { type: "json" };
import oxfordshire from "../../src/forms/panels/oxfordshire.json" with { type: "json" };

const squeezed = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

describe("a blank form", () => {
  for (const json of [ashfield, hartlepool, hertfordshire, oxfordshire]) {
    it(`of ${json.id} asks everything that the form asks, in its order`, async () => {
      const parsed = parseDefinition(json);
      if (!parsed.ok) throw new Error("The definition cannot be read");
      const { definition } = parsed;
      const outcome = await makeOpenPdf(makeBlankForm(definition, CREATED_AT_MS), fonts);
      expect(outcome.missing).toEqual([]);
      expect((await readStructure(outcome.bytes)).problems).toEqual([]);
      const text = textOf(outcome.bytes);
      for (const section of [definition.eligibility.section, ...definition.sections]) {
        expect(text).toContain(squeezed(section.title));
        for (const question of section.pages.flatMap(({ questions }) => questions)) {
          if (question.type !== "computed") expect(text).toContain(squeezed(question.label).slice(0, 40));
        }
      }
      expect(text).toContain("once it is filled in");
      // A page with nothing but furniture would be a page wasted.
      expect(Math.min(...inkOf(outcome.bytes, outcome.pages))).toBeGreaterThan(400);
    });
  }
});
