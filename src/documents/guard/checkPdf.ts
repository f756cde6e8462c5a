/**
 * Is this PDF whole, and can whoever receives it open it? Asked before a paper is sealed, when the person can
 * still choose another. Lenient where every reader is (rubbish before the file, a wrong table of contents);
 * strict where a reader would show less than was sent and say nothing.
 *
 * Bounded in size by the caller, in growth, count and depth here, and in time by whoever runs the worker.
 */
import { ParseSpeeds, PDFDocument } from "@cantoo/pdf-lib";
import type { PDFContext } from "@cantoo/pdf-lib";
import { hasWholeEnd } from "./crossReferences.ts";
import { isBounded } from "./expansion.ts";
import { checkPages } from "./pages.ts";
import { findWord, latin1 } from "./rawBytes.ts";

export type PdfFault = "empty" | "damaged" | "encrypted" | "too-complex";
export type CheckedPdf =
  | { readonly ok: true; readonly pages: number }
  | { readonly ok: false; readonly fault: PdfFault };

const refuse = (fault: PdfFault): CheckedPdf => ({ ok: false, fault });

/** Never throws. */
export async function checkPdf(bytes: Uint8Array<ArrayBuffer>): Promise<CheckedPdf> {
  if (bytes.length === 0) return refuse("empty");
  if (!hasWholeEnd(bytes)) return refuse("damaged");
  try {
    if (!(await isBounded(bytes))) return refuse("too-complex");
    const read = (await isEncrypted(bytes)) ? await readWithoutPassword(bytes) : await readStrictly(bytes);
    return read === undefined ? refuse("encrypted") : checkPages(read);
  } catch (error) {
    // The stack or the memory ran out: nested too deep, or too much of it.
    return refuse(error instanceof RangeError ? "too-complex" : "damaged");
  }
}

const READ = { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest } as const;

async function isEncrypted(bytes: Uint8Array): Promise<boolean> {
  if (!mentionsEncryption(bytes)) return false;
  const { isEncrypted: encrypted } = await PDFDocument.load(bytes, { ...READ, ignoreEncryption: true });
  return encrypted;
}

/** The name stands in a dictionary that is never itself encrypted or compressed. */
function mentionsEncryption(bytes: Uint8Array): boolean {
  for (let at = findWord(bytes, "/Encrypt", 0); at >= 0; at = findWord(bytes, "/Encrypt", at + 8)) {
    if (/^\/Encrypt\s*(?:\d|<<)/.test(latin1(bytes, at, at + 40))) return true;
  }
  return false;
}

const readStrictly = async (bytes: Uint8Array): Promise<PDFContext> =>
  (await PDFDocument.load(bytes, { ...READ, throwOnInvalidObject: true })).context;

/** Many official papers forbid changes but open for everybody; undefined for one that asks for a password. */
async function readWithoutPassword(bytes: Uint8Array): Promise<PDFContext | undefined> {
  try {
    return (await PDFDocument.load(bytes, { ...READ, password: "" })).context;
  } catch {
    return undefined;
  }
}
