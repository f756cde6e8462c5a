/**
 * The little of ASN.1 that a certificate and a signature need, in DER (X.690): written, and read back strictly.
 * Our own, since we write one profile and read that one: the libraries for all of it weigh ten times as much.
 */
import { ascii, type Bytes, concat, parseAscii, parseUint } from "../domain/bytes.ts";

const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8: 0x0c,
  utc: 0x17,
  time: 0x18,
  sequence: 0x30,
  set: 0x31,
  /** Context-specific, constructed: `[0]`, `[3]`. */
  explicit: 0xa0,
} as const;

export function tlv(tag: number, ...parts: readonly Uint8Array[]): Bytes {
  const body = concat(...parts);
  return concat(new Uint8Array([tag]), lengthOf(body.length), body);
}

function lengthOf(length: number): Uint8Array {
  if (length < 0x80) return new Uint8Array([length]);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return new Uint8Array([0x80 | bytes.length, ...bytes]);
}

export const sequence = (...parts: readonly Uint8Array[]): Bytes => tlv(TAG.sequence, ...parts);
export const octets = (bytes: Uint8Array): Bytes => tlv(TAG.octets, bytes);
export const nothing = (): Bytes => tlv(TAG.null);
export const truth = (): Bytes => tlv(TAG.boolean, new Uint8Array([0xff]));
export const explicit = (number: number, ...parts: readonly Uint8Array[]): Bytes =>
  tlv(TAG.explicit + number, ...parts);
/** A bit string of whole bytes; `unused` bits at its end say nothing. */
export const bits = (bytes: Uint8Array, unused = 0): Bytes => tlv(TAG.bits, new Uint8Array([unused]), bytes);
export const utf8 = (text: string): Bytes => tlv(TAG.utf8, new TextEncoder().encode(text));

/** DER wants the members of a set in the order of their bytes. */
export function set(...parts: readonly Uint8Array[]): Bytes {
  return tlv(TAG.set, ...parts.toSorted(compare));
}

function compare(one: Uint8Array, other: Uint8Array): number {
  for (let at = 0; at < Math.min(one.length, other.length); at += 1) {
    const difference = (one[at] as number) - (other[at] as number);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

/** A whole number that is not negative, from its bytes, the greatest first. */
export function integer(bytes: Uint8Array): Bytes {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start += 1;
  const short = bytes.subarray(start);
  return tlv(TAG.integer, ...(((short[0] ?? 0) & 0x80) === 0 ? [] : [new Uint8Array(1)]), short);
}

/** "1.2.840.10045.2.1". */
export function oid(text: string): Bytes {
  const [first = 0, second = 0, ...rest] = text.split(".").map(Number);
  const bytes = [first * 40 + second];
  for (const part of rest) {
    const groups = [part % 128];
    for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128))
      groups.unshift((left % 128) | 0x80);
    bytes.push(...groups);
  }
  return tlv(TAG.oid, new Uint8Array(bytes));
}

/** A moment to the second; RFC 5280 wants two digits of the year until 2049. */
export function moment(ms: number): Bytes {
  const text = `${new Date(ms).toISOString().replaceAll(/[-:T]/g, "").slice(0, 14)}Z`;
  return text < "2050" ? tlv(TAG.utc, ascii(text.slice(2))) : tlv(TAG.time, ascii(text));
}

/** One element: its tag, what is in it, and all of it. */
export type Element = { readonly tag: number; readonly body: Bytes; readonly whole: Bytes };

/** The element that the bytes begin with. Undefined where they are cut short. */
export function firstElement(bytes: Uint8Array): Element | undefined {
  const [tag, first] = bytes;
  if (tag === undefined || first === undefined || first === 0x80 || first > 0x83) return undefined;
  const extra = first < 0x80 ? 0 : first - 0x80;
  const length = extra === 0 ? first : (parseUint(bytes.subarray(2, 2 + extra)) ?? 0);
  const start = 2 + extra;
  const end = start + length;
  if (end > bytes.length) return undefined;
  return { tag, body: bytes.slice(start, end) as Bytes, whole: bytes.slice(0, end) as Bytes };
}

/** The elements that the bytes are, one after another; undefined where they are not exactly that. */
export function elements(bytes: Uint8Array): readonly Element[] | undefined {
  const found: Element[] = [];
  for (let at = 0; at < bytes.length;) {
    const element = firstElement(bytes.subarray(at));
    if (!element) return undefined;
    found.push(element);
    at += element.whole.length;
  }
  return found;
}

/** What is in the element at a path of places, the first being among `bytes` itself. */
export function dig(bytes: Uint8Array, ...path: readonly number[]): Element | undefined {
  let found: Element | undefined;
  for (const place of path) {
    found = elements(found?.body ?? bytes)?.[place];
    if (!found) return undefined;
  }
  return found;
}

/** Milliseconds, of what `moment` writes. */
export function parseMoment({ tag, body }: Element): number | undefined {
  const text = parseAscii(body) ?? "";
  const full = tag === TAG.utc ? `${Number(text.slice(0, 2)) < 50 ? 20 : 19}${text}` : text;
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(full);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const ms = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(ms) ? undefined : ms;
}
