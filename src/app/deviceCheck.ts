/** What this browser lacks or will not promise: told before anything is typed. */
import type { DeviceCheck } from "./stages.ts";

const LOW_SHARE = 0.9;
const LOW_FREE_BYTES = 50 * 1024 * 1024;

/** Lockdown Mode and some private windows take these away; each is missing as a global, or throws. */
export function missingParts(): DeviceCheck["missing"] {
  const parts = {
    indexeddb: "indexedDB" in globalThis,
    webassembly: "WebAssembly" in globalThis,
    worker: "Worker" in globalThis,
    crypto: globalThis.crypto?.subtle !== undefined,
    locks: "locks" in navigator,
  };
  return (Object.keys(parts) as (keyof typeof parts)[]).filter((part) => !parts[part]);
}

/** Ordinary windows offer a share of the disk: tens of gigabytes. Private ones a share of the memory, or far less. */
const LEAST_OF_AN_ORDINARY_WINDOW = 2 * 1024 ** 3;

function isLasting(quotaBytes: number | undefined): boolean {
  // Private windows of some browsers, and Lockdown Mode, take away the part that keeps the app itself.
  if (!("serviceWorker" in navigator)) return false;
  return quotaBytes === undefined || quotaBytes >= LEAST_OF_AN_ORDINARY_WINDOW;
}

/** Safari says it of a home-screen app in its own way. */
const isInstalled = (): boolean =>
  matchMedia("(display-mode: standalone)").matches ||
  (navigator as { readonly standalone?: boolean }).standalone === true;

export async function checkDevice(): Promise<DeviceCheck> {
  const { storage } = navigator as { storage?: StorageManager };
  const persisted = await storage?.persisted?.().catch(() => undefined);
  const estimate = await storage?.estimate?.().catch(() => undefined);
  return {
    missing: missingParts(),
    persisted: persisted === undefined ? "unknown" : persisted ? "yes" : "no",
    usedBytes: estimate?.usage,
    quotaBytes: estimate?.quota,
    installed: isInstalled(),
    lasting: isLasting(estimate?.quota),
  };
}

/** Asks the browser not to clear our storage by itself; some ask the person, some decide alone. */
export async function askToPersist(): Promise<DeviceCheck> {
  await navigator.storage?.persist?.().catch(() => false);
  return checkDevice();
}

export async function isStorageLow(): Promise<boolean> {
  const { usedBytes, quotaBytes } = await checkDevice();
  if (usedBytes === undefined || quotaBytes === undefined || quotaBytes === 0) return false;
  return usedBytes > quotaBytes * LOW_SHARE || quotaBytes - usedBytes < LOW_FREE_BYTES;
}
