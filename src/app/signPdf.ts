/**
 * Signs a finished file: with the certificate of an organisation where one is kept here, else with this device's key for
 * files, which is made when it is first needed and kept sealed. What that proves and what not: docs/decisions/signing.md.
 */
import type { ProtectedPdf } from "../documents/protectedPdf.ts";
import { prepareToSign } from "../documents/signedBytes.ts";
import type { Context } from "./context.ts";
import { keptOwnCertificate } from "./ownCertificate.ts";

const FILE_KEY = "file-key";

type Signer = Pick<Context, "vault" | "store">;

/** A certificate that is kept and cannot sign is never passed over in silence: another name would stand in its place. */
export class CertificateUnusableError extends Error {
  override name = "CertificateUnusableError";
}

/** A file made with a place for a signature; a refusal passes through. @throws CertificateUnusableError */
export async function signPdf(signer: Signer, made: ProtectedPdf): Promise<ProtectedPdf> {
  if (made.kind !== "made") return made;
  const { covered, fill } = prepareToSign(made.bytes);
  const own = await keptOwnCertificate(signer);
  const signature =
    own === undefined ? await signAsDevice(signer, covered) : await signer.vault.signFileAsOwn(covered, own);
  if (!signature) throw new CertificateUnusableError();
  return { ...made, bytes: fill(signature) };
}

async function signAsDevice(
  { vault, store }: Signer,
  covered: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const kept = (await store.local.facts.get(FILE_KEY))?.value;
  const sealed = typeof kept === "string" ? kept : undefined;
  const signed = await vault.signFile(covered, sealed);
  if (signed.sealed !== sealed) await store.local.facts.put({ key: FILE_KEY, value: signed.sealed });
  return signed.signature;
}
