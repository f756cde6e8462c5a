/**
 * What the membership chains say at one point: the directory (who belongs) and each scope's members.
 * Values only; `apply.ts` is the one function that makes the next value from an entry.
 */
import type { Bytes } from "../bytes.ts";
import type { DeviceId, EntryHash, InviteId, PartnershipId, ScopeId, UserId } from "../ids.ts";
import type { Role } from "../roles.ts";
import type { Access, PublicKeys, ScopeKind } from "./events.ts";

export type DirectoryUser = {
  readonly user: UserId;
  /** Accepted: has keys, awaits the six-word check. Confirmed: may be granted things. */
  readonly state: "accepted" | "confirmed";
  readonly roles: readonly Role[];
  /** Which roles held from which place of the chain on, oldest first: what was decided then was decided rightly. */
  readonly terms: readonly { readonly from: number; readonly roles: readonly Role[] }[];
  readonly keys: PublicKeys;
  readonly keysHash: Bytes;
  readonly generation: number;
  readonly invite: InviteId | undefined;
  readonly confirmedBy: UserId | undefined;
};

export type DirectoryDevice = {
  readonly device: DeviceId;
  readonly user: UserId;
  readonly signKey: Bytes;
  /** As the device that wrote of it says. */
  readonly addedMs: number;
};

export type DirectoryInvite = {
  readonly invite: InviteId;
  readonly inviteKey: Bytes;
  readonly roles: readonly Role[];
  readonly expiresMs: number;
  readonly state: "open" | "accepted" | "cancelled";
  readonly acceptedBy: UserId | undefined;
};

export type ScopeMember = {
  readonly user: UserId;
  readonly access: Access;
  /** How many membership entries the scope had when this member was given access, or was first let write. */
  readonly since: number;
  /** The scope key of each epoch, wrapped to this member. */
  readonly wraps: ReadonlyMap<number, { readonly wrap: Bytes; readonly generation: number }>;
};

export type ScopeState = {
  readonly partnership: PartnershipId;
  readonly scope: ScopeId;
  readonly kind: ScopeKind;
  /** The newest entry of the chain. */
  readonly head: EntryHash;
  /** Every entry of the chain and its place in it, from 0. */
  readonly places: ReadonlyMap<EntryHash, number>;
  readonly epoch: number;
  readonly members: ReadonlyMap<UserId, ScopeMember>;
};

export type DirectoryState = {
  readonly genesis: EntryHash;
  readonly users: ReadonlyMap<UserId, DirectoryUser>;
  readonly devices: ReadonlyMap<DeviceId, DirectoryDevice>;
  readonly invites: ReadonlyMap<InviteId, DirectoryInvite>;
  /** The panel scope itself: its chain is the directory's. */
  readonly panel: ScopeState;
};

/** Hashing and signature checking, supplied by the crypto folder. */
export type Verifier = {
  /** BLAKE2b-256 over `fields(label, …parts)`. */
  hash(label: string, ...parts: readonly Uint8Array[]): Bytes;
  /** Ed25519. False on any malformed input. */
  verify(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean;
};

export type MembershipFault =
  | "malformed"
  | "reserved"
  | "wrong-partnership"
  | "head-moved"
  | "unknown-head"
  | "directory-unknown"
  | "unknown-device"
  | "bad-signature"
  | "not-allowed"
  | "unknown-user"
  | "already"
  | "invite-closed"
  | "invite-expired"
  | "stale-epoch"
  | "last-coordinator";
