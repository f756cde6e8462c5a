/**
 * Sealing and opening a content entry. Source: docs/protocol.md section 2.
 * Pair assertions: what is checked here after opening is made here when sealing.
 */
import { type Bytes, equalBytes, fields, u32 } from "../domain/bytes.ts";
import {
  encodeEntry,
  encodeHeader,
  type Entry,
  type EntryHeader,
  MAX_BODY_BYTES,
  MAX_RECORD_BYTES,
  paddedLength,
  signedBytes,
} from "../domain/entry.ts";
import { idBytes } from "../domain/ids.ts";
import type { ScopeKey, SigningKey } from "./keys.ts";
import { asBytes, type Sodium } from "./sodium.ts";

export type Random = (length: number) => Bytes;

const TAG_BYTES = 16;
const PAD_MARK = 0x80;

export type OpenFault = "commitment" | "sealed" | "padding";

type EntryKeys = { readonly seal: Uint8Array; readonly commit: Uint8Array };

function deriveEntryKeys(sodium: Sodium, key: ScopeKey, header: EntryHeader): EntryKeys {
  const label = fields("confer/1/entry-key", idBytes(header.scope), idBytes(header.id), u32(header.epoch));
  const derived = sodium.crypto_generichash(64, label, key);
  return { seal: derived.subarray(0, 32), commit: derived.subarray(32) };
}

const headerHash = (sodium: Sodium, headerBytes: Uint8Array) =>
  sodium.crypto_generichash(32, fields("confer/1/header", headerBytes), null);

const commitmentOf = (sodium: Sodium, keys: EntryKeys, nonce: Uint8Array, ad: Uint8Array) =>
  asBytes(sodium.crypto_generichash(32, fields("confer/1/commit", nonce, ad), keys.commit));

/** ISO/IEC 7816-4: the mark, then zeros. */
function pad(plain: Uint8Array): Bytes {
  const padded = new Uint8Array(paddedLength(plain.length));
  padded.set(plain);
  padded[plain.length] = PAD_MARK;
  return padded;
}

/** Undoes `pad`, and refuses any length `pad` would not have made: one plaintext, one padding. */
function unpad(padded: Bytes): Bytes | undefined {
  let end = padded.length - 1;
  while (end >= 0 && padded[end] === 0) end--;
  if (end < 0 || padded[end] !== PAD_MARK || paddedLength(end) !== padded.length) return undefined;
  return padded.subarray(0, end);
}

/**
 * Seals a record's UTF-8 JSON under the scope key of the header's epoch and signs it.
 * @throws RangeError when `plain` is longer than MAX_RECORD_BYTES: callers split or refuse before.
 */
export function sealContent(
  sodium: Sodium,
  random: Random,
  header: EntryHeader,
  plain: Uint8Array,
  key: ScopeKey,
  signingKey: SigningKey,
): Bytes {
  if (plain.length > MAX_RECORD_BYTES) throw new RangeError("sealContent: record too long for one entry");
  const headerBytes = encodeHeader(header);
  const keys = deriveEntryKeys(sodium, key, header);
  const nonce = random(24);
  const ad = headerHash(sodium, headerBytes);
  const body = asBytes(
    sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(pad(plain), ad, null, nonce, keys.seal),
  );
  const unsigned = { headerBytes, nonce, body, commitment: commitmentOf(sodium, keys, nonce, ad) };
  const bytes = encodeEntry({ ...unsigned, signature: sign(sodium, signedBytes(unsigned), signingKey) });
  sodium.memzero(keys.seal);
  sodium.memzero(keys.commit);
  if (body.length > MAX_BODY_BYTES) throw new RangeError("sealContent: entry too long");
  return bytes;
}

/** Opens a content entry whose author and signature have been checked. Never throws on hostile bytes. */
export function openContent(
  sodium: Sodium,
  entry: Entry,
  key: ScopeKey,
): { ok: true; plain: Bytes } | { ok: false; fault: OpenFault } {
  const keys = deriveEntryKeys(sodium, key, entry.header);
  const ad = headerHash(sodium, entry.headerBytes);
  if (!equalBytes(commitmentOf(sodium, keys, entry.nonce, ad), entry.commitment)) {
    return { ok: false, fault: "commitment" };
  }
  if (entry.body.length < TAG_BYTES) return { ok: false, fault: "sealed" };
  let padded: Bytes;
  try {
    padded = asBytes(
      sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, entry.body, ad, entry.nonce, keys.seal),
    );
  } catch {
    return { ok: false, fault: "sealed" };
  }
  const plain = unpad(padded);
  return plain ? { ok: true, plain } : { ok: false, fault: "padding" };
}

/** A membership entry: signed, in clear. */
export function signMembership(
  sodium: Sodium,
  header: EntryHeader,
  body: Bytes,
  signingKey: SigningKey,
): Bytes {
  const unsigned = {
    headerBytes: encodeHeader(header),
    nonce: new Uint8Array(24),
    body,
    commitment: new Uint8Array(32),
  };
  return encodeEntry({ ...unsigned, signature: sign(sodium, signedBytes(unsigned), signingKey) });
}

export const sign = (sodium: Sodium, message: Uint8Array, key: SigningKey): Bytes =>
  asBytes(sodium.crypto_sign_detached(message, key));
