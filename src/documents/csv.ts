/**
 * A table as CSV (RFC 4180) for spreadsheets: UTF-8 with a byte order mark, without which Excel reads another
 * encoding; every cell quoted, lines ended by CR LF. See docs/formats.md.
 *
 * [Note: formula injection] A spreadsheet runs a cell that begins with = + - @ as a formula, whatever quotes are
 * around it, and people's own words are in these cells. Such a cell gets an apostrophe before it, which
 * spreadsheets show as text; so does one that begins with a tab or a line break, or with the wide forms of those
 * four that some versions take for them.
 */

const BOM = "\u{FEFF}";
/** After blanks too: some programs cut those off before they look. */
const FORMULA = /^[\t\r\n]|^\s*[=+\-@＝＋－＠]/u;
// Not for any reader, and the end of the text to some of them.
const CONTROL = /[^\P{Cc}\t\n\r]/gu;

function cellText(text: string): string {
  const clean = text.replaceAll(CONTROL, "");
  const guarded = FORMULA.test(clean) ? `'${clean}` : clean;
  return `"${guarded.replaceAll('"', '""')}"`;
}

/** Rows may be shorter than the header; the cells that are missing are empty. */
export function makeCsv(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Uint8Array<ArrayBuffer> {
  const lines = [header, ...rows.map((row) => header.map((_, at) => row[at] ?? ""))];
  const text = lines.map((cells) => `${cells.map(cellText).join(",")}\r\n`).join("");
  return new TextEncoder().encode(BOM + text);
}
