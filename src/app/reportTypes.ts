/** A panel's year in numbers, to be read and taken out. A part of the surface in api.ts. */
import type { AnnualReport } from "../forms/annualReport.ts";
import type { WholeFollowThrough } from "../forms/followThrough.ts";
import type { Period } from "../forms/period.ts";
import type { DocumentModel, ExportedPdf, ExportWish, OpenFile } from "./exportTypes.ts";
import type { Outcome } from "./outcome.ts";

export type ReportActions = {
  /** Of the cases on this device. Undefined for a panel that is not in force. */
  annualReport(definition: string, period: Period): AnnualReport | undefined;
  /** The same as a table for a spreadsheet. Refused where the panel's rule says so. */
  annualReportCsv(definition: string, period: Period): Outcome<OpenFile>;
  /** Undefined as for `annualReport`. */
  composeAnnualReport(definition: string, period: Period): DocumentModel | undefined;
  exportAnnualReport(definition: string, period: Period, wish: ExportWish): Promise<Outcome<ExportedPdf>>;
  /** It left the app: said beside the report, to all who may read it. */
  recordReportExport(
    definition: string,
    period: Period,
    how: "download" | "share" | "print" | "table",
  ): Promise<Outcome>;
};

export type FollowThroughWish = {
  /** The ids of the panels whose actions are counted. */
  readonly panels: readonly string[];
  /** In which they were agreed. */
  readonly period: Period;
  /** As the screen shows them. */
  readonly agencies: readonly WholeFollowThrough[];
};

export type FollowThroughActions = {
  composeFollowThrough(wish: FollowThroughWish): DocumentModel;
  exportFollowThrough(wish: FollowThroughWish, making: ExportWish): Promise<Outcome<ExportedPdf>>;
  /** It left the app: kept for each of the panels, as of the yearly report. */
  recordFollowThrough(wish: FollowThroughWish, how: "download" | "share" | "print"): Promise<Outcome>;
};
