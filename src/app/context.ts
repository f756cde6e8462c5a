/** What the parts of an unlocked session share. Made once, in session.ts. */
import type { SealedIdentity } from "../crypto/identity.ts";
import type { DirectoryView, ScopeView } from "../crypto/membershipView.ts";
import type { VaultPort } from "../crypto/vaultPort.ts";
import type { EntryId, ScopeId, UserId } from "../domain/ids.ts";
import { profileKey, type Profile } from "../domain/panelBook.ts";
import type { Role } from "../domain/roles.ts";
import { withoutTurns } from "../domain/withoutTurns.ts";
import type { PanelDefinition } from "../forms/definition.ts";
import type { DeviceStore } from "../store/deviceStore.ts";
import type { PaperStore } from "../store/paperStore.ts";
import type { BlobRows } from "../store/watch.ts";
import type { Library } from "./library.ts";
import type { Scribe } from "./scribe.ts";
import type { TooLong } from "./tooLong.ts";

/** The membership as last read: refreshed whenever a chain advances. */
export type Membership = {
  readonly directory: DirectoryView | undefined;
  readonly scopes: ReadonlyMap<ScopeId, ScopeView>;
};

/** Entries of this device that the server has not acknowledged, and those it refused. */
export type Unsent = {
  readonly outbox: ReadonlyMap<EntryId, ScopeId>;
  readonly refused: ReadonlyMap<EntryId, ScopeId>;
};

export type Context = {
  readonly identity: SealedIdentity;
  readonly vault: VaultPort;
  readonly store: DeviceStore;
  readonly papers: PaperStore;
  readonly library: Library;
  readonly scribe: Scribe;
  readonly now: () => number;
  readonly random: (length: number) => Uint8Array;
  membership: Membership;
  unsent: Unsent;
  /** What this device knows of papers' bytes. */
  blobs: BlobRows;
  online: boolean;
  /** How far this device's clock is ahead of the server's; undefined until the server has said. */
  aheadMs: number | undefined;
  /** When the server took each submission made here, by its clock. */
  readonly arrivals: Map<EntryId, number>;
  /** Answers that wait to be shortened: see [Note: too long for a record]. */
  readonly tooLong: Map<ScopeId, TooLong>;
  /** Parsed definitions, by id and version. */
  readonly definitions: Map<string, PanelDefinition>;
};

export const rolesOf = (context: Context, user: UserId): readonly Role[] =>
  context.membership.directory?.users.find((each) => each.user === user)?.roles ?? [];

/** Somebody's profile: their own, or the one written when they were invited. */
export function profileOf(context: Context, user: UserId): Profile | undefined {
  const { profiles } = context.library.book;
  const invite = context.membership.directory?.users.find((each) => each.user === user)?.invite;
  const own = profiles[profileKey({ user })];
  return (own ?? (invite && profiles[profileKey({ invite })]))?.value;
}

/** "J Okoro (Housing)"; for someone whose profile has not arrived, a word that says so. */
export function nameOf(context: Context, user: UserId): string {
  const profile = profileOf(context, user);
  return profile
    ? withoutTurns(`${profile.name} (${profile.agency})`)
    : "Someone not yet known on this device";
}
