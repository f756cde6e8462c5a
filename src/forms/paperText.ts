/** Papers in words: what each is, for the page, the record of what was sent, and the printed referral. */
import { type Answers, questionPath } from "./answers.ts";
import { clean } from "./answerText.ts";
import type { Section } from "./definition/section.ts";
import type { Reader } from "./evaluate.ts";
import { askedPapers, CONSENT_SHEET, EVIDENCE, type HeldPaper, OTHER_PAPER, paperReason } from "./papers.ts";
import type { SnapshotItem } from "./snapshot.ts";

/** A paper with what is said of it. `pages` is undefined where they cannot be counted. */
export type ListedPaper = HeldPaper & {
  readonly title: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly pages?: number | undefined;
  /** Lower comes first. */
  readonly order: number;
};

const KILOBYTE = 1_000;
const MEGABYTE = 1_000_000;

/** "640 KB", "1.2 MB", "38 MB". Never "0": a paper is never empty. */
export function paperSize(bytes: number): string {
  if (bytes < MEGABYTE) return `${Math.max(1, Math.round(bytes / KILOBYTE))} KB`;
  const megabytes = bytes / MEGABYTE;
  return `${megabytes < 10 ? megabytes.toFixed(1).replace(/\.0$/, "") : Math.round(megabytes)} MB`;
}

/** "PDF", "Word file", "Photograph"; of anything else, "Document". */
export function paperType(mediaType: string): string {
  if (mediaType === "application/pdf") return "PDF";
  if (isPhoto(mediaType)) return "Photograph";
  if (mediaType === "text/plain") return "Text";
  return /word/.test(mediaType) ? "Word file" : "Document";
}

export const isPhoto = (mediaType: string): boolean => mediaType.startsWith("image/");

/** "PDF, 3 pages, 1.2 MB". */
export function paperFacts({ mediaType, pages, sizeBytes }: Omit<ListedPaper, keyof HeldPaper>): string {
  const counted = pages === undefined || isPhoto(mediaType) ? [] : [pagesText(pages)];
  return [paperType(mediaType), ...counted, paperSize(sizeBytes)].join(", ");
}

const pagesText = (pages: number): string => (pages === 1 ? "1 page" : `${pages} pages`);

/** Those of a kind that are still there, in order. */
export const papersOfKind = <T extends ListedPaper>(papers: readonly T[], kind: string): readonly T[] =>
  papers.filter((paper) => paper.kind === kind && !paper.removed).toSorted((a, b) => a.order - b.order);

/** Each kind that is asked for, then what else came, as it is stored and printed. */
export function paperItems(
  section: Section,
  reader: Reader,
  papers: readonly ListedPaper[],
): readonly SnapshotItem[] {
  const asked = askedPapers(reader);
  const known = new Set(asked.map(({ key }) => key));
  // A kind that is no longer asked for was sent all the same: it is listed with the rest.
  const kinds = papers
    .map(({ kind }) => kind)
    .filter((kind) => !known.has(kind) && kind !== CONSENT_SHEET && kind !== EVIDENCE);
  const others = [...new Set(kinds)].flatMap((kind) => papersOfKind(papers, kind));
  return [
    ...asked.map(({ key, label }) => kindItem(section, key, label, reader.answers, papers)),
    ...unasked(section, CONSENT_SHEET, "Signed consent form", papersOfKind(papers, CONSENT_SHEET)),
    ...unasked(section, OTHER_PAPER, "Other papers", others),
  ];
}

function unasked(
  section: Section,
  kind: string,
  label: string,
  papers: readonly ListedPaper[],
): readonly SnapshotItem[] {
  if (papers.length === 0) return [];
  return [{ kind: "list", key: `${section.key}/${kind}`, label, answers: papers.map(paperLine) }];
}

function kindItem(
  section: Section,
  kind: string,
  label: string,
  answers: Answers,
  papers: readonly ListedPaper[],
): SnapshotItem {
  const base = { key: questionPath(section.key, kind), label };
  const here = papersOfKind(papers, kind);
  const reason = paperReason(answers, section.key, kind);
  if (here.length === 0 && reason !== "") {
    return { kind: "answer", ...base, answer: `Not attached. Reason: ${clean(reason)}` };
  }
  return { kind: "list", ...base, answers: here.map(paperLine) };
}

const paperLine = (paper: ListedPaper): string => `${clean(paper.title)} (${paperFacts(paper)})`;
