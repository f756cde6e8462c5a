/** What the rest of the app sees of the chains: ids, roles and access, without keys or wraps. */
import type { DeviceId, EntryHash, InviteId, ScopeId, UserId } from "../domain/ids.ts";
import type { Access, ScopeKind } from "../domain/membership/events.ts";
import type { DirectoryState, ScopeState } from "../domain/membership/state.ts";
import type { Role } from "../domain/roles.ts";

export type DirectoryView = {
  readonly panel: ScopeId;
  readonly head: EntryHash;
  readonly users: readonly {
    readonly user: UserId;
    readonly state: "accepted" | "confirmed";
    readonly roles: readonly Role[];
    readonly invite: InviteId | undefined;
    readonly confirmedBy: UserId | undefined;
    /** Holds the panel key, and so can read the directory. */
    readonly admitted: boolean;
    readonly devices: readonly { readonly device: DeviceId; readonly addedMs: number }[];
  }[];
  readonly invites: readonly {
    readonly invite: InviteId;
    readonly roles: readonly Role[];
    readonly expiresMs: number;
    readonly state: "open" | "accepted" | "cancelled";
    readonly acceptedBy: UserId | undefined;
  }[];
};

export type ScopeView = {
  readonly scope: ScopeId;
  readonly kind: ScopeKind;
  readonly head: EntryHash;
  readonly members: readonly { readonly user: UserId; readonly access: Access }[];
};

export const directoryView = (state: DirectoryState): DirectoryView => ({
  panel: state.panel.scope,
  head: state.panel.head,
  users: [...state.users.values()].map(({ user, state: standing, roles, invite, confirmedBy }) => ({
    user,
    state: standing,
    roles,
    invite,
    confirmedBy,
    admitted: state.panel.members.has(user),
    devices: [...state.devices.values()]
      .filter((each) => each.user === user)
      .map(({ device, addedMs }) => ({ device, addedMs })),
  })),
  invites: [...state.invites.values()].map(({ invite, roles, expiresMs, state: standing, acceptedBy }) => ({
    invite,
    roles,
    expiresMs,
    state: standing,
    acceptedBy,
  })),
});

export const scopeView = (state: ScopeState): ScopeView => ({
  scope: state.scope,
  kind: state.kind,
  head: state.head,
  members: [...state.members.values()].map(({ user, access }) => ({ user, access })),
});
