/** A referral as a protected PDF, made in a worker: nothing leaves the device, and nothing is kept. */
import { proxy, wrap } from "comlink";
import { makeFileName } from "../documents/fileName.ts";
import { NOTO_SANS } from "../documents/fontUrls.ts";
import { makePassword } from "../documents/password.ts";
import type { DocumentsWorker } from "../documents/worker.ts";
import { formatCalendarDate } from "../domain/calendarDate.ts";
import { STATUS_NAMES } from "../domain/case/status.ts";
import type { ScopeId } from "../domain/ids.ts";
import type { ExportedPdf, Outcome } from "./api.ts";
import { snapshotNow, todayIn, viewCase } from "./caseViews.ts";
import { type Context, profileOf } from "./context.ts";

export type StartDocumentsWorker = () => Worker;

/** Rejects nothing: a cancelled or failed making is an outcome. `onProgress` hears pages begun. */
export async function exportReferral(
  context: Context,
  scope: ScopeId,
  startWorker: StartDocumentsWorker,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<Outcome<ExportedPdf>> {
  const view = viewCase(context, scope);
  if (!view?.definition) return { ok: false, problem: { kind: "not-allowed" } };
  const { summary, file, definition } = view;
  const snapshot = view.snapshots[0]?.snapshot ?? snapshotNow(context, file, definition);
  const service = profileOf(context, summary.author)?.agency;
  const submitted = summary.submittedMs;
  const meta = {
    reference: summary.reference,
    state: STATUS_NAMES[summary.status],
    submittedOn: submitted === undefined ? null : formatCalendarDate(todayIn(submitted)),
    ...(service === undefined ? {} : { referringService: service }),
    createdAtMs: context.now(),
  };
  const password = makePassword(context.random);
  const worker = startWorker();
  try {
    const made = await Promise.race([
      wrap<DocumentsWorker>(worker).renderReferralPdf(
        { snapshot, meta, password },
        { urls: NOTO_SANS },
        proxy((page: number) => onProgress(page, 0)),
      ),
      aborted(signal),
      failed(worker),
    ]);
    if (made === undefined || made.kind !== "made") return { ok: false, problem: { kind: "unexpected" } };
    const fileName = makeFileName("referral", summary.reference);
    const bytes = made.bytes as ExportedPdf["bytes"];
    return {
      ok: true,
      value: { bytes, fileName, password, pages: made.pages, missingGlyphs: made.missing.length },
    };
  } catch {
    return { ok: false, problem: { kind: "unexpected" } };
  } finally {
    worker.terminate();
  }
}

const aborted = (signal: AbortSignal): Promise<undefined> =>
  new Promise((resolve) => signal.addEventListener("abort", () => resolve(undefined), { once: true }));

const failed = (worker: Worker): Promise<undefined> =>
  new Promise((resolve) => worker.addEventListener("error", () => resolve(undefined), { once: true }));
