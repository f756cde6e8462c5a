/** A referral as a protected file. */
import type { ReferralSnapshot } from "../forms/snapshot.ts";
import type { OnPage } from "./pdf/flow.ts";
import type { FontFiles } from "./pdf/fonts.ts";
import { makeProtectedPdf, type ProtectedPdf } from "./protectedPdf.ts";
import { makeReferralDocument } from "./referral.ts";
import type { ReferralDocumentMeta } from "./referral.ts";

export interface ReferralPdfInput {
  snapshot: ReferralSnapshot;
  meta: ReferralDocumentMeta;
  password: string;
}

export const makeReferralPdf = (
  { snapshot, meta, password }: ReferralPdfInput,
  fonts: FontFiles,
  randomBytes: (length: number) => Uint8Array,
  onPage?: OnPage,
): Promise<ProtectedPdf> =>
  makeProtectedPdf(makeReferralDocument(snapshot, meta), password, fonts, randomBytes, onPage);
