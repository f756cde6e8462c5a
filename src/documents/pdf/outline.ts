/** The outline that a reader shows beside the pages, nested by heading level. */
import { PDFHexString, PDFName } from "@cantoo/pdf-lib";
import type { PDFContext, PDFDocument, PDFRef } from "@cantoo/pdf-lib";
import type { Bookmark } from "./flow.ts";

interface Node {
  ref: PDFRef;
  /** Null at the root alone. */
  bookmark: Bookmark | null;
  level: number;
  kids: Node[];
}

interface Neighbours {
  Parent?: PDFRef;
  Prev?: PDFRef;
  Next?: PDFRef;
}

export function writeOutline(pdf: PDFDocument, bookmarks: Bookmark[]): void {
  if (bookmarks.length === 0) return;
  const root: Node = { ref: pdf.context.nextRef(), bookmark: null, level: 0, kids: [] };
  const path: Node[] = [root];
  for (const bookmark of bookmarks) {
    while ((path.at(-1)?.level ?? 0) >= bookmark.level) path.pop();
    const node: Node = { ref: pdf.context.nextRef(), bookmark, level: bookmark.level, kids: [] };
    path.at(-1)?.kids.push(node);
    path.push(node);
  }
  write(pdf.context, root, {});
  pdf.catalog.set(PDFName.of("Outlines"), root.ref);
  pdf.catalog.set(PDFName.of("PageMode"), PDFName.of("UseOutlines"));
}

function write(context: PDFContext, node: Node, neighbours: Neighbours): void {
  const entry = context.obj({ ...neighbours });
  if (node.bookmark === null) entry.set(PDFName.of("Type"), PDFName.of("Outlines"));
  else {
    const { title, page, top } = node.bookmark;
    entry.set(PDFName.of("Title"), PDFHexString.fromText(title));
    // A little above the heading, so that it does not touch the window's edge.
    entry.set(PDFName.of("Dest"), context.obj([page, "XYZ", 0, Math.round(top) + 12, 0]));
  }
  const first = node.kids[0];
  const last = node.kids.at(-1);
  if (first !== undefined && last !== undefined) {
    entry.set(PDFName.of("First"), first.ref);
    entry.set(PDFName.of("Last"), last.ref);
    entry.set(PDFName.of("Count"), context.obj(descendants(node)));
  }
  context.assign(node.ref, entry);
  node.kids.forEach((kid, index) => {
    const before = node.kids[index - 1];
    const after = node.kids[index + 1];
    write(context, kid, {
      Parent: node.ref,
      ...(before === undefined ? {} : { Prev: before.ref }),
      ...(after === undefined ? {} : { Next: after.ref }),
    });
  });
}

const descendants = (node: Node): number => node.kids.reduce((sum, kid) => sum + 1 + descendants(kid), 0);
