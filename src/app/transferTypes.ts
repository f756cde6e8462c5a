/** What people type over into another system. A part of the surface in api.ts. */
import type { ScopeId } from "../domain/ids.ts";
import type { Transfer } from "../forms/definition/transfer.ts";
import type { TransferRow } from "../forms/transferRows.ts";
import type { DocumentModel, ExportedPdf, ExportWish, OpenFile } from "./exportTypes.ts";
import type { Outcome } from "./outcome.ts";

export type OpenTransfer = { readonly transfer: Transfer; readonly rows: readonly TransferRow[] };
export type TransferFormat = "csv" | "json";

export type TransferActions = {
  /** `key`: of one of the definition's transfers. Undefined for a case that this person may not decide about. */
  readTransfer(scope: ScopeId, key: string): OpenTransfer | undefined;
  /** In clear: for the other system, on this device. Refused where the panel's rule says so. */
  transferFile(scope: ScopeId, key: string, format: TransferFormat): Outcome<OpenFile>;
  composeTransfer(scope: ScopeId, key: string): DocumentModel | undefined;
  exportTransfer(scope: ScopeId, key: string, wish: ExportWish): Promise<Outcome<ExportedPdf>>;
};
