/** The agenda and its papers as one document. A part of the surface in api.ts. */
import type { ItemId } from "../domain/ids.ts";
import type { CopyOf } from "../forms/copyOf.ts";
import type { DocumentModel, ExportedPdf, ExportWish, TakenOut } from "./exportTypes.ts";
import type { Outcome } from "./outcome.ts";

export type PackWish = {
  /** Of the agenda: cases whose papers are in it. One that this device does not hold is left out. */
  readonly items: readonly ItemId[];
  /** Files that were added to the cases, too; those that are not on the device are fetched. */
  readonly withPapers: boolean;
  /** Whose copy it is, and which: printed on every page. Undefined for one that names nobody. */
  readonly copy: CopyOf | undefined;
};

export type PackActions = {
  /**
   * To be read as a page: photographs among the papers are in it, other files by their title. Undefined where the
   * meeting is not known, or it was given up.
   */
  composePack(meeting: string, pack: PackWish, signal: AbortSignal): Promise<DocumentModel | undefined>;
  exportPack(meeting: string, pack: PackWish, wish: ExportWish): Promise<Outcome<ExportedPdf>>;
  /** It left the app: in the meeting, and in the history of every case in it. */
  recordPack(meeting: string, pack: PackWish, taken: Omit<TakenOut, "copy">): Promise<Outcome>;
};
