/** A document as a protected PDF, made in a worker: nothing leaves the device, and nothing is kept. */
import { proxy, type ProxyMarked, type Remote, wrap } from "comlink";
import { makePassword } from "../documents/password.ts";
import type { ProtectedPdf } from "../documents/protectedPdf.ts";
import type { DocumentsWorker } from "../documents/worker.ts";
import { currentPassword } from "../domain/passwords.ts";
import type { ExportedPdf, Outcome } from "./api.ts";
import { todayIn } from "./caseReading.ts";
import type { Context } from "./context.ts";
import { passwordsOf } from "./passwordRegister.ts";
import type { ExportWish, OpensWith } from "./exportTypes.ts";
import { serverNow } from "./serverClock.ts";
import { CertificateUnusableError } from "./signPdf.ts";

export type StartDocumentsWorker = () => Worker;
type OnPage = ((page: number) => void) & ProxyMarked;

export type PdfOrder = ExportWish & {
  readonly startWorker: StartDocumentsWorker;
  readonly fileName: string;
  /** The id of the panel whose document it is. */
  readonly panel: string | undefined;
};

/**
 * With the password of the panel's register where there is one, else with one of its own: nothing about a case is
 * ever made without. [ASH-69] Rejects nothing: a cancelled or failed making is an outcome.
 */
export async function makePdf(
  context: Context,
  { startWorker, onProgress, signal, fileName, panel, oneOff }: PdfOrder,
  render: (worker: Remote<DocumentsWorker>, password: string, onPage: OnPage) => Promise<ProtectedPdf>,
): Promise<Outcome<ExportedPdf>> {
  const chosen = oneOff || panel === undefined ? undefined : registered(context, panel);
  const password = chosen?.password ?? makePassword(context.random);
  const opensWith: OpensWith = chosen
    ? { kind: "register", name: chosen.name }
    : { kind: "one-off", password };
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
    if (made === undefined) return { ok: false, problem: { kind: "unexpected" } };
    if (made.kind !== "made") return { ok: false, problem: { kind: "password-refused" } };
    const bytes = made.bytes as ExportedPdf["bytes"];
    return {
      ok: true,
      value: {
        bytes,
        fileName: chosen ? namedFor(fileName, chosen.month) : fileName,
        opensWith,
        pages: made.pages,
        missingGlyphs: made.missing.length,
        unshown: made.unshown,
      },
    };
  } catch (error) {
    if (error instanceof CertificateUnusableError)
      return { ok: false, problem: { kind: "certificate", reason: "unusable" } };
    return { ok: false, problem: { kind: "unexpected" } };
  } finally {
    worker.terminate();
  }
}

const registered = (context: Context, panel: string) =>
  currentPassword(passwordsOf(context, panel), todayIn(serverNow(context)));

/** Years later, whoever holds the file still sees which of the register's passwords to look for. */
const namedFor = (fileName: string, month: string): string =>
  fileName.replace(/\.pdf$/, `-password-${month}.pdf`);

const aborted = (signal: AbortSignal): Promise<undefined> =>
  new Promise((resolve) => signal.addEventListener("abort", () => resolve(undefined), { once: true }));

const failed = (worker: Worker): Promise<undefined> =>
  new Promise((resolve) => worker.addEventListener("error", () => resolve(undefined), { once: true }));
