/**
 * Which files may become papers of a case, told by their first bytes and not by their name alone: a renamed
 * program, a script, a web page and a document with macros are refused.
 */
import { ascii, equalBytes } from "./bytes.ts";

export const MAX_PAPER_BYTES = 100 * 1024 * 1024;
export const MAX_CASE_BYTES = 500 * 1024 * 1024;

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** What a paper may be, and the endings its name may have. */
const ENDINGS = {
  "application/pdf": ["pdf"],
  "image/jpeg": ["jpg", "jpeg", "jpe", "jfif"],
  "image/png": ["png"],
  "image/webp": ["webp"],
  "image/gif": ["gif"],
  "image/heic": ["heic", "heif", "hif"],
  [WORD]: ["docx"],
  "application/msword": ["doc"],
  "application/vnd.oasis.opendocument.text": ["odt"],
  "application/rtf": ["rtf"],
  "text/plain": ["txt"],
} as const;

export type PaperType = keyof typeof ENDINGS;
export const PAPER_TYPES = Object.keys(ENDINGS) as readonly PaperType[];

/** The usual ending of such a file, dot included; "" for a kind that this version does not know. */
export function endingFor(mediaType: string): string {
  const [ending] = Object.entries(ENDINGS).find(([type]) => type === mediaType)?.[1] ?? [];
  return ending === undefined ? "" : `.${ending}`;
}

export type PaperFault = "empty" | "too-large" | "unsupported" | "not-what-it-says";
export type SniffedPaper =
  | { readonly ok: true; readonly mediaType: PaperType }
  | { readonly ok: false; readonly fault: PaperFault };

/** How much of a file's beginning settles what it is. */
export const SNIFF_BYTES = 4096;

const fail = (fault: PaperFault) => ({ ok: false, fault }) as const;

/**
 * What a file is. `head`: its first SNIFF_BYTES, or all of a shorter one. `sizeBytes`: of the whole file. What a
 * document holds further in, such as macros, is `hidesMacros`' to find.
 */
export function sniffPaper(head: Uint8Array, fileName: string, sizeBytes = head.length): SniffedPaper {
  if (sizeBytes === 0 || head.length === 0) return fail("empty");
  if (sizeBytes > MAX_PAPER_BYTES) return fail("too-large");
  const ending = endingOf(fileName);
  const claimed = PAPER_TYPES.filter((type) => ending === undefined || allows(type, ending));
  if (claimed.length === 0) return fail("unsupported");
  const found = typeOf(head, ending);
  if (!found) return fail(ending === undefined ? "unsupported" : "not-what-it-says");
  // A telephone may call any picture .jpg: what a picture is, its bytes decide.
  const bothPictures = isPicture(found) && claimed.some((type) => isPicture(type));
  return claimed.includes(found) || bothPictures ? { ok: true, mediaType: found } : fail("not-what-it-says");
}

const isPicture = (type: PaperType) => type.startsWith("image/");
const allows = (type: PaperType, ending: string) => ENDINGS[type].some((each) => each === ending);

/** "pdf" of "Letter 3.4.2026.PDF". A part that begins with a figure, as in a date, is no ending. */
function endingOf(fileName: string): string | undefined {
  return /\.([a-z][a-z0-9]{0,9})\s*$/i.exec(fileName)?.[1]?.toLowerCase();
}

const startsWith = (head: Uint8Array, ...bytes: readonly number[]) =>
  bytes.every((byte, i) => head[i] === byte);
const hasAt = (head: Uint8Array, at: number, text: string) =>
  equalBytes(head.subarray(at, at + text.length), ascii(text));

/** Kinds of the ISO base media format that hold a still HEIF picture. */
const HEIF_BRANDS = ["heic", "heix", "heim", "heis", "mif1"];

function typeOf(head: Uint8Array, ending: string | undefined): PaperType | undefined {
  if (hasAt(head, 0, "%PDF-")) return "application/pdf";
  if (startsWith(head, 0xff, 0xd8, 0xff)) return "image/jpeg";
  if (startsWith(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  if (hasAt(head, 0, "RIFF") && hasAt(head, 8, "WEBP")) return "image/webp";
  if (hasAt(head, 0, "GIF87a") || hasAt(head, 0, "GIF89a")) return "image/gif";
  if (hasAt(head, 4, "ftyp") && HEIF_BRANDS.some((brand) => hasAt(head, 8, brand))) return "image/heic";
  if (hasAt(head, 0, "{\\rtf")) return "application/rtf";
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) return zipTypeOf(head);
  // A compound file, which is also a spreadsheet or an installer: its name must say that it is a document.
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
    return ending === "doc" ? "application/msword" : undefined;
  }
  return ending === "txt" && isPlainText(head) ? "text/plain" : undefined;
}

const ODT_MARK = "mimetypeapplication/vnd.oasis.opendocument.text";
/** Names that the first file within a Word document has, whichever program wrote it. */
const WORD_FIRST = ["[Content_Types].xml", "_rels/", "word/", "docProps/", "customXml/"];

/** The first name within a zip lies 30 bytes in. */
function zipTypeOf(head: Uint8Array): PaperType | undefined {
  const after = head[30 + ODT_MARK.length];
  // A template or master document's type is longer by "-template" and the like.
  if (hasAt(head, 30, ODT_MARK) && after !== 0x2d) return "application/vnd.oasis.opendocument.text";
  return WORD_FIRST.some((name) => hasAt(head, 30, name)) ? WORD : undefined;
}

const MARKUP = /^\s*(<[!?a-z]|#!)/i;

/** Text as a person types it: no control characters but white space, and not the beginning of a page or a script. */
function isPlainText(head: Uint8Array): boolean {
  const odd = head.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte));
  const beginning = String.fromCharCode(...head.subarray(0, 64)).replace(/^\u00ef\u00bb\u00bf/, "");
  return !odd && !beginning.startsWith("MZ") && !MARKUP.test(beginning);
}

const wide = (text: string) => ascii(text.replaceAll(/./g, "$&\0"));

/**
 * What a document's bytes hold somewhere, besides its first: a name that it must have within, and names that only
 * macros have. Names within a zip are never compressed; those within a compound file are two bytes to a letter.
 */
const MARKS: Partial<
  Record<PaperType, { readonly must: Uint8Array; readonly never: readonly Uint8Array[] }>
> = {
  [WORD]: { must: ascii("word/document"), never: [ascii("vbaProject"), ascii("vbaData")] },
  "application/msword": { must: wide("WordDocument"), never: [wide("_VBA_PROJECT")] },
  "application/vnd.oasis.opendocument.text": {
    must: ascii("content.xml"),
    never: [ascii("Basic/script-lc.xml"), ascii("Scripts/python")],
  },
};

const LONGEST_MARK = 64;

/** Reads a document's bytes in pieces, in order, and says at the end what is wrong with it. */
export type MarkReader = { take(piece: Uint8Array): void; fault(): PaperFault | undefined };

/** Undefined for a type that has nothing further in to look for. */
export function createMarkReader(type: PaperType): MarkReader | undefined {
  const marks = MARKS[type];
  if (!marks) return undefined;
  let tail: Uint8Array = new Uint8Array(0);
  let [whole, macros] = [false, false];
  return {
    take(piece) {
      const seen = new Uint8Array(tail.length + piece.length);
      seen.set(tail);
      seen.set(piece, tail.length);
      whole ||= holds(seen, marks.must);
      macros ||= marks.never.some((mark) => holds(seen, mark));
      tail = seen.slice(-LONGEST_MARK);
    },
    fault: () => (macros ? "unsupported" : whole ? undefined : "not-what-it-says"),
  };
}

function holds(bytes: Uint8Array, mark: Uint8Array): boolean {
  const first = mark[0] as number;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (equalBytes(bytes.subarray(at, at + mark.length), mark)) return true;
  }
  return false;
}
