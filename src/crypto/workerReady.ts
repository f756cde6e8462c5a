/** Said once by the vault worker when it can be called. */
export const WORKER_READY = "vault-ready";
