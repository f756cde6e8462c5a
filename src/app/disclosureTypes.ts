/** A copy of what is held, for the person it is about. A part of the surface in api.ts. */
import type { ScopeId } from "../domain/ids.ts";
import type { HeldPart } from "../forms/disclosure/held.ts";
import type { Marks } from "../forms/disclosure/withhold.ts";
import type { DocumentModel, ExportedPdf, ExportWish } from "./exportTypes.ts";
import type { Outcome } from "./outcome.ts";

export type Disclosure = {
  readonly parts: readonly HeldPart[];
  /** As they were last kept, by anybody who decides. */
  readonly marks: Marks;
};

export type DisclosureActions = {
  /** Undefined for a case that this person may not decide about, or whose form is not on this device. */
  readDisclosure(scope: ScopeId): Disclosure | undefined;
  keepMarks(scope: ScopeId, marks: Marks): Promise<Outcome>;
  /** What is withheld is taken out before anything is made. Undefined as for `readDisclosure`. */
  composeDisclosure(scope: ScopeId, marks: Marks): DocumentModel | undefined;
  /** The same as a protected PDF. */
  exportDisclosure(scope: ScopeId, marks: Marks, wish: ExportWish): Promise<Outcome<ExportedPdf>>;
};
