/** A document that leaves the app. A part of the surface in api.ts. */
import type { Unshown } from "../documents/pdf/foreign.ts";
import type { CopyOf } from "../forms/copyOf.ts";

export type { Unshown } from "../documents/pdf/foreign.ts";
export type { Block as DocumentBlock, DocumentModel } from "../documents/model.ts";

export type ExportedPdf = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly fileName: string;
  readonly opensWith: OpensWith;
  readonly pages: number;
  readonly missingGlyphs: number;
  /** Papers in it that stand there as a page that says why they are not shown. */
  readonly unshown: readonly Unshown[];
};

/** A file in clear. */
export type OpenFile = Pick<ExportedPdf, "bytes" | "fileName">;

export type OpensWith =
  /** One of the panel's register: its name alone, so that file and password are never beside one another. [ASH-77] */
  | { readonly kind: "register"; readonly name: string }
  /** Made for this file and kept nowhere. */
  | { readonly kind: "one-off"; readonly password: string };

/** How a document left the app: what the register and the histories say of it. */
export type TakenOut<How extends string = "download" | "share" | "print"> = {
  readonly how: How;
  /** The name of the register's password that opens it, where one does. */
  readonly protectedBy?: string | undefined;
  /** Which copy it was; undefined for one that names no reader. */
  readonly copy?: CopyOf | undefined;
};

/** What a person gives when they have a document made. */
export type ExportWish = {
  /** A password of its own, for one recipient, even where the panel's register has one. */
  readonly oneOff: boolean;
  /** Hears pages begun, and how many there will be, or 0. */
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
};
