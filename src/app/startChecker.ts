/** The checker in a browser: the same two workers as the app, and none of its database. */
import { wrap } from "comlink";
import { z } from "zod";
import type { DocumentsWorker } from "../documents/worker.ts";
import type { Checker } from "./checkTypes.ts";
import { makeChecker } from "./checking.ts";
import { startVault } from "./vaultClient.ts";

// As in confer.ts: the content security policy forbids eval, by which zod would speed itself up.
z.config({ jitless: true });

const SLOWEST_MS = 60_000;

export async function startChecker(workers: {
  readonly startVaultWorker: () => Worker;
  readonly startDocumentsWorker: () => Worker;
}): Promise<Checker> {
  const vault = await startVault(workers.startVaultWorker);
  return makeChecker({
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
  });
}
