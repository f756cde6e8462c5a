/** From starting to an open session: the stages of the application, and the steps between them. */
import type { Profile } from "../domain/panelBook.ts";
import type { Outcome, Session } from "./api.ts";
import type { Imported, UnlockWith } from "./backup/api.ts";
import type { Live } from "./live.ts";

/** What the browser lacks or will not promise, found before anything is typed. */
export type DeviceCheck = {
  /** Without these the app cannot run at all. */
  readonly missing: readonly ("indexeddb" | "webassembly" | "worker" | "crypto" | "locks")[];
  /** Storage the browser says it will not clear by itself. `unknown`: it would not say. */
  readonly persisted: "yes" | "no" | "unknown";
  readonly usedBytes: number | undefined;
  readonly quotaBytes: number | undefined;
  readonly installed: boolean;
  /**
   * False where what is kept may be gone when the window is closed: a private window, or one that cannot keep the app
   * itself. A browser never says so; this is a guess from what it offers.
   */
  readonly lasting: boolean;
};

/** `unsent`: how much waited to be sent when it was last counted; undefined where that was not kept. */
export type Lost = { readonly unsent: number | undefined };

export type Stage =
  | { readonly kind: "starting" }
  | { readonly kind: "unsupported"; readonly check: DeviceCheck }
  /** Nobody belongs to this device yet, and no link was opened. `lost`: somebody did, and the database is gone. */
  | { readonly kind: "welcome"; readonly lost: Lost | undefined }
  /** `secret`: from the set-up link's fragment. */
  | { readonly kind: "setup"; readonly secret: string }
  | { readonly kind: "join"; readonly link: string }
  | {
      readonly kind: "locked";
      readonly reason: "start" | "button" | "idle" | "other-tab";
    }
  | { readonly kind: "open"; readonly session: Session }
  /** The database vanished while open. What was not sent is in memory, and can be saved as a backup. */
  | { readonly kind: "storage-lost"; readonly session: Session };

export type Enrolment = {
  readonly recoveryCode: string;
  /** What came from a backup file, where there was one. */
  readonly imported?: Imported;
};

/** `byPassphrase`: false where too many wrong tries had shut that door when the file was saved. */
export type BackupLook = { readonly madeMs: number; readonly byPassphrase: boolean };

export type Confer = {
  readonly stage: Live<Stage>;
  readonly check: Live<DeviceCheck | undefined>;
  /** Needs a connection. Ends locked, ready to be unlocked: the code must be shown before. */
  setUp(details: {
    secret: string;
    partnershipName: string;
    demonstration: boolean;
    profile: Profile;
    passphrase: string;
  }): Promise<Outcome<Enrolment>>;
  /** Needs a connection. */
  join(details: { link: string; passphrase: string }): Promise<Outcome<Enrolment>>;
  /** Whether a file is a backup at all, and of when. Opens nothing. */
  lookAtBackup(file: Blob): Promise<Outcome<BackupLook>>;
  /**
   * Makes this a new device of the person whose backup it is, and takes in what the file holds. Needs a connection.
   * `passphrase`: a new one for this device, used where the recovery code opened the file.
   */
  restore(details: { file: Blob; secret: UnlockWith; passphrase: string }): Promise<Outcome<Enrolment>>;
  /** After set-up or join: the person has written the code down, and goes on without unlocking again. */
  begin(): Promise<Outcome>;
  unlock(secret: { passphrase: string } | { recoveryCode: string }): Promise<Outcome>;
  lock(): void;
  /** Judges a passphrase as it is typed. Undefined: good. */
  judgePassphrase(passphrase: string): "short" | "common" | "repeated" | undefined;
  askToPersist(): Promise<DeviceCheck>;
};
