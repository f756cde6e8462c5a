/** A case in the boxes of another system: read, as a file, and as a protected PDF. */
import { makeCsv } from "../documents/csv.ts";
import { makeFileName } from "../documents/fileName.ts";
import { NOTO_SANS } from "../documents/fontUrls.ts";
import type { DocumentModel } from "../documents/model.ts";
import { makeTransferDocument } from "../documents/transfer.ts";
import { formatCalendarDate } from "../domain/calendarDate.ts";
import type { ScopeId } from "../domain/ids.ts";
import { type TransferRow, transferRows } from "../forms/transferRows.ts";
import { todayIn } from "./caseReading.ts";
import { viewCase } from "./caseViews.ts";
import type { Context } from "./context.ts";
import { makePdf, type StartDocumentsWorker } from "./makePdf.ts";
import { makeOpenFile } from "./openFile.ts";
import { serverNow } from "./serverClock.ts";
import type { TransferActions } from "./transferTypes.ts";

const EXTRACT = "extract";

export function makeTransferActions(context: Context, startWorker: StartDocumentsWorker): TransferActions {
  const open = (scope: ScopeId, key: string) => {
    const view = viewCase(context, scope);
    const transfer = view?.definition?.transfers?.find((each) => each.key === key);
    if (!view?.definition || !transfer || !view.mayDecide) return undefined;
    const { definition, file, snapshots, summary } = view;
    const { meetings } = context.library.book;
    const dayOf = (meeting: string) =>
      Object.hasOwn(meetings, meeting) ? (meetings[meeting]?.value.date ?? "") : "";
    const rows = transferRows(transfer, { definition, file, snapshot: snapshots[0]?.snapshot, dayOf });
    return { transfer, rows, definition, reference: summary.reference };
  };

  const compose = (scope: ScopeId, key: string): DocumentModel | undefined => {
    const found = open(scope, key);
    if (!found) return undefined;
    const { transfer, rows, definition, reference } = found;
    return makeTransferDocument(transfer.label, rows, {
      reference,
      panelName: definition.name,
      handlingMark: definition.handling.mark,
      madeOn: formatCalendarDate(todayIn(serverNow(context))),
      createdAtMs: context.now(),
    });
  };

  return {
    readTransfer: open,
    composeTransfer: compose,

    transferFile(scope, key, format) {
      const found = open(scope, key);
      if (!found) return { ok: false, problem: { kind: "not-allowed" } };
      const { rows, reference, definition } = found;
      return makeOpenFile(context, [definition.id], EXTRACT, () => ({
        bytes: format === "csv" ? tableOf(rows) : dataOf(rows),
        fileName: makeFileName(EXTRACT, reference, format),
      }));
    },

    async exportTransfer(scope, key, wish) {
      const model = compose(scope, key);
      const found = open(scope, key);
      if (!found || !model) return { ok: false, problem: { kind: "not-allowed" } };
      const fileName = makeFileName(EXTRACT, found.reference);
      return makePdf(
        context,
        { ...wish, startWorker, panel: found.definition.id, fileName },
        (worker, password, onPage) => worker.renderDocument(model, password, { urls: NOTO_SANS }, onPage),
      );
    },
  };
}

const tableOf = (rows: readonly TransferRow[]): Uint8Array<ArrayBuffer> =>
  makeCsv(
    rows.map(({ label }) => label),
    [rows.map(({ value }) => value)],
  );

const dataOf = (rows: readonly TransferRow[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    JSON.stringify(Object.fromEntries(rows.map((row) => [row.key, row.value])), null, 2),
  );
