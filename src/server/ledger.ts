/**
 * One transaction's view of the membership states: what is committed, then what this transaction adds. Kept
 * for others only after the commit.
 */
import type { Entry } from "../domain/entry.ts";
import type { ScopeId } from "../domain/ids.ts";
import { applyToDirectory, applyToScope } from "../domain/membership/apply.ts";
import { parseMembership } from "../domain/membership/events.ts";
import type { DirectoryState, MembershipFault, ScopeState, Verifier } from "../domain/membership/state.ts";
import type { States } from "./states.ts";
import type { Transaction } from "./store/port.ts";

export type Ledger = {
  directory(): DirectoryState | undefined;
  scope(scope: ScopeId): Promise<ScopeState | undefined>;
  /** Checks a membership entry, stores it with the access it gives, and answers its seq. */
  extend(entry: Entry): Promise<{ seq: number } | MembershipFault>;
  /** To be called once the transaction is durable. */
  readonly keep: () => void;
};

export async function openLedger(
  tx: Transaction,
  of: Entry["header"]["partnership"],
  states: States,
  verifier: Verifier,
): Promise<Ledger> {
  let directory = await states.directory(of, tx);
  const scopes = new Map<ScopeId, ScopeState>();

  async function scopeState(scope: ScopeId): Promise<ScopeState | undefined> {
    if (!directory) return undefined;
    if (scope === directory.panel.scope) return directory.panel;
    return scopes.get(scope) ?? states.scope(directory, scope, tx);
  }

  /** The state of the entry's scope with the entry applied; the ledger moves on with it. */
  async function apply(entry: Entry): Promise<ScopeState | MembershipFault> {
    const { scope } = entry.header;
    if (!directory || scope === directory.panel.scope) {
      const applied = applyToDirectory(directory, entry, verifier);
      if (!applied.ok) return applied.fault;
      directory = applied.state;
      return directory.panel;
    }
    const applied = applyToScope(await scopeState(scope), entry, directory, verifier);
    if (!applied.ok) return applied.fault;
    scopes.set(scope, applied.state);
    return applied.state;
  }

  return {
    directory: () => directory,
    scope: scopeState,
    async extend(entry) {
      const state = await apply(entry);
      if (typeof state === "string") return state;
      const seq = await tx.append(entry, state.head);
      await admit(tx, entry, seq);
      return { seq };
    },
    keep() {
      if (directory) states.keepDirectory(directory);
      for (const state of scopes.values()) states.keepScope(state);
    },
  };
}

/** Who may pull the scope from now on, because of this entry. */
async function admit(tx: Transaction, entry: Entry, seq: number): Promise<void> {
  const { scope, author } = entry.header;
  const read = parseMembership(entry.body);
  if (!read.ok) throw new Error("admit: the entry was applied, so it can be read");
  const { event } = read;
  if (event.type === "found" || event.type === "open") await tx.admit(scope, author, "lead", seq);
  if (event.type === "grant") await tx.admit(scope, event.user, event.access, seq);
  // Not confirmed yet, and perhaps never granted the panel's key: sees who belongs, and no content.
  if (event.type === "accept") await tx.admit(scope, author, "directory", seq);
}
