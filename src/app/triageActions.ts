/** What co-ordinators and chairs do with a referral. Each writes one record, which every reader of the case sees. */
import { makeCsv } from "../documents/csv.ts";
import { makeFileName } from "../documents/fileName.ts";
import type { CaseRecord } from "../domain/records/record.ts";
import { takeStep } from "./caseStep.ts";
import type { Context } from "./context.ts";
import { decisionLog, logTable } from "./decisionLog.ts";
import { makeOpenFile } from "./openFile.ts";
import type { TriageActions } from "./triageTypes.ts";

const LOG = "log-of-decisions";
const done = { ok: true, value: undefined } as const;

export function makeTriageActions(context: Context): TriageActions {
  const { scribe } = context;
  return {
    accept: (scope, { note, meeting, lateReason }) =>
      takeStep(context, scope, {
        type: "accepted",
        note,
        ...(meeting === undefined ? {} : { meeting }),
        ...(lateReason === undefined ? {} : { lateReason }),
      }),
    returnForInformation: (scope, gaps, note) =>
      takeStep(context, scope, { type: "returned", gaps: [...gaps], note }),
    decline: (scope, reason) => takeStep(context, scope, { type: "declined", reason }),
    settleOutside: (scope, settled) => takeStep(context, scope, { type: "settled-outside", ...settled }),
    check: (scope, point, finding, note) =>
      scribe.write(scope, [
        { type: "checked", point, finding, ...(note === "" ? {} : { note }) } satisfies CaseRecord,
      ]),
    recordFiled: (scope, filed) => scribe.write(scope, [{ type: "filed-elsewhere", ...filed }]),

    decisionLog: (filter) => decisionLog(context, filter),
    decisionLogCsv(filter) {
      const rows = decisionLog(context, filter);
      const panels = rows.map(({ definitionId }) => definitionId);
      return makeOpenFile(context, panels, LOG, () => ({
        bytes: makeCsv(...logTable(rows)),
        fileName: makeFileName(LOG, null, "csv"),
      }));
    },
    async recordLogExport(filter, how) {
      for (const scope of new Set(decisionLog(context, filter).map((row) => row.scope))) {
        const written = await scribe.write(scope, [{ type: "exported", document: "log", how }]);
        if (!written.ok) return written;
      }
      return done;
    },
  };
}
