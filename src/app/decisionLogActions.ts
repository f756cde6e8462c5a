/** The log of decisions, read here and taken out: a page, a table, or a protected PDF. [ASH-49] */
import { makeCsv } from "../documents/csv.ts";
import { makeDecisionLog } from "../documents/decisionLog.ts";
import { makeFileName } from "../documents/fileName.ts";
import { NOTO_SANS } from "../documents/fontUrls.ts";
import { formatCalendarDate } from "../domain/calendarDate.ts";
import { todayIn } from "./caseReading.ts";
import type { Context } from "./context.ts";
import { decisionLog, loggedDecisions, logTable } from "./decisionLog.ts";
import type { DecisionLogActions } from "./decisionLogTypes.ts";
import { inForce } from "./definitions.ts";
import { makePdf, type StartDocumentsWorker } from "./makePdf.ts";
import { makeOpenFile } from "./openFile.ts";
import { serverNow } from "./serverClock.ts";
import type { LogFilter } from "./triageTypes.ts";

const LOG = "log-of-decisions";

export function makeDecisionLogActions(
  context: Context,
  startWorker: StartDocumentsWorker,
): DecisionLogActions {
  const compose = (filter: LogFilter) => {
    const rows = decisionLog(context, filter);
    const panels = [...new Set(rows.map(({ definitionId }) => definitionId))];
    const marks = new Set(panels.flatMap((id) => inForce(context, id)?.handling.mark ?? []));
    const { definitionId } = filter;
    const model = makeDecisionLog(loggedDecisions(rows), {
      panelName: definitionId === undefined ? null : (inForce(context, definitionId)?.name ?? definitionId),
      days: daysWords(filter),
      handlingMark: [...marks].join(" · "),
      madeOn: formatCalendarDate(todayIn(serverNow(context))),
      createdAtMs: context.now(),
    });
    return { model, panel: panels.length === 1 ? panels[0] : undefined };
  };

  return {
    decisionLog: (filter) => decisionLog(context, filter),
    decisionLogCsv(filter) {
      const rows = decisionLog(context, filter);
      const panels = rows.map(({ definitionId }) => definitionId);
      return makeOpenFile(context, panels, LOG, () => ({
        bytes: makeCsv(...logTable(rows)),
        fileName: makeFileName(LOG, null, "csv"),
      }));
    },
    composeDecisionLog: (filter) => compose(filter).model,

    async exportDecisionLog(filter, wish) {
      const { model, panel } = compose(filter);
      const fileName = makeFileName(LOG, null);
      return makePdf(context, { ...wish, startWorker, panel, fileName }, (worker, password, onPage) =>
        worker.renderDocument(model, password, { urls: NOTO_SANS }, onPage),
      );
    },

    async recordLogExport(filter, how, protectedBy) {
      const opens = protectedBy === undefined ? {} : { protectedBy };
      for (const scope of new Set(decisionLog(context, filter).map((row) => row.scope))) {
        const written = await context.scribe.write(scope, [
          { type: "exported", document: "log", how, ...opens },
        ]);
        if (!written.ok) return written;
      }
      return { ok: true, value: undefined };
    },
  };
}

function daysWords({ from, to }: LogFilter): string {
  if (from === undefined && to === undefined) return "At any time";
  const since = from === undefined ? "" : `From ${formatCalendarDate(from)}`;
  if (to === undefined) return since;
  return since === "" ? `Until ${formatCalendarDate(to)}` : `${since} until ${formatCalendarDate(to)}`;
}
