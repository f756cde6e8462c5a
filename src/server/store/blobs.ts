/** Papers' bytes on either SQL engine: declared in one row, and a row for every chunk that has come. */
import type { Bytes } from "../../domain/bytes.ts";
import { concat, parseUint, u32 } from "../../domain/bytes.ts";
import { type Manifest, manifestBytes } from "../../domain/blob.ts";
import {
  type BlobId,
  type ChunkHash,
  hashBytes,
  hashFromBytes,
  type PartnershipId,
  type ScopeId,
} from "../../domain/ids.ts";
import type { Query } from "./engine.ts";
import type { Change, Reading, Transaction } from "./port.ts";

/** A manifest at rest: for each chunk its hash, then its length in four bytes. */
const ROW_BYTES = 32 + 4;

const encode = (manifest: Manifest): Bytes =>
  concat(...manifest.flatMap(({ hash, bytes }) => [hashBytes(hash), u32(bytes)]));

const decode = (bytes: Uint8Array): Manifest =>
  Array.from({ length: bytes.length / ROW_BYTES }, (_, i) => {
    const row = bytes.subarray(i * ROW_BYTES, (i + 1) * ROW_BYTES);
    return {
      hash: hashFromBytes<ChunkHash>(row.subarray(0, 32)),
      bytes: parseUint(row.subarray(32)) as number,
    };
  });

export const blobReading = (query: Query, partnership: PartnershipId): Pick<Reading, "blob" | "chunk"> => ({
  async blob(scope, blob) {
    const sql = "SELECT manifest FROM blobs WHERE partnership = ?1 AND scope = ?2 AND blob = ?3";
    const [row] = await query(sql, partnership, scope, blob);
    if (!row) return undefined;
    const held = `SELECT position FROM chunks
      WHERE partnership = ?1 AND scope = ?2 AND blob = ?3 ORDER BY position`;
    const rows = await query(held, partnership, scope, blob);
    return {
      manifest: decode(row["manifest"] as Uint8Array),
      held: rows.map((each) => Number(each["position"])),
    };
  },
  async chunk(scope, blob, index) {
    const sql = `SELECT bytes FROM chunks
      WHERE partnership = ?1 AND scope = ?2 AND blob = ?3 AND position = ?4`;
    const [row] = await query(sql, partnership, scope, blob, index);
    return row && new Uint8Array(row["bytes"] as Uint8Array);
  },
});

export const blobWriting = (
  query: Query,
  partnership: PartnershipId,
): Pick<Transaction, "blobBytes" | "declareBlob"> => ({
  async blobBytes(scope) {
    const sql = "SELECT sum(bytes) AS total FROM blobs WHERE partnership = ?1 AND scope = ?2";
    const [row] = await query(sql, partnership, scope);
    return Number(row?.["total"] ?? 0);
  },
  async declareBlob(scope, blob, manifest) {
    const sql = `INSERT INTO blobs (partnership, scope, blob, bytes, manifest) VALUES (?1, ?2, ?3, ?4, ?5)
      ON CONFLICT (partnership, scope, blob) DO NOTHING`;
    await query(sql, partnership, scope, blob, manifestBytes(manifest), encode(manifest));
  },
});

export async function putChunk(
  query: Query,
  announce: (change: NonNullable<Change>) => void,
  { partnership, scope, blob }: { partnership: PartnershipId; scope: ScopeId; blob: BlobId },
  index: number,
  bytes: Uint8Array,
): Promise<void> {
  const sql = `INSERT INTO chunks (partnership, scope, blob, position, bytes) VALUES (?1, ?2, ?3, ?4, ?5)
    ON CONFLICT (partnership, scope, blob, position) DO NOTHING RETURNING position`;
  const stored = await query(sql, partnership, scope, blob, index, bytes);
  if (stored.length === 0) return;
  const found = await blobReading(query, partnership).blob(scope, blob);
  if (found?.held.length === found?.manifest.length) announce({ partnership, scope });
}
