/**
 * Local envelopes: what the device keeps for itself, sealed under a 32-byte key, bound to a purpose and a
 * name so that two records cannot be exchanged for one another. Source: docs/protocol.md section 3.
 */
import { type Bytes, concat, fields } from "../domain/bytes.ts";
import type { DeviceMasterKey, UnlockKey } from "./keys.ts";
import type { Random } from "./seal.ts";
import { asBytes, type Sodium } from "./sodium.ts";

const NONCE_BYTES = 24;
const textEncoder = new TextEncoder();

export type EnvelopeKey = DeviceMasterKey | UnlockKey;

const context = (label: string, name: string) =>
  fields("confer/1/local", textEncoder.encode(label), textEncoder.encode(name));

export function sealEnvelope(
  sodium: Sodium,
  random: Random,
  key: EnvelopeKey,
  label: string,
  name: string,
  plain: Uint8Array,
): Bytes {
  const nonce = random(NONCE_BYTES);
  return concat(
    nonce,
    sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, context(label, name), null, nonce, key),
  );
}

/** The plain bytes, or undefined where key, purpose, name or bytes are not those it was sealed with. */
export function openEnvelope(
  sodium: Sodium,
  key: EnvelopeKey,
  label: string,
  name: string,
  sealed: Uint8Array,
): Bytes | undefined {
  if (sealed.length <= NONCE_BYTES) return undefined;
  try {
    return asBytes(
      sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
        null,
        sealed.subarray(NONCE_BYTES),
        context(label, name),
        sealed.subarray(0, NONCE_BYTES),
        key,
      ),
    );
  } catch {
    return undefined;
  }
}
