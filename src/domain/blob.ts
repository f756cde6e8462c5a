/**
 * A paper's bytes as they travel: sealed chunks, a manifest of them, and the name that the manifest gives the
 * whole. What needs no key; server and device both use it. Source: docs/protocol.md section 7.
 */
import { z } from "zod";
import { paddedLength } from "./entry.ts";
import { type BlobId, type ChunkHash, chunkHashSchema, hashBytes, hashFromBytes } from "./ids.ts";
import type { Verifier } from "./membership/state.ts";
import { MAX_PAPER_BYTES } from "./papers.ts";

/** Of the padded file, in one chunk; the last may be shorter. */
export const CHUNK_BYTES = 1024 * 1024;
/** Nonce and tag. */
export const CHUNK_OVERHEAD_BYTES = 24 + 16;
export const MAX_CHUNK_BYTES = CHUNK_BYTES + CHUNK_OVERHEAD_BYTES;

/** How many chunks a file of `size` bytes has. */
export const chunkCount = (size: number): number => Math.ceil(paddedLength(size) / CHUNK_BYTES);

export const MAX_CHUNKS = chunkCount(MAX_PAPER_BYTES);

/** Where chunk `index` lies in the file, and how many zeros follow to its padded length. */
export function chunkSpan(
  size: number,
  index: number,
): { readonly from: number; readonly to: number; readonly padding: number } {
  const from = Math.min(size, index * CHUNK_BYTES);
  const to = Math.min(size, (index + 1) * CHUNK_BYTES);
  const length = Math.min(CHUNK_BYTES, paddedLength(size) - index * CHUNK_BYTES);
  return { from, to, padding: length - (to - from) };
}

export const Manifest = z
  .array(
    z.object({
      hash: chunkHashSchema,
      bytes: z
        .int()
        .min(CHUNK_OVERHEAD_BYTES + 1)
        .max(MAX_CHUNK_BYTES),
    }),
  )
  .min(1)
  .max(MAX_CHUNKS);
export type Manifest = readonly { readonly hash: ChunkHash; readonly bytes: number }[];

export const manifestBytes = (manifest: Manifest): number =>
  manifest.reduce((sum, { bytes }) => sum + bytes, 0);

export const chunkHash = (verifier: Verifier, chunk: Uint8Array): ChunkHash =>
  hashFromBytes<ChunkHash>(verifier.hash("confer/1/chunk", chunk));

/** The name of the whole: a hash of the chunks' hashes, so that each can be checked alone. */
export const nameBlob = (verifier: Verifier, manifest: Manifest): BlobId =>
  hashFromBytes<BlobId>(verifier.hash("confer/1/blob", ...manifest.map(({ hash }) => hashBytes(hash))));
