/** Which files may become papers: by what their bytes are, not by what they are called. */
import { describe, expect, it } from "vitest";
import { ascii, concat } from "../../src/domain/bytes.ts";
import { createMarkReader, MAX_PAPER_BYTES, sniffPaper, type PaperType } from "../../src/domain/papers.ts";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const bytes = (...parts: (string | number[])[]) =>
  concat(...parts.map((part) => (typeof part === "string" ? ascii(part) : Uint8Array.from(part))));
/** A zip's first local file header, by the name of its first file. */
const zip = (name: string) => bytes([0x50, 0x4b, 3, 4], Array<number>(26).fill(0), name);
const OLE = bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], Array<number>(504).fill(0));

const GOOD: [PaperType, string, Uint8Array][] = [
  ["application/pdf", "Chronology.PDF", bytes("%PDF-1.7\n")],
  ["image/jpeg", "photo.jpeg", bytes([0xff, 0xd8, 0xff, 0xe0])],
  ["image/png", "scan.png", bytes([0x89], "PNG\r\n", [0x1a], "\n")],
  ["image/webp", "scan.webp", bytes("RIFF", [1, 2, 3, 4], "WEBPVP8 ")],
  ["image/gif", "old.gif", bytes("GIF89a")],
  ["image/heic", "IMG_1.HEIC", bytes([0, 0, 0, 24], "ftypheic")],
  [WORD, "Report 3.4.2026.docx", zip("[Content_Types].xml")],
  [WORD, "Google.docx", zip("word/numbering.xml")],
  [
    "application/vnd.oasis.opendocument.text",
    "letter.odt",
    zip("mimetypeapplication/vnd.oasis.opendocument.text"),
  ],
  ["application/msword", "old.doc", OLE],
  ["application/rtf", "note.rtf", bytes("{\\rtf1\\ansi")],
  ["text/plain", "note.txt", bytes("Seen today.\r\n\tAll well.")],
];

describe("a file", () => {
  it.each(GOOD)("that is %s is taken as it: %s", (mediaType, name, head) => {
    expect(sniffPaper(head, name)).toEqual({ ok: true, mediaType });
  });

  it("without an ending is what its bytes are", () => {
    expect(sniffPaper(bytes("%PDF-1.7"), "Letter of 3.4.2026")).toMatchObject({ ok: true });
    expect(sniffPaper(bytes("Some words"), "notes")).toMatchObject({ fault: "unsupported" });
  });

  it("that is a picture may be called by another picture's ending", () => {
    expect(sniffPaper(bytes([0xff, 0xd8, 0xff]), "photo.heic")).toEqual({
      ok: true,
      mediaType: "image/jpeg",
    });
  });

  it.each([
    ["a renamed program", "report.pdf", bytes("MZ", [0x90, 0])],
    ["a renamed program of Linux", "photo.jpg", bytes([0x7f], "ELF")],
    ["a renamed installer", "report.docx", OLE],
    ["a page called a document", "report.docx", bytes("<html><script>")],
    ["a page called text", "note.txt", bytes("\n <!DOCTYPE html>")],
    ["a script called text", "note.txt", bytes("#!/bin/sh")],
    ["a program called text", "note.txt", bytes("MZP")],
    ["a zip of something else", "report.docx", zip("evil.js")],
    ["a spreadsheet's zip", "report.docx", zip("xl/workbook.xml")],
    ["a page before a PDF", "report.pdf", bytes("<script></script>%PDF-1.7")],
    ["a PDF called a picture", "photo.png", bytes("%PDF-1.7")],
  ])("that is %s is not what it says", (_, name, head) => {
    expect(sniffPaper(head, name)).toEqual({ ok: false, fault: "not-what-it-says" });
  });

  it.each(["x.exe", "x.js", "x.html", "x.svg", "x.docm", "x.dotm", "x.xlsx", "x.zip", "x.pdf.exe", "x.mp4"])(
    "called %s is of a kind that is not taken, whatever is in it",
    (name) => {
      for (const [, , head] of GOOD) expect(sniffPaper(head, name)).toMatchObject({ fault: "unsupported" });
    },
  );

  it("may be neither empty nor too large", () => {
    expect(sniffPaper(new Uint8Array(0), "a.pdf")).toEqual({ ok: false, fault: "empty" });
    const head = bytes("%PDF-1.7");
    expect(sniffPaper(head, "a.pdf", MAX_PAPER_BYTES)).toMatchObject({ ok: true });
    expect(sniffPaper(head, "a.pdf", MAX_PAPER_BYTES + 1)).toEqual({ ok: false, fault: "too-large" });
  });

  it("never throws, whatever its bytes and name", () => {
    for (const name of ["", ".", "...", "a.", ".pdf", "__proto__", "a.constructor", "\u{1f600}.pdf"]) {
      for (let length = 1; length < 40; length++) {
        expect(sniffPaper(new Uint8Array(length).fill(length * 7), name).ok).toBe(false);
      }
    }
  });
});

describe("what a document holds further in", () => {
  const wide = (text: string) => bytes(...[...text].map((letter) => [letter.charCodeAt(0), 0]));
  const read = (type: PaperType, ...pieces: Uint8Array[]) => {
    const reader = createMarkReader(type);
    for (const piece of pieces) reader?.take(piece);
    return reader?.fault();
  };

  it("is fine for a plain document", () => {
    expect(read(WORD, bytes("..word/document.xml.."))).toBeUndefined();
    expect(read("application/msword", wide("WordDocument"))).toBeUndefined();
    expect(createMarkReader("application/pdf")).toBeUndefined();
  });

  it("must be a document", () => {
    expect(read(WORD, bytes("..xl/workbook.xml.."))).toBe("not-what-it-says");
    expect(read("application/msword", wide("Workbook"))).toBe("not-what-it-says");
  });

  it("must have no macros, even where a mark lies across two pieces", () => {
    const document = bytes("word/document.xml");
    expect(read(WORD, document, bytes("word/vbaProject.bin"))).toBe("unsupported");
    expect(read(WORD, document, bytes("word/vbaPr"), bytes("oject.bin"))).toBe("unsupported");
    expect(read("application/msword", wide("WordDocument"), wide("_VBA_PROJECT"))).toBe("unsupported");
  });
});
