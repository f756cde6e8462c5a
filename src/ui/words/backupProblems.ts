/** A backup file that cannot be taken in here, in words. */
import type { BackupProblem } from "../../app/backup/api.ts";
import type { ProblemWords } from "./problemWords.ts";

const FILE_KEPT = "Nothing was changed, on this device or in the file.";

export const BACKUP_PROBLEMS: Record<BackupProblem["reason"], ProblemWords> = {
  "not-a-backup": {
    title: "That file is not a Confer backup",
    safe: FILE_KEPT,
    next: "Choose the file whose name begins “confer-backup”. If that is the one you chose, something else was saved under its name.",
  },
  newer: {
    title: "That backup was saved by a newer version of Confer",
    safe: FILE_KEPT,
    next: "Close Confer, open it again with a connection, choose Update when it offers, then choose the file again.",
  },
  damaged: {
    title: "That backup file is damaged or not complete",
    safe: FILE_KEPT,
    next: "Copy it again from where it was saved: it may have been cut short on the way. If another backup was saved, try that one. Keep this one too.",
  },
  "wrong-passphrase": {
    title: "That passphrase does not open this backup",
    safe: FILE_KEPT,
    next: "Use the passphrase that you had when the backup was saved, or the recovery code of that device. You can try as often as you like.",
  },
  "wrong-code": {
    title: "That recovery code does not open this backup",
    safe: FILE_KEPT,
    next: "Use the code that was printed on the device where the backup was saved, or the passphrase that you had then.",
  },
  "other-person": {
    title: "That backup belongs to somebody else",
    safe: FILE_KEPT,
    next: "Only the person who saved it can open it, on their own device. Choose your own file.",
  },
  "unknown-here": {
    title: "This server does not know the device that saved this backup",
    safe: FILE_KEPT,
    next: "Check that you opened Confer at the address you usually use. If you did, telephone your co-ordinator, and keep the file.",
  },
  "not-confirmed": {
    title: "Your co-ordinator has not confirmed you yet",
    safe: FILE_KEPT,
    next: "Telephone your co-ordinator and compare the six words. Then choose the file again.",
  },
};
