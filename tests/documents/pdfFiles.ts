/** PDFs made for the guard: whole ones as several writers write them, and the ways in which files go wrong. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { PDFDocument, PDFName, StandardFonts } from "@cantoo/pdf-lib";
import { run, withFile } from "./tools.ts";

type Bytes = Uint8Array<ArrayBuffer>;
export const bytesOf = (text: string | Buffer): Bytes =>
  new Uint8Array(typeof text === "string" ? Buffer.from(text, "latin1") : text);

/** Some text on each of so many pages. */
export async function wholePdf(pages: number, useObjectStreams = true): Promise<Bytes> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= pages; page++) {
    const sheet = pdf.addPage([595, 842]);
    for (let line = 0; line < 30; line++) {
      sheet.drawText(`Page ${page}, line ${line}: nothing that anybody said.`, {
        x: 50,
        y: 780 - line * 22,
        size: 11,
        font,
      });
    }
  }
  return (await pdf.save({ useObjectStreams })) as Bytes;
}

/** As qpdf writes it with these switches. */
export const throughQpdf = (bytes: Uint8Array, ...switches: string[]): Bytes =>
  withFile(bytes, (path, folder) => {
    const out = join(folder, "out.pdf");
    const ran = run("qpdf", [...switches, path, out]);
    if (ran.code !== 0) throw new Error(`qpdf: ${ran.error}`);
    return new Uint8Array(readFileSync(out));
  });

type Made = { readonly dictionary: string; readonly data?: Buffer | string };

/** A file of these objects, numbered from 1, the first being the catalogue, with a right table at its end. */
export function handMade(objects: readonly (string | Made)[], trailer = ""): Bytes {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  const offsets: number[] = [];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  for (const [index, object] of objects.entries()) {
    offsets.push(length());
    const { dictionary, data } =
      typeof object === "string" ? { dictionary: object, data: undefined } : object;
    const packed = data === undefined ? undefined : Buffer.from(data as string, "latin1");
    const body =
      packed === undefined
        ? dictionary
        : `${dictionary.replace(/>>$/, ` /Length ${packed.length} >>`)}\nstream\n`;
    parts.push(Buffer.from(`${index + 1} 0 obj\n${body}`, "latin1"));
    if (packed) parts.push(packed, Buffer.from("\nendstream", "latin1"));
    parts.push(Buffer.from("\nendobj\n", "latin1"));
  }
  const start = length();
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer.replace("@xref", String(start))} >>\nstartxref\n${start}\n%%EOF\n`,
      "latin1",
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

const PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>";
const HEAD = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"];

/** One page whose drawing is `drawing`, and whatever else. */
export const onePage = (drawing: string | Made, more: readonly (string | Made)[] = [], trailer = ""): Bytes =>
  handMade([...HEAD, PAGE, drawing, ...more], trailer);

export const STILL: Made = { dictionary: "<< >>", data: "0 0 m 100 100 l S" };

const packed = new Map<number, string>();

/** Grows to `megabytes` when opened. */
export function bomb(megabytes: number, dictionary = "<< /Filter /FlateDecode >>"): Made {
  const data =
    packed.get(megabytes) ??
    deflateSync(Buffer.alloc(megabytes * 1024 * 1024, 0x20), { level: 9 }).toString("latin1");
  packed.set(megabytes, data);
  return { dictionary, data };
}

/** The page tree's root named as its own child. */
export const looping = (): Bytes =>
  handMade(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]);

/** A page whose picture is not in the file. */
export async function withoutPicture(): Promise<Bytes> {
  const pdf = await PDFDocument.load(await wholePdf(2));
  const page = pdf.getPage(0);
  const missing = pdf.context.nextRef();
  page.node.newXObject("Scan", missing);
  page.node.set(PDFName.of("Kept"), PDFName.of("Yes"));
  return (await pdf.save()) as Bytes;
}
