/**
 * The membership events as values and as bytes. Each is `fields(type, …)` with exactly the parts of
 * docs/protocol.md section 4, in that order, so that what is signed has one encoding.
 */
import { ascii, type Bytes, fields, parseAscii, parseFields, parseUint, u32, u64 } from "../bytes.ts";
import { type DeviceId, idBytes, idFromBytes, type InviteId, type UserId } from "../ids.ts";
import { parseRoles, type Role, rolesText } from "../roles.ts";

export const SCOPE_KINDS = ["panel", "case", "meeting", "passwords", "vault"] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** What a member may do in a scope; each includes the one before. `lead` may grant. */
export const ACCESS = ["read", "contribute", "lead"] as const;
export type Access = (typeof ACCESS)[number];

/** The four public keys that stand for a person on their first device. */
export type PublicKeys = {
  readonly userSign: Bytes;
  readonly userBox: Bytes;
  readonly deviceSign: Bytes;
  readonly deviceBox: Bytes;
};

export type MembershipEvent =
  | {
      readonly type: "found";
      readonly keys: PublicKeys;
      readonly roles: readonly Role[];
      readonly wrap: Bytes;
    }
  | {
      readonly type: "invite";
      readonly invite: InviteId;
      readonly inviteKey: Bytes;
      readonly roles: readonly Role[];
      readonly expiresMs: number;
    }
  | { readonly type: "cancel-invite"; readonly invite: InviteId }
  | {
      readonly type: "accept";
      readonly invite: InviteId;
      readonly keys: PublicKeys;
      readonly inviteSignature: Bytes;
    }
  | { readonly type: "confirm"; readonly user: UserId; readonly keysHash: Bytes }
  | { readonly type: "role"; readonly user: UserId; readonly roles: readonly Role[] }
  | {
      readonly type: "add-device";
      readonly device: DeviceId;
      readonly signKey: Bytes;
      readonly boxKey: Bytes;
      readonly userSignature: Bytes;
    }
  | { readonly type: "open"; readonly kind: Exclude<ScopeKind, "panel">; readonly wrap: Bytes }
  | {
      readonly type: "grant";
      readonly user: UserId;
      readonly epoch: number;
      readonly generation: number;
      readonly access: Access;
      readonly wrap: Bytes;
    };

export type MembershipType = MembershipEvent["type"];

/** Kept for revoking, rotating and ending; this version refuses them rather than guess. */
export const RESERVED_TYPES = ["revoke", "rotate", "close", "purge", "remove", "revoke-device"] as const;

const ED25519_KEY = 32;
const SIGNATURE = 64;
export const XWING_PUBLIC_KEY = 1216;
/** Suite, X-Wing ciphertext, nonce, sealed 32-byte key. */
export const WRAP_BYTES = 1 + 1120 + 24 + 48;

const keyParts = (keys: PublicKeys) => [keys.userSign, keys.userBox, keys.deviceSign, keys.deviceBox];

export function encodeMembership(event: MembershipEvent): Bytes {
  switch (event.type) {
    case "found":
      return fields("found", ...keyParts(event.keys), ascii(rolesText(event.roles)), event.wrap);
    case "invite": {
      const roles = ascii(rolesText(event.roles));
      return fields("invite", idBytes(event.invite), event.inviteKey, roles, u64(event.expiresMs));
    }
    case "cancel-invite":
      return fields("cancel-invite", idBytes(event.invite));
    case "accept":
      return fields("accept", idBytes(event.invite), ...keyParts(event.keys), event.inviteSignature);
    case "confirm":
      return fields("confirm", idBytes(event.user), event.keysHash);
    case "role":
      return fields("role", idBytes(event.user), ascii(rolesText(event.roles)));
    case "add-device":
      return fields("add-device", idBytes(event.device), event.signKey, event.boxKey, event.userSignature);
    case "open":
      return fields("open", ascii(event.kind), event.wrap);
    case "grant": {
      const { user, epoch, generation, access, wrap } = event;
      return fields("grant", idBytes(user), u32(epoch), u32(generation), ascii(access), wrap);
    }
  }
}

/** The lengths each type's parts must have; `undefined` is text, checked where it is read. */
const SHAPES: Record<MembershipType, readonly (number | undefined)[]> = {
  found: [ED25519_KEY, XWING_PUBLIC_KEY, ED25519_KEY, XWING_PUBLIC_KEY, undefined, WRAP_BYTES],
  invite: [16, ED25519_KEY, undefined, 8],
  "cancel-invite": [16],
  accept: [16, ED25519_KEY, XWING_PUBLIC_KEY, ED25519_KEY, XWING_PUBLIC_KEY, SIGNATURE],
  confirm: [16, 32],
  role: [16, undefined],
  "add-device": [16, ED25519_KEY, XWING_PUBLIC_KEY, SIGNATURE],
  open: [undefined, WRAP_BYTES],
  grant: [16, 4, 4, undefined, WRAP_BYTES],
};

const isMembershipType = (label: string): label is MembershipType => Object.hasOwn(SHAPES, label);

/** A membership entry's body as an event; a type kept for later is told apart from nonsense. */
export function parseMembership(
  body: Bytes,
): { ok: true; event: MembershipEvent } | { ok: false; fault: "reserved" | "malformed" } {
  const read = parseFields(body);
  if (!read) return { ok: false, fault: "malformed" };
  if ((RESERVED_TYPES as readonly string[]).includes(read.label)) return { ok: false, fault: "reserved" };
  if (!isMembershipType(read.label)) return { ok: false, fault: "malformed" };
  const shape = SHAPES[read.label];
  const fits =
    read.parts.length === shape.length &&
    shape.every((length, i) => length === undefined || read.parts[i]?.length === length);
  const event = fits
    ? decode(read.label, read.parts as [Bytes, Bytes, Bytes, Bytes, Bytes, Bytes])
    : undefined;
  return event ? { ok: true, event } : { ok: false, fault: "malformed" };
}

type Parts = readonly [Bytes, Bytes, Bytes, Bytes, Bytes, Bytes];

const publicKeys = (userSign: Bytes, userBox: Bytes, deviceSign: Bytes, deviceBox: Bytes): PublicKeys => ({
  userSign,
  userBox,
  deviceSign,
  deviceBox,
});

function decode(type: MembershipType, [a, b, c, d, e, f]: Parts): MembershipEvent | undefined {
  switch (type) {
    case "found": {
      const roles = parseRoles(e);
      return roles && { type, keys: publicKeys(a, b, c, d), roles, wrap: f };
    }
    case "invite": {
      const roles = parseRoles(c);
      const expiresMs = parseUint(d);
      if (!roles || expiresMs === undefined) return undefined;
      return { type, invite: idFromBytes(a), inviteKey: b, roles, expiresMs };
    }
    case "cancel-invite":
      return { type, invite: idFromBytes(a) };
    case "accept":
      return { type, invite: idFromBytes(a), keys: publicKeys(b, c, d, e), inviteSignature: f };
    case "confirm":
      return { type, user: idFromBytes(a), keysHash: b };
    case "role": {
      const roles = parseRoles(b);
      return roles && { type, user: idFromBytes(a), roles };
    }
    case "add-device":
      return { type, device: idFromBytes(a), signKey: b, boxKey: c, userSignature: d };
    case "open": {
      const kind = SCOPE_KINDS.find((name) => name === parseAscii(a));
      return kind && kind !== "panel" ? { type, kind, wrap: b } : undefined;
    }
    case "grant": {
      const access = ACCESS.find((name) => name === parseAscii(d));
      const epoch = parseUint(b) as number;
      const generation = parseUint(c) as number;
      if (!access || epoch < 1 || generation < 1) return undefined;
      return { type, user: idFromBytes(a), epoch, generation, access, wrap: e };
    }
  }
}
