/** Becoming someone: founding a partnership, or accepting an invite. Source: docs/protocol.md sections 4 and 5. */
import { type Bytes, parseB64, toB64Url } from "../domain/bytes.ts";
import { parseEntry } from "../domain/entry.ts";
import {
  type EntryHash,
  hashSchema,
  idSchema,
  type InviteId,
  makeId,
  type PartnershipId,
  type ScopeId,
} from "../domain/ids.ts";
import { applyToDirectory, entryHash } from "../domain/membership/apply.ts";
import { acceptBytes } from "../domain/membership/directory.ts";
import { encodeMembership } from "../domain/membership/events.ts";
import type { DirectoryState, Verifier } from "../domain/membership/state.ts";
import type { Role } from "../domain/roles.ts";
import { lookBytes } from "../domain/session.ts";
import { makeKeys, type SealedIdentity, sealIdentity } from "./identity.ts";
import { invitePair, KEY_BYTES, publicKeysOf, type ScopeKey } from "./keys.ts";
import type { Argon2Cost } from "./passphrase.ts";
import { sign, signMembership } from "./seal.ts";
import type { Sodium } from "./sodium.ts";
import { scopeWrapContext, wrapKey } from "./wrap.ts";
import { type Craft, finish, makeHeader, type WrittenEntry } from "./writer.ts";

export type Enrolled = {
  readonly identity: SealedIdentity;
  readonly entry: WrittenEntry;
  readonly recoveryCode: string;
};

/** A new partnership with this person as its first, confirmed co-ordinator. */
export function foundPartnership(
  craft: Craft,
  roles: readonly Role[],
  passphrase: string,
  cost: Argon2Cost,
): Enrolled {
  const { sodium, random } = craft;
  const keys = makeKeys(sodium, random);
  const partnership = makeId<PartnershipId>(random);
  const panel = makeId<ScopeId>(random);
  const who = { partnership, user: keys.user, device: keys.device };
  const header = makeHeader(craft, who, {
    kind: "membership",
    scope: panel,
    head: undefined,
    directory: undefined,
  });
  const panelKey = random(KEY_BYTES) as ScopeKey;
  const context = scopeWrapContext(panel, 1, keys.user, 1);
  const wrap = wrapKey(sodium, random, panelKey, keys.userKeys.boxPublic, context);
  sodium.memzero(panelKey);
  const publicKeys = publicKeysOf(keys.userKeys, keys.deviceKeys);
  const body = encodeMembership({ type: "found", keys: publicKeys, roles, wrap });
  const entry = finish(craft, header, signMembership(sodium, header, body, keys.deviceKeys.signing));
  const place = { partnership, panel, genesis: entry.hash };
  const { sealed, recoveryCode } = sealIdentity(sodium, random, keys, place, passphrase, cost);
  return { identity: sealed, entry, recoveryCode };
}

/** What an invite link carries in its fragment, which browsers never send. */
export type InviteLink = {
  readonly partnership: PartnershipId;
  readonly invite: InviteId;
  readonly seed: Bytes;
  readonly genesis: EntryHash;
};

export const formatInviteLink = (link: InviteLink): string =>
  [link.partnership, link.invite, toB64Url(link.seed), link.genesis].join(".");

export function parseInviteLink(text: string): InviteLink | undefined {
  const [partnership, invite, seedText, genesis, ...rest] = text.split(".");
  const ids = idSchema<PartnershipId>().safeParse(partnership);
  const inviteId = idSchema<InviteId>().safeParse(invite);
  const hash = hashSchema.safeParse(genesis);
  const seed = seedText === undefined ? undefined : parseB64(seedText, "base64url");
  if (!ids.success || !inviteId.success || !hash.success || rest.length > 0) return undefined;
  return seed?.length === KEY_BYTES
    ? { partnership: ids.data, invite: inviteId.data, seed, genesis: hash.data }
    : undefined;
}

/** The signature that shows the server a newcomer holds the invite. */
export const lookSignature = (sodium: Sodium, link: InviteLink): Bytes =>
  sign(sodium, lookBytes(link.partnership, link.invite), invitePair(sodium, link.seed).signing);

/** Checks a directory chain from the first hash that the link carries. Undefined where any entry fails. */
export function readDirectory(
  verifier: Verifier,
  genesis: EntryHash,
  chain: readonly Bytes[],
): DirectoryState | undefined {
  let state: DirectoryState | undefined;
  for (const bytes of chain) {
    const parsed = parseEntry(bytes);
    if (!parsed.ok) return undefined;
    if (!state && entryHash(parsed.entry, verifier) !== genesis) return undefined;
    const applied = applyToDirectory(state, parsed.entry, verifier);
    if (!applied.ok) return undefined;
    state = applied.state;
  }
  return state;
}

export type JoinFault = "bad-chain" | "invite-closed" | "invite-expired";

/** Makes the newcomer's keys and the `accept` entry. Until confirmed they are granted nothing. */
export function acceptInvite(
  craft: Craft,
  link: InviteLink,
  chain: readonly Bytes[],
  nowMs: number,
  passphrase: string,
  cost: Argon2Cost,
): { ok: true; enrolled: Enrolled } | { ok: false; fault: JoinFault } {
  const directory = readDirectory(craft.verifier, link.genesis, chain);
  if (!directory || directory.panel.partnership !== link.partnership)
    return { ok: false, fault: "bad-chain" };
  const invite = directory.invites.get(link.invite);
  if (invite?.state !== "open") return { ok: false, fault: "invite-closed" };
  if (nowMs > invite.expiresMs) return { ok: false, fault: "invite-expired" };

  const { sodium, random } = craft;
  const keys = makeKeys(sodium, random);
  const { partnership } = link;
  const panel = directory.panel.scope;
  const who = { partnership, user: keys.user, device: keys.device };
  const { head } = directory.panel;
  const header = makeHeader(craft, who, { kind: "membership", scope: panel, head, directory: undefined });
  const publicKeys = publicKeysOf(keys.userKeys, keys.deviceKeys);
  const { signing } = invitePair(sodium, link.seed);
  const inviteSignature = sign(sodium, acceptBytes(header, link.invite, publicKeys), signing);
  const body = encodeMembership({ type: "accept", invite: link.invite, keys: publicKeys, inviteSignature });
  const entry = finish(craft, header, signMembership(sodium, header, body, keys.deviceKeys.signing));
  const place = { partnership, panel, genesis: link.genesis };
  const { sealed, recoveryCode } = sealIdentity(sodium, random, keys, place, passphrase, cost);
  return { ok: true, enrolled: { identity: sealed, entry, recoveryCode } };
}
