/**
 * An empty place for a signature over the file, in the structure tree as PDF/UA-1 wants it (7.18). It takes no room on
 * the page: what signing means is said there in words. `signedBytes.ts` finds the place again in the written file.
 */
import { PDFDict, PDFHexString, PDFName, PDFNumber, PDFString } from "@cantoo/pdf-lib";
import type { PDFDocument, PDFPage } from "@cantoo/pdf-lib";
import { SIGNATURE_ROOM_BYTES, UNSET } from "../signedBytes.ts";
import type { StructureTree } from "./structure.ts";
import { plainLine } from "./text.ts";

/** Printed with the page, and not to be moved or changed. */
const PRINT_AND_LOCKED = 4 + 128;
/** Signatures are there; the file is to be added to and never written anew. */
const SIGNED_APPEND_ONLY = 3;

export function addSignatureField(
  pdf: PDFDocument,
  page: PDFPage,
  tree: StructureTree,
  { reason, atMs }: { readonly reason: string; readonly atMs: number },
): void {
  const { context } = pdf;
  const words = (text: string): PDFHexString => PDFHexString.fromText(plainLine(text));
  const signature = context.register(
    context.obj({
      Type: "Sig",
      Filter: "Adobe.PPKLite",
      SubFilter: "ETSI.CAdES.detached",
      ByteRange: [0, UNSET, UNSET, UNSET],
      Contents: PDFHexString.of("0".repeat(SIGNATURE_ROOM_BYTES * 2)),
      M: PDFString.fromDate(new Date(atMs)),
      Reason: words(reason),
    }),
  );
  const widget = context.register(
    context.obj({
      Type: "Annot",
      Subtype: "Widget",
      FT: "Sig",
      T: words("FileSignature"),
      TU: words(reason),
      Rect: [0, 0, 0, 0],
      F: PRINT_AND_LOCKED,
      P: page.ref,
      V: signature,
    }),
  );
  page.node.addAnnot(widget);
  const form = tree.child(tree.document, "Form", { Alt: words(reason) });
  const key = tree.object(form, widget, page.ref, pdf.getPageCount());
  context.lookup(widget, PDFDict).set(PDFName.of("StructParent"), PDFNumber.of(key));
  const fields = context.obj({ SigFlags: SIGNED_APPEND_ONLY, Fields: [widget] });
  pdf.catalog.set(PDFName.of("AcroForm"), context.register(fields));
}
