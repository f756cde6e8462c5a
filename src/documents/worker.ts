/**
 * Makes documents off the main thread. To cancel, terminate the worker: nothing outlives it.
 * Needs no eval and no WebAssembly; its only requests are for the font files it is told of.
 */
import { expose, transfer } from "comlink";
import type { PanelDefinition } from "../forms/definition.ts";
import { makeBlankForm } from "./blankForm.ts";
import type { FontUrls } from "./fontUrls.ts";
import { type CheckedPdf, checkPdf } from "./guard/checkPdf.ts";
import { type Enclosed, readEnclosed } from "./guard/readEnclosed.ts";
import type { OnPage } from "./pdf/flow.ts";
import type { FontFiles } from "./pdf/fonts.ts";
import { makeWorkerSheet, type PreparedPhoto, preparePhoto, type Turn } from "./photo/preparePhoto.ts";
import { makePhotosPdf } from "./photosPdf.ts";
import { makeMinutesPdf, type MinutesPdfInput } from "./minutesPdf.ts";
import type { DocumentModel } from "./model.ts";
import { makeOpenPdf } from "./openPdf.ts";
import { makeProtectedPdf, type ProtectedPdf } from "./protectedPdf.ts";
import { makeReferralPdf } from "./referralPdf.ts";
import type { ReferralPdfInput } from "./referralPdf.ts";

/** Fonts already at hand, or where they are: addresses of this app, not of others. */
export type FontSource = { files: FontFiles } | { urls: FontUrls };

const documents = {
  /** `onPage` is a comlink proxy; it hears each page's number as that page is begun. */
  async renderReferralPdf(
    input: ReferralPdfInput,
    fonts: FontSource,
    onPage?: OnPage,
  ): Promise<ProtectedPdf> {
    const files = "files" in fonts ? fonts.files : await fetchFonts(fonts.urls);
    return handOver(await makeReferralPdf(input, files, randomBytes, onPage));
  },

  async renderMinutesPdf(input: MinutesPdfInput, fonts: FontSource, onPage?: OnPage): Promise<ProtectedPdf> {
    const files = "files" in fonts ? fonts.files : await fetchFonts(fonts.urls);
    return handOver(await makeMinutesPdf(input, files, randomBytes, onPage));
  },

  /** Any other document, composed by whoever asks for it. */
  async renderDocument(
    model: DocumentModel,
    password: string,
    fonts: FontSource,
    onPage?: OnPage,
  ): Promise<ProtectedPdf> {
    const files = "files" in fonts ? fonts.files : await fetchFonts(fonts.urls);
    return handOver(await makeProtectedPdf(model, password, files, randomBytes, onPage));
  },

  /** The only one in clear: it takes a panel's definition, so that nothing about anybody can be given to it. */
  async renderBlankForm(
    definition: PanelDefinition,
    createdAtMs: number,
    fonts: FontSource,
  ): Promise<ProtectedPdf> {
    const files = "files" in fonts ? fonts.files : await fetchFonts(fonts.urls);
    return handOver(await makeOpenPdf(makeBlankForm(definition, createdAtMs), files));
  },

  /** Can workers of this browser draw? */
  canDraw: (): boolean => typeof OffscreenCanvas === "function",

  preparePhoto: (file: Blob, turn: Turn): Promise<PreparedPhoto> => preparePhoto(file, turn, makeWorkerSheet),

  async photosToPdf(photos: readonly Blob[], onPage?: OnPage): Promise<Blob> {
    const jpegs = await Promise.all(photos.map(async (each) => new Uint8Array(await each.arrayBuffer())));
    const bytes = (await makePhotosPdf(jpegs, onPage)) as Uint8Array<ArrayBuffer>;
    return new Blob([bytes], { type: "application/pdf" });
  },

  /** A frame of a camera, or a photo: text of the code in it. Its reader is fetched when first asked for. */
  readCode: async (picture: Blob | ImageBitmap): Promise<string | undefined> =>
    (await import("./photo/codeIn.ts")).codeIn(picture),

  readEnclosed: (file: Uint8Array, password: string): Promise<Enclosed> => readEnclosed(file, password),

  /** The caller ends this worker when it takes too long. */
  checkPdf: async (file: Blob): Promise<CheckedPdf> => checkPdf(new Uint8Array(await file.arrayBuffer())),
};

export type DocumentsWorker = typeof documents;

expose(documents);

const handOver = (made: ProtectedPdf): ProtectedPdf =>
  made.kind === "made" ? transfer(made, [made.bytes.buffer]) : made;

async function fetchFonts(urls: FontUrls): Promise<FontFiles> {
  const [regular, bold] = await Promise.all([fetchAll(urls.regular), fetchAll(urls.bold)]);
  return { regular, bold };
}

const fetchAll = (urls: string[]): Promise<Uint8Array[]> => Promise.all(urls.map(fetchBytes));

/** Fonts are part of the installed app, so a failure here means that it is not installed whole. */
async function fetchBytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`A font file answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}
