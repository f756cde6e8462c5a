/**
 * The half of the cryptography that needs no secret: hashing and signature checking. The server uses this
 * and nothing else of this folder.
 */
import { fields } from "../domain/bytes.ts";
import type { Verifier } from "../domain/membership/state.ts";
import { asBytes, loadSodium, type Sodium } from "./sodium.ts";

export const HASH_BYTES = 32;

export const makeVerifier = (sodium: Sodium): Verifier => ({
  hash: (label, ...parts) => asBytes(sodium.crypto_generichash(HASH_BYTES, fields(label, ...parts), null)),
  verify(signature, message, publicKey) {
    try {
      return sodium.crypto_sign_verify_detached(signature, message, publicKey);
    } catch {
      // libsodium throws on a signature or key of the wrong length: that is a "no" like any other.
      return false;
    }
  },
});

export const loadVerifier = async (): Promise<Verifier> => makeVerifier(await loadSodium());
