/** A document in clear: a blank form, which is about nobody. What is about somebody goes through protectedPdf.ts. */
import type { DocumentModel } from "./model.ts";
import type { FontFiles } from "./pdf/fonts.ts";
import { saveOpen } from "./pdf/protect.ts";
import { renderPdf } from "./pdf/render.ts";
import type { ProtectedPdf } from "./protectedPdf.ts";

export type OpenPdf = Extract<ProtectedPdf, { kind: "made" }>;

export async function makeOpenPdf(model: DocumentModel, fonts: FontFiles): Promise<OpenPdf> {
  const { pdf, ...rest } = await renderPdf(model, fonts);
  return { kind: "made", bytes: await saveOpen(pdf), ...rest };
}
