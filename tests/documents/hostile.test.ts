import { describe, expect, it } from "vitest";
import { PDFContext } from "@cantoo/pdf-lib";
import fc from "fast-check";
import type { Block } from "../../src/documents/model.ts";
import { loadFonts } from "../../src/documents/pdf/fonts.ts";
import { saveOpen } from "../../src/documents/pdf/protect.ts";
import { renderPdf } from "../../src/documents/pdf/render.ts";
import { STYLE } from "../../src/documents/pdf/theme.ts";
import { wrap } from "../../src/documents/pdf/wrap.ts";
import { answer, build, paragraph, wordsOf } from "./build.ts";
import { fonts } from "./fixtures.ts";
import { all, readStructure } from "./structure.ts";
import { run, textOf, withFile } from "./tools.ts";

const OTHER_SCRIPTS = "Ωμέγα Иван Nguyễn Łukasz Gŵynedd";

describe("text that fonts or readers trip over", () => {
  it("prints Greek, Cyrillic, Vietnamese, Polish and Welsh, composed or not", async () => {
    const { bytes, missing } = await build([
      paragraph(OTHER_SCRIPTS),
      paragraph(OTHER_SCRIPTS.normalize("NFD")),
    ]);
    expect(missing).toEqual([]);
    expect(textOf(bytes)).toContain(`${OTHER_SCRIPTS} ${OTHER_SCRIPTS}`);
  });

  it("prints Arabic, Persian and Urdu joined and from right to left, among other words too", async () => {
    const bare = (text: string) => text.replaceAll(/\p{Cf}/gu, "");
    const english = "Neighbours say that the door is left open at night and that the flat is cold.";
    const { bytes, missing } = await build([
      paragraph("محمد الخطيب يسكن في شقة باردة"),
      ...Array.from({ length: 5 }, () => paragraph(english)),
      paragraph("The son, محمد الخطيب, was born on 4 March 1951 (in بغداد)."),
      answer("Name", "أحمد (Ahmad) گلزار پروین ٹھیک ہے"),
    ]);
    expect(missing).toEqual([]);
    const text = bare(textOf(bytes));
    for (const words of [
      "محمد الخطيب يسكن في شقة باردة",
      "The son, محمد الخطيب, was born",
      "بغداد",
      "گلزار پروین",
    ]) {
      expect(text).toContain(words);
    }
    expect((await readStructure(bytes)).problems).toEqual([]);
    // Each word stands where its reader looks for it, and a leftward paragraph begins at the right edge.
    const words = wordsOf(bytes).map((word) => ({ ...word, text: bare(word.text) }));
    // Poppler gives places of leftward words with their letters as drawn.
    const drawn = (text: string) => [...text].reverse().join("");
    const first = (text: string) => words.find((word) => word.text === text || word.text === drawn(text));
    expect(first("محمد")?.right).toBeGreaterThan(480);
    expect(first("يسكن")?.right).toBeLessThan(first("الخطيب")?.left ?? 0);
    expect(first("أحمد")?.left).toBeGreaterThan(
      words.find(({ text: word }) => word.includes("Ahmad"))?.right ?? 999,
    );
    expect(first("The")?.left).toBeLessThan(70);
  });

  it("turns the brackets of leftward text, so that they hold what they held", async () => {
    const runs = wrap(await loadFonts(PDFContext.create(), fonts), "أحمد (Ahmad) هنا", STYLE.body, 400)[0]
      ?.runs;
    const drawn = runs?.map(({ text }) => text).join("|") ?? "";
    expect(drawn.indexOf("هنا")).toBeLessThan(drawn.indexOf("(Ahmad)".charAt(0)));
    expect(drawn).toMatch(/هنا\|? ?\|?\(\|?Ahmad\|?\)\|? ?\|?أحمد/u);
  });

  it("marks what no font has, reports it, and says so on paper", async () => {
    const { bytes, missing } = await build([answer("Name", "Sam 🦄🦄 משה")]);
    expect(missing).toEqual([
      { codePoint: 0x5d4, count: 1 },
      { codePoint: 0x5de, count: 1 },
      { codePoint: 0x5e9, count: 1 },
      { codePoint: 0x1f984, count: 2 },
    ]);
    const text = textOf(bytes);
    expect(text).toContain("5 characters could not be printed");
    expect(text).toContain("U+05D4, U+05DE, U+05E9, U+1F984 (2 times)");
    // Copied text gives the character back, but never a right-to-left word reversed.
    expect(text).toContain("Sam 🦄🦄 \u{fffd}\u{fffd}\u{fffd}");
    expect((await readStructure(bytes)).problems).toEqual([]);
  });

  it("counts a table's and a header row's characters once, however often they are drawn", async () => {
    const rows = Array.from({ length: 100 }, () => ["row"]);
    const { missing } = await build([{ kind: "table", caption: "T", columns: ["王"], rows }]);
    expect(missing).toEqual([{ codePoint: 0x738b, count: 1 }]);
  });

  it("marks controls and half characters; drops joiners and direction marks", async () => {
    const { bytes, missing } = await build([
      paragraph("a\u0000b\u001bc \ud800d\udfff e\u202ef\u200dg\u00adh\ufeff"),
    ]);
    expect(missing.map((one) => one.codePoint)).toEqual([0, 0x1b, 0xd800, 0xdfff]);
    expect(textOf(bytes)).toContain("a\u{fffd}b\u{fffd}c \u{fffd}d\u{fffd} efgh");
  });

  it("ends lines at every kind of line end, and says common signs in words", async () => {
    const { bytes, missing } = await build([paragraph("one\r\ntwo\rthree\u2028four\u0085five\tsix → ✓")]);
    expect(missing).toEqual([]);
    const words = wordsOf(bytes);
    const tops = ["one", "two", "three", "four", "five"].map(
      (text) => words.find((word) => word.text === text)?.top ?? 0,
    );
    expect(tops).toEqual(tops.toSorted((one, other) => one - other));
    expect(new Set(tops).size).toBe(5);
    expect(textOf(bytes)).toContain("five six -> (tick)");
  });

  it("breaks a word of 10,000 characters without losing one", async () => {
    const word = Array.from({ length: 2_000 }, (_, at) => `x${String(at).padStart(4, "0")}`).join("");
    const { bytes } = await build([
      answer("Long", word),
      { kind: "table", caption: "T", columns: ["A", "B"], rows: [[word, "b"]] },
    ]);
    const printed = wordsOf(bytes).filter((one) => /^[x\d]{5,}$/.test(one.text));
    expect(printed.every((one) => one.right < 535)).toBe(true);
    expect(printed.map((one) => one.text).join("")).toBe(word + word);
  });

  it("keeps markup, PDF syntax and formulas as plain text", async () => {
    const text = "<b>&amp;</b> ) Tj ET (/JS) <</Type>> =HYPERLINK(1) ${x} \\u0041";
    const { bytes } = await build([paragraph(text)], text);
    expect(textOf(bytes)).toContain(text);
    expect((await readStructure(bytes)).problems).toEqual([]);
  });

  it("prints every row of a table of 5,000, once and in order, under its header on each page", async () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => [
      `r${at + 1}`,
      at % 500 === 0 ? "long ".repeat(60) : "x",
    ]);
    const { bytes, pages, missing } = await build([
      { kind: "table", caption: "All of them", columns: ["Row", "What"], rows },
    ]);
    expect(missing).toEqual([]);
    expect(pages).toBeGreaterThan(100);
    const text = textOf(bytes);
    expect(text.match(/\br\d+\b/g)).toEqual(rows.map(([row]) => row));
    expect(text.match(/\bRow What\b/g)).toHaveLength(pages);
    expect(text).toContain(`Page ${pages} of ${pages}`);
    const { tree, problems } = await readStructure(bytes);
    expect(problems).toEqual([]);
    expect(all(tree, "TR")).toHaveLength(5_001);
  }, 60_000);

  it("keeps hostile text in titles, bookmarks, footers and code as text", async () => {
    const hostile = ") >> endobj /JS (app.alert(1)) \u202eلا\u0000 🦄 <script>";
    const frame = {
      title: hostile,
      lang: "en-GB",
      handlingMark: hostile,
      footer: hostile,
      createdAtMs: 0,
    } as const;
    const blocks: Block[] = [
      { kind: "heading", level: 1, text: hostile },
      { kind: "heading", level: 2, text: hostile },
      { kind: "code", text: hostile, alt: hostile },
    ];
    const { pdf } = await renderPdf({ frame, blocks }, fonts);
    const bytes = await saveOpen(pdf);
    expect(withFile(bytes, (path) => run("qpdf", ["--check", path]))).toMatchObject({ code: 0 });
    expect((await readStructure(bytes)).problems).toEqual([]);
    const info = withFile(bytes, (path) => run("pdfinfo", [path]).out);
    expect(info).toMatch(/JavaScript: +no/);
    expect(info).toContain(") >> endobj /JS (app.alert(1))");
  });

  it("prints empty everything", async () => {
    const { bytes } = await build(
      [
        answer("", ""),
        paragraph(""),
        { kind: "list", items: [] },
        { kind: "list", items: ["", "x"] },
        { kind: "table", caption: "", columns: [], rows: [] },
        { kind: "table", caption: "", columns: [""], rows: [[""], []] },
        { kind: "facts", tone: "summary", facts: [] },
        { kind: "note", text: "" },
        { kind: "together", blocks: [] },
        { kind: "answers", answers: [] },
        { kind: "heading", level: 2, text: "" },
      ],
      "",
    );
    expect(withFile(bytes, (path) => run("qpdf", ["--check", path]))).toMatchObject({ code: 0 });
  });

  it("prints any string whatever, as a whole and well-formed document", async () => {
    const anything = fc.string({ unit: "binary", maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(anything, anything, async (label, text) => {
        const { bytes } = await build(
          [
            answer(label, text),
            { kind: "table", caption: text, columns: [label, text], rows: [[text, label]] },
          ],
          label,
        );
        expect((await readStructure(bytes)).problems).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
