/** A document that leaves the app. A part of the surface in api.ts. */
export type { Block as DocumentBlock, DocumentModel } from "../documents/model.ts";

export type ExportedPdf = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly fileName: string;
  readonly password: string;
  readonly pages: number;
  readonly missingGlyphs: number;
};
