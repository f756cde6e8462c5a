/** What a certificate says (X.509, RFC 5280), as far as a signature needs it. Whether it is to be trusted is asked nowhere here. */
import { type Bytes, equalBytes, toB64 } from "../domain/bytes.ts";
import { dig, type Element, elements, firstElement, oid, parseMoment, sequence } from "./der.ts";
import type { KeyKind } from "./fileSigner.ts";
import { sha256 } from "./sha256.ts";

/** Who it names and until when: what is shown of it. */
export type CertificateFacts = {
  readonly name: string;
  /** Equal to `name` where it is signed by itself. */
  readonly issuer: string;
  readonly fromMs: number;
  readonly untilMs: number;
  /** SHA-256 of the certificate, base64: tells one from another. */
  readonly fingerprint: string;
};

export type ReadCertificate = CertificateFacts & {
  /** The key in it, as "spki". */
  readonly publicInfo: Bytes;
  readonly keyKind: KeyKind | undefined;
  /** DER of the issuer's name and the serial number: how a signature names it. */
  readonly issuerAndSerial: Bytes;
};

const VERSION = 0xa0;
const BMP_STRING = 0x1e;
const COMMON_NAME = oid("2.5.4.3");
const ORGANISATION = oid("2.5.4.10");
const EC_KEY = oid("1.2.840.10045.2.1");
const P256 = oid("1.2.840.10045.3.1.7");
const RSA_KEY = oid("1.2.840.113549.1.1.1");

/** Undefined for what is not one, or is cut short. Never throws. */
export async function readCertificate(der: Uint8Array): Promise<ReadCertificate | undefined> {
  const whole = firstElement(der)?.whole;
  const fields = whole && elements(dig(whole, 0, 0)?.body ?? new Uint8Array());
  // Version 1 does not say its version.
  const rest = fields?.[0]?.tag === VERSION ? fields.slice(1) : fields;
  const [serial, , issuer, validity, subject, publicInfo] = rest ?? [];
  if (!whole || !serial || !issuer || !validity || !subject || !publicInfo) return undefined;
  const [from, until] = elements(validity.body) ?? [];
  const fromMs = from && parseMoment(from);
  const untilMs = until && parseMoment(until);
  if (fromMs === undefined || untilMs === undefined) return undefined;
  return {
    name: nameIn(subject),
    issuer: nameIn(issuer),
    fromMs,
    untilMs,
    fingerprint: toB64(await sha256(whole)),
    publicInfo: publicInfo.whole,
    keyKind: kindOf(publicInfo),
    issuerAndSerial: sequence(issuer.whole, serial.whole),
  };
}

/** What people call it: its common name, else its organisation. */
function nameIn(name: Element): string {
  const pairs = (elements(name.body) ?? []).flatMap((each) => elements(each.body) ?? []);
  const find = (type: Bytes) =>
    pairs.find(({ body }) => equalBytes(elements(body)?.[0]?.whole ?? new Uint8Array(), type));
  const found = find(COMMON_NAME) ?? find(ORGANISATION);
  const value = found && elements(found.body)?.[1];
  return value ? new TextDecoder(value.tag === BMP_STRING ? "utf-16be" : "utf-8").decode(value.body) : "";
}

function kindOf(publicInfo: Element): KeyKind | undefined {
  const [type, curve] = elements(dig(publicInfo.whole, 0, 0)?.body ?? new Uint8Array()) ?? [];
  if (!type) return undefined;
  if (equalBytes(type.whole, RSA_KEY)) return "RSA";
  return equalBytes(type.whole, EC_KEY) && curve && equalBytes(curve.whole, P256) ? "P-256" : undefined;
}
