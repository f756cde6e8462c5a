/**
 * Reads entries in whatever order they come: advances the membership chains, checks and opens content, and
 * says of every entry what became of it. Nothing here throws on hostile bytes, and nothing is dropped: an
 * entry is opened, taken into a chain, waiting for another, or quarantined with its reason.
 * Source: docs/protocol.md section 2, "reading order".
 */
import { type Bytes, toB64Url } from "../domain/bytes.ts";
import { FUTURE_LIMIT_MS, type HybridClock, type Stamp } from "../domain/clock.ts";
import { type Entry, type EntryFault, parseEntry } from "../domain/entry.ts";
import type { DeviceId, EntryHash, EntryId, ScopeId, UserId } from "../domain/ids.ts";
import { applyToDirectory, applyToScope, entryHash } from "../domain/membership/apply.ts";
import { rolesAt } from "../domain/membership/directory.ts";
import type { Role } from "../domain/roles.ts";
import { checkContent, type ContentFault } from "../domain/membership/content.ts";
import type { DirectoryState, MembershipFault, ScopeState, Verifier } from "../domain/membership/state.ts";
import type { OpenIdentity } from "./identity.ts";
import { type ScopeKey, scopeNames } from "./keys.ts";
import { openContent, type OpenFault } from "./seal.ts";
import type { Sodium } from "./sodium.ts";
import { scopeWrapContext, unwrapKey } from "./wrap.ts";

export type QuarantineFault =
  | EntryFault
  | MembershipFault
  | ContentFault
  | OpenFault
  | "id"
  | "text"
  | "fork";

/** A content entry opened: `json` is the record's text, not yet parsed. */
export type OpenedEntry = {
  readonly id: EntryId;
  readonly scope: ScopeId;
  readonly author: UserId;
  readonly device: DeviceId;
  readonly at: Stamp;
  /** What the author was at the place of the directory that the entry names. */
  readonly roles: readonly Role[];
  /** The stamp lies more than ten minutes ahead of this device's clock. */
  readonly future: boolean;
  readonly link: { readonly seq: number; readonly hash: EntryHash; readonly prev: EntryHash | undefined };
  readonly json: string;
};

export type ReadOutcome =
  | ({ readonly outcome: "opened" } & OpenedEntry)
  | { readonly outcome: "member"; readonly id: EntryId; readonly scope: ScopeId }
  | { readonly outcome: "waiting"; readonly id: EntryId; readonly scope: ScopeId }
  | { readonly outcome: "quarantined"; readonly id: EntryId; readonly fault: QuarantineFault };

export type SealedEntry = { readonly id: EntryId; readonly bytes: Bytes };

type Now = () => number;

/** Faults that a later entry may cure: the chain this one builds on has not arrived yet. */
const CURABLE: readonly (MembershipFault | ContentFault)[] = [
  "directory-unknown",
  "unknown-head",
  "unknown-epoch",
];

/** Whoever is let into a scope has its key of this epoch. */
const FIRST_EPOCH = 1;

export class Reader {
  readonly scopes = new Map<ScopeId, ScopeState>();
  directory: DirectoryState | undefined;
  readonly #keys = new Map<string, ScopeKey>();
  #waiting: SealedEntry[] = [];
  readonly #sodium: Sodium;
  readonly #verifier: Verifier;
  readonly #identity: OpenIdentity;
  readonly #clock: HybridClock;
  readonly #now: Now;
  readonly #text = new TextDecoder("utf-8", { fatal: true });

  constructor(sodium: Sodium, verifier: Verifier, identity: OpenIdentity, clock: HybridClock, now: Now) {
    this.#sodium = sodium;
    this.#verifier = verifier;
    this.#identity = identity;
    this.#clock = clock;
    this.#now = now;
  }

  /** Reads a batch, and with it whatever earlier entries it sets free. Later outcomes replace earlier ones. */
  read(batch: readonly SealedEntry[]): ReadOutcome[] {
    const outcomes: ReadOutcome[] = [];
    let pending: readonly SealedEntry[] = [...this.#waiting, ...batch];
    this.#waiting = [];
    let advanced = true;
    while (advanced && pending.length > 0) {
      advanced = false;
      const held: SealedEntry[] = [];
      for (const sealed of pending) {
        const outcome = this.#readOne(sealed);
        if (outcome.outcome === "waiting") held.push(sealed);
        else outcomes.push(outcome);
        if (outcome.outcome === "member") advanced = true;
      }
      pending = held;
    }
    this.#waiting = [...pending];
    for (const { id, bytes } of pending) {
      const parsed = parseEntry(bytes);
      if (parsed.ok) outcomes.push({ outcome: "waiting", id, scope: parsed.entry.header.scope });
    }
    return outcomes;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Forgets a scope's chain, so that it can be read again without an entry that the server refused. */
  forget(scope: ScopeId): void {
    this.scopes.delete(scope);
    this.#waiting = this.#waiting.filter(({ bytes }) => {
      const parsed = parseEntry(bytes);
      return parsed.ok && parsed.entry.header.scope !== scope;
    });
  }

  #readOne({ id, bytes }: SealedEntry): ReadOutcome {
    const parsed = parseEntry(bytes);
    if (!parsed.ok) return { outcome: "quarantined", id, fault: parsed.fault };
    const { entry } = parsed;
    if (entry.header.id !== id) return { outcome: "quarantined", id, fault: "id" };
    return entry.header.kind === "membership" ? this.#readMembership(entry) : this.#readContent(entry);
  }

  #readMembership(entry: Entry): ReadOutcome {
    const { id, scope, head } = entry.header;
    const state = this.scope(scope);
    const hash = entryHash(entry, this.#verifier);
    if (state?.places.has(hash)) return { outcome: "member", id, scope };
    const unknownHead = head !== undefined && !state?.places.has(head);
    if (unknownHead) return { outcome: "waiting", id, scope };

    const fault =
      scope === this.#identity.panel ? this.#advanceDirectory(entry, hash) : this.#advanceScope(entry);
    if (fault === undefined) {
      this.#noteStamp(entry.header);
      return { outcome: "member", id, scope };
    }
    if (CURABLE.includes(fault)) return { outcome: "waiting", id, scope };
    // A second successor of a known place: two histories of one chain. Loud, and not followed.
    return { outcome: "quarantined", id, fault: fault === "head-moved" ? "fork" : fault };
  }

  #advanceDirectory(entry: Entry, hash: EntryHash): MembershipFault | undefined {
    if (!this.directory && hash !== this.#identity.genesis) return "wrong-partnership";
    const applied = applyToDirectory(this.directory, entry, this.#verifier);
    if (!applied.ok) return applied.fault;
    this.directory = applied.state;
    return undefined;
  }

  #advanceScope(entry: Entry): MembershipFault | undefined {
    if (!this.directory) return "directory-unknown";
    const applied = applyToScope(this.scopes.get(entry.header.scope), entry, this.directory, this.#verifier);
    if (!applied.ok) return applied.fault;
    this.scopes.set(entry.header.scope, applied.state);
    return undefined;
  }

  #readContent(entry: Entry): ReadOutcome {
    const { id, scope, author, device, at, authorSeq, prev, epoch, head, directory } = entry.header;
    const state = this.scope(scope);
    if (!state || !this.directory) return { outcome: "waiting", id, scope };
    const fault = checkContent(entry, state, this.directory, this.#verifier);
    if (fault !== undefined) {
      return CURABLE.includes(fault)
        ? { outcome: "waiting", id, scope }
        : { outcome: "quarantined", id, fault };
    }
    const key = this.scopeKey(state, epoch);
    if (!key) return { outcome: "waiting", id, scope };
    const opened = openContent(this.#sodium, entry, key);
    if (!opened.ok) return { outcome: "quarantined", id, fault: opened.fault };
    let json: string;
    try {
      json = this.#text.decode(opened.plain);
    } catch {
      return { outcome: "quarantined", id, fault: "text" };
    }
    this.#noteStamp(entry.header);
    const link = { seq: authorSeq, hash: entryHash(entry, this.#verifier), prev };
    const future = at.ms > this.#now() + FUTURE_LIMIT_MS;
    const seen = state.kind === "panel" ? head : directory;
    const place = seen && this.directory.panel.places.get(seen);
    const roles = place === undefined ? [] : rolesAt(this.directory, author, place);
    return { outcome: "opened", id, scope, author, device, at, roles, future, link, json };
  }

  #noteStamp({ device, at }: Entry["header"]): void {
    if (device === this.#identity.device) this.#clock.follow(at);
    else this.#clock.observe(at);
  }

  /** The state of a scope's chain; the panel's is the directory's. */
  scope(scope: ScopeId): ScopeState | undefined {
    return scope === this.#identity.panel ? this.directory?.panel : this.scopes.get(scope);
  }

  /** This person's key to a scope in an epoch, unwrapped once and kept until locking. */
  scopeKey(state: ScopeState, epoch: number): ScopeKey | undefined {
    const wrapped = state.members.get(this.#identity.user)?.wraps.get(epoch);
    if (!wrapped) return undefined;
    const name = `${state.scope}/${epoch}/${toB64Url(wrapped.wrap.subarray(0, 24))}`;
    const known = this.#keys.get(name);
    if (known) return known;
    const context = scopeWrapContext(state.scope, epoch, this.#identity.user, wrapped.generation);
    const { box, boxPublic } = this.#identity.userKeys;
    const key = unwrapKey(this.#sodium, wrapped.wrap, box, boxPublic, context);
    if (key) this.#keys.set(name, key);
    return key;
  }

  /** An id for each name, in order. Undefined for a scope that this person cannot read. */
  scopeNames(scope: ScopeId, names: readonly string[]): ReturnType<typeof scopeNames> | undefined {
    const state = this.scope(scope);
    const key = state && this.scopeKey(state, FIRST_EPOCH);
    return key && scopeNames(this.#sodium, key, names);
  }

  /** Overwrites every key held. */
  close(): void {
    for (const key of this.#keys.values()) this.#sodium.memzero(key);
    this.#keys.clear();
    this.scopes.clear();
    this.#waiting = [];
    this.directory = undefined;
  }
}
