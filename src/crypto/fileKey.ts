/**
 * The key that signs files: ECDSA on P-256 by WebCrypto, since readers of PDF know no Ed25519, and the certificate that
 * goes with it. Made on the device by whoever makes files there; see docs/decisions/signing.md for what it proves.
 */
import { z } from "zod";
import { type Bytes, parseB64, toB64 } from "../domain/bytes.ts";
import { bits, explicit, integer, moment, octets, oid, sequence, set, truth, utf8 } from "./der.ts";
import { ALGORITHMS, type FileSigner, importPrivateKey, signWith } from "./fileSigner.ts";
import type { Random } from "./seal.ts";
import { sha256 } from "./sha256.ts";

const KIND = "P-256";
const P256 = { name: "ECDSA", namedCurve: "P-256" } as const;
const ECDSA_SHA256 = ALGORITHMS[KIND];
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const VALID_DAYS = 3 * 365;
/** A certificate in its last month makes no new signatures. */
const LAST_DAYS = 30;

/** What is kept, sealed, between two files. */
const KeptKey = z.object({
  version: z.literal(1),
  pkcs8: z.base64(),
  certificate: z.base64(),
  issuerAndSerial: z.base64(),
  untilMs: z.int(),
});
type KeptKey = z.infer<typeof KeptKey>;

/** A new key with a certificate of its own; `kept` is to be sealed. Its name tells nobody whose it is. */
export async function makeFileKey(random: Random, nowMs: number): Promise<{ kept: string }> {
  const pair = await crypto.subtle.generateKey(P256, true, ["sign", "verify"]);
  const publicInfo = new Uint8Array(await crypto.subtle.exportKey("spki", pair.publicKey));
  const serial = random(16);
  serial[0] = ((serial[0] as number) & 0x7f) | 1;
  const name = sequence(set(sequence(oid("2.5.4.3"), utf8(await pseudonym(publicInfo)))));
  const untilMs = nowMs + VALID_DAYS * DAY_MS;
  const body = sequence(
    explicit(0, integer(new Uint8Array([2]))),
    integer(serial),
    ECDSA_SHA256,
    name,
    sequence(moment(nowMs - HOUR_MS), moment(untilMs)),
    name,
    publicInfo,
    explicit(3, sequence(...EXTENSIONS)),
  );
  const certificate = sequence(body, ECDSA_SHA256, bits(await signWith(KIND, pair.privateKey, body)));
  const kept: KeptKey = {
    version: 1,
    pkcs8: toB64(new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey))),
    certificate: toB64(certificate),
    issuerAndSerial: toB64(sequence(name, integer(serial))),
    untilMs,
  };
  return { kept: JSON.stringify(kept) };
}

/** Undefined for what was not kept by `makeFileKey`, and for a certificate that has had its time. */
export async function openFileKey(text: string, nowMs: number): Promise<FileSigner | undefined> {
  const kept = readKept(text);
  if (!kept || nowMs > kept.untilMs - LAST_DAYS * DAY_MS) return undefined;
  const [pkcs8, certificate, issuerAndSerial] = [kept.pkcs8, kept.certificate, kept.issuerAndSerial].map(
    (part) => parseB64(part),
  );
  if (!pkcs8 || !certificate || !issuerAndSerial) return undefined;
  const key = await importPrivateKey(KIND, pkcs8);
  return {
    certificates: [certificate],
    issuerAndSerial,
    untilMs: kept.untilMs,
    keyKind: KIND,
    sign: (message) => signWith(KIND, key, message),
  };
}

function readKept(text: string): KeptKey | undefined {
  try {
    return KeptKey.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** "Confer file key 7F3A-91C2": the start of the key's own hash. */
async function pseudonym(publicInfo: Bytes): Promise<string> {
  const hash = (await sha256(publicInfo)).subarray(0, 4);
  const digits = Array.from(hash, (byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
  return `Confer file key ${digits.slice(0, 4)}-${digits.slice(4)}`;
}

const extension = (id: string, critical: boolean, value: Bytes): Bytes =>
  sequence(oid(id), ...(critical ? [truth()] : []), octets(value));

/** No authority over others; for signing and being held to it; for documents (RFC 9336) and mail, which readers ask for. */
const EXTENSIONS = [
  extension("2.5.29.19", true, sequence()),
  extension("2.5.29.15", true, bits(new Uint8Array([0b1100_0000]), 6)),
  extension("2.5.29.37", false, sequence(oid("1.3.6.1.5.5.7.3.36"), oid("1.3.6.1.5.5.7.3.4"))),
];
