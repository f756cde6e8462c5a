/** Signing and verifying with the two kinds of key that readers of PDF know and every browser has: ECDSA on P-256, and RSA. */
import type { Bytes } from "../domain/bytes.ts";
import { dig, elements, integer, nothing, oid, sequence } from "./der.ts";

export type KeyKind = "P-256" | "RSA";

/** Whatever can sign a file: this device's own key, or an organisation's. */
export type FileSigner = {
  /** DER; the first is the signer's. */
  readonly certificates: readonly [Bytes, ...Bytes[]];
  /** DER of the issuer's name and the serial number, as in the certificate: how a signature names it. */
  readonly issuerAndSerial: Bytes;
  readonly untilMs: number;
  readonly keyKind: KeyKind;
  /** With SHA-256, as X.509 and CMS write it. */
  sign(message: Bytes): Promise<Bytes>;
};

const P256 = { name: "ECDSA", namedCurve: "P-256" } as const;
const ECDSA = { name: "ECDSA", hash: "SHA-256" } as const;
const RSA = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" } as const;
const PART_BYTES = 32;

/** The name of the algorithm, as it stands in a signature. */
export const ALGORITHMS: Readonly<Record<KeyKind, Bytes>> = {
  "P-256": sequence(oid("1.2.840.10045.4.3.2")),
  RSA: sequence(oid("1.2.840.113549.1.1.11"), nothing()),
};

/** @throws DOMException where the bytes are no private key of that kind */
export const importPrivateKey = (kind: KeyKind, pkcs8: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey("pkcs8", pkcs8, kind === "RSA" ? RSA : P256, false, ["sign"]);

export async function signWith(kind: KeyKind, key: CryptoKey, message: Bytes): Promise<Bytes> {
  const raw = new Uint8Array(await crypto.subtle.sign(kind === "RSA" ? RSA : ECDSA, key, message));
  if (kind === "RSA") return raw;
  return sequence(integer(raw.subarray(0, PART_BYTES)), integer(raw.subarray(PART_BYTES)));
}

/** Undefined where the key cannot be read. `publicInfo`: "spki". */
export async function isSignedWith(
  { keyKind, publicInfo }: { readonly keyKind: KeyKind; readonly publicInfo: Bytes },
  signature: Bytes,
  message: Bytes,
): Promise<boolean | undefined> {
  const raw = keyKind === "RSA" ? signature : rawNumbers(signature);
  if (!raw) return false;
  try {
    const usual = keyKind === "RSA" ? RSA : P256;
    const key = await crypto.subtle.importKey("spki", publicInfo, usual, false, ["verify"]);
    return await crypto.subtle.verify(keyKind === "RSA" ? RSA : ECDSA, key, raw, message);
  } catch {
    return undefined;
  }
}

/** From DER to what WebCrypto takes: two numbers of 32 bytes. */
function rawNumbers(signature: Bytes): Bytes | undefined {
  const numbers = elements(dig(signature, 0)?.body ?? new Uint8Array());
  if (numbers?.length !== 2) return undefined;
  const raw = new Uint8Array(PART_BYTES * 2);
  for (const [at, { body }] of numbers.entries()) {
    const value = body[0] === 0 ? body.subarray(1) : body;
    if (value.length > PART_BYTES) return undefined;
    raw.set(value, at * PART_BYTES + PART_BYTES - value.length);
  }
  return raw;
}
