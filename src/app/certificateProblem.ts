/** An organisation's certificate: what cannot be used. A part of the surface in api.ts. */
import type { OwnCertificateFault } from "../crypto/ownCertificate.ts";

export type CertificateProblem = {
  readonly kind: "certificate";
  /** "unusable": the one kept here has run out since, or can no longer be read. */
  readonly reason: OwnCertificateFault | "unusable";
};
