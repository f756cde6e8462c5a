import { describe, expect, it } from "vitest";
import { referenceFor } from "../../src/app/caseActions.ts";
import { makeFileName } from "../../src/documents/fileName.ts";
import { makeId, type ScopeId } from "../../src/domain/ids.ts";

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

describe("a reference", () => {
  it("is neutral, the same for the same case, and always told from a name, so that files can carry it", () => {
    for (let n = 0; n < 500; n++) {
      const scope = makeId<ScopeId>(random);
      const reference = referenceFor("Ashfield", scope);
      expect(reference).toMatch(/^ASH-\d[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(referenceFor("Ashfield", scope)).toBe(reference);
      expect(makeFileName("referral", reference)).toBe(`referral-${reference.toLowerCase()}.pdf`);
    }
  });
});
