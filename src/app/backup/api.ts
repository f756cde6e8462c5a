/** What screens see of backup files of unsent work; the calls are in app/api.ts. */

/** A backup file that cannot be taken in here. */
export type BackupProblem = {
  readonly kind: "backup";
  readonly reason:
    | "not-a-backup"
    | "newer"
    | "damaged"
    | "wrong-passphrase"
    | "wrong-code"
    | "other-person"
    | "unknown-here"
    | "not-confirmed";
};

/** Of what the server has not acknowledged or has refused; undefined while there is nothing. */
export type BackupState = {
  readonly oldestMs: number | undefined;
  readonly newestMs: number | undefined;
  /** When the last backup file that was handed over had been made. */
  readonly savedMs: number | undefined;
};

export type BackupCopy = { readonly file: Blob; readonly fileName: string; readonly madeMs: number };

/** What a backup file added here. `notesLeft`: half-made screens that were begun here too, and stay as they are here. */
export type Imported = {
  readonly entries: number;
  readonly typing: number;
  readonly papers: number;
  readonly notes: number;
  readonly notesLeft: number;
  /** Pieces that this version does not know. */
  readonly unknown: number;
};

export type UnlockWith = { readonly passphrase: string } | { readonly recoveryCode: string };
