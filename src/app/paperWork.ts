/**
 * What is done to a paper before it is sealed: photographs made ready, several made one document, PDFs looked
 * through. In a worker that ends when it is done, when the person cancels, or when it takes too long: a file
 * made to do harm can hold up nothing else.
 */
import { proxy, type Remote, wrap } from "comlink";
import type { PdfFault } from "../documents/guard/checkPdf.ts";
import { type PhotoFault, preparePhoto, type Sheet, type Turn } from "../documents/photo/preparePhoto.ts";
import type { DocumentsWorker } from "../documents/worker.ts";
import type { Outcome, Problem } from "./outcome.ts";

export type PaperWork = {
  /** Upright, turned so many quarters to the right, at most 2,200 pixels long, without the camera's notes. */
  preparePhoto(file: Blob, turn: Turn, signal: AbortSignal): Promise<Outcome<Blob>>;
  /** Photographs that `preparePhoto` made, as one PDF in this order. `onPage` hears how many are in it. */
  photosToPdf(
    photos: readonly Blob[],
    onPage: (done: number) => void,
    signal: AbortSignal,
  ): Promise<Outcome<Blob>>;
  /** How many pages it has, or why it cannot be sent. */
  checkPdf(file: Blob, signal: AbortSignal): Promise<Outcome<{ readonly pages: number }>>;
};

/** A photograph takes a second or two on an old tablet; the largest PDF about ten. */
const TIME_MAX_MS = 60_000;

type WorkFault =
  | (typeof OF_PDF)[PdfFault]
  | (typeof OF_PHOTO)[PhotoFault]
  | "paper-took-too-long"
  | "cancelled";

const fail = (kind: WorkFault) => ({ ok: false, problem: { kind } }) as const;

const OF_PDF = {
  empty: "pdf-without-pages",
  damaged: "pdf-damaged",
  encrypted: "pdf-protected",
  "too-complex": "pdf-too-complex",
} as const satisfies Record<PdfFault, Problem["kind"]>;

const OF_PHOTO = {
  "cannot-be-read": "photo-unreadable",
  "too-many-pixels": "photo-too-many-pixels",
} as const satisfies Record<PhotoFault, Problem["kind"]>;

export function makePaperWork(startWorker: () => Worker, timeMaxMs = TIME_MAX_MS): PaperWork {
  /** One worker for one piece of work. `worst`: what is said of a file that the worker dies of. */
  const inWorker = async <T>(
    signal: AbortSignal,
    worst: WorkFault,
    work: (documents: Remote<DocumentsWorker>) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> => {
    if (signal.aborted) return fail("cancelled");
    const worker = startWorker();
    const ends = new AbortController();
    const once = { once: true, signal: ends.signal };
    try {
      return await Promise.race([
        work(wrap<DocumentsWorker>(worker)),
        new Promise<Outcome<T>>((resolve) => {
          signal.addEventListener("abort", () => resolve(fail("cancelled")), once);
          worker.addEventListener("error", () => resolve(fail(worst)), once);
          const late = setTimeout(() => resolve(fail("paper-took-too-long")), timeMaxMs);
          ends.signal.addEventListener("abort", () => clearTimeout(late), { once: true });
        }),
      ]);
    } catch {
      return fail(worst);
    } finally {
      ends.abort();
      worker.terminate();
    }
  };

  return {
    preparePhoto: (file, turn, signal) =>
      inWorker(signal, "photo-too-many-pixels", async (documents) => {
        const prepared = (await documents.canDraw())
          ? await documents.preparePhoto(file, turn)
          : await preparePhoto(file, turn, makePageSheet);
        return prepared.ok ? { ok: true, value: prepared.jpeg } : fail(OF_PHOTO[prepared.fault]);
      }),

    photosToPdf: (photos, onPage, signal) =>
      inWorker(signal, "photo-unreadable", async (documents) => ({
        ok: true,
        value: await documents.photosToPdf(photos, proxy(onPage)),
      })),

    checkPdf: (file, signal) =>
      inWorker(signal, "pdf-too-complex", async (documents) => {
        const checked = await documents.checkPdf(file);
        return checked.ok ? { ok: true, value: { pages: checked.pages } } : fail(OF_PDF[checked.fault]);
      }),
  };
}

/** Tablets whose workers cannot draw (Safari before 16.4) draw in the page. */
function makePageSheet(width: number, height: number): Sheet {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const paper = canvas.getContext("2d", { alpha: false });
  if (!paper) throw new Error("no canvas");
  const toJpeg = (quality: number): Promise<Blob> =>
    new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no memory"))), "image/jpeg", quality);
    });
  return { paper, toJpeg };
}
