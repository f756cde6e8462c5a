import { describe, expect, it } from "vitest";
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef, PDFString } from "@cantoo/pdf-lib";
import { makeOpenPdf } from "../../src/documents/openPdf.ts";
import { makeReferralDocument } from "../../src/documents/referral.ts";
import { build, paragraph, png } from "./build.ts";
import { fonts, meta, snapshot } from "./fixtures.ts";
import { all, readStructure, textValue } from "./structure.ts";
import type { Tagged } from "./structure.ts";
import { run, withFile } from "./tools.ts";

async function openReferral(): Promise<Uint8Array> {
  const outcome = await makeOpenPdf(makeReferralDocument(snapshot, meta), fonts);
  return outcome.bytes;
}

/** The tree as nested names: ["L", ["LI", ["Lbl"], …]]. */
type Shape = [string, ...Shape[]];
const shape = (element: Tagged): Shape => [element.type, ...element.kids.map(shape)];

describe("the structure of a document", () => {
  it("says what each piece is, in reading order", async () => {
    const { bytes } = await build([
      { kind: "heading", level: 2, text: "Section" },
      { kind: "answers", answers: [{ label: "Question", body: [paragraph("First\n\nSecond")] }] },
      { kind: "list", items: ["One"] },
      { kind: "table", caption: "Risks", columns: ["Risk", "Plan"], rows: [["Falls", ""]] },
      { kind: "facts", tone: "summary", facts: [{ label: "State", value: "Draft" }] },
      { kind: "note", title: "Careful", text: "Do not call" },
      {
        kind: "drawing",
        drawing: { width: 10, height: 10, strokes: [[1, 1, 9, 9]] },
        alt: "Drawn signature",
      },
      { kind: "picture", png: png(8, 8), alt: "A plan" },
    ]);
    const { tree, problems } = await readStructure(bytes);
    expect(problems).toEqual([]);
    expect(shape(tree)).toEqual([
      "Document",
      ["H1"],
      ["H2"],
      ["L", ["LI", ["Lbl"], ["LBody", ["P"], ["P"]]]],
      ["L", ["LI", ["Lbl"], ["LBody", ["P"]]]],
      ["Table", ["Caption"], ["THead", ["TR", ["TH"], ["TH"]]], ["TBody", ["TR", ["TD"], ["TD"]]]],
      ["Table", ["TBody", ["TR", ["TH"], ["TD"]]]],
      ["Div", ["P"], ["P"]],
      ["Figure"],
      ["Figure"],
    ]);
    expect(all(tree, "TH").map((cell) => cell.scope)).toEqual(["Column", "Column", "Row"]);
    expect(all(tree, "Figure").map((figure) => figure.alt)).toEqual(["Drawn signature", "A plan"]);
  });

  it("has nothing wrong with it for a whole referral", async () => {
    const { tree, problems } = await readStructure(await openReferral());
    expect(problems).toEqual([]);
    expect(all(tree, "H2")).toHaveLength(snapshot.sections.length);
    expect(all(tree, "Figure").map((figure) => figure.alt)).toEqual(["Drawn signature of Siân Gŵynedd"]);
    expect(all(tree, "Table")).toHaveLength(4);
  });

  it("is seen by other people's readers", async () => {
    const seen = withFile(await openReferral(), (path) => ({
      info: run("pdfinfo", [path]).out,
      struct: run("pdfinfo", ["-struct-text", path]).out,
    }));
    expect(seen.info).toMatch(/^Tagged:\s+yes$/m);
    expect(seen.info).toMatch(/^Title:\s+Referral ACC-2026-014/m);
    expect(seen.struct).toMatch(/Lbl[^\n]*\n\s+"Full name"\s+LBody[^\n]*\n\s+P[^\n]*\n\s+"Siân Gŵynedd"/);
    expect(seen.struct).not.toContain("Page 1 of");
  });

  it("has an outline nested by level", async () => {
    const { bytes } = await build([
      { kind: "heading", level: 2, text: "One" },
      { kind: "heading", level: 3, text: "Inner" },
      { kind: "heading", level: 2, text: "Two" },
    ]);
    const { pdf } = await readStructure(bytes);
    const titles = (entry: PDFDict): unknown[] => {
      const inner: unknown[] = [];
      for (let kid = entry.lookupMaybe(PDFName.of("First"), PDFDict); kid !== undefined;) {
        inner.push([textValue(kid.lookup(PDFName.of("Title"))), ...titles(kid)]);
        expect(kid.lookup(PDFName.of("Dest"), PDFArray).get(0)).toBeInstanceOf(PDFRef);
        kid = kid.lookupMaybe(PDFName.of("Next"), PDFDict);
      }
      return inner;
    };
    expect(titles(pdf.catalog.lookup(PDFName.of("Outlines"), PDFDict))).toEqual([
      ["A test", ["One", ["Inner"]], ["Two"]],
    ]);
  });
});

const original = await openReferral();

describe("the checker", () => {
  async function problemsAfter(spoil: (pdf: PDFDocument) => void): Promise<string[]> {
    const pdf = await PDFDocument.load(original, { updateMetadata: false });
    spoil(pdf);
    return (await readStructure(await pdf.save())).problems;
  }

  const elements = (pdf: PDFDocument, type: string): PDFDict[] =>
    pdf.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFDict && object.get(PDFName.of("S")) === PDFName.of(type) ? [object] : [],
      );

  it("finds nothing wrong where nothing was spoilt", async () => {
    expect(await problemsAfter(() => {})).toEqual([]);
  });

  it.each<[string, string, (pdf: PDFDocument) => void]>([
    [
      "a figure without words",
      "Figure without alternative text",
      (pdf) => elements(pdf, "Figure")[0]?.delete(PDFName.of("Alt")),
    ],
    [
      "a header cell that heads nothing",
      "TH without Scope",
      (pdf) => elements(pdf, "TH")[0]?.delete(PDFName.of("A")),
    ],
    [
      "a list item outside a list",
      "LI inside P",
      (pdf) => elements(pdf, "L")[0]?.set(PDFName.of("S"), PDFName.of("P")),
    ],
    [
      "a heading that skips a level",
      "H3 skips a level",
      (pdf) => elements(pdf, "H2")[0]?.set(PDFName.of("S"), PDFName.of("H3")),
    ],
    [
      "a title that is not shown",
      "The title is not shown",
      (pdf) => pdf.catalog.delete(PDFName.of("ViewerPreferences")),
    ],
    [
      "a language that is not English",
      "Lang cannot be read as en-GB",
      (pdf) => pdf.catalog.set(PDFName.of("Lang"), pdf.context.register(PDFString.of("\u00ff"))),
    ],
    [
      "a page out of the tab order",
      "Page 1: no Tabs",
      (pdf) => pdf.getPage(0).node.delete(PDFName.of("Tabs")),
    ],
    [
      "text that no element owns",
      "Page 1: <0001> Tj is untagged",
      (pdf) => {
        const stream = pdf.context.stream("BT\n<0001> Tj\nET");
        expect(stream).toBeInstanceOf(PDFRawStream);
        pdf.getPage(0).node.set(PDFName.of("Contents"), pdf.context.register(stream));
      },
    ],
  ])("finds %s", async (_, problem, spoil) => {
    expect(await problemsAfter(spoil)).toContain(problem);
  });
});
