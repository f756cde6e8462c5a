/**
 * Signs a finished file with this device's key for files, which is made when it is first needed and kept sealed.
 * What that proves and what not: docs/decisions/signing.md.
 */
import type { ProtectedPdf } from "../documents/protectedPdf.ts";
import { prepareToSign } from "../documents/signedBytes.ts";
import type { Context } from "./context.ts";

const FILE_KEY = "file-key";

/** A file made with a place for a signature; a refusal passes through. */
export async function signPdf(
  { vault, store }: Pick<Context, "vault" | "store">,
  made: ProtectedPdf,
): Promise<ProtectedPdf> {
  if (made.kind !== "made") return made;
  const { covered, fill } = prepareToSign(made.bytes);
  const kept = (await store.local.facts.get(FILE_KEY))?.value;
  const sealed = typeof kept === "string" ? kept : undefined;
  const signed = await vault.signFile(covered, sealed);
  if (signed.sealed !== sealed) await store.local.facts.put({ key: FILE_KEY, value: signed.sealed });
  return { ...made, bytes: fill(signed.signature) };
}
