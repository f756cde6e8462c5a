/**
 * A person's identity on this device: made once, kept sealed, opened by passphrase or recovery code.
 *
 * [Note: what is on disk] `SealedIdentity` is all that is stored: ids, the passphrase's salt and cost, the device
 * master key sealed twice, and the two seeds sealed under it. No name, and nothing that opens without a secret.
 */
import { z } from "zod";
import { type Bytes, parseB64, toB64 } from "../domain/bytes.ts";
import {
  type DeviceId,
  type EntryHash,
  hashSchema,
  idSchema,
  makeId,
  type PartnershipId,
  type ScopeId,
  type UserId,
} from "../domain/ids.ts";
import { openEnvelope, sealEnvelope } from "./envelope.ts";
import {
  type DeviceMasterKey,
  type DeviceSeed,
  deviceKeyPairs,
  KEY_BYTES,
  type KeyPairs,
  minutesPair,
  type NamesKey,
  namesKey,
  type UnlockKey,
  type UserSeed,
  userKeyPairs,
} from "./keys.ts";
import {
  Argon2Cost,
  isAcceptableCost,
  makeRecoveryCode,
  parseRecoveryCode,
  passphraseKey,
  recoveryKey,
  SALT_BYTES,
} from "./passphrase.ts";
import type { Random } from "./seal.ts";
import type { Sodium } from "./sodium.ts";

export const SealedIdentity = z.object({
  version: z.literal(1),
  partnership: idSchema<PartnershipId>(),
  panel: idSchema<ScopeId>(),
  user: idSchema<UserId>(),
  device: idSchema<DeviceId>(),
  /** The directory's first entry: every chain this device believes starts there. */
  genesis: hashSchema,
  salt: z.base64(),
  cost: Argon2Cost,
  byPassphrase: z.base64(),
  byRecovery: z.base64(),
  seeds: z.base64(),
});
export type SealedIdentity = z.infer<typeof SealedIdentity>;

/** An identity in use. Lives in the worker only. */
export type OpenIdentity = {
  readonly partnership: PartnershipId;
  readonly panel: ScopeId;
  readonly user: UserId;
  readonly device: DeviceId;
  readonly genesis: EntryHash;
  readonly master: DeviceMasterKey;
  readonly userKeys: KeyPairs;
  readonly deviceKeys: KeyPairs;
  readonly minutesKeys: Pick<KeyPairs, "signing" | "signPublic">;
  readonly namesKey: NamesKey;
};

/** All that is overwritten when it is locked, but for the master key. */
export const secretsOf = ({ userKeys, deviceKeys, minutesKeys, namesKey }: OpenIdentity) => [
  namesKey,
  minutesKeys.signing,
  userKeys.signing,
  userKeys.box,
  deviceKeys.signing,
  deviceKeys.box,
];

export type UnlockSecret = { readonly passphrase: string } | { readonly recoveryCode: string };
export type UnlockFault = "wrong" | "not-a-code" | "damaged";

/** A person's keys on a device, with the seeds they come from; not tied to a partnership, nor sealed. */
export type NewKeys = {
  readonly user: UserId;
  readonly device: DeviceId;
  readonly master: DeviceMasterKey;
  readonly userSeed: UserSeed;
  readonly deviceSeed: DeviceSeed;
  readonly userKeys: KeyPairs;
  readonly deviceKeys: KeyPairs;
};

export function makeKeys(sodium: Sodium, random: Random): NewKeys {
  const userSeed = random(KEY_BYTES) as UserSeed;
  const deviceSeed = random(KEY_BYTES) as DeviceSeed;
  return {
    user: makeId<UserId>(random),
    device: makeId<DeviceId>(random),
    master: random(KEY_BYTES) as DeviceMasterKey,
    userSeed,
    deviceSeed,
    userKeys: userKeyPairs(sodium, userSeed),
    deviceKeys: deviceKeyPairs(sodium, deviceSeed),
  };
}

/** Binds the passphrase's cost to the envelope, so that a weaker one cannot be slipped in. */
const passphraseName = (device: DeviceId, cost: Argon2Cost) => `${device}/${cost.memoryBytes}/${cost.passes}`;

type Place = Pick<SealedIdentity, "partnership" | "panel" | "genesis">;

/** Seals new keys under a passphrase, and under a recovery code that is returned to be printed once. */
export function sealIdentity(
  sodium: Sodium,
  random: Random,
  keys: NewKeys,
  place: Place,
  passphrase: string,
  cost: Argon2Cost,
): { sealed: SealedIdentity; recoveryCode: string } {
  const { user, device, master } = keys;
  const salt = random(SALT_BYTES);
  const recoveryCode = makeRecoveryCode(random);
  const code = parseRecoveryCode(recoveryCode) as string;
  const seeds = new Uint8Array(2 * KEY_BYTES);
  seeds.set(keys.userSeed);
  seeds.set(keys.deviceSeed, KEY_BYTES);
  const byPassphrase = passphraseKey(sodium, passphrase, salt, cost);
  const seal = (key: UnlockKey | DeviceMasterKey, label: string, name: string, plain: Bytes) =>
    toB64(sealEnvelope(sodium, random, key, label, name, plain));
  const sealed: SealedIdentity = {
    version: 1,
    ...place,
    user,
    device,
    salt: toB64(salt),
    cost,
    byPassphrase: seal(byPassphrase, "master-by-passphrase", passphraseName(device, cost), master),
    byRecovery: seal(recoveryKey(sodium, code), "master-by-recovery", device, master),
    seeds: seal(master, "seeds", device, seeds),
  };
  return { sealed, recoveryCode };
}

/** The same identity under another passphrase; the recovery code stays good. */
export function resealPassphrase(
  sodium: Sodium,
  random: Random,
  sealed: SealedIdentity,
  master: DeviceMasterKey,
  passphrase: string,
  cost: Argon2Cost,
): SealedIdentity {
  const salt = random(SALT_BYTES);
  const key = passphraseKey(sodium, passphrase, salt, cost);
  const name = passphraseName(sealed.device, cost);
  const byPassphrase = toB64(sealEnvelope(sodium, random, key, "master-by-passphrase", name, master));
  return { ...sealed, salt: toB64(salt), cost, byPassphrase };
}

/** Opens an identity. Wrong secrets and tampered parameters look the same: nothing opens. */
export function openIdentity(
  sodium: Sodium,
  sealed: SealedIdentity,
  secret: UnlockSecret,
): { ok: true; identity: OpenIdentity } | { ok: false; fault: UnlockFault } {
  const opened = openKeys(sodium, sealed, secret);
  if (!opened.ok) return opened;
  const { userSeed, deviceSeed, ...keys } = opened.keys;
  const minutesKeys = minutesPair(sodium, userSeed);
  const ownNames = namesKey(sodium, userSeed);
  sodium.memzero(userSeed);
  sodium.memzero(deviceSeed);
  const { partnership, panel, genesis } = sealed;
  return { ok: true, identity: { partnership, panel, genesis, minutesKeys, namesKey: ownNames, ...keys } };
}

/** The same with the seeds, for sealing the person's keys anew on another device. The caller overwrites them. */
export function openKeys(
  sodium: Sodium,
  sealed: SealedIdentity,
  secret: UnlockSecret,
): { ok: true; keys: NewKeys } | { ok: false; fault: UnlockFault } {
  const master = openMaster(sodium, sealed, secret);
  if (typeof master === "string") return { ok: false, fault: master };
  const { user, device } = sealed;
  const box = parseB64(sealed.seeds);
  const seeds = box && openEnvelope(sodium, master, "seeds", device, box);
  if (seeds?.length !== 2 * KEY_BYTES) return { ok: false, fault: "damaged" };
  const userSeed = seeds.slice(0, KEY_BYTES) as UserSeed;
  const deviceSeed = seeds.slice(KEY_BYTES) as DeviceSeed;
  const userKeys = userKeyPairs(sodium, userSeed);
  const deviceKeys = deviceKeyPairs(sodium, deviceSeed);
  sodium.memzero(seeds);
  return { ok: true, keys: { user, device, master, userSeed, deviceSeed, userKeys, deviceKeys } };
}

function openMaster(
  sodium: Sodium,
  sealed: SealedIdentity,
  secret: UnlockSecret,
): DeviceMasterKey | UnlockFault {
  if ("recoveryCode" in secret) {
    const code = parseRecoveryCode(secret.recoveryCode);
    const box = parseB64(sealed.byRecovery);
    if (!code) return "not-a-code";
    if (!box) return "damaged";
    const key = recoveryKey(sodium, code);
    return (
      (openEnvelope(sodium, key, "master-by-recovery", sealed.device, box) as DeviceMasterKey) ?? "wrong"
    );
  }
  const salt = parseB64(sealed.salt);
  const box = parseB64(sealed.byPassphrase);
  if (!salt || salt.length !== SALT_BYTES || !box || !isAcceptableCost(sealed.cost)) return "damaged";
  const key = passphraseKey(sodium, secret.passphrase, salt, sealed.cost);
  const name = passphraseName(sealed.device, sealed.cost);
  return (openEnvelope(sodium, key, "master-by-passphrase", name, box) as DeviceMasterKey) ?? "wrong";
}
