/**
 * The membership states this server has verified, kept in memory. Several server processes may share one
 * database, so a state is used only after its head was compared with the stored one, and otherwise brought
 * up to date by folding the entries it lacks: with the same function, and the same suspicion, as a device.
 */
import { parseEntry } from "../domain/entry.ts";
import type { Bytes } from "../domain/bytes.ts";
import type { Entry } from "../domain/entry.ts";
import type { PartnershipId, ScopeId } from "../domain/ids.ts";
import { type Applied, applyToDirectory, applyToScope } from "../domain/membership/apply.ts";
import type { DirectoryState, ScopeState, Verifier } from "../domain/membership/state.ts";
import type { Reading } from "./store/port.ts";

/** Scopes kept in memory; beyond it the one unused for longest is dropped, and read again when needed. */
const MAX_SCOPES = 2_000;

export type States = {
  directory(partnership: PartnershipId, reading: Reading): Promise<DirectoryState | undefined>;
  scope(directory: DirectoryState, scope: ScopeId, reading: Reading): Promise<ScopeState | undefined>;
  /** Takes note of a committed state. */
  keepDirectory(state: DirectoryState): void;
  keepScope(state: ScopeState): void;
};

/** Throws on a stored chain that does not verify: it did when it was stored, so the database was changed. */
function fold<State>(
  start: State | undefined,
  chain: readonly Bytes[],
  apply: (state: State | undefined, entry: Entry) => Applied<State>,
): State | undefined {
  let state = start;
  for (const bytes of chain) {
    const read = parseEntry(bytes);
    const applied = read.ok ? apply(state, read.entry) : undefined;
    if (!applied?.ok) throw new Error("A stored membership chain does not verify. Restore a backup.");
    state = applied.state;
  }
  return state;
}

export function createStates(verifier: Verifier): States {
  const directories = new Map<PartnershipId, DirectoryState>();
  const scopes = new Map<string, ScopeState>();
  const keyOf = (partnership: PartnershipId, scope: ScopeId) => `${partnership}/${scope}`;

  const keepDirectory = (state: DirectoryState) => directories.set(state.panel.partnership, state);
  const keepScope = (state: ScopeState) => {
    const key = keyOf(state.partnership, state.scope);
    scopes.delete(key);
    scopes.set(key, state);
    const [oldest] = scopes.keys();
    if (scopes.size > MAX_SCOPES && oldest) scopes.delete(oldest);
  };

  return {
    async directory(partnership, reading) {
      const known = directories.get(partnership);
      const panel = known?.panel.scope ?? (await reading.panel());
      if (!panel) return undefined;
      if (known && known.panel.head === (await reading.head(panel))) return known;
      const chain = await reading.chain(panel, known?.panel.places.size ?? 0);
      const state = fold(known, chain, (before, entry) => applyToDirectory(before, entry, verifier));
      if (state) keepDirectory(state);
      return state;
    },
    async scope(directory, scope, reading) {
      const known = scopes.get(keyOf(directory.panel.partnership, scope));
      const head = await reading.head(scope);
      if (!head || known?.head === head) return known;
      const chain = await reading.chain(scope, known?.places.size ?? 0);
      const state = fold(known, chain, (before, entry) => applyToScope(before, entry, directory, verifier));
      if (state) keepScope(state);
      return state;
    },
    keepDirectory,
    keepScope,
  };
}
