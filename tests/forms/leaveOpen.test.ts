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
  it("[ASH-69] is refused at Ashfield for whatever tells of a case, and not for numbers", () => {
    expect(OPEN_FILES.filter((kind) => mayLeaveOpen(ashfield, kind))).toEqual(["report"]);
  });

  it.each(SHIPPED_PANELS)(
    "is refused by $name for a case in the boxes of another system",
    async ({ load }) => {
      const parsed = parseDefinition(await load());
      if (!parsed.ok) throw new Error("The definition cannot be read");
      expect(mayLeaveOpen(parsed.definition, "extract")).toBe(false);
    },
  );

  it("is refused for all where a definition names nothing, and for nothing where no password is asked for", () => {
    expect(allowed({ openFiles: undefined })).toEqual([]);
    expect(allowed({ openFiles: undefined, passwordRequired: false })).toEqual(OPEN_FILES);
  });
});
