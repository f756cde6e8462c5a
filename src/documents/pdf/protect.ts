/**
 * The only place that encrypts, and the only one that saves. AES-256, revision 6 (ISO 32000-2).
 * A second `save()` of an encrypted document encrypts it twice and nothing opens it: each document may pass
 * through here once.
 */
import type { PDFDocument } from "@cantoo/pdf-lib";
import { passwordProblem } from "../passwordRule.ts";
import type { PasswordProblem } from "../passwordRule.ts";
import { hoistStrings } from "./hoist.ts";

export type Protected =
  | { kind: "protected"; bytes: Uint8Array }
  | { kind: "password-refused"; problem: PasswordProblem };

/** Object streams are what makes encryption whole. See [Note: strings in clear] in hoist.ts. */
const SAVE = { useObjectStreams: true, updateFieldAppearances: false, addDefaultPage: false } as const;
const OWNER_BYTES = 32;

const saved = new WeakSet<PDFDocument>();

/**
 * The finished document, opened by `password` alone. Whoever opens it may print, copy and use a screen
 * reader; there is no owner password that anyone knows.
 */
export async function protect(
  pdf: PDFDocument,
  password: string,
  randomBytes: (length: number) => Uint8Array,
): Promise<Protected> {
  const problem = passwordProblem(password);
  if (problem !== null) return { kind: "password-refused", problem };
  once(pdf);
  await pdf.flush();
  hoistStrings(pdf.context);
  pdf.encrypt({
    algorithm: "AES-256",
    userPassword: password,
    ownerPassword: hex(randomBytes(OWNER_BYTES)),
    permissions: { printing: "highResolution", copying: true, contentAccessibility: true },
  });
  return { kind: "protected", bytes: await pdf.save(SAVE) };
}

/** In clear: for documents about nobody, photos before they are sealed, and tests that compare bytes. */
export async function saveOpen(pdf: PDFDocument): Promise<Uint8Array> {
  once(pdf);
  return pdf.save(SAVE);
}

/** Tablets in use are too old for `toHex`. */
const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

function once(pdf: PDFDocument): void {
  if (saved.has(pdf)) throw new Error("A document is saved once: build it again");
  saved.add(pdf);
}
