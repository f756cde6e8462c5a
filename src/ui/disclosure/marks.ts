/** What is marked on the screen: pure changes of the marks, and what they come to in words. */
import { makeFinder, type Marks } from "../../forms/disclosure/withhold.ts";
import type { HeldPart } from "../../forms/disclosure/held.ts";

/** "" shares the text again. */
export const markText = ({ texts, phrases }: Marks, id: string, why: string): Marks => {
  const others = texts.filter((each) => each.id !== id);
  return { texts: why === "" ? others : [...others, { id, why }], phrases };
};

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

export const markPhrase = ({ texts, phrases }: Marks, words: string, why: string): Marks => ({
  texts,
  phrases: [...phrases.filter((each) => !same(each.words, words)), { words: words.trim(), why }],
});

export const dropPhrase = ({ texts, phrases }: Marks, words: string): Marks => ({
  texts,
  phrases: phrases.filter((each) => each.words !== words),
});

export const whyOf = ({ texts }: Marks, id: string): string =>
  texts.find((each) => each.id === id)?.why ?? "";

/** Texts withheld whole, and places where words are withheld in the others. */
export function tally(
  parts: readonly HeldPart[],
  marks: Marks,
): { readonly texts: number; readonly places: number } {
  const find = makeFinder(marks);
  const held = parts.flatMap(({ texts }) => texts);
  const whole = new Set(marks.texts.map(({ id }) => id));
  const count = (text: string): number => find(text).filter(({ why }) => why !== undefined).length;
  return {
    texts: held.filter(({ id }) => whole.has(id)).length,
    places: held.reduce(
      (sum, { id, label, text }) => sum + count(label) + (whole.has(id) ? 0 : count(text)),
      0,
    ),
  };
}

/** "Nothing is withheld", "1 text and 3 places are withheld". */
export function tallyWords({ texts, places }: { readonly texts: number; readonly places: number }): string {
  if (texts + places === 0) return "Nothing is withheld.";
  const parts = [
    ...(texts === 0 ? [] : [texts === 1 ? "1 text" : `${texts} texts`]),
    ...(places === 0 ? [] : [places === 1 ? "words in 1 place" : `words in ${places} places`]),
  ];
  return `Withheld: ${parts.join(" and ")}.`;
}
