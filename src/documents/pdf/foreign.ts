/**
 * Other people's files, read before anything is laid out. A PDF is looked through first (guard/checkPdf.ts), so that
 * one that is damaged, loops or explodes costs a page that says so and nothing else. Its pages are taken as drawings:
 * links, forms, scripts and tags stay behind, and the file itself is attached for whoever needs them.
 */
import { AFRelationship, ParseSpeeds, PDFDocument } from "@cantoo/pdf-lib";
import type { PDFPage, PDFRef } from "@cantoo/pdf-lib";
import { checkPdf, type PdfFault } from "../guard/checkPdf.ts";
import type { Block, DocumentModel, ForeignFile } from "../model.ts";
import { drawAppearances } from "./appearances.ts";
import { plainLine } from "./text.ts";

/** `not-drawn`: a kind of file that has no pages we can draw, such as a Word document. `not-here`: no bytes came. */
export type UnshownWhy = PdfFault | "not-drawn" | "not-here";
export type Unshown = { readonly title: string; readonly why: UnshownWhy; readonly attached: boolean };

/** One page as a drawing. Width and height in points before it is turned; `turn` clockwise. */
export interface ForeignPage {
  ref: PDFRef;
  width: number;
  height: number;
  /** What its own unit is in points: a picture is drawn as a square of one. */
  unit: { x: number; y: number };
  turn: 0 | 90 | 180 | 270;
}

export type ShownFile = { readonly pages: readonly ForeignPage[] } | Unshown;

type Attached = Extract<Block, { kind: "attached" }>;

export async function readForeign(pdf: PDFDocument, model: DocumentModel): Promise<Map<Block, ShownFile>> {
  const files = new Map<Block, ShownFile>();
  const at = new Date(model.frame.createdAtMs);
  for (const block of model.blocks)
    if (block.kind === "attached") files.set(block, await read(pdf, block, at));
  return files;
}

export const unshownIn = (files: ReadonlyMap<Block, ShownFile>): Unshown[] =>
  [...files.values()].flatMap((file) => ("why" in file ? [file] : []));

async function read(pdf: PDFDocument, { title, file }: Attached, at: Date): Promise<ShownFile> {
  const unshown = (why: UnshownWhy, attached: boolean): Unshown => ({ title, why, attached });
  if (file === null) return unshown("not-here", false);
  const pages = await pagesOf(pdf, file);
  const whole = typeof pages !== "string";
  // What is broken is not passed on: a reader that trusts it may fare worse than we did.
  const attached = whole || pages === "encrypted" || pages === "not-drawn";
  if (attached) await attach(pdf, file, title, at);
  return whole ? { pages } : unshown(pages, attached);
}

async function pagesOf(pdf: PDFDocument, file: ForeignFile): Promise<readonly ForeignPage[] | UnshownWhy> {
  try {
    switch (file.mediaType) {
      case "application/pdf":
        return await pdfPages(pdf, file.bytes);
      case "image/jpeg":
        return [pictureOf(await pdf.embedJpg(file.bytes))];
      case "image/png":
        return [pictureOf(await pdf.embedPng(file.bytes))];
      default:
        return "not-drawn";
    }
  } catch (error) {
    return error instanceof RangeError ? "too-complex" : "damaged";
  }
}

async function pdfPages(pdf: PDFDocument, bytes: Uint8Array): Promise<readonly ForeignPage[] | PdfFault> {
  const checked = await checkPdf(new Uint8Array(bytes));
  if (!checked.ok) return checked.fault;
  const source = await PDFDocument.load(bytes, {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
    // Many official papers forbid changes but open for everybody: those were let through above.
    password: "",
  });
  const pages = source.getPages();
  for (const page of pages) drawAppearances(page);
  const boxes = pages.map((page) => {
    const { x, y, width, height } = page.getCropBox();
    return { left: x, bottom: y, right: x + width, top: y + height };
  });
  const drawn = await pdf.embedPages(pages, boxes);
  return drawn.map(({ ref, width, height }, index) => ({
    ref,
    width,
    height,
    unit: { x: 1, y: 1 },
    turn: turnOf(pages[index]),
  }));
}

/** Screen pixels to points, as for our own pictures. */
const POINTS_PER_PIXEL = 0.75;

function pictureOf({ ref, width, height }: { ref: PDFRef; width: number; height: number }): ForeignPage {
  const [wide, high] = [width * POINTS_PER_PIXEL, height * POINTS_PER_PIXEL];
  return { ref, width: wide, height: high, unit: { x: wide, y: high }, turn: 0 };
}

/** Anything but a quarter turn is no turn, as readers take it. */
function turnOf(page: PDFPage | undefined): ForeignPage["turn"] {
  const angle = (((page?.getRotation().angle ?? 0) % 360) + 360) % 360;
  return angle === 90 || angle === 180 || angle === 270 ? angle : 0;
}

const attach = (pdf: PDFDocument, file: ForeignFile, title: string, at: Date): Promise<void> =>
  pdf.attach(file.bytes, plainLine(file.name), {
    mimeType: file.mediaType,
    description: plainLine(title),
    creationDate: at,
    modificationDate: at,
    afRelationship: AFRelationship.Supplement,
  });
