/** Breaks text into lines that fit, and lines into runs that one face can draw. */
import { PDFHexString } from "@cantoo/pdf-lib";
import { type Direction, directionOf, inVisualOrder, mayRunLeftwards, stretches } from "./direction.ts";
import { MISSING_MARK } from "./fonts.ts";
import type { Face, Fonts } from "./fonts.ts";
import { printable } from "./text.ts";
import type { TextStyle, Weight } from "./theme.ts";

/** Characters in a row from one face. `actual` is what marks stand for, for copying and reading aloud. */
export interface Run {
  face: Face;
  text: string;
  actual?: string;
}

export interface Line {
  /** From left to right as they are drawn. */
  runs: Run[];
  /** White before the first, in points: a paragraph that runs leftwards begins at the right edge. */
  indent: number;
  /** In points, without the space that carries on to the next line. */
  width: number;
  style: TextStyle;
}

/** May break after these inside a word, as in addresses and references. */
const BREAK_AFTER = /(?<=[-\u2010\u2013\u2014/])/u;

/** Printed paragraphs of a text; a blank one is a gap the writer left. */
export function paragraphs(text: string): string[] {
  return printable(text)
    .split("\n")
    .map((paragraph) => paragraph.trim());
}

/** Width of the text on one line, in points. Counts nothing as missing, so tables may measure first. */
export function widthOf(fonts: Fonts, text: string, style: TextStyle): number {
  return measure(fonts, style.weight, text) * style.size;
}

/**
 * One paragraph as lines no wider than `width` points. A word that is too long is broken between
 * characters; no hyphen is added, since it may be a reference. Empty text gives no lines.
 */
export function wrap(fonts: Fonts, text: string, style: TextStyle, width: number): Line[] {
  const lines: Line[] = [];
  const max = width / style.size;
  const direction = directionOf(text);
  const space = measure(fonts, style.weight, " ");
  let current = "";
  let used = 0;
  const end = (softly: boolean): void => {
    const runs = runsOf(fonts, softly ? `${current} ` : current, style.weight, direction);
    // The space that carries on is drawn at the left end there, and takes its room.
    const taken = softly ? used + space : used;
    const indent = direction === "rtl" ? (max - taken) * style.size : 0;
    lines.push({ runs, indent, width: used * style.size, style });
    current = "";
    used = 0;
  };
  for (const word of printable(text).split(/[ \n]+/)) {
    if (word === "") continue;
    word.split(BREAK_AFTER).forEach((part, index) => {
      const gap = index === 0 && current !== "" ? space : 0;
      const wide = measure(fonts, style.weight, part);
      if (current !== "" && used + gap + wide > max) end(index === 0);
      if (current !== "" && gap > 0) {
        current += " ";
        used += gap;
      }
      for (const piece of wide > max
        ? pieces(fonts, style.weight, part, max)
        : [{ text: part, width: wide }]) {
        if (current !== "" && used + piece.width > max) end(false);
        current += piece.text;
        used += piece.width;
      }
    });
  }
  if (current !== "") end(false);
  return lines;
}

/** Cuts a long word into pieces that fit; an accent never leaves its letter. */
function pieces(fonts: Fonts, weight: Weight, word: string, max: number): { text: string; width: number }[] {
  const cut: { text: string; width: number }[] = [];
  let text = "";
  let width = 0;
  for (const character of word) {
    const advance = measure(fonts, weight, character);
    if (text !== "" && width + advance > max && !/^\p{M}/u.test(character)) {
      cut.push({ text, width });
      text = "";
      width = 0;
    }
    text += character;
    width += advance;
  }
  cut.push({ text, width });
  return cut;
}

/** Letters that join are as wide as they are together. */
function measure(fonts: Fonts, weight: Weight, text: string): number {
  if (mayRunLeftwards(text)) {
    return makeRuns(fonts, text, weight).reduce(
      (sum, run) => sum + run.face.embedder.widthOfTextAtSize(run.text, 1),
      0,
    );
  }
  let width = 0;
  for (const character of text) {
    const glyph = fonts.find(weight, character.codePointAt(0) ?? 0);
    width += (glyph ?? fonts.markGlyph(weight)).advance;
  }
  return width;
}

/** Here, and only here, missing characters are counted: each printed character passes once. */
function runsOf(fonts: Fonts, text: string, weight: Weight, direction: Direction): Run[] {
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (fonts.find(weight, codePoint) === null) fonts.countMissing(codePoint);
  }
  if (!mayRunLeftwards(text)) return makeRuns(fonts, text, weight);
  const parts = stretches(text, direction).flatMap(({ level, text: part }) =>
    makeRuns(fonts, part, weight).map((run) => ({ level, run })),
  );
  return inVisualOrder(parts).map(({ level, run }) => (level % 2 === 1 ? turned(run) : run));
}

/** The font lays letters that join from right to left by itself; spaces and signs are laid here. */
function turned(run: Run): Run {
  return mayRunLeftwards(run.text) ? run : { ...run, text: [...run.text].reverse().join("") };
}

function makeRuns(fonts: Fonts, text: string, weight: Weight): Run[] {
  const runs: Run[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const glyph = fonts.find(weight, codePoint);
    const face = (glyph ?? fonts.markGlyph(weight)).face;
    const last = runs.at(-1);
    const isMark = glyph === null;
    if (last === undefined || last.face !== face || (last.actual !== undefined) !== isMark) {
      runs.push(isMark ? { face, text: mark, actual: character } : { face, text: character });
    } else {
      last.text += isMark ? mark : character;
      if (last.actual !== undefined) last.actual += character;
    }
  }
  return runs;
}

const mark = String.fromCodePoint(MISSING_MARK);

/** Words with the spaces before them, which are drawn alike wherever they stand. */
const WORDS = /(?= )/u;

/**
 * A run in the numbers of its face's subset; remembers the glyphs so that they are embedded. Shaping is most of the
 * work of a document and people write the same words again, so each word is shaped once; text that runs leftwards is
 * turned round as a whole and shaped as one.
 */
export function encode({ face, text }: Run): PDFHexString {
  face.used = true;
  const words = mayRunLeftwards(text) ? [text] : text.split(WORDS);
  return PDFHexString.of(words.map((word) => shaped(face, word)).join(""));
}

function shaped(face: Face, word: string): string {
  const known = face.shaped.get(word);
  if (known !== undefined) return known;
  const hex = face.embedder.encodeText(word).asString();
  face.shaped.set(word, hex);
  return hex;
}
