/**
 * The backup file's head, and sealing and opening its parts. Source: docs/protocol.md section 6.
 * Each part is bound to the head, to its place and to whether it is the last: a file that was cut, mixed or
 * changed anywhere does not open.
 */
import {
  ascii,
  type Bytes,
  concat,
  fields,
  parseB64,
  parseFields,
  parseUint,
  toB64,
  u32,
  u64,
} from "../domain/bytes.ts";
import { hashBytes, hashFromBytes, idBytes, idFromBytes } from "../domain/ids.ts";
import { SealedIdentity } from "./identity.ts";
import { type BackupKey, type DeviceMasterKey, KEY_BYTES } from "./keys.ts";
import type { Random } from "./seal.ts";
import { asBytes, type Sodium } from "./sodium.ts";

/** Plain bytes of every part; sealed it is longer by nonce and tag. */
export const PART_BYTES = 65_536;
export const SEALED_PART_BYTES = 24 + PART_BYTES + 16;
const NONCE_BYTES = 24;
const FILE_ID_BYTES = 32;
const LABEL = "confer/1/backup";

export const BACKUP_VERSION = 1;
const MAGIC = ascii("CFRB");
/** Magic, version, length of the head. */
export const PREFACE_BYTES = 9;
export const MAX_HEAD_BYTES = 16 * 1024;

export type BackupHead = {
  readonly fileId: Bytes;
  readonly madeMs: number;
  readonly identity: SealedIdentity;
};

export type PrefaceFault = "not-a-backup" | "newer" | "damaged";

/** Everything before the parts. */
export function encodeBackupHead({ fileId, madeMs, identity }: BackupHead): Bytes {
  const envelope = (text: string) => parseB64(text) ?? new Uint8Array(0);
  const head = fields(
    LABEL,
    fileId,
    u64(madeMs),
    idBytes(identity.partnership),
    idBytes(identity.panel),
    idBytes(identity.user),
    idBytes(identity.device),
    hashBytes(identity.genesis),
    envelope(identity.salt),
    u64(identity.cost.memoryBytes),
    u64(identity.cost.passes),
    envelope(identity.byPassphrase),
    envelope(identity.byRecovery),
    envelope(identity.seeds),
  );
  return concat(MAGIC, new Uint8Array([BACKUP_VERSION]), u32(head.length), head);
}

/** How long the head is, from the first nine bytes; or why this is no file that can be read here. */
export function parsePreface(bytes: Bytes): number | PrefaceFault {
  if (bytes.length < PREFACE_BYTES || MAGIC.some((byte, i) => bytes[i] !== byte)) return "not-a-backup";
  const version = bytes[4] as number;
  if (version > BACKUP_VERSION) return "newer";
  const length = parseUint(bytes.subarray(5, PREFACE_BYTES)) as number;
  return version === BACKUP_VERSION && length <= MAX_HEAD_BYTES ? length : "damaged";
}

const LENGTHS = [FILE_ID_BYTES, 8, 16, 16, 16, 16, 32, 16, 8, 8];

/** The head, from everything before the parts. Undefined where any of it is not as `encodeBackupHead` makes it. */
export function parseBackupHead(bytes: Bytes): BackupHead | undefined {
  const read = parseFields(bytes.subarray(PREFACE_BYTES));
  const fits = read?.label === LABEL && read.parts.length === LENGTHS.length + 3;
  if (!fits || LENGTHS.some((length, i) => read.parts[i]?.length !== length)) return undefined;
  const part = (i: number) => read.parts[i] as Bytes;
  const [madeMs, memoryBytes, passes] = [parseUint(part(1)), parseUint(part(8)), parseUint(part(9))];
  const identity = SealedIdentity.safeParse({
    version: 1,
    partnership: idFromBytes(part(2)),
    panel: idFromBytes(part(3)),
    user: idFromBytes(part(4)),
    device: idFromBytes(part(5)),
    genesis: hashFromBytes(part(6)),
    salt: toB64(part(7)),
    cost: { memoryBytes, passes },
    byPassphrase: toB64(part(10)),
    byRecovery: toB64(part(11)),
    seeds: toB64(part(12)),
  });
  return identity.success && madeMs !== undefined
    ? { fileId: part(0), madeMs, identity: identity.data }
    : undefined;
}

/** Heads reach the vault parsed: the app has looked at the file before. */
export function ensureHead(bytes: Bytes): BackupHead {
  const head = parseBackupHead(bytes);
  if (!head) throw new RangeError("not the head of a backup");
  return head;
}

/** A key for this file alone, so that no part of another fits. */
export const backupKey = (sodium: Sodium, master: DeviceMasterKey, fileId: Bytes): BackupKey =>
  asBytes(sodium.crypto_generichash(KEY_BYTES, fields("confer/1/backup-key", fileId), master)) as BackupKey;

/** Which part of which file. `head`: everything before the parts. */
export type PartPlace = { readonly head: Bytes; readonly index: number; readonly last: boolean };

function context(sodium: Sodium, { head, index, last }: PartPlace): Bytes {
  const headHash = sodium.crypto_generichash(32, fields("confer/1/backup-head", head), null);
  return fields("confer/1/backup-part", headHash, u32(index), new Uint8Array([last ? 1 : 0]));
}

/** @throws RangeError unless `plain` is PART_BYTES long: every part looks the same from outside. */
export function sealPart(
  sodium: Sodium,
  random: Random,
  master: DeviceMasterKey,
  place: PartPlace,
  plain: Uint8Array,
): Bytes {
  if (plain.length !== PART_BYTES) throw new RangeError("sealPart: a part has one length");
  const key = backupKey(sodium, master, ensureHead(place.head).fileId);
  const nonce = random(NONCE_BYTES);
  const ad = context(sodium, place);
  const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, ad, null, nonce, key);
  sodium.memzero(key);
  return concat(nonce, sealed);
}

/** The plain bytes, or undefined where the part is not this one of this file. */
export function openPart(
  sodium: Sodium,
  key: BackupKey,
  place: PartPlace,
  sealed: Uint8Array,
): Bytes | undefined {
  if (sealed.length !== SEALED_PART_BYTES) return undefined;
  const [nonce, box] = [sealed.subarray(0, NONCE_BYTES), sealed.subarray(NONCE_BYTES)];
  try {
    const ad = context(sodium, place);
    return asBytes(sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, box, ad, nonce, key));
  } catch {
    return undefined;
  }
}
