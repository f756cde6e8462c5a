/** Other people's files inside a document: as they look, attached as they came, or a page that says why not. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { degrees, PDFDict, PDFDocument, PDFName, StandardFonts } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import type { Block, ForeignFile } from "../../src/documents/model.ts";
import { makeProtectedPdf } from "../../src/documents/protectedPdf.ts";
import { build, fileOf, paragraph, png } from "./build.ts";
import { CREATED_AT_MS, fonts } from "./fixtures.ts";
import { bomb, looping, onePage, throughQpdf, wholePdf } from "./pdfFiles.ts";
import { all, readStructure } from "./structure.ts";
import { inkOf, run, textOf, withFile } from "./tools.ts";

const pdfFile = (name: string, bytes: Uint8Array): ForeignFile => ({
  name,
  mediaType: "application/pdf",
  bytes,
});
const attached = (title: string, file: ForeignFile | null): Block => ({
  kind: "attached",
  level: 2,
  title,
  file,
});

/** The files attached to a document, by name, as Poppler takes them out. */
function takenOut(bytes: Uint8Array, ...args: string[]): Map<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "attached-"));
  try {
    const said = withFile(bytes, (path) => {
      run("pdfdetach", [...args, "-saveall", "-o", folder, path]);
      return run("pdfdetach", [...args, "-list", path]).out;
    });
    const names = [...said.matchAll(/^\d+: (.+)$/gm)].map(([, name]) => name ?? "");
    return new Map(names.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("a PDF in a document", () => {
  it("shows each of its pages on one of ours, with bookmarks, words for those who do not see, and itself attached", async () => {
    const original = await wholePdf(3);
    const made = await build([
      paragraph("Before."),
      attached("Chronology", pdfFile("chronology.pdf", original)),
      paragraph("After."),
    ]);
    expect(made.pages).toBe(5);
    for (const page of [1, 2, 3]) {
      const text = textOf(made.bytes, "-f", String(page + 1), "-l", String(page + 1));
      expect(text).toContain(`Page ${page}, line 29`);
    }
    expect(textOf(made.bytes)).toContain("After.");
    const structure = await readStructure(made.bytes);
    expect(structure.problems).toEqual([]);
    expect(all(structure.tree, "Figure").map(({ alt }) => alt)).toEqual(
      [1, 2, 3].map((page) => `Chronology, page ${page} of 3. The file itself is attached to this document.`),
    );
    expect(takenOut(made.bytes)).toEqual(new Map([["chronology.pdf", original]]));
    const outlines = withFile(made.bytes, (path) => run("qpdf", ["--json", "--json-key=outlines", path]).out);
    expect(outlines).toContain("Chronology");
  });

  it("stands the right way up, whichever way its pages were turned", async () => {
    for (const turn of [0, 90, 180, 270]) {
      const source = await PDFDocument.create();
      const page = source.addPage([600, 400]);
      const font = await source.embedFont(StandardFonts.Helvetica);
      page.drawText("This side up", { x: 40, y: 200, size: 30, font });
      page.setRotation(degrees(turn));
      const made = await build([attached("Plan", pdfFile("plan.pdf", await source.save()))]);
      const ours = withFile(made.bytes, (path) => run("pdftotext", ["-bbox", path, "-"]).out);
      const theirs = withFile(await source.save(), (path) => run("pdftotext", ["-bbox", path, "-"]).out);
      expect({ turn, ...layOf(ours) }).toEqual({ turn, ...layOf(theirs) });
    }
  });

  it("keeps what was typed into its form and stuck onto it, and leaves out what is hidden", async () => {
    const source = await PDFDocument.create();
    const page = source.addPage([595, 842]);
    const form = source.getForm();
    const field = form.createTextField("who");
    field.setText("typed by hand");
    field.addToPage(page, { x: 60, y: 600, width: 300, height: 30 });
    const hidden = form.createTextField("secret");
    hidden.setText("not for the eye");
    hidden.addToPage(page, { x: 60, y: 500, width: 300, height: 30, hidden: true });
    const made = await build([attached("Form", pdfFile("form.pdf", await source.save()))]);
    expect(textOf(made.bytes)).toContain("typed by hand");
    expect(textOf(made.bytes)).not.toContain("not for the eye");
  });

  it("counts an empty page, and does not run a script that came with it", async () => {
    const source = await PDFDocument.create();
    source.addPage([595, 842]).node.delete(PDFName.of("Contents"));
    source.addJavaScript("greet", "app.alert('hello')");
    const made = await build([attached("Blank", pdfFile("blank.pdf", await source.save()))]);
    expect(made.pages).toBe(2);
    const { catalog } = await PDFDocument.load(made.bytes);
    for (const key of ["OpenAction", "AA", "AcroForm"]) expect(catalog.get(PDFName.of(key))).toBeUndefined();
    expect(catalog.lookup(PDFName.of("Names"), PDFDict).get(PDFName.of("JavaScript"))).toBeUndefined();
  });
});

/** Whether the words run across or up the page, and towards which side. */
function layOf(html: string): { lies: string } {
  const [, left, top, right, bottom] =
    /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">This</
      .exec(html)
      ?.map(Number) ?? [];
  const [, sideLeft, sideTop] =
    /<word xMin="([\d.-]+)" yMin="([\d.-]+)"[^>]*>side</.exec(html)?.map(Number) ?? [];
  const across = (right ?? 0) - (left ?? 0) > (bottom ?? 0) - (top ?? 0);
  if (across) return { lies: (sideLeft ?? 0) > (left ?? 0) ? "left to right" : "right to left" };
  return { lies: (sideTop ?? 0) > (top ?? 0) ? "downwards" : "upwards" };
}

describe("a picture in a document", () => {
  it("fills the page as far as it may, and has ink", async () => {
    const file = { name: "door.png", mediaType: "image/png", bytes: png(900, 600) };
    const made = await build([attached("The door", file)]);
    expect(made.pages).toBe(2);
    expect(inkOf(made.bytes, 2)[1]).toBeGreaterThan(5_000);
    expect((await readStructure(made.bytes)).problems).toEqual([]);
  });
});

describe("what cannot be shown leaves a page that says so", () => {
  const word = {
    name: "letter.docx",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    bytes: new Uint8Array([0x50, 0x4b, 3, 4]),
  };
  const cases = async (): Promise<[string, ForeignFile | null, string, boolean][]> => {
    const whole = await wholePdf(2, false);
    const locked = throughQpdf(whole, "--encrypt", "secret", "owner", "256", "--");
    return [
      ["a Word file", word, "no pages that can be shown", true],
      ["a locked file", pdfFile("locked.pdf", locked), "a password of its own", true],
      ["a file cut short", pdfFile("cut.pdf", whole.slice(0, whole.length * 0.6)), "damaged", false],
      ["a file that loops", pdfFile("loop.pdf", looping()), "cannot be shown", false],
      [
        "a file that explodes",
        pdfFile("bomb.pdf", onePage(bomb(200))),
        "too large or too deeply nested",
        false,
      ],
      ["no picture", { name: "x.jpg", mediaType: "image/jpeg", bytes: new Uint8Array(20) }, "damaged", false],
      ["an empty file", pdfFile("empty.pdf", new Uint8Array()), "empty", false],
      ["a paper that is not here", null, "was not on the device", false],
    ];
  };

  it("by itself, without harm to its neighbours, and whoever makes it is told", async () => {
    for (const [title, file, words, passedOn] of await cases()) {
      const frame = {
        title: "T",
        lang: "en-GB",
        handlingMark: "Confidential",
        footer: "T",
        createdAtMs: CREATED_AT_MS,
      } as const;
      const blocks: Block[] = [
        { kind: "heading", level: 1, text: "Pack" },
        attached(title, file),
        { kind: "pageBreak" },
        paragraph("The next paper is whole."),
      ];
      const made = await fileOf({ frame, blocks });
      expect(made.unshown, title).toMatchObject([{ title, attached: passedOn }]);
      const text = textOf(made.bytes);
      expect(text, title).toContain(words);
      expect(text, title).toContain("The next paper is whole.");
      expect([...takenOut(made.bytes).keys()], title).toEqual(passedOn ? [file?.name] : []);
      expect((await readStructure(made.bytes)).problems, title).toEqual([]);
    }
  });
});

it("the same files give the same bytes, and a protected document hides their names", async () => {
  const blocks = [attached("Letter about Canary Quill", pdfFile("canary-quill.pdf", await wholePdf(1)))];
  expect((await build(blocks)).bytes).toEqual((await build(blocks)).bytes);
  const frame = {
    title: "T",
    lang: "en-GB",
    handlingMark: "Confidential",
    footer: "T",
    createdAtMs: CREATED_AT_MS,
  } as const;
  const password = "four-plain-words-here-now";
  const made = await makeProtectedPdf(
    { frame, blocks: [{ kind: "heading", level: 1, text: "Pack" }, ...blocks] },
    password,
    fonts,
    (length) => new Uint8Array(length).fill(7),
  );
  if (made.kind !== "made") throw new Error("Nothing was made");
  for (const hidden of ["Canary Quill", "canary-quill", "nothing that anybody said"]) {
    for (const encoding of ["latin1", "utf16le"] as const) {
      const bytes = Buffer.from(made.bytes);
      expect(bytes.includes(Buffer.from(hidden, encoding))).toBe(false);
      expect(bytes.includes(Buffer.from(Buffer.from(hidden).toString("hex")))).toBe(false);
    }
  }
  expect([...takenOut(made.bytes, "-upw", password).keys()]).toEqual(["canary-quill.pdf"]);
});
