/**
 * Bytes, and the one way of joining them for hashing and signing: `fields`.
 * Source: docs/protocol.md section 1.
 */

export type Bytes = Uint8Array<ArrayBuffer>;

/** ASCII text as bytes. Throws on anything else: labels and role names are ours, and plain. */
export function ascii(text: string): Bytes {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) throw new RangeError("ascii: not an ASCII character");
    bytes[i] = code;
  }
  return bytes;
}

/** ASCII bytes as text, or undefined where a byte is none. */
export function parseAscii(bytes: Uint8Array): string | undefined {
  let text = "";
  for (const byte of bytes) {
    if (byte > 0x7f) return undefined;
    text += String.fromCharCode(byte);
  }
  return text;
}

export function concat(...parts: readonly Uint8Array[]): Bytes {
  let length = 0;
  for (const part of parts) length += part.length;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let differ = 0;
  for (let i = 0; i < a.length; i++) differ |= (a[i] as number) ^ (b[i] as number);
  return differ === 0;
}

export const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

/** Four bytes, big-endian. Throws outside 0 … 2³²−1. */
export function u32(value: number): Bytes {
  if (!Number.isInteger(value) || value < 0 || value > 0xffff_ffff) throw new RangeError("u32: out of range");
  return new Uint8Array([value >>> 24, value >>> 16, value >>> 8, value]);
}

/** Eight bytes, big-endian, of an integer a double holds exactly. */
export function u64(value: number): Bytes {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError("u64: out of range");
  return concat(u32(Math.floor(value / 2 ** 32)), u32(value % 2 ** 32));
}

/** Reads big-endian bytes as a number; undefined where a double cannot hold it. */
export function parseUint(bytes: Uint8Array): number | undefined {
  let value = 0;
  for (const byte of bytes) value = value * 256 + byte;
  return Number.isSafeInteger(value) ? value : undefined;
}

/** The label and each part, each preceded by its length in four bytes. One encoding, no ambiguity. */
export function fields(label: string, ...parts: readonly Uint8Array[]): Bytes {
  const pieces: Uint8Array[] = [];
  for (const part of [ascii(label), ...parts]) pieces.push(u32(part.length), part);
  return concat(...pieces);
}

/** Takes `fields` apart again, or undefined where the bytes are not exactly that. */
export function parseFields(bytes: Uint8Array): { label: string; parts: Bytes[] } | undefined {
  const parts: Bytes[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + 4 > bytes.length) return undefined;
    const length = parseUint(bytes.subarray(at, at + 4)) as number;
    at += 4;
    if (at + length > bytes.length) return undefined;
    parts.push(bytes.slice(at, at + length));
    at += length;
  }
  const [label, ...rest] = parts;
  const text = label && parseAscii(label);
  return text ? { label: text, parts: rest } : undefined;
}

export const toB64 = (bytes: Uint8Array): string => bytes.toBase64();
export const toB64Url = (bytes: Uint8Array): string =>
  bytes.toBase64({ alphabet: "base64url", omitPadding: true });

/** Strict base64 in, bytes or undefined out. */
export function parseB64(text: string, alphabet: "base64" | "base64url" = "base64"): Bytes | undefined {
  try {
    return Uint8Array.fromBase64(text, {
      alphabet,
      lastChunkHandling: alphabet === "base64" ? "strict" : "loose",
    });
  } catch {
    return undefined;
  }
}
