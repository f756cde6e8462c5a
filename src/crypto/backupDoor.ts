/** The vault's calls for reading a backup file: whoever is unlocked, or nobody. */
import type { Bytes } from "../domain/bytes.ts";
import { ensureHead, type PartPlace } from "./backup.ts";
import type { UnlockFault, UnlockSecret } from "./identity.ts";
import { type Announced, OpenBackup, type Restored } from "./openBackup.ts";
import type { Argon2Cost } from "./passphrase.ts";
import { VaultLockedError } from "./locked.ts";
import type { Craft } from "./writer.ts";

export class BackupDoor {
  readonly #craft: Craft;
  readonly #cost: Argon2Cost;
  #backup: OpenBackup | undefined;

  constructor(craft: Craft, cost: Argon2Cost) {
    this.#craft = craft;
    this.#cost = cost;
  }

  /** Opens a file for the calls below; `head` is everything before its parts. */
  openBackup(head: Bytes, secret: UnlockSecret): { ok: true } | { ok: false; fault: UnlockFault } {
    const opened = OpenBackup.open(this.#craft, ensureHead(head), secret);
    if (!opened.ok) return opened;
    this.closeBackup();
    this.#backup = opened.backup;
    return { ok: true };
  }

  openBackupPart(place: PartPlace, sealed: Bytes): Bytes | undefined {
    return this.#ensureBackup().part(place, sealed);
  }

  signBackupLogin(originText: string, nonce: Bytes): Bytes {
    return this.#ensureBackup().signLogin(new TextEncoder().encode(originText), nonce);
  }

  makeDevice(passphrase: string): Restored {
    return this.#ensureBackup().makeDevice(passphrase, this.#cost);
  }

  announceDevice(chain: readonly Bytes[]): Announced {
    return this.#ensureBackup().announce(chain);
  }

  closeBackup(): void {
    this.#backup?.close();
    this.#backup = undefined;
  }

  #ensureBackup(): OpenBackup {
    if (!this.#backup) throw new VaultLockedError();
    return this.#backup;
  }
}
