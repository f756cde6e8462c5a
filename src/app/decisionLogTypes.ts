/** The log of decisions. A part of the surface in api.ts. */
import type { DocumentModel } from "../documents/model.ts";
import type { ExportedPdf, ExportWish, OpenFile } from "./exportTypes.ts";
import type { Outcome } from "./outcome.ts";
import type { LogFilter, LogRow } from "./triageTypes.ts";

export type DecisionLogActions = {
  /** Decisions about every case on this device that was sent to a panel, newest first. [ASH-49] */
  decisionLog(filter: LogFilter): readonly LogRow[];
  /** A table for a spreadsheet, where every panel in it lets one leave without a password. */
  decisionLogCsv(filter: LogFilter): Outcome<OpenFile>;
  /** The log as a document, by reference and with no name of anybody referred. */
  composeDecisionLog(filter: LogFilter): DocumentModel;
  exportDecisionLog(filter: LogFilter, wish: ExportWish): Promise<Outcome<ExportedPdf>>;
  /**
   * It left the app: said in the history of every case that it tells of. `protectedBy`: the name of the register's
   * password that opens it, where one does.
   */
  recordLogExport(
    filter: LogFilter,
    how: "download" | "share" | "print",
    protectedBy?: string,
  ): Promise<Outcome>;
};
