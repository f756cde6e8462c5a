/** Letters about a case. A part of the surface in api.ts. */
import type { Letter } from "../documents/letter.ts";
import type { ScopeId } from "../domain/ids.ts";
import type { DocumentModel, ExportedPdf, ExportWish } from "./exportTypes.ts";
import type { Outcome } from "./outcome.ts";

export type { Letter } from "../documents/letter.ts";

export type LetterActions = {
  /** Undefined for a case that this person may not decide about, or whose form is not on this device. */
  composeLetter(scope: ScopeId, letter: Letter): DocumentModel | undefined;
  exportLetter(scope: ScopeId, letter: Letter, wish: ExportWish): Promise<Outcome<ExportedPdf>>;
};
