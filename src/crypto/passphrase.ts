/** From a passphrase, or the printed recovery code, to the key that opens the device. Source: docs/protocol.md 3. */
import { z } from "zod";
import { fields } from "../domain/bytes.ts";
import { CROCKFORD } from "./crockford.ts";
import { KEY_BYTES, type UnlockKey } from "./keys.ts";
import type { Random } from "./seal.ts";
import { asBytes, type Sodium } from "./sodium.ts";

export const SALT_BYTES = 16;

/** `memoryBytes` and `passes` of Argon2id; one lane, which is all libsodium offers. */
export const Argon2Cost = z.object({ memoryBytes: z.int(), passes: z.int() });
export type Argon2Cost = z.infer<typeof Argon2Cost>;

const MIB = 1024 * 1024;
export const DEFAULT_COST: Argon2Cost = { memoryBytes: 128 * MIB, passes: 4 };
/** Compiled in: an envelope that asks for less has been tampered with, and is refused. */
export const COST_FLOOR: Argon2Cost = { memoryBytes: 64 * MIB, passes: 3 };
/** An envelope that asks for more than a tablet has would lock its owner out. */
export const COST_CEILING: Argon2Cost = { memoryBytes: 512 * MIB, passes: 16 };

export const isAcceptableCost = (cost: Argon2Cost): boolean =>
  cost.memoryBytes >= COST_FLOOR.memoryBytes &&
  cost.passes >= COST_FLOOR.passes &&
  cost.memoryBytes <= COST_CEILING.memoryBytes &&
  cost.passes <= COST_CEILING.passes;

/** The same words typed on another keyboard give the same bytes: NFKC, ends trimmed, inner spaces single. */
export const normalisePassphrase = (passphrase: string): string =>
  passphrase.normalize("NFKC").trim().replaceAll(/\s+/g, " ");

export const MIN_PASSPHRASE_LENGTH = 15;

/** @throws RangeError outside floor and ceiling. Takes 0.3 to 2 seconds: call it in a worker. */
export function passphraseKey(
  sodium: Sodium,
  passphrase: string,
  salt: Uint8Array,
  cost: Argon2Cost,
): UnlockKey {
  if (!isAcceptableCost(cost)) throw new RangeError("passphraseKey: cost outside what this version accepts");
  const words = normalisePassphrase(passphrase);
  const { passes, memoryBytes } = cost;
  const algorithm = sodium.crypto_pwhash_ALG_ARGON2ID13;
  return asBytes(sodium.crypto_pwhash(KEY_BYTES, words, salt, passes, memoryBytes, algorithm)) as UnlockKey;
}

const CODE_LENGTH = 26;
const GROUP = 4;
const CODE_PATTERN = new RegExp(`^[${CROCKFORD}]{${CODE_LENGTH}}$`);

/** 26 characters, 128 bits and two spare, in groups: "3F7K-…". */
export function makeRecoveryCode(random: Random): string {
  let value = random(16).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let code = "";
  for (let i = 0; i < CODE_LENGTH; i++) {
    code = CROCKFORD[Number(value % 32n)] + code;
    value /= 32n;
  }
  return code.match(new RegExp(`.{1,${GROUP}}`, "g"))?.join("-") ?? code;
}

/** A code as typed back: case, spaces, dashes and look-alikes forgiven. Undefined if it cannot be one. */
export function parseRecoveryCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  return CODE_PATTERN.test(code) ? code : undefined;
}

/** 128 random bits need no slow derivation. `code` as `parseRecoveryCode` gives it. */
export const recoveryKey = (sodium: Sodium, code: string): UnlockKey =>
  asBytes(
    sodium.crypto_generichash(KEY_BYTES, fields("confer/1/recovery", new TextEncoder().encode(code)), null),
  ) as UnlockKey;
