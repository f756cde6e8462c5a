/** The worker's side of the vault: nothing but the vault, made reachable. */
import { expose } from "comlink";
import { createVault } from "./vault.ts";
import { WORKER_READY } from "./workerReady.ts";

expose(await createVault());
// A message sent before this point would be lost while libsodium compiles: the page waits for the word.
postMessage(WORKER_READY);
