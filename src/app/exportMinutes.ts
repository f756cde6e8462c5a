/** Minutes of the meeting and the cases that whoever makes them may read: read here, or as a protected and signed PDF. */
import { fileNameBy } from "../documents/fileName.ts";
import { NOTO_SANS } from "../documents/fontUrls.ts";
import { makeMinutesDocument } from "../documents/minutes.ts";
import type { Context } from "./context.ts";
import { makePdf, type StartDocumentsWorker } from "./makePdf.ts";
import { viewMeeting } from "./meetingViews.ts";
import type { MinutesActions } from "./minutesTypes.ts";
import { signPdf } from "./signPdf.ts";
import { recordInMeeting } from "./taken.ts";

const USUAL = "{document}-{date}";

export const makeExportMinutes = (
  context: Context,
  startWorker: StartDocumentsWorker,
): Pick<MinutesActions, "composeMinutes" | "exportMinutes" | "recordMinutes"> => ({
  composeMinutes: (printed) => makeMinutesDocument(printed, context.now()),

  exportMinutes(printed, wish) {
    const { meeting, cases } = printed;
    const definition = viewMeeting(context, meeting.meeting)?.definition;
    const pattern = definition?.exports.fileName ?? USUAL;
    const [only, second] = cases;
    const reference = only && !second ? only.reference : null;
    const fileName = fileNameBy(pattern, { reference, document: "minutes", date: meeting.day });
    const createdAtMs = context.now();
    const how = { ...wish, startWorker, panel: definition?.id, fileName };
    return makePdf(context, how, async (worker, password, onPage) => {
      const input = { printed, createdAtMs, password };
      return signPdf(context, await worker.renderMinutesPdf(input, { urls: NOTO_SANS }, onPage));
    });
  },

  recordMinutes(meeting, signed, taken) {
    const cases = viewMeeting(context, meeting)?.cases.keys() ?? [];
    return recordInMeeting(context, meeting, { document: "minutes", minutes: signed, cases }, taken);
  },
});
