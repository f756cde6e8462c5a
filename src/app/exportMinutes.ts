/** Minutes as a protected PDF: of the meeting and the cases that whoever makes it may read. */
import { fileNameBy } from "../documents/fileName.ts";
import { NOTO_SANS } from "../documents/fontUrls.ts";
import type { PrintedMinutes } from "../forms/minutes/printed.ts";
import type { Context } from "./context.ts";
import { makePdf, type StartDocumentsWorker } from "./makePdf.ts";
import { viewMeeting } from "./meetingViews.ts";
import type { MinutesActions } from "./minutesTypes.ts";

const USUAL = "{document}-{date}";

export const makeExportMinutes =
  (context: Context, startWorker: StartDocumentsWorker): MinutesActions["exportMinutes"] =>
  (printed: PrintedMinutes, onProgress, signal) => {
    const { meeting, cases } = printed;
    const pattern = viewMeeting(context, meeting.meeting)?.definition.exports.fileName ?? USUAL;
    const [only, second] = cases;
    const reference = only && !second ? only.reference : null;
    const fileName = fileNameBy(pattern, { reference, document: "minutes", date: meeting.day });
    const createdAtMs = context.now();
    return makePdf(context, { startWorker, onProgress, signal, fileName }, (worker, password, onPage) =>
      worker.renderMinutesPdf({ printed, createdAtMs, password }, { urls: NOTO_SANS }, onPage),
    );
  };
