/**
 * A backup file that its person has opened: reads its parts, and makes them a new device. The keys in it stay here
 * until `close`. Source: docs/protocol.md sections 5 and 6.
 */
import type { Bytes } from "../domain/bytes.ts";
import { addDeviceBytes } from "../domain/membership/directory.ts";
import { encodeMembership } from "../domain/membership/events.ts";
import { loginBytes } from "../domain/session.ts";
import { backupKey, type BackupHead, openPart, type PartPlace } from "./backup.ts";
import { readDirectory } from "./enrol.ts";
import { makeKeys, type NewKeys, openKeys, type SealedIdentity, sealIdentity } from "./identity.ts";
import type { UnlockFault, UnlockSecret } from "./identity.ts";
import type { BackupKey, UserSeed } from "./keys.ts";
import type { Argon2Cost } from "./passphrase.ts";
import { sign, signMembership } from "./seal.ts";
import type { Sodium } from "./sodium.ts";
import { type Craft, finish, makeHeader, type WrittenEntry } from "./writer.ts";

export type Restored = { readonly identity: SealedIdentity; readonly recoveryCode: string };
/** `known`: the directory has the new device already, as after an answer that was lost on the way. */
export type Announced =
  | { readonly ok: true; readonly entry: WrittenEntry | undefined }
  | { readonly ok: false; readonly fault: "bad-chain" | "unknown-here" | "not-confirmed" };

export class OpenBackup {
  readonly #craft: Craft;
  readonly #identity: SealedIdentity;
  /** Of the device that the file was made on. */
  readonly #keys: NewKeys;
  readonly #partKey: BackupKey;
  #made: NewKeys | undefined;

  static open(
    craft: Craft,
    head: BackupHead,
    secret: UnlockSecret,
  ): { ok: true; backup: OpenBackup } | { ok: false; fault: UnlockFault } {
    const opened = openKeys(craft.sodium, head.identity, secret);
    return opened.ok ? { ok: true, backup: new OpenBackup(craft, head, opened.keys) } : opened;
  }

  private constructor(craft: Craft, { fileId, identity }: BackupHead, keys: NewKeys) {
    this.#craft = craft;
    this.#identity = identity;
    this.#keys = keys;
    this.#partKey = backupKey(craft.sodium, keys.master, fileId);
  }

  part(place: PartPlace, sealed: Bytes): Bytes | undefined {
    return openPart(this.#craft.sodium, this.#partKey, place, sealed);
  }

  /** As the device that the file was made on: the only one of the person's that the server knows. */
  signLogin(originBytes: Uint8Array, nonce: Bytes): Bytes {
    const claim = { ...this.#identity, originBytes, nonce };
    return sign(this.#craft.sodium, loginBytes(claim), this.#keys.deviceKeys.signing);
  }

  /** A new device of the same person, under a passphrase and a recovery code of its own. */
  makeDevice(passphrase: string, cost: Argon2Cost): Restored {
    const { sodium, random } = this.#craft;
    const { user, userKeys } = this.#keys;
    const fresh = makeKeys(sodium, random);
    // A copy: each set of keys is overwritten by itself.
    const userSeed = this.#keys.userSeed.slice() as UserSeed;
    this.#made = { ...fresh, user, userSeed, userKeys };
    const { sealed, recoveryCode } = sealIdentity(
      sodium,
      random,
      this.#made,
      this.#identity,
      passphrase,
      cost,
    );
    return { identity: sealed, recoveryCode };
  }

  /** The entry that adds the new device to the directory, on the newest place of the chain given. */
  announce(chain: readonly Bytes[]): Announced {
    const made = this.#made;
    if (!made) throw new Error("announce: no device was made");
    const { sodium, verifier } = this.#craft;
    const { panel, genesis, user, device } = this.#identity;
    const directory = readDirectory(verifier, genesis, chain);
    if (!directory || directory.panel.scope !== panel) return { ok: false, fault: "bad-chain" };
    if (directory.devices.has(made.device)) return { ok: true, entry: undefined };
    if (directory.devices.get(device)?.user !== user) return { ok: false, fault: "unknown-here" };
    if (directory.users.get(user)?.state !== "confirmed") return { ok: false, fault: "not-confirmed" };
    const added = {
      device: made.device,
      signKey: made.deviceKeys.signPublic,
      boxKey: made.deviceKeys.boxPublic,
    };
    const userSignature = sign(sodium, addDeviceBytes(user, added), this.#keys.userKeys.signing);
    const header = makeHeader(this.#craft, this.#identity, {
      kind: "membership",
      scope: panel,
      head: directory.panel.head,
      directory: undefined,
    });
    const body = encodeMembership({ type: "add-device", ...added, userSignature });
    const bytes = signMembership(sodium, header, body, this.#keys.deviceKeys.signing);
    return { ok: true, entry: finish(this.#craft, header, bytes) };
  }

  /** Overwrites every key that it holds. */
  close(): void {
    const { sodium } = this.#craft;
    sodium.memzero(this.#partKey);
    wipe(sodium, this.#keys);
    if (this.#made) wipe(sodium, this.#made);
  }
}

function wipe(sodium: Sodium, { master, userSeed, deviceSeed, userKeys, deviceKeys }: NewKeys): void {
  const pairs = [userKeys.signing, userKeys.box, deviceKeys.signing, deviceKeys.box];
  for (const key of [master, userSeed, deviceSeed, ...pairs]) sodium.memzero(key);
}
