/**
 * What the device keeps beside the entries. One Dexie database per profile, strict durability: a change is
 * on the disk before it is called saved. Every value about a person is sealed by the vault before it comes.
 */
import { Dexie, type DexieOptions, type Table } from "dexie";
import type { Bytes } from "../domain/bytes.ts";
import type { Manifest } from "../domain/blob.ts";
import type { BlobId, EntryHash, EntryId, PaperId, ScopeId } from "../domain/ids.ts";

/** A written entry until the server has acknowledged it; also the write-ahead copy of an unfinished write. */
export type OutboxRow = { readonly id: EntryId; readonly scope: ScopeId; readonly bytes: Bytes };
/** Where this device's own chain in a scope stands. */
export type PlaceRow = { readonly scope: ScopeId; readonly seq: number; readonly hash: EntryHash };
/** Typing that is not an entry yet, sealed. `key` is opaque to the store. */
export type BufferRow = { readonly key: string; readonly scope: ScopeId; readonly sealed: Bytes };
/** A sealed page of folded views. */
export type PackRow = { readonly key: string; readonly sealed: Bytes };
export type RefusedRow = {
  readonly id: EntryId;
  readonly scope: ScopeId;
  readonly reason: string;
  readonly atMs: number;
  readonly bytes: Bytes;
};
/** What this device has, or knows the server to have, of a paper's bytes: paperStore.ts. */
export type BlobRow = {
  readonly paper: PaperId;
  readonly scope: ScopeId;
  /** Added on this device. */
  readonly own: boolean;
  readonly state: "making" | "waiting" | "on-server" | "refused";
  readonly blob: BlobId | undefined;
  readonly manifest: Manifest;
  /** That the server has acknowledged. */
  readonly sentBytes: number;
  readonly atMs: number;
  readonly reason?: string;
};
export type ChunkRow = { readonly paper: PaperId; readonly index: number; readonly bytes: Bytes };
/** Small facts that name nobody: the sealed identity, the marker, counters. */
export type FactRow = { readonly key: string; readonly value: unknown };

export class LocalStore extends Dexie {
  declare readonly facts: Table<FactRow, string>;
  declare readonly outbox: Table<OutboxRow, EntryId>;
  declare readonly places: Table<PlaceRow, ScopeId>;
  declare readonly buffer: Table<BufferRow, string>;
  declare readonly packs: Table<PackRow, string>;
  declare readonly refused: Table<RefusedRow, EntryId>;
  declare readonly blobs: Table<BlobRow, PaperId>;
  declare readonly chunks: Table<ChunkRow, [PaperId, number]>;

  constructor(name: string, options: DexieOptions = {}) {
    super(name, { chromeTransactionDurability: "strict", ...options });
    this.version(1).stores({
      facts: "key",
      outbox: "id, scope",
      places: "scope",
      buffer: "key, scope",
      packs: "key",
      refused: "id, scope",
    });
    this.version(2).stores({ blobs: "paper, state", chunks: "[paper+index]" });
  }
}
