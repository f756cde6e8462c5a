import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import type { Block } from "../../src/documents/model.ts";
import { makeOpenPdf } from "../../src/documents/openPdf.ts";
import { loadFonts } from "../../src/documents/pdf/fonts.ts";
import { encode } from "../../src/documents/pdf/wrap.ts";
import { makeReferralDocument } from "../../src/documents/referral.ts";
import { answer, build, paragraph, png, wordsOf } from "./build.ts";
import type { Word } from "./build.ts";
import { fonts, meta, snapshot } from "./fixtures.ts";
import { all, readStructure } from "./structure.ts";
import { inkOf, run, textOf, withFile } from "./tools.ts";

const outcome = await makeOpenPdf(makeReferralDocument(snapshot, meta), fonts);
const referral = outcome;

const SENTENCE = "The door is left open at night and the flat is cold; two falls since September. ";
const squeezed = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** Numbered words, so that any that is lost, doubled or out of order shows. */
const numbered = (count: number): string => Array.from({ length: count }, (_, at) => `w${at}.`).join(" ");

/** Words in the body, top to bottom, without the furniture at head and foot. */
const inBody = (words: Word[]): Word[] => words.filter((word) => word.top > 70 && word.bottom < 770);

/** Every word inside the margins: nothing runs off the paper or into the furniture. */
function expectInMargins(words: Word[]): void {
  for (const word of words) {
    expect(word.left, word.text).toBeGreaterThan(60);
    expect(word.right, word.text).toBeLessThan(535);
    const inFurniture = word.bottom < 66 || word.top > 790;
    expect(inFurniture || (word.top > 80 && word.bottom < 768), `${word.text} at ${word.top}`).toBe(true);
  }
}

describe("a printed referral", () => {
  it("has every answer under its question, in order", () => {
    const text = textOf(referral.bytes);
    let from = 0;
    const expectNext = (part: string): void => {
      const at = text.indexOf(squeezed(part), from);
      expect(at, `“${part}” after position ${from}`).toBeGreaterThanOrEqual(from);
      from = at + squeezed(part).length;
    };
    for (const section of snapshot.sections) {
      expectNext(section.title);
      for (const item of section.items) {
        expectNext(item.label);
        if (item.kind === "answer") expectNext(item.answer ?? "Not provided");
        if (item.kind === "list") for (const one of item.answers) expectNext(one);
        if (item.kind === "note") expectNext(item.text);
        if (item.kind === "table") for (const row of item.rows) for (const cell of row) expectNext(cell);
        if (item.kind === "signature") [item.statement, item.signedBy, item.on, item.how].forEach(expectNext);
      }
    }
  });

  it("has its mark, its reference and its number on every page", () => {
    for (let page = 1; page <= referral.pages; page += 1) {
      const text = textOf(referral.bytes, "-f", String(page), "-l", String(page));
      expect(text).toContain("Confidential: contains personal information");
      expect(text).toContain("Referral ACC-2026-014 · Ashfield Complex Case Panel");
      expect(text).toContain(`Page ${page} of ${referral.pages}`);
    }
  });

  it("embeds its fonts, cut down, with a way back to text", () => {
    const rows = withFile(referral.bytes, (path) => run("pdffonts", [path]).out)
      .trim()
      .split("\n")
      .slice(2);
    expect(rows.length).toBeGreaterThanOrEqual(2);
    for (const row of rows) expect(row).toMatch(/^CONFR[A-Z]\+NotoSans-(?:Regular|Bold)\s.*\byes yes yes\b/);
  });

  it("can be seen: each page has ink", () => {
    for (const ink of inkOf(referral.bytes, referral.pages)) expect(ink).toBeGreaterThan(800);
  });

  it("keeps inside its margins", () => expectInMargins(wordsOf(referral.bytes)));

  it("reports nothing missing", () => expect(referral.missing).toEqual([]));
});

describe("long text", () => {
  it("runs over pages without losing a word, and says as each page is begun", async () => {
    const { bytes, pages, begun } = await build([paragraph(numbered(3_000))]);
    expect(pages).toBeGreaterThan(5);
    expect(begun).toEqual(Array.from({ length: pages }, (_, at) => at + 1));
    expect(
      inBody(wordsOf(bytes))
        .map((word) => word.text)
        .slice(2)
        .join(" "),
    ).toBe(numbered(3_000));
    expect((await readStructure(bytes)).problems).toEqual([]);
  });

  it("leaves no heading or question at the foot of a page, and no line alone", async () => {
    for (let lines = 30; lines < 40; lines += 1) {
      const filler = Array.from({ length: lines }, () => "line").join("\n");
      const { bytes } = await build([
        paragraph(filler),
        { kind: "heading", level: 2, text: "Heading" },
        answer("Question", SENTENCE.repeat(4)),
      ]);
      const words = wordsOf(bytes);
      const pageOf = (text: string): number | undefined => words.find((word) => word.text === text)?.page;
      expect(pageOf("Heading")).toBe(pageOf("Question"));
      const answered = words.filter((word) => word.page === pageOf("Question") && word.text === "door");
      expect(answered.length, `${lines} lines`).toBeGreaterThanOrEqual(2);
    }
  });

  it("keeps together what is asked to stay together, unless it is longer than a page", async () => {
    const block = (count: number): Block => ({
      kind: "together",
      blocks: Array.from({ length: count }, (_, at) => paragraph(`kept${at}`)),
    });
    const short = await build([paragraph("line\n".repeat(30)), block(12)]);
    const pages = new Set(
      wordsOf(short.bytes)
        .filter((word) => word.text.startsWith("kept"))
        .map((word) => word.page),
    );
    expect([...pages]).toEqual([2]);
    const long = await build([block(90)]);
    expect(wordsOf(long.bytes).filter((word) => word.text.startsWith("kept"))).toHaveLength(90);
    expectInMargins(wordsOf(long.bytes));
  });

  it("breaks a page where it is told to", async () => {
    const { bytes, pages } = await build([paragraph("before"), { kind: "pageBreak" }, paragraph("after")]);
    expect(pages).toBe(2);
    expect(wordsOf(bytes).find((word) => word.text === "after")?.page).toBe(2);
  });
});

describe("tables", () => {
  const columns = ["No.", "Action", "Owner"];

  it("repeat their header row on every page, and are read out with it once", async () => {
    const rows = Array.from({ length: 120 }, (_, at) => [
      `r${at}.`,
      `Write to the housing officer about ${at}`,
      "Owner of it",
    ]);
    const { bytes, pages } = await build([{ kind: "table", caption: "Actions", columns, rows }]);
    const words = wordsOf(bytes);
    expect(words.filter((word) => word.text === "No.").map((word) => word.page)).toEqual(
      Array.from({ length: pages }, (_, at) => at + 1),
    );
    expect(words.filter((word) => /^r\d+\.$/.test(word.text)).map((word) => word.text)).toEqual(
      rows.map((row) => row[0]),
    );
    expectInMargins(words);
    const { tree, problems } = await readStructure(bytes);
    expect(problems).toEqual([]);
    expect(all(tree, "TH").map((cell) => cell.content.length)).toEqual([1, 1, 1]);
    expect(all(tree, "TR")).toHaveLength(121);
  });

  it("split a row taller than a page, and lose none of it", async () => {
    const rows = [
      ["1", numbered(2_000), "Someone"],
      ["2", "short", "Someone"],
    ];
    const { bytes, pages } = await build([{ kind: "table", caption: "Tall", columns, rows }]);
    expect(pages).toBeGreaterThan(3);
    const words = wordsOf(bytes);
    expectInMargins(words);
    const tall = words.filter((word) => /^w\d+\.$/.test(word.text)).map((word) => word.text);
    expect(tall.join(" ")).toBe(numbered(2_000));
    const { tree, problems } = await readStructure(bytes);
    expect(problems).toEqual([]);
    // Still one cell, with a stretch on each of its pages.
    expect(all(tree, "TD")).toHaveLength(6);
  });

  it("survive many narrow columns, header cells longer than a page, and rows that are too short", async () => {
    const { bytes } = await build([
      {
        kind: "table",
        caption: "Narrow",
        columns: Array.from({ length: 14 }, (_, at) => `Heading${at}`),
        rows: [["onlyone"], Array.from({ length: 16 }, (_, at) => `over${at}`)],
      },
      { kind: "table", caption: "Head", columns: [numbered(1_500), "Other"], rows: [["a", "b"]] },
      { kind: "facts", tone: "record", facts: [{ label: "Notes", value: numbered(1_500) }] },
    ]);
    const words = wordsOf(bytes);
    expectInMargins(words);
    expect(words.map((word) => word.text).join("")).toContain("over15");
    expect((await readStructure(bytes)).problems).toEqual([]);
    expect(wordsOf(bytes).filter((word) => /^w\d+\.$/.test(word.text))).toHaveLength(3_000);
  });
});

describe("figures", () => {
  it("draw a signature as lines, and a single point as a dot", async () => {
    const drawing = (strokes: number[][]): Block => ({
      kind: "drawing",
      drawing: { width: 300, height: 100, strokes },
      alt: "Signature",
    });
    const [none = 0] = inkOf((await build([drawing([])])).bytes, 1);
    const [dot = 0] = inkOf((await build([drawing([[150, 50]])])).bytes, 1);
    const [line = 0] = inkOf((await build([drawing([[10, 10, 290, 90, 10, 90]])])).bytes, 1);
    const [outside = 0] = inkOf((await build([drawing([[-900, -900, -10, -10], [5]])])).bytes, 1);
    expect(dot).toBeGreaterThan(none);
    expect(line).toBeGreaterThan(none + 100);
    expect(outside).toBe(none);
  });

  it("print a picture, and say so where one cannot be read", async () => {
    const [bare = 0] = inkOf((await build([])).bytes, 1);
    const [shown = 0] = inkOf(
      (await build([{ kind: "picture", png: png(400, 400), alt: "A plan" }])).bytes,
      1,
    );
    expect(shown).toBeGreaterThan(bare + 5_000);
    const broken = await build([
      { kind: "picture", png: png(8, 8).subarray(0, 40), alt: "A plan of the flat" },
    ]);
    expect(textOf(broken.bytes)).toContain("A picture could not be printed. It shows: A plan of the flat");
  });
});

describe("words shaped once and drawn again", () => {
  it("are what the font makes of the whole line, in every script that runs rightwards", async () => {
    const lines = [
      "The flat  is cold, and the flat is damp. ",
      "Mae\u2019r fflat yn oer \u2013 Łódź, Iași, ţară",
      "Η πόρτα είναι ανοιχτή· η πόρτα",
      "Двері відчинені, й двері – е\u0301",
      " ",
    ];
    const { context } = await PDFDocument.create();
    const [mine, whole] = [await loadFonts(context, fonts), await loadFonts(context, fonts)];
    for (const text of [...lines, ...lines]) {
      const face = (of: typeof mine) => of.find("regular", text.codePointAt(0) ?? 0)?.face ?? expect.fail();
      const run = { face: face(mine), text };
      expect(encode(run).asString(), text).toBe(face(whole).embedder.encodeText(text).asString());
    }
  });
});
