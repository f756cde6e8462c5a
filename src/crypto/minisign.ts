/**
 * Signatures as minisign writes and checks them (https://jedisct1.github.io/minisign, "ED": Ed25519 over BLAKE2b-512 of
 * the file), so that somebody without Confer can check a file. A key that signs here signs nothing else:
 * these messages carry no label. Source: docs/protocol.md section 10.
 */
import { ascii, type Bytes, concat, equalBytes, fields, parseB64, toB64 } from "../domain/bytes.ts";
import type { SigningKey } from "./keys.ts";
import { sign } from "./seal.ts";
import { asBytes, type Sodium } from "./sodium.ts";

export const DIGEST_BYTES = 64;
export const SIGNATURE_BYTES = 64;
export const PUBLIC_KEY_BYTES = 32;
const KEY_ID_BYTES = 8;
const KEY = ascii("Ed");
const HASHED = ascii("ED");
const COMMENT = "trusted comment: ";

/** `ofComment`: over the signature and the trusted comment, without which neither could be believed. */
export type Signed = { readonly signature: Bytes; readonly ofComment: Bytes };

export type SignatureFile = Signed & { readonly keyId: Bytes; readonly comment: string };

export const digestOf = (sodium: Sodium, file: Uint8Array): Bytes =>
  asBytes(sodium.crypto_generichash(DIGEST_BYTES, file, null));

/** Tells keys apart and proves nothing. */
const keyIdOf = (sodium: Sodium, key: Uint8Array): Bytes =>
  asBytes(sodium.crypto_generichash(32, fields("confer/1/minisign-key", key), null)).slice(0, KEY_ID_BYTES);

export function signFile(sodium: Sodium, key: SigningKey, file: Uint8Array, comment: string): Signed {
  const signature = sign(sodium, digestOf(sodium, file), key);
  return { signature, ofComment: sign(sodium, concat(signature, utf8(comment)), key) };
}

/** Both signatures are by this key, over this digest and this comment. Never throws. */
export function isSignedBy(
  sodium: Sodium,
  key: Uint8Array,
  digest: Uint8Array,
  comment: string,
  { signature, ofComment }: Signed,
): boolean {
  return (
    verify(sodium, signature, digest, key) && verify(sodium, ofComment, concat(signature, utf8(comment)), key)
  );
}

export function verify(sodium: Sodium, signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean {
  try {
    return sodium.crypto_sign_verify_detached(signature, message, key);
  } catch {
    return false;
  }
}

/** The text of a `.minisig` file. */
export function signatureFile(sodium: Sodium, key: Uint8Array, comment: string, signed: Signed): string {
  const line = toB64(concat(HASHED, keyIdOf(sodium, key), signed.signature));
  const lines = [
    "untrusted comment: minutes, signed in Confer",
    line,
    `${COMMENT}${comment}`,
    toB64(signed.ofComment),
  ];
  return `${lines.join("\n")}\n`;
}

/** The text of a `.pub` file. */
export function publicKeyFile(sodium: Sodium, key: Uint8Array): string {
  const id = keyIdOf(sodium, key);
  const shown = Array.from(id.toReversed(), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `untrusted comment: minisign public key ${shown.toUpperCase()}\n${toB64(concat(KEY, id, key))}\n`;
}

/** Undefined for anything but what `signatureFile` writes: one byte more or less is not it. */
export function parseSignatureFile(text: string): SignatureFile | undefined {
  const [untrusted, line = "", trusted = "", last = "", ...rest] = text.split("\n");
  const bytes = parseB64(line);
  const ofComment = parseB64(last);
  if (!untrusted?.startsWith("untrusted comment: ") || rest.length !== 1 || rest[0] !== "") return undefined;
  if (!trusted.startsWith(COMMENT) || ofComment?.length !== SIGNATURE_BYTES) return undefined;
  if (bytes?.length !== 2 + KEY_ID_BYTES + SIGNATURE_BYTES || !equalBytes(bytes.subarray(0, 2), HASHED))
    return undefined;
  return {
    keyId: bytes.slice(2, 2 + KEY_ID_BYTES),
    signature: bytes.slice(2 + KEY_ID_BYTES),
    comment: trusted.slice(COMMENT.length),
    ofComment,
  };
}

export function parsePublicKeyFile(text: string): Bytes | undefined {
  const bytes = parseB64(text.trim().split("\n").at(-1)?.trim() ?? "");
  const right =
    bytes?.length === 2 + KEY_ID_BYTES + PUBLIC_KEY_BYTES && equalBytes(bytes.subarray(0, 2), KEY);
  return right ? bytes.slice(2 + KEY_ID_BYTES) : undefined;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
