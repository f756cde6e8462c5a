/** The names of minutes: docs/protocol.md section 9. */
import { describe, expect, it } from "vitest";
import { hashMinutes } from "../../src/crypto/minutesHash.ts";
import { loadVerifier } from "../../src/crypto/verify.ts";

const verifier = await loadVerifier();
const TEXT = '{"format":1,"reference":"TST-7K3M9","title":"Zoë"}';

describe("the name of minutes", () => {
  const first = hashMinutes(verifier, TEXT) ?? "";
  const second = hashMinutes(verifier, `${TEXT} `) ?? "";

  // Made by another BLAKE2b, from the protocol’s own words.
  it("stays what it was: a name once signed is checked for years", () => {
    expect(first).toBe("cCEg1fYYR1CQUQ3LDO0MYKj2Q59zOCCtkE2TF6j7BmM");
    expect(hashMinutes(verifier, TEXT, [first, second])).toBe("SnRK4fX1hr1dLTfGlaWSrkENjL7skdxGHwDANjCiBQY");
  });

  it("is another for any byte more, for the cases in another order, and for a case the less", () => {
    const names = [
      first,
      second,
      hashMinutes(verifier, TEXT, []),
      hashMinutes(verifier, TEXT, [first]),
      hashMinutes(verifier, TEXT, [first, second]),
      hashMinutes(verifier, TEXT, [second, first]),
    ];
    expect(new Set(names).size).toBe(names.length);
  });

  it("is none where a case has none", () => {
    expect(hashMinutes(verifier, TEXT, [first, "not base64url!"])).toBeUndefined();
  });
});
