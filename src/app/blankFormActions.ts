/** A panel's referral form on paper. Nothing about anybody is in it: the one document that needs no password. */
import { wrap } from "comlink";
import { NOTO_SANS } from "../documents/fontUrls.ts";
import type { DocumentsWorker } from "../documents/worker.ts";
import type { PanelDefinition } from "../forms/definition.ts";
import type { BlankFormActions } from "./blankFormTypes.ts";
import type { Context } from "./context.ts";
import { inForce } from "./definitions.ts";
import type { OpenFile } from "./exportTypes.ts";
import type { StartDocumentsWorker } from "./makePdf.ts";
import type { Outcome } from "./outcome.ts";

/** In clear, in a worker of its own. */
export async function makeBlankPdf(
  definition: PanelDefinition,
  startWorker: StartDocumentsWorker,
  nowMs: number,
): Promise<Outcome<OpenFile>> {
  const worker = startWorker();
  try {
    const made = await Promise.race([
      wrap<DocumentsWorker>(worker).renderBlankForm(definition, nowMs, { urls: NOTO_SANS }),
      new Promise<undefined>((resolve) =>
        worker.addEventListener("error", () => resolve(undefined), { once: true }),
      ),
    ]);
    if (made?.kind !== "made") return { ok: false, problem: { kind: "unexpected" } };
    const bytes = made.bytes as OpenFile["bytes"];
    return { ok: true, value: { bytes, fileName: `referral-form-${definition.id}.pdf` } };
  } catch {
    return { ok: false, problem: { kind: "unexpected" } };
  } finally {
    worker.terminate();
  }
}

export const makeBlankFormActions = (
  context: Context,
  startWorker: StartDocumentsWorker,
): BlankFormActions => ({
  async blankForm(id) {
    const definition = inForce(context, id);
    if (!definition) return { ok: false, problem: { kind: "not-allowed" } };
    return makeBlankPdf(definition, startWorker, context.now());
  },
});
