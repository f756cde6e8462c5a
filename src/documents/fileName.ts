/** File names are read by mail servers, backup tools and whoever looks over a shoulder: they say nothing. */

export type DocumentKind =
  | "referral"
  | "agenda"
  | "minutes"
  | "decision"
  | "actions"
  | "declaration"
  | "record"
  | "report"
  | "follow-through"
  | "log-of-decisions"
  | "copy-of-data"
  | "extract"
  | "letter";

/** A reference is letters, digits and single separators, with at least one digit: so not a person's name. */
const REFERENCE = /^(?=.*\d)[A-Za-z0-9]+(?:[-/._][A-Za-z0-9]+)*$/;
const REFERENCE_MAX = 32;

/**
 * A neutral name such as `referral-acc-2026-014.pdf`. A reference that could be anything but a reference is
 * left out rather than cleaned up. No date: the reference finds it, and two exports may share a day.
 */
export function makeFileName(kind: DocumentKind, reference: string | null, extension = "pdf"): string {
  const usable = reference !== null && reference.length <= REFERENCE_MAX && REFERENCE.test(reference);
  const stem = usable ? `${kind}-${reference.replaceAll(/[/._]/g, "-").toLowerCase()}` : kind;
  return `${stem}.${extension}`;
}

/**
 * A name by the panel's own pattern, such as `{reference}-{document}-{date}`: "minutes-2026-11-26.pdf" where there is
 * no reference. Nothing else is ever filled in; what the pattern says beside is kept, and separators left over are not.
 */
export function fileNameBy(
  pattern: string,
  parts: { readonly reference: string | null; readonly document: DocumentKind; readonly date: string },
  extension = "pdf",
): string {
  const { reference, document, date } = parts;
  const usable = reference !== null && reference.length <= REFERENCE_MAX && REFERENCE.test(reference);
  const filled = pattern
    .replaceAll("{reference}", usable ? reference.replaceAll(/[/._]/g, "-") : "")
    .replaceAll("{document}", document)
    .replaceAll("{date}", date)
    .replaceAll(/[{}]/g, "")
    .replaceAll(/[-_ ]{2,}/g, (run) => run.charAt(0))
    .replaceAll(/^[-_ ]+|[-_ ]+$/g, "")
    .toLowerCase();
  return `${filled === "" ? document : filled}.${extension}`;
}
