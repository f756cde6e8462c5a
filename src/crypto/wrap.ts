/** Wrapping a key to a person's public X-Wing key. Source: docs/protocol.md section 3. */
import { type Bytes, concat, fields, u32 } from "../domain/bytes.ts";
import { idBytes, type ScopeId, type UserId } from "../domain/ids.ts";
import { WRAP_BYTES } from "../domain/membership/events.ts";
import { type BoxKey, KEY_BYTES, type ScopeKey } from "./keys.ts";
import type { Random } from "./seal.ts";
import { asBytes, type Sodium } from "./sodium.ts";

const XWING_SUITE = 2;
const CIPHERTEXT_BYTES = 1120;
const NONCE_AT = 1 + CIPHERTEXT_BYTES;
const SEALED_AT = NONCE_AT + 24;

/** Who a scope key is wrapped for: authenticated, so that a wrap cannot be handed to another place. */
export const scopeWrapContext = (
  scope: ScopeId,
  epoch: number,
  recipient: UserId,
  generation: number,
): Bytes => fields("confer/1/wrap-scope", idBytes(scope), u32(epoch), idBytes(recipient), u32(generation));

const wrappingKey = (
  sodium: Sodium,
  secret: Uint8Array,
  context: Bytes,
  publicKey: Uint8Array,
  ciphertext: Uint8Array,
) => sodium.crypto_generichash(KEY_BYTES, fields("confer/1/wrap", context, publicKey, ciphertext), secret);

/** 1,193 bytes that only the holder of `publicKey`'s private half can unwrap. */
export function wrapKey(
  sodium: Sodium,
  random: Random,
  key: ScopeKey,
  publicKey: Uint8Array,
  context: Bytes,
): Bytes {
  const { ciphertext, sharedSecret } = sodium.crypto_kem_xwing_enc_deterministic(publicKey, random(64));
  const nonce = random(24);
  const kek = wrappingKey(sodium, sharedSecret, context, publicKey, ciphertext);
  const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(key, context, null, nonce, kek);
  sodium.memzero(kek);
  sodium.memzero(sharedSecret);
  return concat(new Uint8Array([XWING_SUITE]), ciphertext, nonce, sealed);
}

/** The wrapped key, or undefined where the bytes are not a wrap for this person and place. */
export function unwrapKey(
  sodium: Sodium,
  wrap: Bytes,
  privateKey: BoxKey,
  publicKey: Uint8Array,
  context: Bytes,
): ScopeKey | undefined {
  if (wrap.length !== WRAP_BYTES || wrap[0] !== XWING_SUITE) return undefined;
  const ciphertext = wrap.subarray(1, NONCE_AT);
  try {
    const secret = sodium.crypto_kem_xwing_dec(ciphertext, privateKey);
    const kek = wrappingKey(sodium, secret, context, publicKey, ciphertext);
    const nonce = wrap.subarray(NONCE_AT, SEALED_AT);
    const key = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      wrap.subarray(SEALED_AT),
      context,
      nonce,
      kek,
    );
    return asBytes(key) as ScopeKey;
  } catch {
    return undefined;
  }
}
