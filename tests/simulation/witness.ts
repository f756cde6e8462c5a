/**
 * Sees what passes every device's vault: what was written, and what was opened and by whom. The checks compare
 * the devices with this, never with each other alone.
 */
import type { ReadOutcome } from "../../src/crypto/reader.ts";
import type { Vault } from "../../src/crypto/vault.ts";
import { inThread, type VaultPort } from "../../src/crypto/vaultPort.ts";
import type { Written } from "../../src/crypto/writer.ts";
import type { Bytes } from "../../src/domain/bytes.ts";
import type { Stamp } from "../../src/domain/clock.ts";
import type { EntryId, ScopeId, UserId } from "../../src/domain/ids.ts";
import type { Access } from "../../src/domain/membership/events.ts";
import type { PersonName } from "./base.ts";
import type { Life } from "./life.ts";

export type WrittenEntry = {
  readonly id: EntryId;
  readonly scope: ScopeId;
  readonly bytes: Bytes;
  readonly by: PersonName;
  /** The record's text; undefined for a membership entry. */
  readonly json: string | undefined;
  /** What the person was doing. */
  readonly action: number;
};

export type OpenedEntry = {
  readonly by: PersonName;
  readonly id: EntryId;
  readonly scope: ScopeId;
  readonly json: string;
  readonly at: Stamp;
};

export type Shared = { readonly scope: ScopeId; readonly user: UserId; readonly access: Access };

export class Witness {
  readonly written = new Map<EntryId, WrittenEntry>();
  readonly opened: OpenedEntry[] = [];
  /** Actions that the app said were done. */
  readonly done = new Set<number>();
  /** Shares that the app said were done. */
  readonly shared: Shared[] = [];
  /** Set for the time of one action on one device: actions of a device follow one another. */
  readonly doing = new Map<PersonName, number>();

  /** The vault as the app sees it, with death at every call and a note of what passes. */
  watch(vault: Vault, by: PersonName, life: Life): VaultPort {
    const port = inThread(vault);
    return new Proxy(port, {
      get: (target, name) => {
        const call: unknown = Reflect.get(target, name);
        if (typeof call !== "function") return call;
        return (...args: unknown[]) =>
          Promise.resolve(
            life.through(async () => {
              const result: unknown = await (call as (...a: unknown[]) => Promise<unknown>)(...args);
              this.#note(String(name), args, result, by);
              return result;
            }),
          );
      },
    });
  }

  #note(name: string, args: readonly unknown[], result: unknown, by: PersonName): void {
    switch (name) {
      case "writeContent":
        return this.#noteWritten(result as Written, by, args[1] as string);
      case "openScope":
      case "grant":
        return this.#noteWritten(result as Written, by, undefined);
      case "read":
        for (const outcome of result as ReadOutcome[]) this.#noteRead(outcome, by);
    }
  }

  #noteWritten(written: Written, by: PersonName, json: string | undefined): void {
    if (!written.ok) return;
    const { id, scope, bytes } = written.entry;
    this.written.set(id, { id, scope, bytes, by, json, action: this.doing.get(by) ?? 0 });
  }

  #noteRead(outcome: ReadOutcome, by: PersonName): void {
    const { id } = outcome;
    if (outcome.outcome === "opened") {
      const { scope, json, at } = outcome;
      this.opened.push({ by, id, scope, json, at });
    }
  }
}
