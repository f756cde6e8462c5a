/**
 * An organisation's own key and certificate, brought as text (PEM, RFC 7468): the private key as PKCS#8 without a passphrase,
 * the certificate that goes with it, and those that vouch for it. Kept sealed on this device and nowhere else.
 */
import { z } from "zod";
import { type Bytes, parseB64, toB64 } from "../domain/bytes.ts";
import { type CertificateFacts, readCertificate, type ReadCertificate } from "./certificate.ts";
import { type FileSigner, importPrivateKey, isSignedWith, type KeyKind, signWith } from "./fileSigner.ts";

export type OwnCertificateFault =
  /** No key, or no certificate, is among the texts. */
  | "no-key"
  | "no-certificate"
  /** The key asks for a passphrase, or is written in an older way. */
  | "key-locked"
  | "key-form"
  /** Neither P-256 nor RSA. */
  | "key-kind"
  | "unreadable"
  /** The key belongs to none of the certificates. */
  | "wrong-key"
  | "expired"
  | "not-yet"
  /** More certificates than the place for a signature has room for. */
  | "too-large";

const KeptOwn = z.object({
  version: z.literal(1),
  keyKind: z.enum(["P-256", "RSA"]),
  pkcs8: z.base64(),
  /** The signer's first. */
  certificates: z.array(z.base64()).min(1),
});

export type OwnCertificate =
  | { readonly ok: true; readonly kept: string; readonly facts: CertificateFacts }
  | { readonly ok: false; readonly fault: OwnCertificateFault };

const fail = (fault: OwnCertificateFault) => ({ ok: false, fault }) as const;
const PROBE = new Uint8Array([67, 111, 110, 102, 101, 114]);

/** `kept` is to be sealed. `roomBytes`: for all certificates together. */
export async function takeOwnCertificate(
  pem: string,
  nowMs: number,
  roomBytes: number,
): Promise<OwnCertificate> {
  const blocks = readPem(pem);
  if (!blocks) return fail("unreadable");
  const labelled = (label: string) => blocks.filter((each) => each.label === label).map(({ bytes }) => bytes);
  if (labelled("ENCRYPTED PRIVATE KEY").length > 0) return fail("key-locked");
  if (labelled("EC PRIVATE KEY").length + labelled("RSA PRIVATE KEY").length > 0) return fail("key-form");
  const [pkcs8] = labelled("PRIVATE KEY");
  if (!pkcs8) return fail("no-key");
  const certificates: (ReadCertificate & { readonly der: Bytes })[] = [];
  for (const der of labelled("CERTIFICATE")) {
    const read = await readCertificate(der);
    if (!read) return fail("unreadable");
    certificates.push({ ...read, der });
  }
  if (certificates.length === 0) return fail("no-certificate");
  const own = await ownerOf(pkcs8, certificates);
  if (typeof own === "string") return fail(own);
  const { signer, keyKind } = own;
  if (nowMs > signer.untilMs) return fail("expired");
  if (nowMs < signer.fromMs) return fail("not-yet");
  const chain = [signer, ...certificates.filter((each) => each !== signer)];
  if (chain.reduce((sum, { der }) => sum + der.length, 0) > roomBytes) return fail("too-large");
  const kept: z.infer<typeof KeptOwn> = {
    version: 1,
    keyKind,
    pkcs8: toB64(pkcs8),
    certificates: chain.map(({ der }) => toB64(der)),
  };
  return { ok: true, kept: JSON.stringify(kept), facts: factsOf(signer) };
}

/** What was kept, opened again; undefined for what was not kept by `takeOwnCertificate`. Time is the caller's to judge. */
export async function openOwnCertificate(
  text: string,
): Promise<{ readonly signer: FileSigner; readonly facts: CertificateFacts } | undefined> {
  const kept = KeptOwn.safeParse(parseJson(text)).data;
  const [first, ...others] = kept?.certificates.map((each) => parseB64(each)) ?? [];
  const pkcs8 = kept && parseB64(kept.pkcs8);
  const read = first && (await readCertificate(first));
  if (!kept || !first || !pkcs8 || !read) return undefined;
  const { keyKind } = kept;
  const key = await importPrivateKey(keyKind, pkcs8);
  return {
    signer: {
      certificates: [first, ...others.filter((each) => each !== undefined)],
      issuerAndSerial: read.issuerAndSerial,
      untilMs: read.untilMs,
      keyKind,
      sign: (message) => signWith(keyKind, key, message),
    },
    facts: factsOf(read),
  };
}

/** The certificate whose key verifies what the private key signs. */
async function ownerOf<T extends ReadCertificate>(
  pkcs8: Bytes,
  certificates: readonly T[],
): Promise<{ readonly signer: T; readonly keyKind: KeyKind } | "key-kind" | "wrong-key"> {
  let tried = false;
  for (const keyKind of ["P-256", "RSA"] as const) {
    const key = await importPrivateKey(keyKind, pkcs8).catch(() => undefined);
    if (!key) continue;
    tried = true;
    const signature = await signWith(keyKind, key, PROBE);
    for (const signer of certificates) {
      const { publicInfo } = signer;
      if (
        signer.keyKind === keyKind &&
        (await isSignedWith({ keyKind, publicInfo }, signature, PROBE)) === true
      )
        return { signer, keyKind };
    }
  }
  return tried ? "wrong-key" : "key-kind";
}

const factsOf = ({ name, issuer, fromMs, untilMs, fingerprint }: ReadCertificate): CertificateFacts => ({
  name,
  issuer,
  fromMs,
  untilMs,
  fingerprint,
});

/** What stands between the marks; what stands outside them is for people. Undefined where a block is damaged. */
function readPem(text: string): readonly { readonly label: string; readonly bytes: Bytes }[] | undefined {
  const blocks: { label: string; bytes: Bytes }[] = [];
  for (const [, label = "", body = ""] of text.matchAll(
    /-----BEGIN ([A-Z0-9 ]{1,40})-----([^-]*)-----END \1-----/g,
  )) {
    // Older keys say in a header how they are encrypted: those are refused by their label.
    const bytes = parseB64(body.replaceAll(/\s/g, ""));
    if (!bytes && !/^(?:EC|RSA) /.test(label)) return undefined;
    blocks.push({ label, bytes: bytes ?? new Uint8Array() });
  }
  return blocks;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
