/**
 * A detached signature over bytes as CAdES writes it (RFC 5652, RFC 5035, ETSI EN 319 122; for PDF, EN 319 142): the
 * form that `pdfsig` and `openssl cms` verify.
 */
import { type Bytes, equalBytes, isZero } from "../domain/bytes.ts";
import {
  dig,
  type Element,
  elements,
  explicit,
  firstElement,
  integer,
  nothing,
  octets,
  oid,
  sequence,
  set,
} from "./der.ts";
import { type CertificateFacts, readCertificate } from "./certificate.ts";
import { ALGORITHMS, type FileSigner, isSignedWith } from "./fileSigner.ts";
import { sha256 } from "./sha256.ts";

const SHA256 = "2.16.840.1.101.3.4.2.1";
const DATA = oid("1.2.840.113549.1.7.1");
const SIGNED_DATA = oid("1.2.840.113549.1.7.2");
const CONTENT_TYPE = oid("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST = oid("1.2.840.113549.1.9.4");
const SIGNING_CERTIFICATE = oid("1.2.840.113549.1.9.16.2.47");
const SET = 0x31;
const ONE = integer(new Uint8Array([1]));

/** The moment of signing is not in here: in a PDF it stands beside the signature (EN 319 142-1, 6.3). */
export async function signDetached(signer: FileSigner, digest: Bytes): Promise<Bytes> {
  const [certificate] = signer.certificates;
  const hash = sequence(oid(SHA256), nothing());
  const attributes = set(
    sequence(CONTENT_TYPE, set(DATA)),
    sequence(MESSAGE_DIGEST, set(octets(digest))),
    sequence(SIGNING_CERTIFICATE, set(sequence(sequence(sequence(octets(await sha256(certificate))))))),
  );
  const signature = await signer.sign(attributes);
  // Signed as a set, and written as `[0]`: RFC 5652, 5.4.
  const written = attributes.slice();
  written[0] = 0xa0;
  const info = sequence(
    ONE,
    signer.issuerAndSerial,
    hash,
    written,
    ALGORITHMS[signer.keyKind],
    octets(signature),
  );
  const data = sequence(ONE, set(hash), sequence(DATA), explicit(0, ...signer.certificates), set(info));
  return sequence(SIGNED_DATA, explicit(0, data));
}

/** `changed`: signed, but not these bytes. `unknown`: signed in a way that this version does not read. */
export type DetachedCheck =
  | { readonly kind: "unknown" | "changed" | "forged" }
  | { readonly kind: "right"; readonly certificate: CertificateFacts };

/** Zeros after the signature are the room it did not need. Never throws. */
export async function checkDetached(padded: Uint8Array, digest: Bytes): Promise<DetachedCheck> {
  const unknown = { kind: "unknown" } as const;
  const whole = firstElement(padded)?.whole;
  const parts = whole && isZero(padded.subarray(whole.length)) ? readSigned(whole) : undefined;
  if (!parts) return unknown;
  const { attributes, signature, certificate, algorithm } = parts;
  const stated = attributeOf(attributes, MESSAGE_DIGEST);
  const named = attributeOf(attributes, SIGNING_CERTIFICATE);
  const hash = named && dig(named.whole, 0, 0, 0, 0);
  if (!stated || !hash) return unknown;
  if (!equalBytes(stated.body, digest)) return { kind: "changed" };
  if (!equalBytes(hash.body, await sha256(certificate.whole))) return { kind: "forged" };
  const signed = attributes.whole.slice();
  signed[0] = SET;
  const read = await readCertificate(certificate.whole);
  const keyKind = read?.keyKind;
  if (!read || !keyKind || !equalBytes(algorithm.whole, ALGORITHMS[keyKind])) return unknown;
  const right = await isSignedWith({ keyKind, publicInfo: read.publicInfo }, signature, signed);
  if (right === undefined) return unknown;
  if (!right) return { kind: "forged" };
  const { name, issuer, fromMs, untilMs, fingerprint } = read;
  return { kind: "right", certificate: { name, issuer, fromMs, untilMs, fingerprint } };
}

type Parts = {
  readonly attributes: Element;
  readonly algorithm: Element;
  readonly signature: Bytes;
  readonly certificate: Element;
};

/** One signer, whose certificate is the first, and the algorithms that `signDetached` writes. */
function readSigned(bytes: Uint8Array): Parts | undefined {
  const type = dig(bytes, 0, 0);
  const data = dig(bytes, 0, 1, 0);
  const fields = data && elements(data.body);
  const certificate = fields?.[3]?.tag === 0xa0 ? elements(fields[3].body)?.[0] : undefined;
  const infos = fields?.[4] && elements(fields[4].body);
  const info = infos?.length === 1 ? elements(infos[0]?.body ?? new Uint8Array()) : undefined;
  const [, , hash, attributes, algorithm, signature] = info ?? [];
  if (!type || !equalBytes(type.whole, SIGNED_DATA) || fields?.length !== 5 || info?.length !== 6)
    return undefined;
  if (!certificate || !hash || attributes?.tag !== 0xa0 || !algorithm || !signature) return undefined;
  const isOurs = equalBytes(elements(hash.body)?.[0]?.whole ?? new Uint8Array(), oid(SHA256));
  return isOurs ? { attributes, algorithm, signature: signature.body, certificate } : undefined;
}

/** The one value of an attribute; undefined where it is missing or said twice. */
function attributeOf(attributes: Element, type: Bytes): Element | undefined {
  const found = (elements(attributes.body) ?? []).filter((each) =>
    equalBytes(elements(each.body)?.[0]?.whole ?? new Uint8Array(), type),
  );
  const values = found.length === 1 ? dig(found[0]?.body ?? new Uint8Array(), 1) : undefined;
  const all = values && elements(values.body);
  return all?.length === 1 ? all[0] : undefined;
}
