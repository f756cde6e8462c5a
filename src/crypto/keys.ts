/** Keys, branded by what each may do, and how a person's keys come from their seeds. Source: docs/protocol.md 3. */
import { type Bytes, fields } from "../domain/bytes.ts";
import { idFromBytes, type ReminderId } from "../domain/ids.ts";
import type { PublicKeys } from "../domain/membership/events.ts";
import { asBytes, type Sodium } from "./sodium.ts";

declare const brand: unique symbol;
type Key<Name extends string> = Bytes & { readonly [brand]: Name };

/** 32 bytes: seals the entries of one scope in one epoch. */
export type ScopeKey = Key<"scope">;
/** 64 bytes: an Ed25519 private key. */
export type SigningKey = Key<"signing">;
/** 32 bytes: an X-Wing private key, which is its seed. */
export type BoxKey = Key<"box">;
/** 32 bytes: seals what the device keeps for itself. */
export type DeviceMasterKey = Key<"deviceMaster">;
/** 32 bytes: both key pairs of a user's generation come from it. */
export type UserSeed = Key<"userSeed">;
/** 32 bytes: a device's two key pairs come from it. */
export type DeviceSeed = Key<"deviceSeed">;
/** 32 bytes: opens the envelope that holds the device master key. */
export type UnlockKey = Key<"unlock">;
/** 32 bytes: names things for the server that only their owner can tell from random ones. */
export type NamesKey = Key<"names">;
/** 32 bytes: seals the parts of one backup file. */
export type BackupKey = Key<"backup">;

export const KEY_BYTES = 32;

export type KeyPairs = {
  readonly signing: SigningKey;
  readonly signPublic: Bytes;
  readonly box: BoxKey;
  readonly boxPublic: Bytes;
};

const derive = (sodium: Sodium, seed: Uint8Array, label: string): Bytes =>
  asBytes(sodium.crypto_generichash(KEY_BYTES, fields(label), seed));

function pairs(sodium: Sodium, signSeed: Bytes, boxSeed: Bytes): KeyPairs {
  const sign = sodium.crypto_sign_seed_keypair(signSeed);
  const box = sodium.crypto_kem_xwing_seed_keypair(boxSeed);
  return {
    signing: asBytes(sign.privateKey) as SigningKey,
    signPublic: asBytes(sign.publicKey),
    box: asBytes(box.privateKey) as BoxKey,
    boxPublic: asBytes(box.publicKey),
  };
}

export const userKeyPairs = (sodium: Sodium, seed: UserSeed): KeyPairs =>
  pairs(sodium, derive(sodium, seed, "confer/1/user-sign"), derive(sodium, seed, "confer/1/user-box"));

export const deviceKeyPairs = (sodium: Sodium, seed: DeviceSeed): KeyPairs =>
  pairs(sodium, derive(sodium, seed, "confer/1/device-sign"), derive(sodium, seed, "confer/1/device-box"));

/** Signs records of minutes, and nothing else: see minisign.ts. */
export function minutesPair(sodium: Sodium, seed: UserSeed): Pick<KeyPairs, "signing" | "signPublic"> {
  const pair = sodium.crypto_sign_seed_keypair(derive(sodium, seed, "confer/1/minutes-sign"));
  return { signing: asBytes(pair.privateKey) as SigningKey, signPublic: asBytes(pair.publicKey) };
}

export const namesKey = (sodium: Sodium, seed: UserSeed): NamesKey =>
  derive(sodium, seed, "confer/1/user-names") as NamesKey;

/** An id for each name, the same each time for one person and unrelated to anybody else's. */
export const ownNames = (sodium: Sodium, key: NamesKey, names: readonly string[]): ReminderId[] =>
  names.map((name) => {
    const bytes = new TextEncoder().encode(name);
    return idFromBytes(asBytes(sodium.crypto_generichash(16, fields("confer/1/own-name", bytes), key)));
  });

/** An id for each name, the same for everybody who reads a scope and to whoever has no key of it random. `key`: of the first epoch. */
export function scopeNames(sodium: Sodium, key: ScopeKey, names: readonly string[]): ReminderId[] {
  const naming = derive(sodium, key, "confer/1/scope-names") as NamesKey;
  const made = names.map((name) => {
    const bytes = new TextEncoder().encode(name);
    return idFromBytes<ReminderId>(
      asBytes(sodium.crypto_generichash(16, fields("confer/1/scope-name", bytes), naming)),
    );
  });
  sodium.memzero(naming);
  return made;
}

export const publicKeysOf = (user: KeyPairs, device: KeyPairs): PublicKeys => ({
  userSign: user.signPublic,
  userBox: user.boxPublic,
  deviceSign: device.signPublic,
  deviceBox: device.boxPublic,
});

/** An invite's key pair, from the 32-byte seed that travels in the link's fragment. */
export function invitePair(sodium: Sodium, seed: Bytes): { signing: SigningKey; signPublic: Bytes } {
  const pair = sodium.crypto_sign_seed_keypair(derive(sodium, seed, "confer/1/invite-sign"));
  return { signing: asBytes(pair.privateKey) as SigningKey, signPublic: asBytes(pair.publicKey) };
}
