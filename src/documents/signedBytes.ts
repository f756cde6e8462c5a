/**
 * The bytes of a PDF that a signature in it covers: everything but the signature's own digits (ISO 32000-1, 12.8.1).
 * The signature itself is made and checked elsewhere; here is only where it stands. Works on bytes as they are written,
 * encrypted or not, since these digits and numbers never are.
 */
type Bytes = Uint8Array<ArrayBuffer>;

/** Room for a signature and a few certificates: of RSA, each is up to 2 kB. */
export const SIGNATURE_ROOM_BYTES = 8_192;
/** Ten digits: as long as any offset can be. */
export const UNSET = 9_999_999_999;
const UNSET_RANGE = `${UNSET} ${UNSET} ${UNSET}`;

export type ToSign = {
  readonly covered: Bytes;
  /** The whole file with the signature in its place. @throws RangeError where there is no room for it. */
  fill(signature: Uint8Array): Bytes;
};

/** A file with an empty place for one signature. @throws Error where it has none, or several. */
export function prepareToSign(file: Uint8Array): ToSign {
  const bytes = file.slice();
  const range = only(find(bytes, UNSET_RANGE), "ranges");
  const start = only(find(bytes, `<${"0".repeat(SIGNATURE_ROOM_BYTES * 2)}>`), "places");
  const end = start + SIGNATURE_ROOM_BYTES * 2 + 2;
  const numbers = `${start} ${end} ${bytes.length - end}`;
  bytes.set(latin1(numbers.padEnd(UNSET_RANGE.length)), range);
  return {
    covered: without(bytes, start, end),
    fill(signature) {
      if (signature.length > SIGNATURE_ROOM_BYTES) throw new RangeError("The signature has no room");
      const digits = Array.from(signature, (byte) => byte.toString(16).padStart(2, "0")).join("");
      bytes.set(latin1(digits), start + 1);
      return bytes;
    },
  };
}

export type SignedBytes =
  | { readonly kind: "none" | "several" | "odd" }
  | {
      readonly kind: "signed";
      /** Nothing stands after what is covered. */
      readonly whole: boolean;
      readonly covered: Bytes;
      readonly signature: Bytes;
    };

/**
 * "odd": its range leaves out more than a signature, so that anything could stand there. A file changed after signing can
 * still be "signed": whether its signature holds is asked elsewhere. Never throws.
 */
export function readSignedBytes(bytes: Uint8Array): SignedBytes {
  const places = find(bytes, "/ByteRange");
  const [place] = places;
  if (place === undefined) return { kind: "none" };
  if (places.length > 1) return { kind: "several" };
  const head = fromLatin1(bytes.subarray(place, place + 100));
  const numbers = /^\/ByteRange\s*\[\s*0\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/.exec(head);
  if (!numbers) return { kind: "odd" };
  const [start, end, rest] = numbers.slice(1).map(Number) as [number, number, number];
  if (start >= end || end + rest > bytes.length || end - start > 200_000) return { kind: "odd" };
  const digits = /^<((?:[\da-f]{2})*)>$/i.exec(fromLatin1(bytes.subarray(start, end)))?.[1];
  if (digits === undefined) return { kind: "odd" };
  return {
    kind: "signed",
    whole: end + rest === bytes.length,
    covered: without(bytes.subarray(0, end + rest), start, end),
    signature: Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
  };
}

function without(bytes: Uint8Array, start: number, end: number): Bytes {
  const left = new Uint8Array(bytes.length - (end - start));
  left.set(bytes.subarray(0, start));
  left.set(bytes.subarray(end), start);
  return left;
}

function only(places: readonly number[], what: string): number {
  const [place] = places;
  if (place === undefined || places.length > 1) {
    throw new Error(`A file to be signed has one place for it, and this has ${places.length} ${what}`);
  }
  return place;
}

/** Every place where the text stands. */
function find(bytes: Uint8Array, text: string): number[] {
  const wanted = latin1(text);
  const places: number[] = [];
  const first = wanted[0] as number;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < wanted.length && bytes[at + same] === wanted[same]) same += 1;
    if (same === wanted.length) places.push(at);
  }
  return places;
}

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0));

function fromLatin1(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
