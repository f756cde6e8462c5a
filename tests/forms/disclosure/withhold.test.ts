/** Taking out what is withheld from a copy for the person who asks. [ASH-100] */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HeldPart } from "../../../src/forms/disclosure/held.ts";
import {
  countPhrase,
  makeFinder,
  type Marks,
  placeholder,
  withheld,
} from "../../../src/forms/disclosure/withhold.ts";

const OUT = placeholder("somebodyElse");
const held = (text: string, label = "A label", id = "t"): HeldPart[] => [
  { key: "k", title: "Part", texts: [{ id, label, text }] },
];
const phrases = (...words: string[]): Marks => ({
  texts: [],
  phrases: words.map((each) => ({ words: each, why: "somebodyElse" })),
});
const after = (text: string, marks: Marks): string => withheld(held(text), marks)[0]?.texts[0]?.text ?? "";

describe("words that are withheld", () => {
  it("are taken out wherever they stand, however they are cased and spaced", () => {
    expect(
      after("Nell Neighbour rang. NELL\n  NEIGHBOUR’s dog; nell neighbour.", phrases("Nell Neighbour")),
    ).toBe(`${OUT} rang. ${OUT}’s dog; ${OUT}.`);
  });

  it("are words, and no parts of others", () => {
    expect(after("Ann was planning. Ann-Marie. Annan.", phrases("Ann"))).toBe(
      `${OUT} was planning. ${OUT}-Marie. Annan.`,
    );
  });

  it("are found with an accent typed either way, and with signs that mean something to a search", () => {
    expect(after("Zoe\u{301} came", phrases("Zo\u{e9}"))).toBe(`${OUT} came`);
    expect(after("At 3 (b) High St. [rear]", phrases("3 (b) High St. [rear]"))).toBe(`At ${OUT}`);
    expect(after("a.c abc", phrases("a.c"))).toBe(`${OUT} abc`);
  });

  it("are taken whole where a shorter one begins at the same place", () => {
    expect(after("Nell Neighbour and Nell", phrases("Nell", "Nell Neighbour"))).toBe(`${OUT} and ${OUT}`);
  });

  it("are taken out of labels and titles too", () => {
    const [part] = withheld(
      [{ key: "k", title: "About Nell", texts: [{ id: "t", label: "Asked of Nell", text: "Yes" }] }],
      phrases("Nell"),
    );
    expect(part).toMatchObject({ title: `About ${OUT}`, texts: [{ label: `Asked of ${OUT}`, text: "Yes" }] });
  });

  it("that are empty take nothing out, and the count is of what is there", () => {
    expect(after("as it was", phrases("", "  "))).toBe("as it was");
    expect(countPhrase(held("Nell, nell and Nellie", "Nell"), "nell")).toBe(3);
  });

  it("are nowhere in what is left, whatever the text and whatever the words", () => {
    const word = fc.string({ minLength: 1, maxLength: 8 }).filter((each) => each.trim() !== "");
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 12 })), word, fc.string(), (around, words, tail) => {
        const text = [...around, words, tail].join(" ");
        const find = makeFinder(phrases(words));
        const left = find(text).filter(({ why }) => why === undefined);
        // Nothing more is found in what was left, and what was found and left is the whole text.
        expect(left.every((stretch) => find(stretch.text).every(({ why }) => why === undefined))).toBe(true);
        expect(
          find(text)
            .map((stretch) => stretch.text)
            .join(""),
        ).toBe(text.normalize("NFC"));
        expect(find(` ${words} `).some(({ why }) => why !== undefined)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a text that is withheld", () => {
  it("leaves nothing of itself but the ground, and its neighbours as they are", () => {
    const parts: HeldPart[] = [
      {
        key: "k",
        title: "Part",
        texts: [
          { id: "one", label: "One", text: "Secret words" },
          { id: "two", label: "Two", text: "Plain words" },
        ],
      },
    ];
    const copy = withheld(parts, { texts: [{ id: "one", why: "seriousHarm" }], phrases: [] });
    expect(JSON.stringify(copy)).not.toContain("Secret");
    expect(copy[0]?.texts).toMatchObject([
      { label: "One", text: "[withheld: likely to cause serious harm]" },
      { text: "Plain words" },
    ]);
  });

  it("is withheld all the same on a ground that this version does not know", () => {
    expect(after("Secret", { texts: [{ id: "t", why: "ofLater" }], phrases: [] })).toBe(
      "[withheld: see the covering letter]",
    );
  });
});
