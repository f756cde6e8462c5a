/** What may leave the app without a password, by each panel's own rule. */
import { describe, expect, it } from "vitest";
import { OPEN_FILES } from "../../src/forms/definition/handling.ts";
import { mayLeaveOpen } from "../../src/forms/leaveOpen.ts";
import { SHIPPED_PANELS } from "../../src/forms/panels/shipped.ts";
import { parseDefinition } from "../../src/forms/parseDefinition.ts";
import { ashfield } from "./fixtures.ts";

const allowed = (exports: Partial<(typeof ashfield)["exports"]>) =>
  OPEN_FILES.filter((kind) => mayLeaveOpen({ exports: { ...ashfield.exports, ...exports } }, kind));

describe("leaving without a password", () => {
  it("[ASH-69] is refused at Ashfield, but for numbers and for what ECINS is to take in [ASH-48] [ASH-88]", () => {
    expect(OPEN_FILES.filter((kind) => mayLeaveOpen(ashfield, kind))).toEqual(["extract", "report"]);
  });

  it.each(SHIPPED_PANELS)(
    "is refused by $name for a case, where its papers ask for nothing to be entered elsewhere",
    async ({ load }) => {
      const parsed = parseDefinition(await load());
      if (!parsed.ok) throw new Error("The definition cannot be read");
      const asked = (parsed.definition.transfers ?? []).length > 0;
      expect(mayLeaveOpen(parsed.definition, "extract")).toBe(asked);
    },
  );

  it("is refused for all where a definition names nothing, and for nothing where no password is asked for", () => {
    expect(allowed({ openFiles: undefined })).toEqual([]);
    expect(allowed({ openFiles: undefined, passwordRequired: false })).toEqual(OPEN_FILES);
  });
});
