/**
 * Taking in and handing out papers' bytes. Access is asked of the store at every call. Whoever is no member of a
 * scope gets the same answer whether scope, blob and chunk exist or not; nothing here can open a chunk.
 */
import type { Bytes } from "../domain/bytes.ts";
import { chunkHash, type Manifest, manifestBytes, nameBlob } from "../domain/blob.ts";
import type { BlobId, ScopeId } from "../domain/ids.ts";
import type { Verifier } from "../domain/membership/state.ts";
import { type ErrorCode, MAX_SCOPE_BLOB_BYTES } from "../sync/protocol.ts";
import type { Reading, SessionRow, Store, StoredBlob } from "./store/port.ts";

export type BlobParts = { readonly store: Store; readonly verifier: Verifier };
export type Reader = Pick<SessionRow, "partnership" | "user">;
export type BlobPlace = { readonly scope: ScopeId; readonly blob: BlobId };

export type BlobOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ErrorCode };
const fail = (error: ErrorCode) => ({ ok: false, error }) as const;

/** Why somebody may not do this in a scope; undefined if they may. */
export async function accessFault(
  reading: Reading,
  scope: ScopeId,
  { user }: Reader,
  wanted: "read" | "contribute",
): Promise<ErrorCode | undefined> {
  const reach = await reading.reach(scope, user);
  // Who sees the directory's chain and no content has no papers to see either.
  if (reach === undefined || reach === "directory") return "not-found";
  return wanted === "contribute" && reach === "read" ? "not-allowed" : undefined;
}

/** Takes note of a paper's manifest, if the scope has room for it, and answers which chunks are here. */
export async function declareBlob(
  { store, verifier }: BlobParts,
  by: Reader,
  { scope, blob }: BlobPlace,
  manifest: Manifest,
): Promise<BlobOutcome<StoredBlob>> {
  if (nameBlob(verifier, manifest) !== blob) return fail("bad-request");
  return store.transaction(by.partnership, async (tx) => {
    const fault = await accessFault(tx, scope, by, "contribute");
    if (fault) return fail(fault);
    const before = await tx.blob(scope, blob);
    if (before) return { ok: true, value: before };
    const total = (await tx.blobBytes(scope)) + manifestBytes(manifest);
    if (total > MAX_SCOPE_BLOB_BYTES) return fail("scope-full");
    await tx.declareBlob(scope, blob, manifest);
    return { ok: true, value: { manifest, held: [] } };
  });
}

/** Stores a chunk that is what the manifest says it must be. Resolves once it is durable. */
export async function takeChunk(
  { store, verifier }: BlobParts,
  by: Reader,
  { scope, blob }: BlobPlace,
  index: number,
  bytes: Bytes,
): Promise<BlobOutcome<StoredBlob>> {
  const reading = store.reading(by.partnership);
  const fault = await accessFault(reading, scope, by, "contribute");
  if (fault) return fail(fault);
  const declared = await reading.blob(scope, blob);
  const wanted = declared?.manifest[index];
  if (!declared || !wanted) return fail("not-found");
  if (bytes.length !== wanted.bytes || chunkHash(verifier, bytes) !== wanted.hash) return fail("bad-request");
  await store.putChunk(by.partnership, scope, blob, index, bytes);
  const held = [...new Set([...declared.held, index])].toSorted((a, b) => a - b);
  return { ok: true, value: { manifest: declared.manifest, held } };
}

export async function findBlob(
  { store }: BlobParts,
  by: Reader,
  { scope, blob }: BlobPlace,
): Promise<BlobOutcome<StoredBlob>> {
  const reading = store.reading(by.partnership);
  const fault = await accessFault(reading, scope, by, "read");
  const found = fault ? undefined : await reading.blob(scope, blob);
  return found ? { ok: true, value: found } : fail("not-found");
}

export async function findChunk(
  { store }: BlobParts,
  by: Reader,
  { scope, blob }: BlobPlace,
  index: number,
): Promise<BlobOutcome<Bytes>> {
  const reading = store.reading(by.partnership);
  const fault = await accessFault(reading, scope, by, "read");
  const bytes = fault ? undefined : await reading.chunk(scope, blob, index);
  return bytes ? { ok: true, value: bytes } : fail("not-found");
}
