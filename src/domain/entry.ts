/**
 * The bytes of an entry: one layout, one encoding, nothing optional. Source: docs/protocol.md section 2.
 */
import { type Bytes, concat, equalBytes, fields, isZero, parseUint, u32, u64, ascii } from "./bytes.ts";
import { MAX_COUNTER, MAX_MS, type Stamp } from "./clock.ts";
import {
  type DeviceId,
  type EntryHash,
  type EntryId,
  hashBytes,
  hashFromBytes,
  idBytes,
  idFromBytes,
  type PartnershipId,
  type ScopeId,
  type UserId,
} from "./ids.ts";

export const SUITE = 1;
export const MAX_ENTRY_BYTES = 256 * 1024;
/** The longest record that still fits an entry once padded and sealed. */
export const MAX_RECORD_BYTES = 200 * 1024;
export const HEADER_BYTES = 198;
const NONCE_BYTES = 24;
const COMMITMENT_BYTES = 32;
const SIGNATURE_BYTES = 64;
const STAMP_AT = 190;
const BODY_AT = HEADER_BYTES + NONCE_BYTES + 4;
/** The smallest entry: every part but the body. */
const FRAME_BYTES = BODY_AT + COMMITMENT_BYTES + SIGNATURE_BYTES;
export const MAX_BODY_BYTES = MAX_ENTRY_BYTES - FRAME_BYTES;
const MAGIC = ascii("CFR1");
const KINDS = ["content", "membership"] as const;

export type EntryKind = (typeof KINDS)[number];

export type EntryHeader = {
  readonly kind: EntryKind;
  readonly partnership: PartnershipId;
  readonly scope: ScopeId;
  readonly id: EntryId;
  /** Of the scope key, from 1; 0 in a membership entry. */
  readonly epoch: number;
  readonly author: UserId;
  readonly device: DeviceId;
  /** From 1, one more each time, per device and scope; 0 in a membership entry. */
  readonly authorSeq: number;
  /** This device's previous content entry in the scope. */
  readonly prev: EntryHash | undefined;
  /** The scope's newest membership entry the author had; in a membership entry, the one before it. */
  readonly head: EntryHash | undefined;
  /** The directory's newest entry the author had; undefined in the directory itself. */
  readonly directory: EntryHash | undefined;
  readonly at: Stamp;
};

/** An entry taken apart. `bytes` is the whole of it, and what is hashed. */
export type Entry = {
  readonly header: EntryHeader;
  readonly headerBytes: Bytes;
  readonly nonce: Bytes;
  readonly body: Bytes;
  readonly commitment: Bytes;
  readonly signature: Bytes;
  readonly bytes: Bytes;
};

export type EntryFault = "size" | "magic" | "suite" | "kind" | "shape";

/** The 198 bytes of a header. Throws on numbers out of range: the caller made them. */
export function encodeHeader(header: EntryHeader): Bytes {
  const { at } = header;
  if (at.ms < 0 || at.ms > MAX_MS || at.counter < 0 || at.counter > MAX_COUNTER)
    throw new RangeError("stamp");
  return concat(
    MAGIC,
    new Uint8Array([SUITE, KINDS.indexOf(header.kind) + 1]),
    idBytes(header.partnership),
    idBytes(header.scope),
    idBytes(header.id),
    u32(header.epoch),
    idBytes(header.author),
    idBytes(header.device),
    u32(header.authorSeq),
    hashBytes(header.prev),
    hashBytes(header.head),
    hashBytes(header.directory),
    u64(at.ms).subarray(2),
    u32(at.counter).subarray(2),
  );
}

/** What the device signs. */
export const signedBytes = (entry: Pick<Entry, "headerBytes" | "nonce" | "body" | "commitment">): Bytes =>
  fields("confer/1/sign", entry.headerBytes, entry.nonce, entry.body, entry.commitment);

export function encodeEntry(
  parts: Pick<Entry, "headerBytes" | "nonce" | "body" | "commitment" | "signature">,
): Bytes {
  return concat(
    parts.headerBytes,
    parts.nonce,
    u32(parts.body.length),
    parts.body,
    parts.commitment,
    parts.signature,
  );
}

/** Takes an entry apart. Any deviation from the one encoding is a fault; it never throws. */
export function parseEntry(bytes: Bytes): { ok: true; entry: Entry } | { ok: false; fault: EntryFault } {
  if (bytes.length < FRAME_BYTES || bytes.length > MAX_ENTRY_BYTES) return { ok: false, fault: "size" };
  if (!equalBytes(bytes.subarray(0, 4), MAGIC)) return { ok: false, fault: "magic" };
  if (bytes[4] !== SUITE) return { ok: false, fault: "suite" };
  const kind = KINDS[(bytes[5] as number) - 1];
  if (!kind) return { ok: false, fault: "kind" };

  const bodyLength = parseUint(bytes.subarray(BODY_AT - 4, BODY_AT)) as number;
  if (bytes.length !== FRAME_BYTES + bodyLength) return { ok: false, fault: "size" };
  const bodyEnd = BODY_AT + bodyLength;
  const entry: Entry = {
    header: decodeHeader(kind, bytes),
    headerBytes: bytes.slice(0, HEADER_BYTES),
    nonce: bytes.slice(HEADER_BYTES, HEADER_BYTES + NONCE_BYTES),
    body: bytes.slice(BODY_AT, bodyEnd),
    commitment: bytes.slice(bodyEnd, bodyEnd + COMMITMENT_BYTES),
    signature: bytes.slice(bodyEnd + COMMITMENT_BYTES),
    bytes,
  };
  return hasShapeOf(kind, entry) ? { ok: true, entry } : { ok: false, fault: "shape" };
}

/** When an entry was written, by its own stamp, without taking it apart. */
export const stampMs = (bytes: Bytes): number => parseUint(bytes.subarray(STAMP_AT, STAMP_AT + 6)) ?? 0;

function decodeHeader(kind: EntryKind, bytes: Bytes): EntryHeader {
  const uint = (from: number, to: number) => parseUint(bytes.subarray(from, to)) as number;
  const hash = (from: number) => {
    const part = bytes.subarray(from, from + 32);
    return isZero(part) ? undefined : hashFromBytes(part);
  };
  return {
    kind,
    partnership: idFromBytes(bytes.subarray(6, 22)),
    scope: idFromBytes(bytes.subarray(22, 38)),
    id: idFromBytes(bytes.subarray(38, 54)),
    epoch: uint(54, 58),
    author: idFromBytes(bytes.subarray(58, 74)),
    device: idFromBytes(bytes.subarray(74, 90)),
    authorSeq: uint(90, 94),
    prev: hash(94),
    head: hash(126),
    directory: hash(158),
    at: { ms: uint(STAMP_AT, STAMP_AT + 6), counter: uint(STAMP_AT + 6, HEADER_BYTES) },
  };
}

/** The parts one kind does not use are zero, so that nothing can hide in them. */
function hasShapeOf(kind: EntryKind, entry: Entry): boolean {
  const { header } = entry;
  if (kind === "membership") {
    const unused = header.epoch === 0 && header.authorSeq === 0 && header.prev === undefined;
    return unused && isZero(entry.nonce) && isZero(entry.commitment);
  }
  const linked = header.authorSeq === 1 ? header.prev === undefined : header.prev !== undefined;
  return header.epoch >= 1 && header.authorSeq >= 1 && header.head !== undefined && linked;
}

/** Padmé, from at least 1 KiB: the length a text of `length` bytes is padded to. */
export function paddedLength(length: number): number {
  const wanted = length + 1;
  if (wanted <= 1024) return 1024;
  const exponent = Math.floor(Math.log2(wanted));
  const bitsKept = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** (exponent - bitsKept);
  return Math.ceil(wanted / step) * step;
}
