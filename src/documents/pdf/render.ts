/** A document model as a tagged PDF, not yet saved: `protect.ts` does that. */
import { AFRelationship, PDFDocument } from "@cantoo/pdf-lib";
import type { Block, DocumentModel, Enclosure } from "../model.ts";
import { documentStrips } from "./blocks.ts";
import { readPictures } from "./figures.ts";
import { readForeign, type Unshown, unshownIn } from "./foreign.ts";
import { flow } from "./flow.ts";
import type { OnPage } from "./flow.ts";
import { loadFonts } from "./fonts.ts";
import type { FontFiles, MissingCharacter } from "./fonts.ts";
import { drawFurniture } from "./furniture.ts";
import { writeMetadata } from "./metadata.ts";
import { writeOutline } from "./outline.ts";
import { addSignatureField } from "./signatureField.ts";
import { StructureTree } from "./structure.ts";

export interface Rendered {
  pdf: PDFDocument;
  pages: number;
  /** What no font had. Marked on the page, and listed at the document's end. */
  missing: MissingCharacter[];
  /** Other people's files that stand in it as a page that says why they are not shown. */
  unshown: Unshown[];
}

/**
 * The same model and fonts give the same document, byte for byte once saved open. Throws only for fonts
 * that cannot be used; any text prints.
 */
export async function renderPdf(
  model: DocumentModel,
  files: FontFiles,
  onPage: OnPage = () => {},
): Promise<Rendered> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const fonts = await loadFonts(pdf.context, files);
  const tree = new StructureTree(pdf.context);
  const pictures = await readPictures(pdf, model.blocks);
  const foreign = await readForeign(pdf, model);
  const kit = { fonts, tree, pictures, foreign };

  const strips = documentStrips(model.blocks, kit);
  const missing = fonts.missing();
  if (missing.length > 0) strips.push(...documentStrips([missingNote(missing)], kit));

  const { pens, bookmarks } = flow(strips, pdf, tree, onPage);
  drawFurniture(pens, model.frame, fonts);
  for (const pen of pens) pen.finish();
  await fonts.embed(pdf.context);
  const last = pens.at(-1);
  if (model.signature && last) {
    const { reason } = model.signature;
    addSignatureField(pdf, last.page, tree, { reason, atMs: model.frame.createdAtMs });
  }
  tree.write(pdf.catalog, pens.length);
  writeOutline(pdf, bookmarks);
  writeMetadata(pdf, model.frame);
  for (const each of model.enclosures ?? []) await enclose(pdf, each, model.frame.createdAtMs);
  return { pdf, pages: pens.length, missing: fonts.missing(), unshown: unshownIn(foreign) };
}

function enclose(pdf: PDFDocument, { name, text, mediaType, says }: Enclosure, atMs: number): Promise<void> {
  const made = new Date(atMs);
  return pdf.attach(new TextEncoder().encode(text), name, {
    mimeType: mediaType,
    description: says,
    creationDate: made,
    modificationDate: made,
    afRelationship: AFRelationship.Source,
  });
}

const LISTED_MAX = 40;

/** Tells the person holding the paper what the marks stand for. */
function missingNote(missing: MissingCharacter[]): Block {
  const total = missing.reduce((sum, one) => sum + one.count, 0);
  const codes = missing.slice(0, LISTED_MAX).map(({ codePoint, count }) => {
    const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
    return count === 1 ? code : `${code} (${count} times)`;
  });
  const more = missing.length > LISTED_MAX ? `, and ${missing.length - LISTED_MAX} others` : "";
  return {
    kind: "note",
    title: total === 1 ? "1 character could not be printed" : `${total} characters could not be printed`,
    text: `Each is shown as \u{fffd}. The electronic record has them. By their Unicode numbers: ${codes.join(", ")}${more}.`,
  };
}
