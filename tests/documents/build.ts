/** Makes open documents out of a few blocks, and finds where words landed on their pages. */
import { deflateSync, crc32 } from "node:zlib";
import type { Block, DocumentModel } from "../../src/documents/model.ts";
import { makeOpenPdf, type OpenPdf } from "../../src/documents/openPdf.ts";
import type { MissingCharacter } from "../../src/documents/pdf/fonts.ts";
import { saveOpen } from "../../src/documents/pdf/protect.ts";
import { renderPdf } from "../../src/documents/pdf/render.ts";
import { makeProtectedPdf } from "../../src/documents/protectedPdf.ts";
import { CREATED_AT_MS, fonts } from "./fixtures.ts";
import { run, withFile } from "./tools.ts";

export interface Built {
  bytes: Uint8Array;
  pages: number;
  missing: MissingCharacter[];
  /** What was reported while it was made. */
  begun: number[];
}

export async function build(blocks: Block[], handlingMark = "Confidential"): Promise<Built> {
  const frame = {
    title: "A test",
    lang: "en-GB",
    handlingMark,
    footer: "Test 1",
    createdAtMs: CREATED_AT_MS,
  } as const;
  const begun: number[] = [];
  const titled: Block[] = [{ kind: "heading", level: 1, text: "A test" }, ...blocks];
  const { pdf, pages, missing } = await renderPdf({ frame, blocks: titled }, fonts, (page) =>
    begun.push(page),
  );
  return { bytes: await saveOpen(pdf), pages, missing, begun };
}

/** A document as a file: with a password as it leaves the app, and in clear for tests that read what is in it. */
export async function fileOf(model: DocumentModel, password: string | null = null): Promise<OpenPdf> {
  const made =
    password === null
      ? await makeOpenPdf(model, fonts)
      : await makeProtectedPdf(model, password, fonts, (length) => new Uint8Array(length).fill(7));
  if (made.kind !== "made") throw new Error(`The password was refused: ${made.problem}`);
  return made;
}

export const paragraph = (text: string): Block => ({ kind: "paragraph", text });

export const answer = (label: string, text: string): Block => ({
  kind: "answers",
  answers: [{ label, body: [paragraph(text)] }],
});

/** One word on one page; lengths in points from the top left. */
export interface Word {
  page: number;
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export function wordsOf(bytes: Uint8Array): Word[] {
  const html = withFile(bytes, (path) => run("pdftotext", ["-bbox", path, "-"]).out);
  let page = 0;
  const words: Word[] = [];
  for (const [tag, left, top, right, bottom, text] of html.matchAll(
    /<page |<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)/g,
  )) {
    if (tag.startsWith("<page")) page += 1;
    else {
      words.push({
        page,
        text: text ?? "",
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
      });
    }
  }
  return words;
}

/** A small picture: black with a hole in it, to prove that see-through parts survive. */
export function png(width: number, height: number): Uint8Array {
  const rows = Buffer.alloc((width * 4 + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width * 4 + 1) + 1 + x * 4 + 3] = x % 4 === 0 ? 0 : 255;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const chunk = (name: string, data: Uint8Array): Buffer => {
    const named = Buffer.concat([Buffer.from(name), data]);
    const out = Buffer.alloc(named.length + 8);
    out.writeUInt32BE(data.length);
    named.copy(out, 4);
    out.writeUInt32BE(crc32(named), named.length + 4);
    return out;
  };
  const sign = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [
    sign,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat(parts));
}
