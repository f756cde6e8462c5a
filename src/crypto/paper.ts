/**
 * Sealing and opening a paper's chunks, each by itself. Source: docs/protocol.md section 7.
 * Pair assertions: the length and the zeros checked after opening are those made when sealing.
 */
import { type Bytes, concat, fields, isZero, u32, u64 } from "../domain/bytes.ts";
import { chunkCount, chunkHash, chunkSpan, CHUNK_OVERHEAD_BYTES } from "../domain/blob.ts";
import { type ChunkHash, idBytes, type PaperId, type ScopeId } from "../domain/ids.ts";
import type { Verifier } from "../domain/membership/state.ts";
import { KEY_BYTES, type ScopeKey } from "./keys.ts";
import type { Random } from "./seal.ts";
import { asBytes, type Sodium } from "./sodium.ts";

const NONCE_BYTES = 24;

/** Which paper of which scope; `size` is the true one, in bytes. */
export type PaperPlace = {
  readonly scope: ScopeId;
  readonly paper: PaperId;
  readonly epoch: number;
  readonly size: number;
};

export type SealedChunk = { readonly bytes: Bytes; readonly hash: ChunkHash };

const derivePaperKey = (sodium: Sodium, key: ScopeKey, { scope, paper, epoch }: PaperPlace): Uint8Array =>
  sodium.crypto_generichash(
    KEY_BYTES,
    fields("confer/1/paper-key", idBytes(scope), idBytes(paper), u32(epoch)),
    key,
  );

const contextOf = ({ scope, paper, size }: PaperPlace, index: number): Bytes =>
  fields("confer/1/paper-chunk", idBytes(scope), idBytes(paper), u32(index), u64(size));

/** @throws RangeError where `part` is not exactly what lies at `index` of a file of this size. */
export function sealChunk(
  sodium: Sodium,
  verifier: Verifier,
  random: Random,
  key: ScopeKey,
  place: PaperPlace,
  index: number,
  part: Uint8Array,
): SealedChunk {
  const { from, to, padding } = chunkSpan(place.size, index);
  if (index < 0 || index >= chunkCount(place.size) || part.length !== to - from) {
    throw new RangeError("sealChunk: not this chunk of this paper");
  }
  const padded = padding === 0 ? part : concat(part, new Uint8Array(padding));
  const nonce = random(NONCE_BYTES);
  const paperKey = derivePaperKey(sodium, key, place);
  const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
    padded,
    contextOf(place, index),
    null,
    nonce,
    paperKey,
  );
  sodium.memzero(paperKey);
  const bytes = concat(nonce, sealed);
  return { bytes, hash: chunkHash(verifier, bytes) };
}

/** The part of the file, or undefined where these are not the bytes of that chunk. Never throws on hostile bytes. */
export function openChunk(
  sodium: Sodium,
  verifier: Verifier,
  key: ScopeKey,
  place: PaperPlace,
  index: number,
  { bytes, hash }: SealedChunk,
): Bytes | undefined {
  if (index < 0 || index >= chunkCount(place.size)) return undefined;
  const { from, to, padding } = chunkSpan(place.size, index);
  const length = to - from;
  if (bytes.length !== length + padding + CHUNK_OVERHEAD_BYTES) return undefined;
  if (chunkHash(verifier, bytes) !== hash) return undefined;
  const paperKey = derivePaperKey(sodium, key, place);
  try {
    const padded = asBytes(
      sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
        null,
        bytes.subarray(NONCE_BYTES),
        contextOf(place, index),
        bytes.subarray(0, NONCE_BYTES),
        paperKey,
      ),
    );
    return isZero(padded.subarray(length)) ? padded.slice(0, length) : undefined;
  } catch {
    return undefined;
  } finally {
    sodium.memzero(paperKey);
  }
}
