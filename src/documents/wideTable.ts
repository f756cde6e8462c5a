/**
 * A table on upright A4. One with more columns, or with words that its columns would break (an e-mail address, a
 * reference number), is hard to read there and to copy from: its rows are printed one under another instead.
 */
import type { Answer, Block } from "./model.ts";

const COLUMNS_MAX = 5;
/** About as many characters as fit across the page in a table's type. */
const CHARACTERS_ACROSS = 84;

/** `absent`: what stands for an empty cell in rows printed one under another. */
export function tableOrRows(
  label: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  absent: string,
): Block {
  if (fitsAsTable(columns, rows)) {
    return { kind: "table", caption: label, columns: [...columns], rows: rows.map((row) => [...row]) };
  }
  const stacked: Answer[] = rows.map((row, index) => {
    const cells = row.length > columns.length ? row : columns.map((_, at) => row[at]);
    const facts = cells.map((cell, at) => ({
      label: columns[at] ?? "",
      value: cell === undefined || cell.trim() === "" ? absent : cell,
    }));
    const counted = rows.length === 1 ? label : `${label}: ${index + 1} of ${rows.length}`;
    return { label: counted, body: [{ kind: "facts", tone: "record", facts }] };
  });
  return { kind: "answers", answers: stacked };
}

function fitsAsTable(columns: readonly string[], rows: readonly (readonly string[])[]): boolean {
  const width = Math.max(columns.length, ...rows.map((row) => row.length));
  const longest = Math.floor(CHARACTERS_ACROSS / width);
  const words = [columns, ...rows].flatMap((cells) => cells.flatMap((cell) => cell.split(/\s+/)));
  return width <= COLUMNS_MAX && words.every((word) => word.length <= longest);
}
