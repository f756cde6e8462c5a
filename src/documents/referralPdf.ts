/** A referral as a protected file: the one use that screens have, in one call. */
import type { ReferralSnapshot } from "../forms/snapshot.ts";
import { passwordProblem } from "./passwordRule.ts";
import type { PasswordProblem } from "./passwordRule.ts";
import type { OnPage } from "./pdf/flow.ts";
import type { FontFiles, MissingCharacter } from "./pdf/fonts.ts";
import { protect, saveOpen } from "./pdf/protect.ts";
import { renderPdf } from "./pdf/render.ts";
import { makeReferralDocument } from "./referral.ts";
import type { ReferralDocumentMeta } from "./referral.ts";

export interface ReferralPdfInput {
  snapshot: ReferralSnapshot;
  meta: ReferralDocumentMeta;
  /** Null saves it in clear: only where the panel's rule allows that, which the caller has checked. */
  password: string | null;
}

export type ReferralPdf =
  | { kind: "made"; bytes: Uint8Array; pages: number; missing: MissingCharacter[] }
  | { kind: "password-refused"; problem: PasswordProblem };

/** The password is looked at first, so that a refusal costs no time. */
export async function makeReferralPdf(
  input: ReferralPdfInput,
  fonts: FontFiles,
  randomBytes: (length: number) => Uint8Array,
  onPage?: OnPage,
): Promise<ReferralPdf> {
  const { snapshot, meta, password } = input;
  const problem = password === null ? null : passwordProblem(password);
  if (problem !== null) return { kind: "password-refused", problem };
  const { pdf, pages, missing } = await renderPdf(makeReferralDocument(snapshot, meta), fonts, onPage);
  if (password === null) return { kind: "made", bytes: await saveOpen(pdf), pages, missing };
  const outcome = await protect(pdf, password, randomBytes);
  return outcome.kind === "protected" ? { kind: "made", bytes: outcome.bytes, pages, missing } : outcome;
}
