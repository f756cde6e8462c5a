/**
 * What a PDF grows to when it is opened: a few hundred kilobytes can be made to fill a device. Measured before
 * anything reads the file, on the raw bytes, with the browser's own inflater, which is stopped at the limit.
 */
import { findWord, isWordAt, latin1 } from "./rawBytes.ts";

/** Of text and drawing, of one page or one font; a book of 1,000 pages has about 50 MB in all. */
const STREAM_MAX_BYTES = 64 * 1024 * 1024;
const ALL_MAX_BYTES = 256 * 1024 * 1024;
/** Of lists of objects, which are opened at once. */
const STRUCTURE_MAX_BYTES = 64 * 1024 * 1024;
/** Pixels of one picture: a sheet of A0 at 600 dots to the inch. */
const PIXELS_MAX = 600_000_000;
const STREAMS_MAX = 200_000;
/** Deflate makes at most this many bytes of one (RFC 1951: 258 bytes from two bits). */
const DEFLATE_MOST = 1_032;
const DICTIONARY_BYTES = 8_192;

/** True: within every limit. */
export async function isBounded(bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  let streams = 0;
  let all = 0;
  let structure = 0;
  for (let at = findWord(bytes, "stream", 0); at >= 0; at = findWord(bytes, "stream", at + 6)) {
    if (isWordAt(bytes, "endstream", at - 3)) continue;
    streams += 1;
    if (streams > STREAMS_MAX) return false;
    const dictionary = dictionaryBefore(bytes, at);
    const kind = kindOf(dictionary);
    if (kind === "picture") {
      if (pixelsOf(dictionary) > PIXELS_MAX) return false;
      continue;
    }
    const packed = packingOf(dictionary);
    if (packed === "twice" || (packed === "otherwise" && kind === "structure")) return false;
    const data = dataAfter(bytes, at);
    const mayBurst = data.length * DEFLATE_MOST > STREAM_MAX_BYTES;
    if (packed !== "deflate" || (kind !== "structure" && !mayBurst)) continue;
    const size = await inflatedSize(data, STREAM_MAX_BYTES);
    all += size;
    if (kind === "structure") structure += size;
    if (size > STREAM_MAX_BYTES || all > ALL_MAX_BYTES || structure > STRUCTURE_MAX_BYTES) return false;
  }
  return true;
}

/** The text between the last `obj` and the stream. */
function dictionaryBefore(bytes: Uint8Array, at: number): string {
  const before = latin1(bytes, at - DICTIONARY_BYTES, at);
  return before.slice(Math.max(0, before.lastIndexOf(" obj")));
}

/** Names can be spelt with #: such a dictionary is never believed to be a picture's. */
function kindOf(dictionary: string): "picture" | "structure" | "other" {
  if (/#|\/ObjStm|\/XRef\b/.test(dictionary)) return "structure";
  return /\/Subtype\s*\/Image\b/.test(dictionary) ? "picture" : "other";
}

function packingOf(dictionary: string): "not" | "deflate" | "twice" | "otherwise" {
  const filters = dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b/g) ?? [];
  if (filters.length > 1) return "twice";
  const [only] = filters;
  if (only === undefined) return "not";
  return only.startsWith("/Fl") ? "deflate" : "otherwise";
}

function pixelsOf(dictionary: string): number {
  const side = (name: string): number =>
    Number(new RegExp(`/${name}\\s+(\\d{1,10})`).exec(dictionary)?.[1] ?? "0");
  return side("Width") * side("Height");
}

function dataAfter(bytes: Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> {
  let start = at + 6;
  if (bytes[start] === 0x0d) start += 1;
  if (bytes[start] === 0x0a) start += 1;
  const end = findWord(bytes, "endstream", start);
  return bytes.subarray(start, end < 0 ? bytes.length : end);
}

/** Bytes that come out, counted no further than just past `most`. What is not deflated counts as nothing. */
export async function inflatedSize(data: Uint8Array<ArrayBuffer>, most: number): Promise<number> {
  const reader = new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
  let size = 0;
  try {
    while (size <= most) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
    }
  } catch {
    // Damaged, or followed by something else: whether that matters is not asked here.
  }
  await reader.cancel().catch(() => undefined);
  return size;
}
