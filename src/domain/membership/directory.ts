/**
 * The rules of the directory chain: who may invite, accept, confirm and change roles.
 * Source: docs/protocol.md section 4; attacks 2, 3 and 21 of the threat list in docs/security.md.
 */
import { concat, equalBytes, fields } from "../bytes.ts";
import type { Entry } from "../entry.ts";
import { type DeviceId, idBytes, type InviteId, type PartnershipId, type UserId } from "../ids.ts";
import { mayLead, type Role } from "../roles.ts";
import type { MembershipEvent, PublicKeys } from "./events.ts";
import type { DirectoryState, DirectoryUser, MembershipFault, Verifier } from "./state.ts";

/** The changed parts of a directory, or why not. The chain position is the caller's to advance. */
export type DirectoryChange =
  | Partial<Pick<DirectoryState, "users" | "devices" | "invites">>
  | MembershipFault;

type Of<T extends MembershipEvent["type"]> = Extract<MembershipEvent, { type: T }>;
export type DirectoryEvent = Of<"invite" | "cancel-invite" | "accept" | "confirm" | "role" | "add-device">;

/** What `confirm` names, and the six-word check covers: the person's four public keys. */
export const keysHash = (verifier: Verifier, user: UserId, keys: PublicKeys) =>
  verifier.hash("confer/1/keys", idBytes(user), keys.userSign, keys.userBox, keys.deviceSign, keys.deviceBox);

/** What the invite key signs when a newcomer accepts. */
export const acceptBytes = (
  of: { partnership: PartnershipId; author: UserId; device: DeviceId },
  invite: InviteId,
  keys: PublicKeys,
) =>
  fields(
    "confer/1/accept",
    idBytes(of.partnership),
    idBytes(invite),
    idBytes(of.author),
    idBytes(of.device),
    concat(keys.userSign, keys.userBox, keys.deviceSign, keys.deviceBox),
  );

/** What the user key signs to add a device. */
export const addDeviceBytes = (
  user: UserId,
  event: Pick<Of<"add-device">, "device" | "signKey" | "boxKey">,
) => fields("confer/1/add-device", idBytes(user), idBytes(event.device), event.signKey, event.boxKey);

const withSet = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> =>
  new Map(map).set(key, value);

export function changeDirectory(
  state: DirectoryState,
  entry: Entry,
  event: DirectoryEvent,
  verifier: Verifier,
): DirectoryChange {
  const author = state.users.get(entry.header.author);
  const leads = author?.state === "confirmed" && mayLead(author.roles);
  switch (event.type) {
    case "invite": {
      if (!leads) return "not-allowed";
      if (state.invites.has(event.invite)) return "already";
      const { invite, inviteKey, roles, expiresMs } = event;
      const made = { invite, inviteKey, roles, expiresMs, state: "open", acceptedBy: undefined } as const;
      return { invites: withSet(state.invites, invite, made) };
    }
    case "cancel-invite": {
      if (!leads) return "not-allowed";
      const invite = state.invites.get(event.invite);
      if (invite?.state !== "open") return "invite-closed";
      return { invites: withSet(state.invites, event.invite, { ...invite, state: "cancelled" }) };
    }
    case "accept":
      return accept(state, entry, event, verifier);
    case "confirm": {
      if (!leads || event.user === author.user) return "not-allowed";
      const user = state.users.get(event.user);
      if (!user) return "unknown-user";
      if (user.state === "confirmed") return "already";
      if (!equalBytes(event.keysHash, user.keysHash)) return "not-allowed";
      return {
        users: withSet(state.users, user.user, { ...user, state: "confirmed", confirmedBy: author.user }),
      };
    }
    case "role": {
      if (!leads) return "not-allowed";
      const user = state.users.get(event.user);
      if (!user) return "unknown-user";
      const terms = [...user.terms, { from: state.panel.places.size, roles: event.roles }];
      const users = withSet(state.users, user.user, { ...user, roles: event.roles, terms });
      return hasCoordinator(users) ? { users } : "last-coordinator";
    }
    case "add-device": {
      if (author?.state !== "confirmed") return "not-allowed";
      if (state.devices.has(event.device)) return "already";
      if (!verifier.verify(event.userSignature, addDeviceBytes(author.user, event), author.keys.userSign)) {
        return "bad-signature";
      }
      const device = {
        device: event.device,
        user: author.user,
        signKey: event.signKey,
        addedMs: entry.header.at.ms,
      };
      return { devices: withSet(state.devices, event.device, device) };
    }
  }
}

/** What somebody was when the chain had come as far as `place`; nothing before they were confirmed. */
export const rolesAt = (state: DirectoryState, user: UserId, place: number): readonly Role[] =>
  state.users.get(user)?.terms.findLast(({ from }) => from <= place)?.roles ?? [];

const hasCoordinator = (users: ReadonlyMap<UserId, DirectoryUser>): boolean =>
  users.values().some((user) => user.state === "confirmed" && user.roles.includes("coordinator"));

/** First acceptance wins; a second finds the invite closed, and the co-ordinator is told. */
function accept(
  state: DirectoryState,
  entry: Entry,
  event: Of<"accept">,
  verifier: Verifier,
): DirectoryChange {
  const { author, device, at } = entry.header;
  const invite = state.invites.get(event.invite);
  if (invite?.state !== "open") return "invite-closed";
  if (at.ms > invite.expiresMs) return "invite-expired";
  if (state.users.has(author) || state.devices.has(device)) return "already";
  const signed = acceptBytes(entry.header, event.invite, event.keys);
  if (!verifier.verify(event.inviteSignature, signed, invite.inviteKey)) return "bad-signature";
  const user: DirectoryUser = {
    user: author,
    state: "accepted",
    roles: invite.roles,
    terms: [{ from: state.panel.places.size, roles: invite.roles }],
    keys: event.keys,
    keysHash: keysHash(verifier, author, event.keys),
    generation: 1,
    invite: event.invite,
    confirmedBy: undefined,
  };
  return {
    users: withSet(state.users, author, user),
    devices: withSet(state.devices, device, {
      device,
      user: author,
      signKey: event.keys.deviceSign,
      addedMs: at.ms,
    }),
    invites: withSet(state.invites, event.invite, { ...invite, state: "accepted", acceptedBy: author }),
  };
}
