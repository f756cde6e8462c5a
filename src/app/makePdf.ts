/** A document as a protected PDF, made in a worker: nothing leaves the device, and nothing is kept. */
import { proxy, type ProxyMarked, type Remote, wrap } from "comlink";
import { makePassword } from "../documents/password.ts";
import type { ProtectedPdf } from "../documents/protectedPdf.ts";
import type { DocumentsWorker } from "../documents/worker.ts";
import type { ExportedPdf, Outcome } from "./api.ts";
import type { Context } from "./context.ts";

export type StartDocumentsWorker = () => Worker;
type OnPage = ((page: number) => void) & ProxyMarked;

/** Rejects nothing: a cancelled or failed making is an outcome. `onProgress` hears pages begun. */
export async function makePdf(
  { random }: Pick<Context, "random">,
  {
    startWorker,
    onProgress,
    signal,
    fileName,
  }: {
    readonly startWorker: StartDocumentsWorker;
    readonly onProgress: (done: number, total: number) => void;
    readonly signal: AbortSignal;
    readonly fileName: string;
  },
  render: (worker: Remote<DocumentsWorker>, password: string, onPage: OnPage) => Promise<ProtectedPdf>,
): Promise<Outcome<ExportedPdf>> {
  const password = makePassword(random);
  const worker = startWorker();
  try {
    const made = await Promise.race([
      render(
        wrap<DocumentsWorker>(worker),
        password,
        proxy((page: number) => onProgress(page, 0)),
      ),
      aborted(signal),
      failed(worker),
    ]);
    if (made === undefined || made.kind !== "made") return { ok: false, problem: { kind: "unexpected" } };
    const bytes = made.bytes as ExportedPdf["bytes"];
    return {
      ok: true,
      value: {
        bytes,
        fileName,
        password,
        pages: made.pages,
        missingGlyphs: made.missing.length,
        unshown: made.unshown,
      },
    };
  } catch {
    return { ok: false, problem: { kind: "unexpected" } };
  } finally {
    worker.terminate();
  }
}

const aborted = (signal: AbortSignal): Promise<undefined> =>
  new Promise((resolve) => signal.addEventListener("abort", () => resolve(undefined), { once: true }));

const failed = (worker: Worker): Promise<undefined> =>
  new Promise((resolve) => worker.addEventListener("error", () => resolve(undefined), { once: true }));
