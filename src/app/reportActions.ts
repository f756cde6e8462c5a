/** A panel's year in numbers, from every case of it that this device can read: counted, printed, and as a table. */
import { makeCsv } from "../documents/csv.ts";
import { fileNameBy } from "../documents/fileName.ts";
import { NOTO_SANS } from "../documents/fontUrls.ts";
import { makeReportDocument, reportTable } from "../documents/report.ts";
import { formatCalendarDate } from "../domain/calendarDate.ts";
import { annualReport } from "../forms/annualReport.ts";
import { type Period, periodWords } from "../forms/period.ts";
import { answersOf, todayIn } from "./caseReading.ts";
import type { Context } from "./context.ts";
import { inForce } from "./definitions.ts";
import { makePdf, type StartDocumentsWorker } from "./makePdf.ts";
import { makeOpenFile } from "./openFile.ts";
import type { ReportActions } from "./reportTypes.ts";
import { serverNow } from "./serverClock.ts";

const DOCUMENT = "report";

export function makeReportActions(context: Context, startWorker: StartDocumentsWorker): ReportActions {
  const count = (definitionId: string, period: Period) => {
    const definition = inForce(context, definitionId);
    if (!definition) return undefined;
    const cases = [...context.library.shelves.values()]
      .filter(({ file }) => file.started?.record.definition === definitionId)
      .map(({ file }) => ({ file, answers: answersOf(file) }));
    const today = todayIn(serverNow(context));
    const name = (extension: string) =>
      fileNameBy(
        definition.exports.fileName,
        { reference: null, document: DOCUMENT, date: today },
        extension,
      );
    const meta = { panelName: definition.name, year: periodWords(period) };
    return { definition, report: annualReport(definition, cases, period, today), today, name, meta };
  };

  const compose = ({ definition, report, today, meta }: NonNullable<ReturnType<typeof count>>) =>
    makeReportDocument(report, {
      ...meta,
      handlingMark: definition.handling.mark,
      countedOn: formatCalendarDate(today),
      createdAtMs: context.now(),
    });

  return {
    annualReport: (definition, period) => count(definition, period)?.report,

    annualReportCsv(definition, period) {
      const counted = count(definition, period);
      if (!counted) return { ok: false, problem: { kind: "not-allowed" } };
      const { report, meta, name } = counted;
      return makeOpenFile(context, [definition], DOCUMENT, () => ({
        bytes: makeCsv(...reportTable(report, meta)),
        fileName: name("csv"),
      }));
    },

    composeAnnualReport(definition, period) {
      const counted = count(definition, period);
      return counted && compose(counted);
    },

    async exportAnnualReport(definitionId, period, wish) {
      const counted = count(definitionId, period);
      if (!counted) return { ok: false, problem: { kind: "not-allowed" } };
      const model = compose(counted);
      const making = {
        ...wish,
        startWorker,
        panel: counted.definition.id,
        fileName: counted.name("pdf"),
      };
      return makePdf(context, making, (worker, password, onPage) =>
        worker.renderDocument(model, password, { urls: NOTO_SANS }, onPage),
      );
    },

    recordReportExport: (definition, { from, to }, how) =>
      context.scribe.write(context.identity.panel, [{ type: "report-exported", definition, from, to, how }]),
  };
}
