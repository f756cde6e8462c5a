/** Shares a table's width among its columns: enough for their longest words first, then by how much they say. */
import type { Fonts } from "./fonts.ts";
import { printable } from "./text.ts";
import { STYLE } from "./theme.ts";
import { widthOf } from "./wrap.ts";

/** No column asks for more than this, so that one long cell does not starve the others. In points. */
const WANTED_MAX = 260;
const WORD_MAX = 110;
/** A column of blanks still needs somewhere to write by hand. */
const WANTED_MIN = 24;

interface Need {
  /** Width of the longest word. */
  least: number;
  /** Width of the longest cell on one line. */
  wanted: number;
}

/**
 * Column widths in points, adding up to `width`. `padding` is what each cell keeps free, both sides
 * together. Where even the longest words do not fit, all shrink alike and words are broken.
 */
export function columnWidths(
  fonts: Fonts,
  columns: string[],
  rows: string[][],
  width: number,
  padding: number,
): number[] {
  const needs = columns.map((column, at) => need(fonts, column, rows, at));
  const room = width - padding * columns.length;
  const least = sum(needs.map((one) => one.least));
  const wanted = sum(needs.map((one) => one.wanted));
  const inner = needs.map((one) => {
    if (least >= room) return (one.least / least) * room;
    if (wanted <= room) return (one.wanted / wanted) * room;
    return one.least + ((one.wanted - one.least) / (wanted - least)) * (room - least);
  });
  return inner.map((one) => one + padding);
}

function need(fonts: Fonts, column: string, rows: string[][], at: number): Need {
  const texts = [
    { text: column, style: STYLE.cellHead },
    ...rows.map((row) => ({ text: row[at] ?? "", style: STYLE.cell })),
  ];
  let least = WANTED_MIN;
  let wanted = WANTED_MIN;
  for (const { text, style } of texts) {
    // Only the beginning of a very long cell is measured: by then the column has all it may ask for.
    for (const line of printable(text.slice(0, 600)).split("\n")) {
      wanted = Math.max(wanted, Math.min(WANTED_MAX, widthOf(fonts, line, style)));
      for (const word of line.split(" ")) {
        least = Math.max(least, Math.min(WORD_MAX, widthOf(fonts, word, style)));
      }
    }
  }
  // A hair over, so that rounding does not break the very word that was measured.
  return { least: least + 0.5, wanted: Math.max(wanted, least) + 0.5 };
}

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);
