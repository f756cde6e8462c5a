/**
 * The whole wire between a device and the server: a version, and what each request carries and answers.
 * Entries travel as the base64 of their bytes; nothing here can be read by the server beyond their headers.
 * Every body but a chunk is JSON sent with `Content-Type: application/json` and the header `x-confer: 1`.
 *
 * | request | body | answer |
 * |---|---|---|
 * | POST /setup | SetupRequest | SetupReply |
 * | POST /join/look | LookRequest | ChainReply |
 * | POST /join | JoinRequest | PushResult |
 * | POST /session/challenge | ChallengeRequest | ChallengeReply |
 * | POST /session | SessionRequest | SessionReply, and the cookie |
 * | DELETE /session | | 204 |
 * | POST /sync/pull | PullRequest | PullReply |
 * | POST /sync/push | PushRequest | PushReply |
 * | GET /sync/directory | | ChainReply |
 * | GET /sync/stream | | server-sent events whose data is only ever `RESYNC` |
 * | PUT /blobs/:scope/:blob | BlobRequest | BlobReply |
 * | GET /blobs/:scope/:blob | | BlobReply |
 * | PUT /blobs/:scope/:blob/:index | the chunk's bytes, as application/octet-stream | BlobReply |
 * | GET /blobs/:scope/:blob/:index | | the chunk's bytes, as application/octet-stream |
 * | PUT /public/:address | PublishRequest | PublishReply |
 * | DELETE /public/:address | | 204 |
 * | GET /public/:address/panel.json (anybody) | | PublicReply |
 * | /notices… | as noticesProtocol.ts says | |
 * | GET /health | | HealthReply |
 *
 * Anybody may also read `GET /public/:address`, a page, `GET /public/:address/dates.ics`, a calendar file,
 * and `GET /calendar/:token.ics`, a person’s private calendar, if they know its secret address.
 * Anything refused as a whole answers with a 4xx or 5xx status and an ErrorReply.
 */
import { z } from "zod";
import { Manifest } from "../domain/blob.ts";
import {
  type DeviceId,
  type EntryId,
  idSchema,
  type InviteId,
  type PartnershipId,
  type ScopeId,
  type UserId,
} from "../domain/ids.ts";
import { PublicDates } from "../domain/publicDates.ts";

export const PROTOCOL_VERSION = 1;
/** Sent with every request, so that a page of another site cannot make one without asking first. */
export const CLIENT_HEADER = "x-confer";
export const MAX_PUSH_ENTRIES = 250;
export const MAX_PULL_ENTRIES = 500;
/** Entries are a few KiB, so this many make one flush of the server’s disk; a batch of large ones is cut earlier. */
export const MAX_PUSH_BYTES = 8 * 1024 * 1024;
export const RESYNC = "RESYNC";

const version = z.literal(PROTOCOL_VERSION);
const base64 = z.base64();
const entry = z.base64().max(360_000);
const count = z.int().nonnegative();

export const WireEntry = z.object({
  id: idSchema<EntryId>(),
  scope: idSchema<ScopeId>(),
  entry,
  /** The server's number for it, one counter per partnership. */
  seq: count,
});
export type WireEntry = z.infer<typeof WireEntry>;

const Landmark = z.object({ seq: count, id: idSchema<EntryId>() });
/** One may come to stand where it stood, if its author is the first to send again; so many together will not. */
export const LANDMARKS = 8;

/**
 * How far a member has pulled. Entries come ordered by (position, seq), where position is the greater of the
 * entry's seq and the seq of the grant that let this member into the scope: a new grant so delivers the
 * scope's whole past to a member whose checkpoint is already beyond it. `landmarks` are the last entries
 * pulled, with their seqs: a server restored from a backup gives its seqs out again, and has others there or none.
 */
export const Checkpoint = z.object({
  position: count,
  seq: count,
  landmarks: z.array(Landmark).max(LANDMARKS).optional(),
});
export type Checkpoint = z.infer<typeof Checkpoint>;

export const PullRequest = z.object({
  version,
  checkpoint: Checkpoint.nullable(),
  limit: z.int().min(1).max(MAX_PULL_ENTRIES),
});
export type PullRequest = z.infer<typeof PullRequest>;

/** A page shorter than the limit is the last one. `latest` is the partnership's newest seq: if it is less
 * than a device has seen before, the server was restored from a backup. `restored`: it was, since an entry the
 * checkpoint names is not at its place; no entries come with it. */
export const PullReply = z.object({
  version,
  entries: z.array(WireEntry),
  checkpoint: Checkpoint.nullable(),
  latest: count,
  restored: z.boolean().optional(),
});
export type PullReply = z.infer<typeof PullReply>;

export const PushRequest = z.object({ version, entries: z.array(entry).min(1).max(MAX_PUSH_ENTRIES) });
export type PushRequest = z.infer<typeof PushRequest>;

/** Why one entry was not stored. `retry`: nothing wrong with it, something it builds on is not here yet. */
export const REFUSALS = [
  "malformed",
  "too-large",
  "wrong-partnership",
  "wrong-author",
  "unknown-device",
  "bad-signature",
  "unknown-scope",
  "unknown-head",
  "unknown-epoch",
  "directory-unknown",
  "not-allowed",
  "id-taken",
  "sequence-taken",
  "head-moved",
  "unknown-user",
  "already",
  "invite-closed",
  "invite-expired",
  "stale-epoch",
  "last-coordinator",
  "reserved",
] as const;
export const Refusal = z.enum(REFUSALS);
export type Refusal = z.infer<typeof Refusal>;

/** In the order pushed. `stored` also answers an entry stored before with the same bytes. */
export const PushResult = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("stored"), seq: count }),
  z.object({ outcome: z.literal("refused"), reason: Refusal }),
]);
export type PushResult = z.infer<typeof PushResult>;

export const PushReply = z.object({ version, results: z.array(PushResult) });
export type PushReply = z.infer<typeof PushReply>;

export const SetupRequest = z.object({ version, secret: base64, entry });
export type SetupRequest = z.infer<typeof SetupRequest>;
export const SetupReply = z.object({ version, seq: count });

export const LookRequest = z.object({
  version,
  partnership: idSchema<PartnershipId>(),
  invite: idSchema<InviteId>(),
  signature: base64,
});
export type LookRequest = z.infer<typeof LookRequest>;
/** The directory chain from its first entry, in order. */
export const ChainReply = z.object({ version, entries: z.array(entry) });
export type ChainReply = z.infer<typeof ChainReply>;

export const JoinRequest = z.object({ version, entry });
export type JoinRequest = z.infer<typeof JoinRequest>;

export const ChallengeRequest = z.object({ version, device: idSchema<DeviceId>() });
export type ChallengeRequest = z.infer<typeof ChallengeRequest>;
export const ChallengeReply = z.object({ version, nonce: base64 });
export type ChallengeReply = z.infer<typeof ChallengeReply>;

export const SessionRequest = z.object({
  version,
  partnership: idSchema<PartnershipId>(),
  user: idSchema<UserId>(),
  device: idSchema<DeviceId>(),
  nonce: base64,
  signature: base64,
});
export type SessionRequest = z.infer<typeof SessionRequest>;
/** Server time in ms: a witness for a device whose clock may be wrong. */
export const SessionReply = z.object({ version, nowMs: count, idleMs: count });
export type SessionReply = z.infer<typeof SessionReply>;

/** `demonstration`: everyone in it is invented, and a device may be given a sign-in by a link. */
export const HealthReply = z.object({
  version,
  nowMs: count,
  setUp: z.boolean(),
  demonstration: z.boolean(),
});
export type HealthReply = z.infer<typeof HealthReply>;

/** The papers of one scope together, as sealed and padded: a case may hold MAX_CASE_BYTES, and padding adds little. */
export const MAX_SCOPE_BLOB_BYTES = 640 * 1024 * 1024;
export const BYTES_TYPE = "application/octet-stream";

/** Declares a paper's bytes, which are then sent chunk by chunk. Again with the same manifest: harmless. */
export const BlobRequest = z.object({ version, manifest: Manifest });
export type BlobRequest = z.infer<typeof BlobRequest>;
/** `held`: the chunks that are durable here, by index. All of them: whoever may read can fetch the whole. */
export const BlobReply = z.object({ version, manifest: Manifest, held: z.array(count) });
export type BlobReply = z.infer<typeof BlobReply>;

/** A panel's dates for everybody to read: the one thing that is sent unsealed. Again: replaces the list. */
export const PublishRequest = z.object({ version, list: PublicDates });
export type PublishRequest = z.infer<typeof PublishRequest>;
export const PublishReply = z.object({ version });
export const PublicReply = z.object({ version, list: PublicDates });
export type PublicReply = z.infer<typeof PublicReply>;

export const ERROR_CODES = [
  "bad-request",
  "no-session",
  "secret-spent",
  "invite-closed",
  "old-client",
  "too-large",
  "too-many",
  "not-found",
  "not-allowed",
  "scope-full",
  "address-taken",
  "wrong-code",
  "code-spent",
  "unavailable",
] as const;
export const ErrorReply = z.object({ version, error: z.enum(ERROR_CODES) });
export type ErrorReply = z.infer<typeof ErrorReply>;
export type ErrorCode = ErrorReply["error"];
