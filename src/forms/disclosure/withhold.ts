/**
 * Taking out of texts what is withheld from the person who asks. It is taken out before a document is made, never
 * covered up in one: what is withheld is nowhere in the file.
 */
import { LAW, type Withholding } from "../law/law.ts";
import type { HeldPart, HeldText } from "./held.ts";

/** `why`: a key of the law's grounds for withholding. */
export type Marks = {
  /** Whole texts, by their ids. */
  readonly texts: readonly { readonly id: string; readonly why: string }[];
  /** Words, wherever they stand and however they are spaced and cased. */
  readonly phrases: readonly { readonly words: string; readonly why: string }[];
  /** Papers that are given, by the ids of their texts. Nothing is ever given that was not chosen. */
  readonly given?: readonly string[] | undefined;
};

export const NO_MARKS: Marks = { texts: [], phrases: [] };

/** A stretch of a text: as it stands, or withheld and on what ground. */
export type Stretch = { readonly text: string; readonly why?: string };

export const groundOf = (why: string): Withholding | undefined =>
  LAW.withholding.find(({ key }) => key === why);

/** What becomes of a paper: it is in the copy, withheld and on what ground, or left for somebody to decide. */
export type PaperStanding = "given" | "undecided" | { readonly why: string };

export function paperStanding({ texts, given = [] }: Marks, id: string): PaperStanding {
  const withheldFor = texts.find((each) => each.id === id);
  if (withheldFor) return { why: withheldFor.why };
  return given.includes(id) ? "given" : "undecided";
}

/** What stands in the place of what was taken out. An unknown ground, of another version, still says that much. */
export const placeholder = (why: string): string =>
  `[withheld: ${groundOf(why)?.label ?? "see the covering letter"}]`;

const escape = (words: string): string => words.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
/** Letters and figures around the words would make them other words: "Ann" is not in "planning". */
const bounded = (words: string): string => {
  const spaced = words.trim().split(/\s+/u).map(escape).join("\\s+");
  const open = /^[\p{L}\p{N}]/u.test(words.trim()) ? "(?<![\\p{L}\\p{N}])" : "";
  const close = /[\p{L}\p{N}]$/u.test(words.trim()) ? "(?![\\p{L}\\p{N}])" : "";
  return `${open}${spaced}${close}`;
};

export type Finder = (text: string) => readonly Stretch[];

/** Finds the phrases in texts. Of two that begin at one place the longer is taken. */
export function makeFinder({ phrases }: Pick<Marks, "phrases">): Finder {
  const wanted = phrases
    // An accent may be typed as a part of its letter or after it.
    .map(({ words, why }) => ({ words: words.normalize("NFC").trim(), why }))
    .filter(({ words }) => words !== "")
    .toSorted((a, b) => b.words.length - a.words.length);
  if (wanted.length === 0) return (text) => [{ text }];
  const pattern = new RegExp(wanted.map(({ words }) => `(${bounded(words)})`).join("|"), "giu");
  return (given) => {
    const text = given.normalize("NFC");
    const found: Stretch[] = [];
    let from = 0;
    for (const match of text.matchAll(pattern)) {
      if (match.index > from) found.push({ text: text.slice(from, match.index) });
      const at = match.slice(1).findIndex((group) => group !== undefined);
      found.push({ text: match[0], why: wanted[at]?.why ?? "" });
      from = match.index + match[0].length;
    }
    if (from < text.length) found.push({ text: text.slice(from) });
    return found;
  };
}

/** How often words stand in what is held, whole texts that are withheld aside. */
export function countPhrase(parts: readonly HeldPart[], words: string): number {
  const find = makeFinder({ phrases: [{ words, why: "" }] });
  const count = (text: string): number => find(text).filter(({ why }) => why !== undefined).length;
  return parts
    .flatMap(({ texts }) => texts)
    .reduce((sum, each) => sum + count(each.label) + count(each.text), 0);
}

/** What a copy may say: the same parts, with placeholders in the place of what is withheld. */
export function withheld(parts: readonly HeldPart[], marks: Marks): readonly HeldPart[] {
  const find = makeFinder(marks);
  const why = new Map(marks.texts.map((each) => [each.id, each.why]));
  const clean = (text: string): string =>
    find(text)
      .map((stretch) => (stretch.why === undefined ? stretch.text : placeholder(stretch.why)))
      .join("");
  const cleanText = ({ id, label, text }: HeldText): HeldText => {
    const ground = why.get(id);
    return { id, label: clean(label), text: ground === undefined ? clean(text) : placeholder(ground) };
  };
  return parts.map(({ key, title, texts }) => ({ key, title: clean(title), texts: texts.map(cleanText) }));
}
