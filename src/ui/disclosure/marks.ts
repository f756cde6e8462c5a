/** What is marked on the screen: pure changes of the marks, and what they come to in words. */
import { makeFinder, type Marks, paperStanding } from "../../forms/disclosure/withhold.ts";
import { type HeldPart, PAPERS_PART } from "../../forms/disclosure/held.ts";

/** "" shares the text again. */
export const markText = (marks: Marks, id: string, why: string): Marks => {
  const others = marks.texts.filter((each) => each.id !== id);
  return { ...marks, texts: why === "" ? others : [...others, { id, why }] };
};

/** What is chosen for a paper beside the grounds for withholding it. */
export const GIVE = "give";

/** `choice`: GIVE, a ground, or "" for not decided. */
export function markPaper(marks: Marks, id: string, choice: string): Marks {
  const given = (marks.given ?? []).filter((each) => each !== id);
  if (choice !== GIVE) return { ...markText(marks, id, choice), given };
  return { ...markText(marks, id, ""), given: [...given, id] };
}

export function paperChoice(marks: Marks, id: string): string {
  const standing = paperStanding(marks, id);
  if (standing === "given") return GIVE;
  return standing === "undecided" ? "" : standing.why;
}

/** "2 of 3 papers are not decided yet." "" where all are. */
export function undecidedWords(parts: readonly HeldPart[], marks: Marks): string {
  const papers = parts.find(({ key }) => key === PAPERS_PART)?.texts ?? [];
  const open = papers.filter(({ id }) => paperStanding(marks, id) === "undecided").length;
  if (open === 0) return "";
  const whole = papers.length === 1 ? "1 paper" : `${papers.length} papers`;
  return `${open} of ${whole} ${open === 1 ? "is" : "are"} not decided yet, and not in the copy.`;
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

export const markPhrase = (marks: Marks, words: string, why: string): Marks => ({
  ...marks,
  phrases: [...marks.phrases.filter((each) => !same(each.words, words)), { words: words.trim(), why }],
});

export const dropPhrase = (marks: Marks, words: string): Marks => ({
  ...marks,
  phrases: marks.phrases.filter((each) => each.words !== words),
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
