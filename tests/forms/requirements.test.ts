/** Every row that a referral has to hold is in the definition of its panel; a sentence for each that is not. */
import { describe, expect, it } from "vitest";
import { SHIPPED_PANELS } from "../../src/forms/panels/shipped.ts";
import { REFERRAL_KINDS, REQUIREMENT_ROWS, rowsOf, sourcesIn } from "./requirementRows.ts";

/** Which panel's definition carries which documents. */
const CARRIED: Record<string, readonly (keyof typeof REQUIREMENT_ROWS)[]> = {
  ashfield: ["ASH"],
  "hartlepool-stockton": ["HAR"],
  hertfordshire: ["HER"],
  oxfordshire: ["OXF", "OXT"],
};

describe.each(SHIPPED_PANELS)("the definition of the $name", ({ id, load }) => {
  const documents = CARRIED[id] ?? [];
  const wanted = documents.flatMap((document) => rowsOf(document, REFERRAL_KINDS));

  it("carries a document of its own", () => expect(wanted.length).toBeGreaterThan(0));

  it(`holds every row of the kinds ${REFERRAL_KINDS.join(", ")}`, async () => {
    const held = new Set(sourcesIn(await load()));
    expect(wanted.filter((row) => !held.has(row))).toEqual([]);
  });

  it("names no row that does not exist", async () => {
    const known = new Set(documents.flatMap((document) => rowsOf(document)));
    const odd = sourcesIn(await load()).filter(
      (row) => !known.has(row) && !/^GAP-(0[1-9]|1\d|2[01])$/.test(row),
    );
    expect(odd).toEqual([]);
  });
});
