/**
 * Ids: 16 random bytes, 22 base64url characters as text. Branded, so that a scope's id where a user's
 * belongs does not compile. They mean nothing and appear in no title, address bar or file name.
 */
import { z } from "zod";
import { type Bytes, parseB64, toB64Url } from "./bytes.ts";

declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

/** A group of agencies that share one server and one directory. */
export type PartnershipId = Id<"partnership">;
/** What a key opens: the panel, a case, a meeting, a person's vault. */
export type ScopeId = Id<"scope">;
export type EntryId = Id<"entry">;
export type UserId = Id<"user">;
export type DeviceId = Id<"device">;
export type InviteId = Id<"invite">;
/** A 32-byte BLAKE2b hash of an entry, base64url: names a place in a chain. */
export type EntryHash = Id<"entryHash">;
/** A file that belongs to a case. */
export type PaperId = Id<"paper">;
/** The hash of a sealed chunk of a paper, and of a paper's chunks together, which names its bytes. */
export type ChunkHash = Id<"chunkHash">;
export type BlobId = Id<"blob">;
/** A line of an agenda. */
export type ItemId = Id<"item">;
/** Somebody at a meeting, on Confer or not. */
export type AttendeeId = Id<"attendee">;
/** Something that somebody has to do. */
export type ActionId = Id<"action">;
/** What the server knows an action by when it reminds somebody of it: the id by another name, told apart by type. */
export type ReminderId = Id<"reminder">;
/** Something the server sends to somebody: a mail or a push. */
export type NoticeId = Id<"notice">;

export type AnyId =
  | PartnershipId
  | ScopeId
  | EntryId
  | UserId
  | DeviceId
  | InviteId
  | PaperId
  | ItemId
  | AttendeeId
  | ActionId
  | ReminderId
  | NoticeId;
/** 32 bytes. */
export type AnyHash = EntryHash | ChunkHash | BlobId;

const ID_PATTERN = /^[A-Za-z0-9_-]{21}[AQgw]$/;
/** The last character holds four bits: any other would be a second spelling of the same bytes. */
const HASH_PATTERN = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/** A zod schema for one kind of id. */
export const idSchema = <T extends AnyId>() =>
  z.string().regex(ID_PATTERN) as unknown as z.ZodType<T, string>;
const anyHash = <T extends AnyHash>() => z.string().regex(HASH_PATTERN) as unknown as z.ZodType<T, string>;
export const hashSchema = anyHash<EntryHash>();
export const chunkHashSchema = anyHash<ChunkHash>();
export const blobIdSchema = anyHash<BlobId>();

export const isId = (text: string): boolean => ID_PATTERN.test(text);

export const idFromBytes = <T extends AnyId>(bytes: Uint8Array): T => toB64Url(bytes) as string as T;
export const hashFromBytes = <T extends AnyHash = EntryHash>(bytes: Uint8Array): T =>
  toB64Url(bytes) as string as T;

/** The 16 bytes of an id. Throws on text that is no id: ids reach here parsed. */
export function idBytes(id: AnyId): Bytes {
  const bytes = parseB64(id, "base64url");
  if (bytes?.length !== 16) throw new RangeError("idBytes: not an id");
  return bytes;
}

/** The 32 bytes of a hash; zeros for none. */
export function hashBytes(hash: AnyHash | undefined): Bytes {
  if (hash === undefined) return new Uint8Array(32);
  const bytes = parseB64(hash, "base64url");
  if (bytes?.length !== 32) throw new RangeError("hashBytes: not a hash");
  return bytes;
}

/** A new id from 16 random bytes, which the caller supplies so that a simulation can replay them. */
export const makeId = <T extends AnyId>(random: (length: number) => Uint8Array): T => idFromBytes(random(16));
