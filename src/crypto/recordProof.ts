/**
 * What is signed over a record of minutes, how it is named for people, and the code that carries it on paper.
 * Source: docs/protocol.md section 10.
 */
import { type Bytes, concat, fields, parseB64, toB64Url } from "../domain/bytes.ts";
import type { KeyPairs } from "./keys.ts";
import {
  DIGEST_BYTES,
  digestOf,
  isSignedBy,
  PUBLIC_KEY_BYTES,
  SIGNATURE_BYTES,
  type Signed,
  signFile,
  verify,
} from "./minisign.ts";
import { asBytes, type Sodium } from "./sodium.ts";
import { shortCode, toWords } from "./words.ts";

/** As a record keeps it: base64url. */
export type RecordProof = { readonly key: string; readonly signature: string; readonly ofComment: string };

/** A record for people: eight words to read out, or sixteen letters and digits to type. Both begin its digest. */
export type RecordNames = { readonly words: readonly string[]; readonly code: string };

/** What a code on paper says, checked as far as it can be by itself. */
export type ReadCode = RecordNames & {
  readonly digest: Bytes;
  /** The signature in the code is by the key in the code, over the digest in the code. */
  readonly right: boolean;
  readonly keyWords: readonly string[];
};

const VERSION = 1;
const PAYLOAD_BYTES = 1 + DIGEST_BYTES + PUBLIC_KEY_BYTES + SIGNATURE_BYTES;
const RECORD_WORDS = 8;
const KEY_WORDS = 6;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const namesOf = (digest: Uint8Array): RecordNames => ({
  words: toWords(digest, RECORD_WORDS),
  code: shortCode(digest),
});

/** A signing key for people, who compare it with one that they know. */
export const keyWords = (sodium: Sodium, key: Uint8Array): readonly string[] =>
  toWords(asBytes(sodium.crypto_generichash(32, fields("confer/1/minutes-key", key), null)), KEY_WORDS);

type MinutesKeys = Pick<KeyPairs, "signing" | "signPublic">;

export function proveRecord(sodium: Sodium, keys: MinutesKeys, text: string, comment: string): RecordProof {
  const { signature, ofComment } = signFile(sodium, keys.signing, utf8(text), comment);
  return {
    key: toB64Url(keys.signPublic),
    signature: toB64Url(signature),
    ofComment: toB64Url(ofComment),
  };
}

/** A proof's parts as bytes; undefined where one is none. */
export function proofBytes(proof: RecordProof): (Signed & { key: Bytes }) | undefined {
  const [key, signature, ofComment] = [proof.key, proof.signature, proof.ofComment].map((part) =>
    parseB64(part, "base64url"),
  );
  return key && signature && ofComment ? { key, signature, ofComment } : undefined;
}

export function isProven(sodium: Sodium, text: string, comment: string, proof: RecordProof): boolean {
  const parts = proofBytes(proof);
  return parts !== undefined && isSignedBy(sodium, parts.key, digestOf(sodium, utf8(text)), comment, parts);
}

/** What a printed code carries: base64url of version, digest, key and signature, 215 characters. */
export function codePayload(sodium: Sodium, text: string, proof: RecordProof): string | undefined {
  const parts = proofBytes(proof);
  return (
    parts &&
    toB64Url(concat(new Uint8Array([VERSION]), digestOf(sodium, utf8(text)), parts.key, parts.signature))
  );
}

/** Undefined for what is no such code, or one of a newer version. */
export function readCode(sodium: Sodium, payload: string): ReadCode | undefined {
  const bytes = parseB64(payload, "base64url");
  // One spelling of a code: the last character of base64url has bits to spare.
  if (bytes?.length !== PAYLOAD_BYTES || bytes[0] !== VERSION || toB64Url(bytes) !== payload)
    return undefined;
  const digest = bytes.slice(1, 1 + DIGEST_BYTES);
  const key = bytes.slice(1 + DIGEST_BYTES, 1 + DIGEST_BYTES + PUBLIC_KEY_BYTES);
  const signature = bytes.slice(1 + DIGEST_BYTES + PUBLIC_KEY_BYTES);
  return {
    ...namesOf(digest),
    digest,
    right: verify(sodium, signature, digest, key),
    keyWords: keyWords(sodium, key),
  };
}
