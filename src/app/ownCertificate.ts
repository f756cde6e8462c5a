/** Keeps an organisation's key and certificate, sealed, among what this device knows; signPdf.ts signs with it. */
import { SIGNATURE_ROOM_BYTES } from "../documents/signedBytes.ts";
import { mayLead } from "../domain/roles.ts";
import type { CertificateActions } from "./certificateTypes.ts";
import { type Context, rolesOf } from "./context.ts";

const OWN = "own-certificate";
/** What a signature needs beside its certificates: an RSA signature of 4,096 bits is 512 bytes of it. */
const BESIDE_BYTES = 1_024;

type Kept = Pick<Context, "store">;

export async function keptOwnCertificate({ store }: Kept): Promise<string | undefined> {
  const kept = (await store.local.facts.get(OWN))?.value;
  return typeof kept === "string" ? kept : undefined;
}

export function makeCertificateActions(context: Context): CertificateActions {
  const { vault, store } = context;
  return {
    async ownCertificate() {
      const sealed = await keptOwnCertificate(context);
      if (sealed === undefined) return { kind: "none" };
      const facts = await vault.readOwnCertificate(sealed);
      return facts ? { kind: "kept", facts } : { kind: "unreadable" };
    },

    async keepOwnCertificate(pem) {
      if (!mayLead(rolesOf(context, context.identity.user)))
        return { ok: false, problem: { kind: "not-allowed" } };
      const taken = await vault.takeOwnCertificate(pem, SIGNATURE_ROOM_BYTES - BESIDE_BYTES);
      if (!taken.ok) return { ok: false, problem: { kind: "certificate", reason: taken.fault } };
      await store.local.facts.put({ key: OWN, value: taken.sealed });
      return { ok: true, value: undefined };
    },

    dropOwnCertificate: () => store.local.facts.delete(OWN),
  };
}
