/**
 * What a document says, before anyone decides how it looks: blocks in reading order. Every document is made
 * as one of these by a pure function, then laid out by `pdf/render.ts`.
 * All text is for a reader: dates are already written out, codes already turned into words.
 */
import type { DrawnSignature } from "../domain/drawnSignature.ts";

/** A question with whatever answers it. The two stay together in the structure a screen reader walks. */
export interface Answer {
  label: string;
  body: Block[];
}

/** A file of somebody else’s, as it came. `mediaType` is what its bytes were found to be. */
export interface ForeignFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** One line of a summary: a short name and a short value. */
export interface Fact {
  label: string;
  value: string;
}

export type Block =
  /** Level 1 is the document's title and appears once; levels may not be skipped (PDF/UA). */
  | { kind: "heading"; level: 1 | 2 | 3; text: string }
  /** Line breaks in `text` are kept. `quiet` is for asides and for answers that are not there. */
  | { kind: "paragraph"; text: string; tone?: "plain" | "quiet" }
  | { kind: "list"; items: string[]; ordered?: boolean }
  | { kind: "answers"; answers: Answer[] }
  /** `summary` stands out at the head of a document; `record` is one row of a table too wide to be one. */
  | { kind: "facts"; facts: Fact[]; tone: "summary" | "record" }
  /** `rows` shorter than `columns` are filled with empty cells. Header cells repeat on every page. */
  | { kind: "table"; caption: string; columns: string[]; rows: string[][] }
  /** Numbers with a bar each. Read aloud it is a table; `columns` head the names and the numbers. */
  | { kind: "bars"; columns: [string, string]; bars: { label: string; count: number }[] }
  /** Lines drawn by a hand. `alt` is what a screen reader says in their place. */
  | { kind: "drawing"; drawing: DrawnSignature; alt: string }
  /** `widthPt` is the most it may take; it shrinks to the page, and never grows past its own pixels. */
  | { kind: "picture"; png: Uint8Array; alt: string; widthPt?: number }
  /** Text for a telephone to scan. `alt` says what it is; what it says must stand beside it in words. */
  | { kind: "code"; text: string; alt: string }
  /** A boxed passage that a reader must not miss. */
  | { kind: "note"; title?: string; text: string }
  /**
   * Another file, under its title on a page of its own: each page as it looks, and the file itself attached. What
   * cannot be shown, or is not here (`file` null), leaves a page that says so.
   */
  | { kind: "attached"; level: 2 | 3; title: string; file: ForeignFile | null }
  /** Ruled lines for a pen, as many as given. */
  | { kind: "writing"; lines: number }
  /** Each with an empty box to tick. */
  | { kind: "boxes"; options: string[] }
  | { kind: "pageBreak" }
  /** Stays on one page, unless it is longer than one. */
  | { kind: "together"; blocks: Block[] };

export interface DocumentFrame {
  /** Shown in the window's title bar and in bookmarks lists: a reference, never a person's name. */
  title: string;
  lang: "en-GB";
  /** At the head of every page, e.g. "Confidential". */
  handlingMark: string;
  /** At the foot of every page, left of the page number. */
  footer: string;
  /** Milliseconds since 1970. Passed in, so that the same document gives the same bytes. */
  createdAtMs: number;
}

/** A file inside the document, under the same password. */
export interface Enclosure {
  name: string;
  text: string;
  mediaType: "application/json" | "text/plain";
  /** What it is, for the list that readers show. */
  says: string;
}

export interface DocumentModel {
  frame: DocumentFrame;
  blocks: Block[];
  enclosures?: Enclosure[];
  /** Leaves an empty place for a signature over the finished file. Whoever saves it must fill it: signedBytes.ts. */
  signature?: { reason: string };
}
