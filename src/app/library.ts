/**
 * Everything this device may read, folded: fed by the store, opened by the vault, watched by screens.
 *
 * [Note: from entry to view] Entries come from the store in the order stored, in batches; the vault says what
 * became of each; opened ones are parsed and folded into their case or the panel's book. Nothing is folded
 * twice and nothing is dropped: what waits, or was quarantined, is remembered and shown.
 */
import type { QuarantineFault, ReadOutcome } from "../crypto/reader.ts";
import type { VaultPort } from "../crypto/vaultPort.ts";
import { type AuthorChain, EMPTY_CHAIN, extendChain, gapOf } from "../domain/authorChain.ts";
import { type CaseFile, emptyCaseFile } from "../domain/case/caseFile.ts";
import { foldCase } from "../domain/case/fold.ts";
import type { DeviceId, EntryHash, EntryId, ScopeId } from "../domain/ids.ts";
import { emptyPanelBook, foldPanelBook, type PanelBook } from "../domain/panelBook.ts";
import { emptyPasswordFile, foldPasswords, type PasswordFile } from "../domain/passwords.ts";
import { emptyMeetingFile, foldMeeting, type MeetingFile } from "../domain/meeting/meetingFile.ts";
import {
  type AnyRecord,
  isCaseRecord,
  isMeetingRecord,
  isPanelRecord,
  isPasswordRecord,
  parseRecord,
  type Stamped,
} from "../domain/records/record.ts";
import type { StoredEntry } from "../store/entryStore.ts";

export type Quarantined = {
  readonly fault: QuarantineFault | "json" | "schema";
  readonly scope: ScopeId | undefined;
};

/** One scope as read so far; plain JSON, so that it can be packed. */
export type Shelf = {
  readonly file: CaseFile;
  /** Of a meeting's scope; of any other it stays empty. */
  readonly meeting: MeetingFile;
  /** Of the scope of the password registers; likewise. */
  readonly passwords: PasswordFile;
  readonly chains: Readonly<Record<DeviceId, AuthorChain>>;
  /** Two histories by one device were seen here. */
  readonly forked: boolean;
  /** Records of a type this version does not know. */
  readonly newer: number;
};

const emptyShelf = (scope: ScopeId): Shelf => ({
  file: emptyCaseFile(scope),
  meeting: emptyMeetingFile(),
  passwords: emptyPasswordFile(),
  chains: {},
  forked: false,
  newer: 0,
});

type Opened = Extract<ReadOutcome, { outcome: "opened" }>;

export class Library {
  readonly shelves = new Map<ScopeId, Shelf>();
  readonly quarantined = new Map<EntryId, Quarantined>();
  readonly waiting = new Map<EntryId, ScopeId>();
  /** What waits, whole: a later batch may set it free, and a pack must then hold it. */
  readonly #held = new Map<EntryId, StoredEntry>();
  /** Membership entries seen, by scope: what a pack must hold to rebuild the chains without the store. */
  readonly members = new Map<ScopeId, Map<EntryId, StoredEntry>>();
  book: PanelBook = emptyPanelBook;
  readonly panel: ScopeId;
  readonly #device: DeviceId;
  readonly #vault: VaultPort;
  readonly #onChange: (scopes: ReadonlySet<ScopeId>) => void;

  constructor(
    { panel, device }: { readonly panel: ScopeId; readonly device: DeviceId },
    vault: VaultPort,
    onChange: (scopes: ReadonlySet<ScopeId>) => void,
  ) {
    this.panel = panel;
    this.#device = device;
    this.#vault = vault;
    this.#onChange = onChange;
  }

  /** Reads a batch of stored entries and folds what opens. */
  async take(entries: readonly StoredEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    const outcomes = await this.#vault.read(entries.map(({ id, bytes }) => ({ id, bytes })));
    const changed = new Set<ScopeId>();
    const opened = new Map<ScopeId, Opened[]>();
    for (const outcome of outcomes) {
      const stored = byId.get(outcome.id) ?? this.#held.get(outcome.id);
      this.waiting.delete(outcome.id);
      this.#held.delete(outcome.id);
      this.quarantined.delete(outcome.id);
      switch (outcome.outcome) {
        case "opened": {
          const group = opened.get(outcome.scope);
          if (group) group.push(outcome);
          else opened.set(outcome.scope, [outcome]);
          break;
        }
        case "member": {
          if (stored) this.#rememberMember(stored);
          changed.add(outcome.scope);
          break;
        }
        case "waiting":
          this.waiting.set(outcome.id, outcome.scope);
          if (stored) this.#held.set(outcome.id, stored);
          changed.add(outcome.scope);
          break;
        case "quarantined":
          this.#quarantine(outcome.id, outcome.fault, stored?.scope);
          break;
      }
    }
    for (const [scope, group] of opened) {
      this.#fold(scope, group);
      changed.add(scope);
    }
    this.#onChange(changed);
  }

  #rememberMember(entry: StoredEntry): void {
    const known = this.members.get(entry.scope);
    if (known) known.set(entry.id, entry);
    else this.members.set(entry.scope, new Map([[entry.id, entry]]));
  }

  #quarantine(id: EntryId, fault: Quarantined["fault"], scope: ScopeId | undefined): void {
    this.quarantined.set(id, { fault, scope });
  }

  #fold(scope: ScopeId, group: readonly Opened[]): void {
    const before = this.shelves.get(scope) ?? emptyShelf(scope);
    const chains = { ...before.chains };
    let { forked, newer } = before;
    const records: Stamped<AnyRecord>[] = [];
    for (const opened of group) {
      const extended = extendChain(chains[opened.device] ?? EMPTY_CHAIN, opened.link);
      chains[opened.device] = extended.chain;
      forked ||= extended.forked;
      const parsed = parseRecord(opened.json);
      if (parsed.ok) {
        const { id, author, device, at, roles } = opened;
        records.push({ id, author, device, at, roles, record: parsed.record });
      } else if (parsed.fault === "newer") newer += 1;
      else this.#quarantine(opened.id, parsed.fault, scope);
    }
    if (scope === this.panel) {
      this.book = foldPanelBook(this.book, records.filter(isPanelRecord));
      this.shelves.set(scope, { ...before, chains, forked, newer });
      return;
    }
    const file = foldCase(before.file, records.filter(isCaseRecord));
    const meeting = foldMeeting(before.meeting, records.filter(isMeetingRecord));
    const passwords = foldPasswords(before.passwords, records.filter(isPasswordRecord));
    this.shelves.set(scope, { file, meeting, passwords, chains, forked, newer });
  }

  /** The end of this device's own chain in a scope, as read. */
  ownPlaceIn(scope: ScopeId): { readonly seq: number; readonly hash: EntryHash } | undefined {
    const chain = this.shelves.get(scope)?.chains[this.#device];
    return chain?.ahead.at(-1) ?? chain?.last;
  }

  /** Entries known to be missing from a scope, by the gaps in its authors' chains. */
  missingIn(scope: ScopeId): number {
    const chains = Object.values(this.shelves.get(scope)?.chains ?? {});
    return chains.reduce((sum, chain) => sum + gapOf(chain), 0);
  }

  /** What is amiss in a scope: missing, waiting, quarantined, forked. */
  troubleIn(scope: ScopeId): number {
    const waiting = [...this.waiting.values()].filter((each) => each === scope).length;
    const quarantined = [...this.quarantined.values()].filter((each) => each.scope === scope).length;
    return this.missingIn(scope) + waiting + quarantined + (this.shelves.get(scope)?.forked ? 1 : 0);
  }

  /**
   * Forgets a scope's chain and reads it again without an entry that was refused. `entries`: all others of the
   * scope; content read before is not read twice.
   */
  async rereadChain(scope: ScopeId, without: EntryId, entries: readonly StoredEntry[]): Promise<void> {
    this.members.get(scope)?.delete(without);
    this.quarantined.delete(without);
    this.waiting.delete(without);
    this.#held.delete(without);
    await this.#vault.forget(scope);
    const shelf = this.shelves.get(scope);
    const files = [shelf?.file, shelf?.meeting, shelf?.passwords];
    const known = new Set(files.flatMap((file) => file?.entries ?? []));
    await this.take(entries.filter(({ id }) => !known.has(id)));
  }
}
