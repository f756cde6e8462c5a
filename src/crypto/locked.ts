/** A call that needs keys came after locking. The app treats it as "locked", not as a fault. */
export class VaultLockedError extends Error {
  override name = "VaultLockedError";
}
