/**
 * What is wrong with an organisation's certificate, in words. Whoever brings one was given two things by their technicians, and
 * the words for them here are those on the button: the certificate and its key.
 */
import type { CertificateProblem } from "../../app/certificateProblem.ts";
import type { ProblemWords } from "./problemWords.ts";

const SAFE = "Nothing was kept, and nothing left this device.";
const AGAIN = "Make the file again as “How to get the file” on the settings page says, and choose that.";
const BOTH =
  "The key is often in a file of its own that ends in “.key”. Choose both files at once, or one that has both in it.";

export const CERTIFICATE_PROBLEMS: Record<CertificateProblem["reason"], ProblemWords> = {
  "no-key": {
    title: "The certificate’s key is missing",
    safe: SAFE,
    next: BOTH,
  },
  "no-certificate": {
    title: "The certificate is missing",
    safe: SAFE,
    next: BOTH,
  },
  "key-locked": {
    title: "The certificate’s key has a password",
    safe: SAFE,
    next: `Confer takes it without one, and keeps it encrypted on this device. ${AGAIN}`,
  },
  "key-form": {
    title: "The certificate’s key is written in an older way",
    safe: SAFE,
    next: `Its first line should say “BEGIN PRIVATE KEY”. ${AGAIN}`,
  },
  "key-kind": {
    title: "The certificate’s key is of a kind that cannot sign here",
    safe: SAFE,
    next: "Ask whoever issues your certificates for one with a key on the curve P-256, or an RSA key.",
  },
  unreadable: {
    title: "What you chose is damaged",
    safe: SAFE,
    next: AGAIN,
  },
  "wrong-key": {
    title: "The certificate and the key do not belong together",
    safe: SAFE,
    next: "Choose the key that was made for this certificate, or the certificate that was issued for this key.",
  },
  expired: {
    title: "The certificate has run out",
    safe: SAFE,
    next: "Ask whoever issues your certificates for a new one.",
  },
  "not-yet": {
    title: "The certificate is not valid yet",
    safe: SAFE,
    next: "Look whether the clock of this device is right. If it is, choose the file again on the day from which it is valid.",
  },
  "too-large": {
    title: "There are too many certificates in what you chose",
    safe: SAFE,
    next: "Leave out the topmost one, which signs itself: readers of PDF have it already.",
  },
  unusable: {
    title: "The certificate of your organisation can no longer sign",
    safe: "No PDF was made. The minutes themselves are as they were.",
    next: "It has run out, or cannot be read. Under Settings choose a new one, or remove it: PDFs are signed with this device’s own key then.",
  },
};
