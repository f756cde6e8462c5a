/** Writes records: one writer at a time on the device, each entry continuing the chain, on the disk before it returns. */
import type { Written, WrittenEntry } from "../crypto/writer.ts";
import { isLockedError, type VaultPort } from "../crypto/vaultPort.ts";
import { parseEntry } from "../domain/entry.ts";
import type { EntryHash, ScopeId } from "../domain/ids.ts";
import { type AnyRecord, checkRecord } from "../domain/records/record.ts";
import type { DeviceStore, Place } from "../store/deviceStore.ts";
import type { Outcome, Problem } from "./api.ts";
import type { Library } from "./library.ts";

export class Scribe {
  readonly #vault: VaultPort;
  readonly #store: DeviceStore;
  readonly #library: Library;
  readonly #onWritten: () => Promise<void>;

  /** `onWritten` reads what was written back into the library, so that screens show it at once. */
  constructor(vault: VaultPort, store: DeviceStore, library: Library, onWritten: () => Promise<void>) {
    this.#vault = vault;
    this.#store = store;
    this.#library = library;
    this.#onWritten = onWritten;
  }

  /** Adds records to a scope, in order. All are on the disk when it resolves, or none: none that nobody could read. */
  async write(scope: ScopeId, records: readonly AnyRecord[]): Promise<Outcome> {
    const unfit = records.map(checkRecord).find((found) => found !== "right");
    if (unfit) return { ok: false, problem: { kind: unfit === "too-long" ? "too-long" : "unexpected" } };
    return this.#guarded(async () => {
      const problem = await this.#store.exclusively(async () => {
        const entries: WrittenEntry[] = [];
        const heads = await unsettledHeads(this.#store, scope);
        let place = await this.#placeIn(scope);
        for (const record of records) {
          const written = await this.#vault.writeContent(scope, JSON.stringify(record), { ...place, heads });
          if (!written.ok) return problemOfWrite(written);
          entries.push(written.entry);
          place = { seq: place.seq + 1, hash: written.entry.hash };
        }
        if (place.hash) await this.#store.add(entries, { scope, seq: place.seq, hash: place.hash });
        return undefined;
      });
      if (problem) return { ok: false, problem };
      await this.#onWritten();
      return { ok: true, value: undefined };
    });
  }

  /**
   * Where this device's chain stands: what the store noted, or what has been read back from the server where
   * that is further, as on a device restored from a copy.
   */
  async #placeIn(scope: ScopeId): Promise<Place> {
    const noted = await this.#store.placeIn(scope);
    const read = this.#library.ownPlaceIn(scope);
    return read && read.seq > noted.seq ? read : noted;
  }

  /** A membership change made here and now, offline too: for scopes whose chain nobody else is changing. */
  async member(make: () => Promise<Written>): Promise<Outcome<WrittenEntry>> {
    return this.#guarded(async () => {
      const written = await this.#store.exclusively(async () => {
        const result = await make();
        if (result.ok) await this.#store.add([result.entry]);
        return result;
      });
      if (!written.ok) return { ok: false, problem: problemOfWrite(written) };
      await this.#onWritten();
      return { ok: true, value: written.entry };
    });
  }

  async #guarded<T>(task: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    try {
      return await task();
    } catch (error) {
      return { ok: false, problem: problemOfError(error) };
    }
  }
}

/**
 * What this device's unacknowledged grants in a scope build on: one that another's grant overtakes is made again,
 * and content must not name it. Empty where the scope itself is unsent: nobody else can change its chain.
 */
async function unsettledHeads(store: DeviceStore, scope: ScopeId): Promise<readonly EntryHash[]> {
  const heads = (await store.unsentIn(scope)).flatMap(({ bytes }) => {
    const parsed = parseEntry(bytes);
    return parsed.ok && parsed.entry.header.kind === "membership" ? [parsed.entry.header.head] : [];
  });
  return heads.every((head) => head !== undefined) ? heads : [];
}

function problemOfWrite(written: Extract<Written, { ok: false }>): Problem {
  switch (written.fault) {
    case "too-long":
      return { kind: "too-long" };
    case "no-scope":
    case "no-key":
    case "unknown-user":
    case "not-confirmed":
      return { kind: "not-allowed" };
  }
}

/** A thrown error as what the person can do about it. Dexie wraps the browser's errors and keeps their names. */
export function problemOfError(error: unknown): Problem {
  if (isLockedError(error)) return { kind: "locked" };
  const names = [error, (error as { inner?: unknown } | null)?.inner].map((each) =>
    each instanceof Error || each instanceof DOMException ? each.name : "",
  );
  if (names.includes("QuotaExceededError")) return { kind: "storage-full" };
  return { kind: "storage-failed" };
}
