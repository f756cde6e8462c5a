import { describe, expect, it } from "vitest";
import { checkPdf } from "../../src/documents/guard/checkPdf.ts";
import { inflatedSize, isBounded } from "../../src/documents/guard/expansion.ts";
import { build, paragraph } from "./build.ts";
import {
  bomb,
  bytesOf,
  handMade,
  looping,
  onePage,
  STILL,
  throughQpdf,
  wholePdf,
  withoutPicture,
} from "./pdfFiles.ts";

const fault = (name: string) => ({ ok: false, fault: name });
const whole = (pages: number) => ({ ok: true, pages });

/** The same seven pages as they come from different writers. */
const writers = async () => {
  const plain = await wholePdf(7, false);
  return {
    "with a table": plain,
    "with object streams": await wholePdf(7),
    "made for the web": throughQpdf(plain, "--linearize"),
    "made for the web, with object streams": throughQpdf(plain, "--linearize", "--object-streams=generate"),
    "not compressed": throughQpdf(plain, "--stream-data=uncompress"),
  };
};

describe("a whole PDF", () => {
  it("passes, with its pages counted, however it was written", async () => {
    for (const [name, bytes] of Object.entries(await writers())) {
      expect({ name, ...(await checkPdf(bytes)) }).toEqual({ name, ...whole(7) });
    }
    const { bytes } = await build([paragraph("One of ours.")]);
    expect(await checkPdf(bytes as Uint8Array<ArrayBuffer>)).toEqual(whole(1));
    expect(await checkPdf(onePage(STILL))).toEqual(whole(1));
  });

  it("passes with what every reader forgives: rubbish before it, a wrong table, saved twice", async () => {
    const bytes = await wholePdf(3, false);
    const rubbish = Buffer.concat([Buffer.from("scanner 4711\r\n"), bytes]);
    expect(await checkPdf(bytesOf(rubbish))).toEqual(whole(3));
    const wrong = Buffer.from(bytes)
      .toString("latin1")
      .replace(/startxref\s+\d+/, "startxref\n17");
    expect(await checkPdf(bytesOf(wrong))).toEqual(whole(3));
    expect(await checkPdf(bytesOf(Buffer.concat([bytes, Buffer.from("\n\n\0\0")])))).toEqual(whole(3));
  });
});

describe("a PDF that is not whole is refused", () => {
  it("cut short at any of ten places, however it was written", async () => {
    for (const [name, bytes] of Object.entries(await writers())) {
      for (let tenth = 0; tenth < 10; tenth++) {
        const cut = Math.floor((bytes.length * tenth) / 10) + 20;
        expect({ name, cut, ...(await checkPdf(bytes.slice(0, cut))) }).toEqual({
          name,
          cut,
          ...fault("damaged"),
        });
      }
      // Nor when somebody has put an end to it again.
      const mended = Buffer.concat([
        bytes.slice(0, bytes.length / 2),
        Buffer.from("\nstartxref\n0\n%%EOF\n"),
      ]);
      expect({ name, ...(await checkPdf(bytesOf(mended))) }).toMatchObject({ name, ok: false });
    }
  });

  it("with a hole of zeros in the middle", async () => {
    for (const bytes of Object.values(await writers())) {
      const holed = bytes.slice();
      holed.fill(0, bytes.length * 0.3, bytes.length * 0.7);
      expect(await checkPdf(holed)).toMatchObject({ ok: false });
    }
  });

  it("with a byte turned over anywhere, it is read or refused, and never throws", async () => {
    const bytes = throughQpdf(await wholePdf(2, false), "--object-streams=generate");
    let refused = 0;
    for (let at = 10; at < bytes.length; at += 7) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 0xff;
      const result = await checkPdf(flipped);
      if (!result.ok) refused += 1;
      else expect(result.pages).toBeLessThanOrEqual(2);
    }
    expect(refused).toBeGreaterThan(20);
  });

  it("empty, or not a PDF at all", async () => {
    expect(await checkPdf(bytesOf(""))).toEqual(fault("empty"));
    expect(await checkPdf(bytesOf("<html><body>Sign in to the guest network</body></html>"))).toEqual(
      fault("damaged"),
    );
    expect(await checkPdf(bytesOf("%PDF-1.7\nstartxref\n9\n%%EOF"))).toEqual(fault("damaged"));
    expect(
      await checkPdf(handMade(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"])),
    ).toEqual(fault("empty"));
  });

  it("with a page's picture, drawing or resources not in the file", async () => {
    expect(await checkPdf(await withoutPicture())).toEqual(fault("damaged"));
    expect(
      await checkPdf(
        handMade([
          "<< /Type /Catalog /Pages 2 0 R >>",
          "<< /Type /Pages /Kids [3 0 R] >>",
          "<< /Type /Page /Contents 9 0 R >>",
        ]),
      ),
    ).toEqual(fault("damaged"));
    expect(
      await checkPdf(
        handMade([
          "<< /Type /Catalog /Pages 2 0 R >>",
          "<< /Type /Pages /Kids [3 0 R 8 0 R] >>",
          "<< /Type /Page >>",
        ]),
      ),
    ).toEqual(fault("damaged"));
  });

  it("with drawing that cannot be unpacked", async () => {
    const drawing = { dictionary: "<< /Filter /FlateDecode >>", data: "this was never packed" };
    expect(await checkPdf(onePage(drawing))).toEqual(fault("damaged"));
  });
});

describe("a PDF that asks for a password is refused as such", () => {
  it("whichever strength, whole or with its lists packed", async () => {
    const bytes = await wholePdf(4, false);
    for (const strength of ["256", "128"]) {
      const weak = strength === "256" ? [] : ["--allow-weak-crypto"];
      for (const packing of ["generate", "disable"]) {
        const locked = throughQpdf(
          bytes,
          ...weak,
          `--object-streams=${packing}`,
          "--encrypt",
          "user",
          "owner",
          strength,
          "--",
        );
        expect(await checkPdf(locked)).toEqual(fault("encrypted"));
      }
    }
  });

  it("but one that only forbids changes opens for everybody, and passes", async () => {
    const bytes = await wholePdf(4, false);
    for (const packing of ["generate", "disable"]) {
      const locked = throughQpdf(bytes, `--object-streams=${packing}`, "--encrypt", "", "owner", "256", "--");
      expect(await checkPdf(locked)).toEqual(whole(4));
    }
  });
});

describe("a PDF made to do harm ends quickly", () => {
  const quickly = async (bytes: Uint8Array<ArrayBuffer>) => {
    const start = performance.now();
    const result = await checkPdf(bytes);
    expect(performance.now() - start).toBeLessThan(10_000);
    return result;
  };

  it("a page tree or a chain of tables that leads round in a circle", async () => {
    expect(await quickly(looping())).toEqual(fault("damaged"));
    expect(await quickly(onePage(STILL, [], "/Prev @xref"))).toEqual(fault("damaged"));
  });

  it("a few kilobytes that grow to hundreds of megabytes, on a page, in a list of objects, or packed twice", async () => {
    expect(await quickly(onePage(bomb(70)))).toEqual(fault("too-complex"));
    const listed = bomb(70, "<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>");
    expect(await quickly(onePage(STILL, [listed]))).toEqual(fault("too-complex"));
    const spelt = bomb(70, "<< /Type /Obj#53tm /Subtype /Image /N 1 /First 4 /Filter /FlateDecode >>");
    expect(await quickly(onePage(STILL, [spelt]))).toEqual(fault("too-complex"));
    const twice = { dictionary: "<< /Filter [/FlateDecode /FlateDecode] >>", data: "x" };
    expect(await quickly(onePage(STILL, [twice]))).toEqual(fault("too-complex"));
  });

  it("many lists, each within the limit", async () => {
    const list = bomb(30, "<< /Type /ObjStm /N 0 /First 0 /Filter /FlateDecode >>");
    expect(await isBounded(onePage(STILL, [list]))).toBe(true);
    expect(await isBounded(onePage(STILL, [list, list, list]))).toBe(false);
  });

  it("a picture of more pixels than any sheet, though not a large one", async () => {
    const picture = (side: number) => ({
      dictionary: `<< /Type /XObject /Subtype /Image /Width ${side} /Height ${side} /Filter /FlateDecode >>`,
      data: "x",
    });
    expect(await isBounded(onePage(STILL, [picture(10_000)]))).toBe(true);
    expect(await isBounded(onePage(STILL, [picture(100_000)]))).toBe(false);
  });

  it("brackets within brackets, and a tree of endless branches", async () => {
    const deep = 200_000;
    expect(await quickly(onePage(STILL, ["[".repeat(deep) + "]".repeat(deep)]))).toMatchObject({ ok: false });
    const branches = Array.from(
      { length: 200 },
      (_, at) => `<< /Type /Pages /Kids [${at + 3} 0 R] /Count 1 >>`,
    );
    expect(
      await quickly(handMade(["<< /Type /Catalog /Pages 2 0 R >>", ...branches, "<< /Type /Page >>"])),
    ).toEqual(fault("too-complex"));
  });

  it("is measured no further than the limit", async () => {
    const { data } = bomb(60);
    const most = 1024 * 1024;
    const size = await inflatedSize(bytesOf(Buffer.from(data as string, "latin1")), most);
    expect(size).toBeGreaterThan(most);
    expect(size).toBeLessThan(4 * most);
  });
});
