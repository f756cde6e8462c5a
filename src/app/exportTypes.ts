/** A document that leaves the app. A part of the surface in api.ts. */
import type { Unshown } from "../documents/pdf/foreign.ts";

export type { Unshown } from "../documents/pdf/foreign.ts";
export type { Block as DocumentBlock, DocumentModel } from "../documents/model.ts";

export type ExportedPdf = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly fileName: string;
  readonly password: string;
  readonly pages: number;
  readonly missingGlyphs: number;
  /** Papers in it that stand there as a page that says why they are not shown. */
  readonly unshown: readonly Unshown[];
};
