/**
 * [Note: strings in clear] `encrypt()` of @cantoo/pdf-lib 2.11.1 encrypts streams and no strings. A string is
 * safe only inside an object stream, which is encrypted whole. The writer leaves catalog, page tree, pages,
 * stream dictionaries and signatures out of object streams, so their strings would be readable in the file
 * (and garbled in readers, which decrypt what never was encrypted). Each such string is moved to an object
 * of its own, which does land in an object stream. `qpdf --check` does not notice: the leak test does.
 */
import {
  PDFArray,
  PDFCatalog,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFPageLeaf,
  PDFPageTree,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";
import type { PDFContext, PDFObject, PDFRef } from "@cantoo/pdf-lib";

/** Run after everything is flushed and before `encrypt()`. Returns how many strings were moved. */
export function hoistStrings(context: PDFContext): number {
  let moved = 0;

  function safe(value: PDFObject): PDFObject {
    if (value instanceof PDFString || value instanceof PDFHexString) {
      moved += 1;
      return context.register(value);
    }
    walk(value);
    return value;
  }

  function walk(holder: PDFObject): void {
    if (holder instanceof PDFDict) {
      const skipped = isSignature(holder) ? SIGNED_IN_CLEAR : [];
      for (const [key, value] of holder.entries()) {
        if (!skipped.includes(key)) holder.set(key, safe(value));
      }
    } else if (holder instanceof PDFArray) {
      for (let at = 0; at < holder.size(); at += 1) holder.set(at, safe(holder.get(at)));
    }
  }

  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFStream) walk(object.dict);
    else if (isWrittenInClear(ref, object)) walk(object);
  }
  return moved;
}

/** A signature's own bytes and the range they cover stay where the signer can find them. */
const SIGNED_IN_CLEAR = [PDFName.of("Contents"), PDFName.of("ByteRange")];

function isWrittenInClear(ref: PDFRef, object: PDFObject): boolean {
  return (
    object instanceof PDFCatalog ||
    object instanceof PDFPageTree ||
    object instanceof PDFPageLeaf ||
    ref.generationNumber !== 0 ||
    (object instanceof PDFDict && isSignature(object))
  );
}

function isSignature(dict: PDFDict): boolean {
  const type = dict.get(PDFName.of("Type"));
  return type === PDFName.of("Sig") || type === PDFName.of("DocTimeStamp");
}
