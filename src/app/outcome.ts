/** How an act ends: with what was asked for, or with why it did not happen. Expected failures are values. */
import type { CertificateProblem } from "./certificateProblem.ts";
import type { NoticeProblem } from "./noticeProblem.ts";
import type { BackupProblem } from "./backup/api.ts";

/** Why something did not happen. Screens put each in words: what happened, what is safe, what to do. */
export type Problem =
  | { readonly kind: "offline" }
  | { readonly kind: "server"; readonly status: number | undefined }
  /** Something between this device and the server answered in its place: a hotel's sign-in page. */
  | { readonly kind: "not-our-server" }
  | { readonly kind: "old-app" }
  | { readonly kind: "wrong-passphrase"; readonly attemptsLeft: number }
  | { readonly kind: "wrong-recovery-code" }
  | { readonly kind: "not-a-recovery-code" }
  | { readonly kind: "weak-passphrase"; readonly reason: "short" | "common" | "repeated" }
  | { readonly kind: "damaged-identity" }
  | { readonly kind: "bad-link" }
  | { readonly kind: "link-used" }
  | { readonly kind: "link-expired" }
  | { readonly kind: "storage-full" }
  | { readonly kind: "storage-failed" }
  | { readonly kind: "too-long" }
  | { readonly kind: "too-few-holders"; readonly found: number }
  | { readonly kind: "not-allowed" }
  | { readonly kind: "last-coordinator" }
  | { readonly kind: "changed-meanwhile" }
  /** The panel's rule lets nothing of this kind leave without a password. */
  | { readonly kind: "password-required" }
  /** The password that the document was to have is too weak for one. */
  | { readonly kind: "password-refused" }
  | BackupProblem
  | NoticeProblem
  | CertificateProblem
  | { readonly kind: "bad-definition"; readonly sentences: readonly string[] }
  | { readonly kind: "paper-empty" }
  | { readonly kind: "paper-too-large" }
  | { readonly kind: "paper-unsupported" }
  | { readonly kind: "paper-not-what-it-says" }
  /** The device could not read the file that was chosen. */
  | { readonly kind: "paper-unreadable" }
  | { readonly kind: "case-full" }
  /** The server has not got the whole of it yet: it is still on the device where it was added. */
  | { readonly kind: "paper-elsewhere" }
  /** What came is not what was added. */
  | { readonly kind: "paper-damaged" }
  | { readonly kind: "pdf-damaged" }
  /** It asks for a password. */
  | { readonly kind: "pdf-protected" }
  | { readonly kind: "pdf-without-pages" }
  /** Of more, or larger, parts than this device should open. */
  | { readonly kind: "pdf-too-complex" }
  /** A kind of picture that this browser cannot open: HEIC, on anything but an Apple device. */
  | { readonly kind: "photo-unreadable" }
  | { readonly kind: "photo-too-many-pixels" }
  | { readonly kind: "paper-took-too-long" }
  /** Another panel's dates are public there. */
  | { readonly kind: "address-taken" }
  /** The person stopped it. */
  | { readonly kind: "cancelled" }
  | { readonly kind: "locked" }
  | { readonly kind: "unexpected" };

export type Outcome<T = undefined> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };
