import { describe, expect, it } from "vitest";
import { type HeldPart, PAPERS_PART } from "../../src/forms/disclosure/held.ts";
import { NO_MARKS } from "../../src/forms/disclosure/withhold.ts";
import {
  dropPhrase,
  GIVE,
  markPaper,
  markPhrase,
  markText,
  paperChoice,
  tally,
  tallyWords,
  undecidedWords,
  whyOf,
} from "../../src/ui/disclosure/marks.ts";

const PARTS: HeldPart[] = [
  {
    key: "k",
    title: "Part",
    texts: [
      { id: "a", label: "Asked of Nell", text: "Nell said yes, and Nell’s sister" },
      { id: "b", label: "Health", text: "Nothing of Nell" },
    ],
  },
];

describe("[ASH-100] marking what is withheld", () => {
  it("marks a text on one ground at a time, and shares it again", () => {
    const marked = markText(markText(NO_MARKS, "a", "crime"), "a", "seriousHarm");
    expect(whyOf(marked, "a")).toBe("seriousHarm");
    expect(marked.texts).toHaveLength(1);
    expect(markText(marked, "a", "")).toEqual(NO_MARKS);
  });

  it("keeps words once however they are typed, with the ground said last", () => {
    const marked = markPhrase(markPhrase(NO_MARKS, " nell ", "crime"), "Nell", "somebodyElse");
    expect(marked.phrases).toEqual([{ words: "Nell", why: "somebodyElse" }]);
    expect(dropPhrase(marked, "Nell")).toEqual(NO_MARKS);
  });

  it("gives a paper, withholds it or leaves it to be decided, one at a time", () => {
    const given = markPaper(NO_MARKS, "p", GIVE);
    expect(paperChoice(given, "p")).toBe(GIVE);
    const kept = markPaper(given, "p", "crime");
    expect([paperChoice(kept, "p"), kept.given]).toEqual(["crime", []]);
    expect(paperChoice(markPaper(markPaper(kept, "p", GIVE), "p", ""), "p")).toBe("");
    // Marking words or another text leaves papers as they were.
    expect(paperChoice(markPhrase(markText(given, "a", "crime"), "Nell", "crime"), "p")).toBe(GIVE);
    expect(paperChoice(dropPhrase(given, "Nell"), "p")).toBe(GIVE);
  });

  it("says how many papers nobody has decided about", () => {
    const texts = ["p", "q"].map((id) => ({ id, label: id, text: "" }));
    const parts: HeldPart[] = [{ key: PAPERS_PART, title: "Papers", texts }];
    expect(undecidedWords(parts, NO_MARKS)).toMatch(/^2 of 2 papers are not decided yet/);
    expect(undecidedWords(parts, markPaper(NO_MARKS, "p", GIVE))).toMatch(/^1 of 2 papers is not/);
    expect(undecidedWords(parts, markPaper(markPaper(NO_MARKS, "p", GIVE), "q", "crime"))).toBe("");
    expect(undecidedWords([], NO_MARKS)).toBe("");
  });

  it("counts places outside texts that are withheld whole, their labels among them", () => {
    const marks = markText(markPhrase(NO_MARKS, "Nell", "somebodyElse"), "b", "seriousHarm");
    expect(tally(PARTS, marks)).toEqual({ texts: 1, places: 3 });
    expect(tallyWords({ texts: 1, places: 3 })).toBe("Withheld: 1 text and words in 3 places.");
    expect(tallyWords({ texts: 0, places: 1 })).toBe("Withheld: words in 1 place.");
    expect(tallyWords({ texts: 2, places: 0 })).toBe("Withheld: 2 texts.");
    expect(tallyWords(tally(PARTS, NO_MARKS))).toBe("Nothing is withheld.");
  });
});
