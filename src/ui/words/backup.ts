/** Backups of unsent work, in words, and when to be reminded of one. */
import type { Safety } from "../../app/api.ts";
import type { BackupState, Imported } from "../../app/backup/api.ts";
import type { DeviceCheck, Lost } from "../../app/stages.ts";
import { momentOf } from "../caseFile/when.ts";

const HOUR_MS = 3_600_000;
/** Work this old that only one device has is worth a file. */
const REMIND_MS = 24 * HOUR_MS;
/** The same where the browser may clear what it keeps; a moment without signal is no reason to nag. */
const REMIND_UNKEPT_MS = HOUR_MS;

export const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

/** True while something has waited for long and no backup holds it. */
export function shouldRemind(
  backup: BackupState,
  persisted: DeviceCheck["persisted"] | undefined,
  nowMs: number,
): boolean {
  const { oldestMs, newestMs, savedMs } = backup;
  if (oldestMs === undefined || newestMs === undefined) return false;
  if (savedMs !== undefined && savedMs >= newestMs) return false;
  return nowMs - oldestMs >= (persisted === "yes" ? REMIND_MS : REMIND_UNKEPT_MS);
}

/** What a backup would hold now. */
export function waitingWords(safety: Pick<Safety, "unsent" | "refused">): string {
  const { unsent, refused } = safety;
  if (unsent + refused === 0) return "Nothing waits to be sent.";
  const parts = [
    unsent > 0 ? `${counted(unsent, "item", "items")} not yet sent` : "",
    refused > 0 ? `${counted(refused, "item", "items")} refused by the server` : "",
  ];
  return `${parts.filter((part) => part !== "").join(", and ")}.`;
}

export function savedWords({ savedMs, newestMs }: BackupState): string {
  if (savedMs === undefined) return "Never on this device";
  const since = newestMs !== undefined && newestMs > savedMs ? ". Work has been added since" : "";
  return `${momentOf(savedMs)}${since}`;
}

/** What a lost database means, and what to do. */
export function lostWords({ unsent }: Lost): readonly string[] {
  const lost =
    unsent === undefined
      ? "What had not been sent may be lost."
      : unsent === 0
        ? "As far as this browser remembers, nothing waited to be sent."
        : `${counted(unsent, "unsent item", "unsent items")} may be lost.`;
  return [
    `Everything that had been sent is safe on the server. ${lost}`,
    "If you saved a backup file, open it now. Otherwise ask your co-ordinator for a new invite link.",
  ];
}

/** What a backup file brought, in sentences. */
export function importedWords({
  entries,
  typing,
  papers,
  notes,
  notesLeft,
  unknown,
}: Imported): readonly string[] {
  const added = entries + typing + papers + notes;
  const sentences = [
    added === 0
      ? "Everything in the file was on this device or on the server already. Nothing was changed."
      : `${counted(added, "item was", "items were")} added to this device. What had not been sent is sent when there is a connection.`,
  ];
  if (notesLeft > 0) {
    sentences.push(
      notesLeft === 1
        ? "1 half-made page was begun here too, and stays as it is here."
        : `${notesLeft} half-made pages were begun here too, and stay as they are here.`,
    );
  }
  if (unknown > 0) {
    sentences.push(
      `${counted(unknown, "item is", "items are")} of a kind that this version of Confer does not know. Keep the file, update Confer, and open it again.`,
    );
  }
  return sentences;
}
