/** A referral as a document: read here, or as a protected PDF. */
import { makeFileName } from "../documents/fileName.ts";
import { NOTO_SANS } from "../documents/fontUrls.ts";
import { makeReferralDocument } from "../documents/referral.ts";
import { formatCalendarDate } from "../domain/calendarDate.ts";
import { STATUS_NAMES } from "../domain/case/status.ts";
import type { ScopeId } from "../domain/ids.ts";
import type { Session } from "./api.ts";
import { snapshotNow } from "./caseSnapshot.ts";
import { todayIn } from "./caseReading.ts";
import { viewCase } from "./caseViews.ts";
import { type Context, profileOf } from "./context.ts";
import { makePdf, type StartDocumentsWorker } from "./makePdf.ts";

export function makeExportReferral(
  context: Context,
  startWorker: StartDocumentsWorker,
): Pick<Session, "composeReferral" | "exportReferral"> {
  const read = (scope: ScopeId) => {
    const view = viewCase(context, scope);
    if (!view?.definition) return undefined;
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
    return { snapshot, meta, panel: definition.id };
  };

  return {
    composeReferral(scope) {
      const found = read(scope);
      return found && makeReferralDocument(found.snapshot, found.meta);
    },

    async exportReferral(scope, wish) {
      const found = read(scope);
      if (!found) return { ok: false, problem: { kind: "not-allowed" } };
      const { snapshot, meta, panel } = found;
      const fileName = makeFileName("referral", meta.reference);
      return makePdf(context, { ...wish, startWorker, panel, fileName }, (worker, password, onPage) =>
        worker.renderReferralPdf({ snapshot, meta, password }, { urls: NOTO_SANS }, onPage),
      );
    },
  };
}
