/**
 * What becomes of entries on their way to the server. Each stays in the outbox until the server has it, or until
 * it is plain that it never will.
 *
 * [Note: sent again] The replication sends each entry once. Some wait for another device: content may name a
 * grant that its author has yet to send again after the server was restored from a backup. So whatever is still
 * in the outbox when the server is reached a second time is sent again, in the order written.
 *
 * [Note: overtaken] A grant that another's overtook is made again on the newer chain. It waits until that other one
 * is on this device: made again before, it would be the same grant in the same place, refused as fast as it is sent.
 */
import type { Bytes } from "../domain/bytes.ts";
import { parseEntry } from "../domain/entry.ts";
import type { EntryHash, EntryId, ScopeId } from "../domain/ids.ts";
import type { DeviceStore } from "../store/deviceStore.ts";
import { toDoc } from "../store/entryStore.ts";
import type { PushResult, Refusal } from "../sync/protocol.ts";
import { inBatches, type Pushed, pushedBytes } from "../sync/replicate.ts";
import type { Seen } from "./seen.ts";
import type { Answer } from "../sync/transport.ts";

/** Nothing wrong with the entry: what it builds on is not there yet. */
const WAITS: ReadonlySet<Refusal> = new Set([
  "unknown-scope",
  "unknown-head",
  "unknown-epoch",
  "directory-unknown",
]);
/** A membership entry refused for these reasons is made again on the newer chain, not shown to anyone. */
const REMADE: ReadonlySet<Refusal> = new Set(["head-moved", "already"]);

export type RefusedChange = { readonly scope: ScopeId; readonly id: EntryId; readonly bytes: Bytes };
/** A membership entry of this device did not become part of its chain: the chain is read again without it. */
export type OnChainRefused = (change: RefusedChange) => Promise<void>;
export type PushEntries = (entries: readonly Bytes[]) => Promise<Answer<readonly PushResult[]>>;

export class Outgoing {
  readonly #store: DeviceStore;
  readonly #seen: Seen;
  readonly #now: () => number;
  readonly #onChainRefused: OnChainRefused;
  #seenBefore: ReadonlySet<EntryId> = new Set();
  #resending: Promise<void> | undefined;
  /** Refused for another's change that has not been pulled yet. */
  readonly #overtaken = new Map<EntryId, RefusedChange>();

  constructor(store: DeviceStore, seen: Seen, now: () => number, onChainRefused: OnChainRefused) {
    this.#store = store;
    this.#seen = seen;
    this.#now = now;
    this.#onChainRefused = onChainRefused;
  }

  /** Takes note of the server's answers; what this has noted is on the disk. */
  async take(pushed: readonly Pushed[]): Promise<void> {
    await this.#seen.afterPush(pushed);
    const stored = pushed.filter(({ result }) => result.outcome === "stored");
    if (stored.length > 0) await this.#store.acknowledge(stored.map(({ id }) => id));
    for (const each of pushed) {
      if (each.result.outcome === "refused") await this.#takeRefusal(each, each.result.reason);
    }
  }

  async #takeRefusal(pushed: Pushed, reason: Refusal): Promise<void> {
    const { id, scope } = pushed;
    if (WAITS.has(reason)) return;
    const bytes = pushedBytes(pushed);
    const change = { scope, id, bytes };
    if (!REMADE.has(reason) || placeOf(bytes) === undefined) {
      await this.#store.refuse({ ...change, reason, atMs: this.#now() });
    } else if (reason === "head-moved" && !(await this.#isOvertaken(change))) this.#overtaken.set(id, change);
    else await this.#remake(change);
  }

  /** To be called when entries have come: what waited for them is made again on the newer chain. */
  async remakeOvertaken(): Promise<void> {
    for (const change of [...this.#overtaken.values()]) {
      if (!(await this.#isOvertaken(change)) || !this.#overtaken.delete(change.id)) continue;
      await this.#remake(change);
    }
  }

  async #remake(change: RefusedChange): Promise<void> {
    this.#overtaken.delete(change.id);
    // The outbox row goes last: after a crash before that, all of this happens again.
    await this.#onChainRefused(change);
    await this.#store.setAside(change.id);
    await this.#store.acknowledge([change.id]);
  }

  /** Whether another entry that continues the same one is on this device. */
  async #isOvertaken({ scope, id, bytes }: RefusedChange): Promise<boolean> {
    const place = placeOf(bytes);
    const others = (await this.#store.entriesIn(scope)).filter((entry) => entry.id !== id);
    return others.some((entry) => placeOf(entry.bytes) === place);
  }

  /** To be called when the server has been reached. Sends what was there to be sent the last time too. */
  async resend(push: PushEntries): Promise<void> {
    this.#resending ??= this.#resend(push).finally(() => (this.#resending = undefined));
    return this.#resending;
  }

  async #resend(push: PushEntries): Promise<void> {
    const unsent = await this.#store.unsent();
    const stuck = unsent.filter(({ id }) => this.#seenBefore.has(id));
    this.#seenBefore = new Set(unsent.map(({ id }) => id));
    for (const batch of inBatches(stuck.map((entry) => toDoc(entry)))) {
      const bytes = batch.map((doc) => stuck.find(({ id }) => id === doc.id)?.bytes as Bytes);
      const answer = await push(bytes);
      if (!answer.ok || answer.value.length !== batch.length) return;
      const results = answer.value;
      await this.take(batch.map((doc, i) => ({ ...doc, result: results[i] as PushResult })));
    }
  }
}

/** The entry that a membership entry continues, "first" for the first of its chain; undefined for any other bytes. */
function placeOf(bytes: Bytes): EntryHash | "first" | undefined {
  const parsed = parseEntry(bytes);
  if (!parsed.ok || parsed.entry.header.kind !== "membership") return undefined;
  return parsed.entry.header.head ?? "first";
}
