/** What one agency is to do, as a document of its own. A part of the surface in api.ts. */
import type { ListedAction } from "./actionTypes.ts";
import type { DocumentModel, ExportedPdf, ExportWish } from "./exportTypes.ts";
import type { Outcome } from "./outcome.ts";

/** As chosen and put in order by whoever makes it; the words of each, as a reader reads them. */
export type ActionListWish = {
  readonly agency: string;
  readonly actions: readonly {
    readonly action: ListedAction;
    readonly due: string;
    readonly state: string;
  }[];
};

export type ActionListActions = {
  /** Each other agency’s actions stay out, whatever was asked for. */
  composeActionList(list: ActionListWish): DocumentModel;
  exportActionList(list: ActionListWish, wish: ExportWish): Promise<Outcome<ExportedPdf>>;
  /** In the history of every case in it. */
  recordActionList(list: ActionListWish, how: "download" | "share" | "print"): Promise<Outcome>;
};
