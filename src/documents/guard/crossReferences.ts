/**
 * How a PDF ends, and the chain of tables that its end points to (ISO 32000-2, 7.5). The library that reads it
 * afterwards looks at neither: it takes whatever objects it finds, which is how a file cut short passes for one
 * with blank pages.
 */
import { isWordAt, latin1 } from "./rawBytes.ts";

/** Readers look for the end within this much of it. */
const TAIL_BYTES = 2_048;
/** One table for each time the file was saved. */
const TABLES_MAX = 2_000;
/** A dictionary longer than this holds no chain. */
const DICTIONARY_BYTES = 4_096;

/** False: the file stops before its end, or its tables lead round in a circle. */
export function hasWholeEnd(bytes: Uint8Array): boolean {
  const tail = latin1(bytes, bytes.length - TAIL_BYTES, bytes.length);
  const start = [...tail.matchAll(/startxref\s+(\d{1,12})\s+%%EOF/g)].at(-1)?.[1];
  if (start === undefined) return false;
  const seen = new Set<number>();
  const ahead = [Number(start)];
  for (let offset = ahead.pop(); offset !== undefined; offset = ahead.pop()) {
    if (seen.has(offset) || seen.size > TABLES_MAX) return false;
    seen.add(offset);
    ahead.push(...nextTables(bytes, offset));
  }
  return true;
}

/** Where a table leads. Nowhere, where there is none: readers then find the objects by themselves. */
function nextTables(bytes: Uint8Array, offset: number): readonly number[] {
  const dictionary = isWordAt(bytes, "xref", offset)
    ? trailerAfter(bytes, offset)
    : latin1(bytes, offset, offset + DICTIONARY_BYTES).match(/^\s*\d+\s+\d+\s+obj\b([\s\S]*?)stream/)?.[1];
  if (dictionary === undefined) return [];
  return [/\/Prev\s+(\d{1,12})/, /\/XRefStm\s+(\d{1,12})/].flatMap((pattern) => {
    const found = pattern.exec(dictionary)?.[1];
    return found === undefined ? [] : [Number(found)];
  });
}

/** Entries are digits, spaces and two letters; the dictionary follows them. */
function trailerAfter(bytes: Uint8Array, offset: number): string | undefined {
  for (let at = offset + 4; at < bytes.length; at++) {
    if (!isEntryByte(bytes[at] ?? 0)) {
      return isWordAt(bytes, "trailer", at) ? latin1(bytes, at, at + DICTIONARY_BYTES) : undefined;
    }
  }
  return undefined;
}

const isEntryByte = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) || byte <= 0x20 || byte === 0x66 || byte === 0x6e;
