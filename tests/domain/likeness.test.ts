import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import { likenessOf } from "../../src/domain/likeness.ts";

const BORN = "1987-03-07";
const like = (a: string, b: string, bornA: string | undefined = BORN, bornB: string | undefined = BORN) =>
  likenessOf({ name: a, born: bornA as CalendarDate }, { name: b, born: bornB as CalendarDate });

describe("two records with one date of birth", () => {
  it.each([
    ["Mary O'Neill", "mary oneill"],
    ["Mary O’Neill", "Mary O Neill"],
    ["Siân Llŷr Gŵyn", "Sian Llyr Gwyn"],
    ["Dafydd ap Rhys", "Dafydd Rhys"],
    ["Jones-Smith, Sarah", "Sarah Smith Jones"],
    ["  JOSÉ   Núñez ", "jose nunez"],
    ["Mr. Ian McDonald", "Ian Mc Donald"],
    ["Mary Anne Cole", "Maryanne Cole"],
    ["Søren Łukasz", "Soren Lukasz"],
    ["Okoro Ada", "Ada Okoro"],
  ])("are about one person however the name is typed: %s, %s", (a, b) => {
    expect(like(a, b)).toBe("same");
    expect(like(b, a)).toBe("same");
  });

  it.each([
    ["Jonathan Price", "Johnathan Price"],
    ["Catherine Lloyd", "Catherine Llyod"],
    ["Sarah Smith-Jones", "Sarah Jones"],
    ["Thomas Edward Hughes", "Thomas Hughes"],
  ])("are perhaps about one person where a name has a slip, or lacks a part: %s, %s", (a, b) => {
    expect(like(a, b)).toBe("perhaps");
    expect(like(b, a)).toBe("perhaps");
  });

  it.each([
    ["Ada Okoro", "Ben Okoro"],
    ["Sarah Jones", "Sarah Smith"],
    ["Lee Ray", "Leo Ray"],
    ["Sarah", "Sarah Jones"],
    ["", "Sarah Jones"],
    ["?", "Sarah Jones"],
  ])("are not taken for one person: %s, %s", (a, b) => {
    expect(like(a, b)).toBeUndefined();
    expect(like(b, a)).toBeUndefined();
  });
});

describe("one name with two dates of birth", () => {
  it.each([
    ["day and month exchanged", "1987-07-03"],
    ["a day off", "1987-03-08"],
    ["one figure wrong", "1977-03-07"],
    ["two figures exchanged", "1978-03-07"],
  ])("is perhaps one person: %s", (_, born) => {
    expect(like("Ada Okoro", "Ada Okoro", BORN, born)).toBe("perhaps");
  });

  it("is perhaps one person where a date is missing, and two where the dates are far apart", () => {
    expect(likenessOf({ name: "Ada Okoro", born: undefined }, { name: "Okoro, Ada", born: undefined })).toBe(
      "perhaps",
    );
    expect(like("Ada Okoro", "Ada Okoro", BORN, "2011-12-25")).toBeUndefined();
  });

  it("is two people where the name has a slip as well", () => {
    expect(like("Jonathan Price", "Johnathan Price", BORN, "1987-07-03")).toBeUndefined();
    expect(
      likenessOf({ name: "Jonathan Price", born: undefined }, { name: "Johnathan Price", born: undefined }),
    ).toBeUndefined();
  });
});

describe("any two", () => {
  const name = fc.oneof(fc.string(), fc.constantFrom("__proto__ constructor", "\uD800 \u202E", "ap ap", "o"));
  const born = fc.constantFrom(undefined, "1000-01-01", "9999-12-31", BORN) as fc.Arbitrary<
    CalendarDate | undefined
  >;
  const identity = fc.record({ name, born });

  it("are compared without harm, and alike in either order", () => {
    fc.assert(
      fc.property(identity, identity, (a, b) => {
        expect(likenessOf(a, b)).toBe(likenessOf(b, a));
      }),
      { numRuns: 300 },
    );
  });
});
