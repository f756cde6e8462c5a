/** The pages of a PDF and all that is needed to draw them: counted, and every piece of it looked for. */
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFInvalidObject,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFStream,
  UnsupportedEncodingError,
} from "@cantoo/pdf-lib";
import type { PDFContext, PDFObject } from "@cantoo/pdf-lib";

export type PagesFault = "damaged" | "too-complex" | "empty";
export type Pages =
  | { readonly ok: true; readonly pages: number }
  | { readonly ok: false; readonly fault: PagesFault };

const PAGES_MAX = 5_000;
const DEPTH_MAX = 64;
const PIECES_MAX = 500_000;
/** How much drawing is read through to see that it can be read: about 1,000 pages of text. */
const READ_THROUGH_BYTES = 32 * 1024 * 1024;

const KIDS = PDFName.of("Kids");
const CONTENTS = PDFName.of("Contents");
const RESOURCES = PDFName.of("Resources");
const PAGES = PDFName.of("Pages");

const broken = (fault: PagesFault): Pages => ({ ok: false, fault });

type Node = { readonly object: PDFObject | undefined; readonly depth: number };

/** Walks without recursion: a tree that loops or never ends must not take the reader with it. */
export function checkPages(context: PDFContext): Pages {
  const catalog = context.lookup(context.trailerInfo.Root);
  if (!(catalog instanceof PDFDict)) return broken("damaged");
  const branches = new Set<PDFObject>();
  const needed: PDFObject[] = [];
  const contents: PDFObject[] = [];
  let pages = 0;
  const ahead: Node[] = [{ object: catalog.get(PAGES), depth: 0 }];
  for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
    const found = context.lookup(node.object);
    if (!(found instanceof PDFDict)) return broken("damaged");
    if (node.depth > DEPTH_MAX || pages > PAGES_MAX) return broken("too-complex");
    const resources = found.get(RESOURCES);
    if (resources) needed.push(resources);
    const kids = context.lookup(found.get(KIDS));
    if (kids === undefined) {
      pages += 1;
      const drawing = found.get(CONTENTS);
      if (drawing) contents.push(drawing);
      continue;
    }
    if (!(kids instanceof PDFArray) || branches.has(found)) return broken("damaged");
    branches.add(found);
    // Last in, first out: in the order of the file, should it stop half-way.
    for (const kid of kids.asArray().toReversed()) ahead.push({ object: kid, depth: node.depth + 1 });
  }
  if (pages === 0) return broken("empty");
  const fault = missingPiece(context, [...needed, ...contents]) ?? unreadable(context, contents);
  return fault === undefined ? { ok: true, pages } : broken(fault);
}

/** Something that a page is drawn with and that is not in the file. */
function missingPiece(context: PDFContext, from: readonly PDFObject[]): PagesFault | undefined {
  const seen = new Set<PDFObject>();
  const ahead = [...from];
  for (let piece = ahead.pop(); piece !== undefined; piece = ahead.pop()) {
    if (seen.has(piece)) continue;
    seen.add(piece);
    if (seen.size > PIECES_MAX) return "too-complex";
    if (piece instanceof PDFInvalidObject) return "damaged";
    if (piece instanceof PDFRef) {
      const target = context.lookup(piece);
      if (target === undefined) return "damaged";
      ahead.push(target);
    } else ahead.push(...partsOf(piece));
  }
  return undefined;
}

/** Not followed: the way back up, and what is only said about a page. */
const ABOUT = new Set(
  ["Parent", "P", "Metadata", "PieceInfo", "StructParent", "StructParents", "Pg", "OC", "OPI"].map((name) =>
    PDFName.of(name),
  ),
);

function partsOf(object: PDFObject): readonly PDFObject[] {
  if (object instanceof PDFArray) return object.asArray();
  const dictionary = object instanceof PDFStream ? object.dict : object;
  if (!(dictionary instanceof PDFDict)) return [];
  return dictionary.entries().flatMap(([name, value]) => (ABOUT.has(name) ? [] : [value]));
}

function unreadable(context: PDFContext, contents: readonly PDFObject[]): PagesFault | undefined {
  let read = 0;
  for (const each of contents) {
    const found = context.lookup(each);
    const parts = found instanceof PDFArray ? found.asArray().map((part) => context.lookup(part)) : [found];
    for (const part of parts) {
      if (read > READ_THROUGH_BYTES) return undefined;
      if (!(part instanceof PDFRawStream)) continue;
      try {
        read += decodePDFRawStream(part).decode().length;
      } catch (error) {
        if (!(error instanceof UnsupportedEncodingError)) return "damaged";
      }
    }
  }
  return undefined;
}
