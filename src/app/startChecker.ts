/** The checker in a browser: the same two workers as the app, and none of its database. */
import { type Remote, transfer, wrap } from "comlink";
import { z } from "zod";
import type { DocumentsWorker } from "../documents/worker.ts";
import type { Checker } from "./checkTypes.ts";
import { makeChecker } from "./checking.ts";
import { startVault } from "./vaultClient.ts";

// As in confer.ts: the content security policy forbids eval, by which zod would speed itself up.
z.config({ jitless: true });

const SLOWEST_MS = 60_000;
/** Of one picture. */
const SLOWEST_PICTURE_MS = 20_000;

export async function startChecker(workers: {
  readonly startVaultWorker: () => Worker;
  readonly startDocumentsWorker: () => Worker;
}): Promise<Checker> {
  const vault = await startVault(workers.startVaultWorker);
  return {
    readPicture: makePictureReader(workers.startDocumentsWorker),
    ...makeChecker({
      vault,
      // A worker of its own for each file: a hostile one takes it down alone, and not for longer than a minute.
      readEnclosed: async (file, password) => {
        const worker = workers.startDocumentsWorker();
        try {
          return await Promise.race([
            wrap<DocumentsWorker>(worker).readEnclosed(file, password),
            new Promise<{ kind: "damaged" }>((resolve) => {
              setTimeout(() => resolve({ kind: "damaged" }), SLOWEST_MS);
              worker.addEventListener("error", () => resolve({ kind: "damaged" }), { once: true });
            }),
          ]);
        } finally {
          worker.terminate();
        }
      },
    }),
  };
}

/** One worker for all frames of a camera; another in its place where one does not answer. */
function makePictureReader(startWorker: () => Worker): Checker["readPicture"] {
  let running: { readonly worker: Worker; readonly remote: Remote<DocumentsWorker> } | undefined;
  return async (picture) => {
    if (!running) {
      const worker = startWorker();
      running = { worker, remote: wrap<DocumentsWorker>(worker) };
    }
    const { worker, remote } = running;
    let late: ReturnType<typeof setTimeout> | undefined;
    const given = picture instanceof Blob ? picture : transfer(picture, [picture]);
    const giveUp = new Promise<undefined>((resolve) => {
      late = setTimeout(() => {
        worker.terminate();
        if (running?.worker === worker) running = undefined;
        resolve(undefined);
      }, SLOWEST_PICTURE_MS);
    });
    try {
      return await Promise.race([remote.readCode(given), giveUp]);
    } finally {
      clearTimeout(late);
    }
  };
}
