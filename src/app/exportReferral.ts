/** A referral as a protected PDF. */
import { makeFileName } from "../documents/fileName.ts";
import { NOTO_SANS } from "../documents/fontUrls.ts";
import { formatCalendarDate } from "../domain/calendarDate.ts";
import { STATUS_NAMES } from "../domain/case/status.ts";
import type { ScopeId } from "../domain/ids.ts";
import type { ExportedPdf, Outcome } from "./api.ts";
import { snapshotNow } from "./caseSnapshot.ts";
import { todayIn } from "./caseReading.ts";
import { viewCase } from "./caseViews.ts";
import { type Context, profileOf } from "./context.ts";
import type { ExportWish } from "./exportTypes.ts";
import { makePdf, type StartDocumentsWorker } from "./makePdf.ts";

export async function exportReferral(
  context: Context,
  scope: ScopeId,
  startWorker: StartDocumentsWorker,
  wish: ExportWish,
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
  return makePdf(
    context,
    { ...wish, startWorker, panel: definition.id, fileName: makeFileName("referral", summary.reference) },
    (worker, password, onPage) =>
      worker.renderReferralPdf({ snapshot, meta, password }, { urls: NOTO_SANS }, onPage),
  );
}
