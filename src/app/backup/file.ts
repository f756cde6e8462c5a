/**
 * The backup file as a Blob: written part by part, so that a browser may keep it on its disk, and read by slices.
 * Source: docs/protocol.md section 6.
 */
import {
  MAX_HEAD_BYTES,
  PART_BYTES,
  parseBackupHead,
  parsePreface,
  PREFACE_BYTES,
  SEALED_PART_BYTES,
  type BackupHead,
} from "../../crypto/backup.ts";
import type { SealedIdentity } from "../../crypto/identity.ts";
import type { VaultPort } from "../../crypto/vaultPort.ts";
import { type Bytes, concat } from "../../domain/bytes.ts";
import { BadItemsError, type BackupItem, encodeItem, readItems } from "./items.ts";

const TYPE = "application/octet-stream";
/** Sealed parts that wait in memory to become one Blob. */
const PARTS_IN_MEMORY = 16;

/** `identity`: as it lies on this device. The vault must be unlocked. */
export async function writeBackup(
  vault: VaultPort,
  identity: SealedIdentity,
  items: AsyncIterable<Exclude<BackupItem, { kind: "unknown" }>>,
): Promise<Blob> {
  const head = await vault.beginBackup(identity);
  const done: Blob[] = [new Blob([head])];
  let waiting: Bytes[] = [];
  let index = 0;
  const seal = async (plain: Bytes, last: boolean): Promise<void> => {
    waiting.push(await vault.sealBackupPart({ head, index, last }, plain));
    index += 1;
    if (!last && waiting.length < PARTS_IN_MEMORY) return;
    done.push(new Blob(waiting));
    waiting = [];
  };
  let held: Bytes = new Uint8Array(0);
  for await (const item of items) {
    held = concat(held, encodeItem(item));
    while (held.length >= PART_BYTES) {
      await seal(held.slice(0, PART_BYTES), false);
      held = held.slice(PART_BYTES);
    }
  }
  for (const plain of endingParts(held)) await seal(plain.bytes, plain.last);
  return new Blob(done, { type: TYPE });
}

/** The rest and the four zero bytes that end it, filled up with zeros to one part or two. */
function endingParts(rest: Bytes): readonly { readonly bytes: Bytes; readonly last: boolean }[] {
  const padded = new Uint8Array(Math.ceil((rest.length + 4) / PART_BYTES) * PART_BYTES);
  padded.set(rest);
  const count = padded.length / PART_BYTES;
  return Array.from({ length: count }, (_, i) => ({
    bytes: padded.slice(i * PART_BYTES, (i + 1) * PART_BYTES),
    last: i === count - 1,
  }));
}

export type FileFault = "not-a-backup" | "newer" | "damaged";

export type BackupFile = {
  readonly file: Blob;
  readonly head: BackupHead;
  /** Everything before the parts. */
  readonly headBytes: Bytes;
  readonly parts: number;
};

const bytesOf = async (blob: Blob): Promise<Bytes> => new Uint8Array(await blob.arrayBuffer());

/** What the file says of itself in clear. Opens nothing. */
export async function lookAtFile(
  file: Blob,
): Promise<{ ok: true; backup: BackupFile } | { ok: false; fault: FileFault }> {
  const preface = await bytesOf(file.slice(0, PREFACE_BYTES));
  const headLength = parsePreface(preface);
  if (typeof headLength === "string") return { ok: false, fault: headLength };
  const partsAt = PREFACE_BYTES + Math.min(headLength, MAX_HEAD_BYTES);
  const headBytes = await bytesOf(file.slice(0, partsAt));
  const head = headBytes.length === partsAt ? parseBackupHead(headBytes) : undefined;
  const parts = (file.size - partsAt) / SEALED_PART_BYTES;
  if (!head || parts < 1 || !Number.isInteger(parts)) return { ok: false, fault: "damaged" };
  return { ok: true, backup: { file, head, headBytes, parts } };
}

/** The items of a file that the vault has opened. @throws BadItemsError where any of it is not as it was written. */
export function itemsOf(vault: VaultPort, backup: BackupFile): AsyncGenerator<BackupItem> {
  return readItems(plainParts(vault, backup));
}

async function* plainParts(
  vault: VaultPort,
  { file, headBytes: head, parts }: BackupFile,
): AsyncGenerator<Bytes> {
  for (let index = 0; index < parts; index++) {
    const at = head.length + index * SEALED_PART_BYTES;
    const sealed = await bytesOf(file.slice(at, at + SEALED_PART_BYTES));
    const plain = await vault.openBackupPart({ head, index, last: index === parts - 1 }, sealed);
    if (!plain) throw new BadItemsError();
    yield plain;
  }
}

/** Reads the whole file once before any of it is believed. */
export async function isWhole(vault: VaultPort, backup: BackupFile): Promise<boolean> {
  try {
    for await (const item of itemsOf(vault, backup)) void item;
    return true;
  } catch (error) {
    if (error instanceof BadItemsError) return false;
    throw error;
  }
}
