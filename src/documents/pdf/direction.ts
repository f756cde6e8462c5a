/**
 * Text that runs from right to left, as in Arabic: which way a paragraph runs, and in which order the parts of a line
 * stand (Unicode Standard Annex 9, by bidi-js). Letters are joined by the font itself.
 */
import bidiFactory from "bidi-js";

/** Scripts written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

export type Direction = "ltr" | "rtl";

const bidi = bidiFactory();

/** Cheap: almost no text needs any of the rest. */
export const mayRunLeftwards = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/** The way of the first letter that has one. */
export function directionOf(paragraph: string): Direction {
  if (!mayRunLeftwards(paragraph)) return "ltr";
  return ((bidi.getEmbeddingLevels(paragraph).paragraphs[0]?.level ?? 0) & 1) === 1 ? "rtl" : "ltr";
}

/** A stretch of one level; odd levels run leftwards. `text` in the order it is read, brackets turned where needed. */
export interface Stretch {
  level: number;
  text: string;
}

/** One line's stretches in the order they are read. Code points are never split. */
export function stretches(line: string, direction: Direction): Stretch[] {
  const levels = bidi.getEmbeddingLevels(line, direction);
  const found: Stretch[] = [];
  let at = 0;
  for (const character of line) {
    const level = levels.levels[at] ?? 0;
    const text = (level & 1) === 1 ? (bidi.getMirroredCharacter(character) ?? character) : character;
    const last = found.at(-1);
    if (last !== undefined && last.level === level) last.text += text;
    else found.push({ level, text });
    at += character.length;
  }
  return found;
}

/** What is drawn from left to right, of parts in the order they are read (rule L2). */
export function inVisualOrder<T extends { readonly level: number }>(parts: readonly T[]): T[] {
  const order = [...parts];
  const highest = Math.max(0, ...order.map(({ level }) => level));
  for (let level = highest; level >= 1; level -= 1) {
    for (let from = 0; from < order.length; from += 1) {
      let to = from;
      while (to < order.length && (order[to]?.level ?? 0) >= level) to += 1;
      if (to - from > 1) order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = to;
    }
  }
  return order;
}
