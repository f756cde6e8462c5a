/**
 * How the bytes of tests/vectors/v1.json were made: every layout of version 1, from fixed randomness and a fixed
 * clock. Makes values only; nothing here writes the file. See: tests/vectors/README.md.
 */
import { sealEnvelope } from "../../src/crypto/envelope.ts";
import { formatInviteLink } from "../../src/crypto/enrol.ts";
import { makeKeys, sealIdentity } from "../../src/crypto/identity.ts";
import { type DeviceMasterKey, invitePair, publicKeysOf, type ScopeKey } from "../../src/crypto/keys.ts";
import { COST_FLOOR } from "../../src/crypto/passphrase.ts";
import { sealContent, sign, signMembership } from "../../src/crypto/seal.ts";
import { loadSodium } from "../../src/crypto/sodium.ts";
import { makeVerifier } from "../../src/crypto/verify.ts";
import { scopeWrapContext, wrapKey } from "../../src/crypto/wrap.ts";
import { ascii, type Bytes, toB64 } from "../../src/domain/bytes.ts";
import { encodeHeader, type EntryHeader } from "../../src/domain/entry.ts";
import {
  type EntryId,
  hashFromBytes,
  idFromBytes,
  type InviteId,
  type PartnershipId,
  type ScopeId,
} from "../../src/domain/ids.ts";
import { acceptBytes, addDeviceBytes, keysHash } from "../../src/domain/membership/directory.ts";
import { encodeMembership, type MembershipEvent } from "../../src/domain/membership/events.ts";
import { loginBytes, lookBytes } from "../../src/domain/session.ts";
import { fixedRandom } from "./fixedRandom.ts";

export const sodium = await loadSodium();
export const verifier = makeVerifier(sodium);

const run = (start: number, length: number): Bytes =>
  Uint8Array.from({ length }, (_, i) => (start + i) & 0xff);

/** 26 November 2026, 09:00 in London. */
export const AT = { ms: 1_795_683_600_000, counter: 7 };
export const PASSPHRASE = "a passphrase for the vectors";
export const RECORD = '{"type":"answers","changes":[{"path":"person.name","value":"Zoë Ó"}]}';
export const LOCAL = { label: "buffer", name: "one", text: "typed, not yet an entry" };

const random = fixedRandom(1);
export const keys = makeKeys(sodium, random);
export const publicKeys = publicKeysOf(keys.userKeys, keys.deviceKeys);
export const master = run(0x40, 32) as DeviceMasterKey;
export const scopeKey = run(0x80, 32) as ScopeKey;
const inviteSeed = run(0xa0, 32);
const PARTNERSHIP = idFromBytes<PartnershipId>(run(0x00, 16));
const PANEL = idFromBytes<ScopeId>(run(0x10, 16));
export const SCOPE = idFromBytes<ScopeId>(run(0x20, 16));
const INVITE = idFromBytes<InviteId>(run(0x30, 16));
const HEAD = hashFromBytes(run(0x50, 32));
const DIRECTORY = hashFromBytes(run(0x60, 32));
const PREV = hashFromBytes(run(0x70, 32));

export const contentHeader: EntryHeader = {
  kind: "content",
  partnership: PARTNERSHIP,
  scope: SCOPE,
  id: idFromBytes<EntryId>(run(0xc0, 16)),
  epoch: 1,
  author: keys.user,
  device: keys.device,
  authorSeq: 2,
  prev: PREV,
  head: HEAD,
  directory: DIRECTORY,
  at: AT,
};

const memberHeader = (scope: ScopeId, first: boolean): EntryHeader => ({
  ...contentHeader,
  kind: "membership",
  scope,
  epoch: 0,
  authorSeq: 0,
  prev: undefined,
  head: first ? undefined : HEAD,
  directory: scope === PANEL ? undefined : DIRECTORY,
});

export const wrapContext = scopeWrapContext(SCOPE, 1, keys.user, 1);
const makeWrap = () => wrapKey(sodium, fixedRandom(2), scopeKey, keys.userKeys.boxPublic, wrapContext);

/** One event of every type, each with parts that parse. */
export function makeEvents(): MembershipEvent[] {
  const wrap = makeWrap();
  const invited = invitePair(sodium, inviteSeed);
  const header = memberHeader(PANEL, false);
  const inviteSignature = sign(sodium, acceptBytes(header, INVITE, publicKeys), invited.signing);
  const device = { device: keys.device, signKey: publicKeys.deviceSign, boxKey: publicKeys.deviceBox };
  const userSignature = sign(sodium, addDeviceBytes(keys.user, device), keys.userKeys.signing);
  const expiresMs = AT.ms + 72 * 3_600_000;
  return [
    { type: "found", keys: publicKeys, roles: ["chair", "coordinator"], wrap },
    {
      type: "invite",
      invite: INVITE,
      inviteKey: invited.signPublic,
      roles: ["minutes", "referrer"],
      expiresMs,
    },
    { type: "cancel-invite", invite: INVITE },
    { type: "accept", invite: INVITE, keys: publicKeys, inviteSignature },
    { type: "confirm", user: keys.user, keysHash: keysHash(verifier, keys.user, publicKeys) },
    { type: "role", user: keys.user, roles: ["member"] },
    { type: "add-device", ...device, userSignature },
    { type: "open", kind: "case", wrap },
    { type: "grant", user: keys.user, epoch: 1, generation: 1, access: "contribute", wrap },
  ];
}

function makeMembership(): Record<string, string> {
  const entries = makeEvents().map((event) => {
    const scope = event.type === "open" || event.type === "grant" ? SCOPE : PANEL;
    const header = memberHeader(scope, event.type === "found" || event.type === "open");
    const bytes = signMembership(sodium, header, encodeMembership(event), keys.deviceKeys.signing);
    return [event.type, toB64(bytes)];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

/** Everything that v1.json holds, made again. Bytes are base64. */
export function makeGolden() {
  const { label, name, text } = LOCAL;
  const { signing } = keys.deviceKeys;
  const plain = new TextEncoder().encode(RECORD);
  const identity = sealIdentity(
    sodium,
    fixedRandom(5),
    keys,
    { partnership: PARTNERSHIP, panel: PANEL, genesis: HEAD },
    PASSPHRASE,
    COST_FLOOR,
  );
  const login = {
    ...contentHeader,
    user: keys.user,
    originBytes: ascii("https://panel.example"),
    nonce: run(1, 32),
  };
  const local = sealEnvelope(sodium, fixedRandom(4), master, label, name, new TextEncoder().encode(text));
  return {
    publicKeys: toB64(Uint8Array.from(Object.values(publicKeys).flatMap((key) => [...key]))),
    keysHash: toB64(keysHash(verifier, keys.user, publicKeys)),
    header: toB64(encodeHeader(contentHeader)),
    content: toB64(sealContent(sodium, fixedRandom(3), contentHeader, plain, scopeKey, signing)),
    membership: makeMembership(),
    wrap: toB64(makeWrap()),
    local: toB64(local),
    identity: identity.sealed,
    recoveryCode: identity.recoveryCode,
    login: toB64(loginBytes(login)),
    look: toB64(lookBytes(PARTNERSHIP, INVITE)),
    inviteLink: formatInviteLink({
      partnership: PARTNERSHIP,
      invite: INVITE,
      seed: inviteSeed,
      genesis: HEAD,
    }),
  };
}
