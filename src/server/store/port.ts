/**
 * The store port: all the server asks of a database. Two implementations, one acceptance suite
 * (`tests/server/storeAcceptance.ts`). Rules every implementation keeps:
 * - transactions of one partnership run one after another, so seq order is commit order;
 * - a transaction that has resolved is durable; one that rejected left nothing;
 * - every key begins with the partnership (nonces and set-up secrets are older than any partnership; whoever
 *   reads public dates, or a private calendar, knows none).
 */
import type { Bytes } from "../../domain/bytes.ts";
import type { Entry } from "../../domain/entry.ts";
import type { Manifest } from "../../domain/blob.ts";
import type {
  BlobId,
  DeviceId,
  EntryHash,
  EntryId,
  PartnershipId,
  ScopeId,
  UserId,
} from "../../domain/ids.ts";
import type { Access } from "../../domain/membership/events.ts";
import type { Checkpoint } from "../../sync/protocol.ts";
import type { NoticesStore } from "./noticesPort.ts";

/** What a member may pull: all of a scope, or (`directory`) only the membership entries of the panel's. */
export type Reach = Access | "directory";
type Hash = Uint8Array;
export type StoredEntry = { id: EntryId; scope: ScopeId; seq: number; bytes: Uint8Array };
/** `restored`: the entry the checkpoint names is not at its place, so this store is older than the device's. */
export type Page = {
  entries: StoredEntry[];
  checkpoint: Checkpoint | null;
  latest: number;
  restored: boolean;
};
export type SessionRow = {
  partnership: PartnershipId;
  user: UserId;
  device: DeviceId;
  madeMs: number;
  seenMs: number;
};
/** A scope whose readers should pull; undefined: pokes may have been missed, so everyone should. */
export type Change = { partnership: PartnershipId; scope: ScopeId } | undefined;

/** What of a paper's bytes was declared, and which chunks are here, by index and in order. */
export type StoredBlob = { readonly manifest: Manifest; readonly held: readonly number[] };

export type Reading = {
  panel(): Promise<ScopeId | undefined>;
  head(scope: ScopeId): Promise<EntryHash | undefined>;
  /** The scope's membership entries in order, without the first `skip`. */
  chain(scope: ScopeId, skip: number): Promise<Bytes[]>;
  reach(scope: ScopeId, user: UserId): Promise<Reach | undefined>;
  blob(scope: ScopeId, blob: BlobId): Promise<StoredBlob | undefined>;
  chunk(scope: ScopeId, blob: BlobId, index: number): Promise<Bytes | undefined>;
};

export type Transaction = Reading & {
  found(panel: ScopeId): Promise<void>;
  find(id: EntryId): Promise<{ seq: number; bytes: Uint8Array } | undefined>;
  hasSequence(scope: ScopeId, device: DeviceId, authorSeq: number): Promise<boolean>;
  /** Stores the entry and answers its seq. `head`: the entry's hash, where it extends a chain. */
  append(entry: Entry, head: EntryHash | undefined): Promise<number>;
  admit(scope: ScopeId, user: UserId, reach: Reach, grantSeq: number): Promise<void>;
  /** Of all blobs declared in the scope, whole or not. */
  blobBytes(scope: ScopeId): Promise<number>;
  declareBlob(scope: ScopeId, blob: BlobId, manifest: Manifest): Promise<void>;
  /** `now`: spent by this call; `before`: by this same partnership; false: unknown or another's. */
  spendSetup(secret: Hash): Promise<"now" | "before" | false>;
};

export type Store = {
  transaction<T>(partnership: PartnershipId, work: (tx: Transaction) => Promise<T>): Promise<T>;
  reading(partnership: PartnershipId): Reading;
  pull(p: PartnershipId, user: UserId, after: Checkpoint | null, limit: number): Promise<Page>;
  readers(partnership: PartnershipId, scope: ScopeId): Promise<UserId[]>;
  /**
   * Stores a chunk of a declared blob; again: harmless. Takes no lock, so that a large paper holds up no entry.
   * Tells listeners when the blob is whole by it.
   */
  putChunk(p: PartnershipId, scope: ScopeId, blob: BlobId, index: number, bytes: Uint8Array): Promise<void>;
  /** Stores or replaces a public list. `taken`: the address is another partnership's; `full`: it has as many as it may. */
  putPublic(partnership: PartnershipId, address: string, list: Bytes): Promise<"stored" | "taken" | "full">;
  removePublic(partnership: PartnershipId, address: string): Promise<void>;
  publicList(address: string): Promise<Bytes | undefined>;
  readonly notices: NoticesStore;
  putNonce(nonce: Hash, device: DeviceId, expiresMs: number): Promise<void>;
  takeNonce(nonce: Hash, device: DeviceId, nowMs: number): Promise<boolean>;
  putSession(token: Hash, session: SessionRow): Promise<void>;
  session(partnership: PartnershipId, token: Hash): Promise<SessionRow | undefined>;
  touchSession(partnership: PartnershipId, token: Hash, nowMs: number): Promise<void>;
  endSession(partnership: PartnershipId, token: Hash): Promise<void>;
  isSetUp(): Promise<boolean>;
  offerSetup(secret: Hash): Promise<void>;
  purge(before: { nonceMs: number; madeMs: number; seenMs: number }): Promise<void>;
  onChange(listener: (change: Change) => void): () => void;
  close(): Promise<void>;
};
