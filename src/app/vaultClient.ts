/** Starts the vault's worker and waits until it can be called. */
import { wrap } from "comlink";
import type { Vault } from "../crypto/vault.ts";
import type { VaultPort } from "../crypto/vaultPort.ts";
import { WORKER_READY } from "../crypto/workerReady.ts";

/** Rejects when the worker cannot start: WebAssembly refused, or a script missing from the installed app. */
export async function startVault(startWorker: () => Worker): Promise<VaultPort> {
  const worker = startWorker();
  await new Promise<void>((resolve, reject) => {
    worker.addEventListener("message", (event: MessageEvent<unknown>) => {
      if (event.data === WORKER_READY) resolve();
    });
    worker.addEventListener("error", () => reject(new Error("the vault did not start")), { once: true });
  });
  return wrap<Vault>(worker) as unknown as VaultPort;
}
