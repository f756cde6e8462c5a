/** The certificate of an organisation that files are signed with on this device. A part of the surface in api.ts. */
import type { CertificateFacts } from "../crypto/certificate.ts";
import type { Outcome } from "./outcome.ts";

export type OwnCertificateState =
  | { readonly kind: "none" }
  | { readonly kind: "kept"; readonly facts: CertificateFacts }
  /** Something is kept, and cannot be read. */
  | { readonly kind: "unreadable" };

export type CertificateActions = {
  ownCertificate(): Promise<OwnCertificateState>;
  /** `pem`: a private key and certificates, in any order. Kept sealed on this device; no server ever has it. By those who lead. */
  keepOwnCertificate(pem: string): Promise<Outcome>;
  /** From then on files are signed with the key of this device again. */
  dropOwnCertificate(): Promise<void>;
};
