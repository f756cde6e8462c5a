/** Sizes, and what the browser says of its storage, in words. */
import type { DeviceCheck } from "../../app/stages.ts";

const MEGABYTE = 1_000_000;

/** "12 MB", "1.4 GB", "less than 1 MB". */
export function sizeWords(bytes: number): string {
  if (bytes < MEGABYTE) return "less than 1 MB";
  if (bytes < 1000 * MEGABYTE) return `${Math.round(bytes / MEGABYTE)} MB`;
  return `${(bytes / (1000 * MEGABYTE)).toFixed(1)} GB`;
}

export function storageWords(check: DeviceCheck | undefined): string {
  if (check?.usedBytes === undefined) return "The browser does not say.";
  if (check.quotaBytes === undefined) return `${sizeWords(check.usedBytes)} used`;
  return `${sizeWords(check.usedBytes)} used of the ${sizeWords(check.quotaBytes)} this browser allows`;
}

export function persistedWords(persisted: DeviceCheck["persisted"] | undefined): string {
  switch (persisted) {
    case "yes":
      return "The browser promises not to clear it by itself.";
    case "no":
      return "The browser may clear it when the device is short of room.";
    case "unknown":
    case undefined:
      return "The browser does not say whether it may clear it.";
  }
}

type Missing = DeviceCheck["missing"][number];

/** What each missing thing means for the person, who need not know its name. */
const MISSING = {
  indexeddb: "It cannot keep work on the device (it has no IndexedDB).",
  webassembly: "It cannot run the program that encrypts (it has no WebAssembly).",
  worker: "It cannot work in the background (it has no web workers).",
  crypto: "It offers no safe random numbers, or the address does not begin with https.",
  locks: "It cannot keep two windows from writing at once (it has no web locks).",
} satisfies Record<Missing, string>;

export const missingWords = (missing: Missing): string => MISSING[missing];
