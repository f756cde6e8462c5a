/**
 * The next state of a membership chain, from its state and one entry: the same pure function on the server
 * and on every device, so that neither has to believe the other. Source: docs/protocol.md section 4.
 */
import type { Bytes } from "../bytes.ts";
import { type Entry, signedBytes } from "../entry.ts";
import { type EntryHash, hashFromBytes, type UserId } from "../ids.ts";
import { mayLead } from "../roles.ts";
import { changeDirectory, keysHash } from "./directory.ts";
import { type MembershipEvent, parseMembership } from "./events.ts";
import type { DirectoryState, MembershipFault, ScopeMember, ScopeState, Verifier } from "./state.ts";

export type Applied<State> = { ok: true; state: State } | { ok: false; fault: MembershipFault };

const fail = (fault: MembershipFault) => ({ ok: false, fault }) as const;

export const entryHash = (entry: Entry, verifier: Verifier): EntryHash =>
  hashFromBytes(verifier.hash("confer/1/entry", entry.bytes));

/** The directory after one more entry of the panel scope's chain; `undefined` before the first. */
export function applyToDirectory(
  state: DirectoryState | undefined,
  entry: Entry,
  verifier: Verifier,
): Applied<DirectoryState> {
  const read = parseMembership(entry.body);
  if (!read.ok) return fail(read.fault);
  const { event } = read;
  if (!state) return event.type === "found" ? found(entry, event, verifier) : fail("not-allowed");
  const fault = checkPlace(state.panel, entry);
  if (fault) return fail(fault);

  // A newcomer's device is in no directory yet: its key comes in the entry, vouched for by the invite.
  const signKey = event.type === "accept" ? event.keys.deviceSign : deviceKey(state, entry);
  if (!signKey) return fail("unknown-device");
  if (!verifier.verify(entry.signature, signedBytes(entry), signKey)) return fail("bad-signature");

  const hash = entryHash(entry, verifier);
  if (event.type === "found" || event.type === "open") return fail("not-allowed");
  if (event.type === "grant") {
    const granted = grant(state.panel, entry, event, state);
    return typeof granted === "string" ? fail(granted) : advance({ ...state, panel: granted }, hash);
  }
  const change = changeDirectory(state, entry, event, verifier);
  return typeof change === "string" ? fail(change) : advance({ ...state, ...change }, hash);
}

function advance(state: DirectoryState, hash: EntryHash): Applied<DirectoryState> {
  return { ok: true, state: { ...state, panel: atNextPlace(state.panel, hash) } };
}

const atNextPlace = (scope: ScopeState, hash: EntryHash): ScopeState => ({
  ...scope,
  head: hash,
  places: new Map(scope.places).set(hash, scope.places.size),
});

/** A scope other than the panel, after one more entry of its chain; `undefined` before the first. */
export function applyToScope(
  state: ScopeState | undefined,
  entry: Entry,
  directory: DirectoryState,
  verifier: Verifier,
): Applied<ScopeState> {
  const { header } = entry;
  const read = parseMembership(entry.body);
  if (!read.ok) return fail(read.fault);
  const { event } = read;
  if (header.partnership !== directory.panel.partnership) return fail("wrong-partnership");
  if (header.scope === directory.panel.scope) return fail("not-allowed");
  if (!header.directory || !directory.panel.places.has(header.directory)) return fail("directory-unknown");
  if (state) {
    const fault = checkPlace(state, entry);
    if (fault) return fail(fault);
  } else if (header.head !== undefined) return fail("unknown-head");
  const signKey = deviceKey(directory, entry);
  if (!signKey) return fail("unknown-device");
  if (!verifier.verify(entry.signature, signedBytes(entry), signKey)) return fail("bad-signature");

  if (!state) {
    if (event.type !== "open") return fail("not-allowed");
    return open(entry, event, directory, entryHash(entry, verifier));
  }
  if (event.type !== "grant") return fail("not-allowed");
  const granted = grant(state, entry, event, directory);
  return typeof granted === "string"
    ? fail(granted)
    : { ok: true, state: atNextPlace(granted, entryHash(entry, verifier)) };
}

/** The entry must belong to this chain and continue it exactly. */
function checkPlace(scope: ScopeState, entry: Entry): MembershipFault | undefined {
  const { header } = entry;
  if (header.partnership !== scope.partnership || header.scope !== scope.scope) return "wrong-partnership";
  if (header.head === scope.head) return undefined;
  // Another came first, or what this one continues is not here yet: only the first is for its author to mend.
  return header.head === undefined || scope.places.has(header.head) ? "head-moved" : "unknown-head";
}

/** The signing key of the device that claims to have written the entry, if it is the author's. */
export function deviceKey(directory: DirectoryState, entry: Entry): Uint8Array | undefined {
  const device = directory.devices.get(entry.header.device);
  return device?.user === entry.header.author ? device.signKey : undefined;
}

function found(
  entry: Entry,
  event: Extract<MembershipEvent, { type: "found" }>,
  verifier: Verifier,
): Applied<DirectoryState> {
  const { header } = entry;
  if (header.head !== undefined || header.directory !== undefined) return fail("head-moved");
  if (!event.roles.includes("coordinator")) return fail("last-coordinator");
  if (!verifier.verify(entry.signature, signedBytes(entry), event.keys.deviceSign))
    return fail("bad-signature");
  const hash = entryHash(entry, verifier);
  const user = {
    user: header.author,
    state: "confirmed",
    roles: event.roles,
    terms: [{ from: 0, roles: event.roles }],
    keys: event.keys,
    keysHash: keysHash(verifier, header.author, event.keys),
    generation: 1,
    invite: undefined,
    confirmedBy: header.author,
  } as const;
  const device = {
    device: header.device,
    user: header.author,
    signKey: event.keys.deviceSign,
    addedMs: header.at.ms,
  };
  return {
    ok: true,
    state: {
      genesis: hash,
      users: new Map([[user.user, user]]),
      devices: new Map([[device.device, device]]),
      invites: new Map(),
      panel: firstState(entry, "panel", event.wrap, hash),
    },
  };
}

function open(
  entry: Entry,
  event: Extract<MembershipEvent, { type: "open" }>,
  directory: DirectoryState,
  hash: EntryHash,
): Applied<ScopeState> {
  if (directory.users.get(entry.header.author)?.state !== "confirmed") return fail("not-allowed");
  return { ok: true, state: firstState(entry, event.kind, event.wrap, hash) };
}

function firstState(entry: Entry, kind: ScopeState["kind"], wrap: Bytes, hash: EntryHash): ScopeState {
  const { partnership, scope, author } = entry.header;
  const member: ScopeMember = {
    user: author,
    access: "lead",
    since: 0,
    wraps: new Map([[1, { wrap, generation: 1 }]]),
  };
  return {
    partnership,
    scope,
    kind,
    head: hash,
    places: new Map([[hash, 0]]),
    epoch: 1,
    members: new Map([[author, member]]),
  };
}

/** Adds or raises a member. Access never falls by a grant: that is what revoking is for. */
function grant(
  scope: ScopeState,
  entry: Entry,
  event: Extract<MembershipEvent, { type: "grant" }>,
  directory: DirectoryState,
): ScopeState | MembershipFault {
  if (!canGrant(scope, directory, entry.header.author)) return "not-allowed";
  const user = directory.users.get(event.user);
  if (user?.state !== "confirmed") return "unknown-user";
  if (event.epoch > scope.epoch || event.generation > user.generation) return "stale-epoch";
  const member = scope.members.get(event.user);
  const ranks = { read: 0, contribute: 1, lead: 2 };
  if (member && ranks[event.access] < ranks[member.access]) return "already";
  // A wrap that is there stays: a second one, of nonsense, would lock the member out.
  const before = member?.wraps.get(event.epoch);
  const kept = before && before.generation >= event.generation ? before : event;
  const wraps = new Map(member?.wraps).set(event.epoch, { wrap: kept.wrap, generation: kept.generation });
  // Raised from reading to writing: what they say they wrote before that was not theirs to write.
  const raised = member?.access === "read" && event.access !== "read";
  const since = member && !raised ? member.since : scope.places.size;
  const next: ScopeMember = { user: event.user, access: event.access, since, wraps };
  return { ...scope, members: new Map(scope.members).set(event.user, next) };
}

/** In the panel scope the role decides, so that a new chair need not wait for a grant of `lead`. */
export function canGrant(scope: ScopeState, directory: DirectoryState, user: UserId): boolean {
  const member = scope.members.get(user);
  if (!member) return false;
  if (scope.kind !== "panel") return member.access === "lead";
  return mayLead(directory.users.get(user)?.roles ?? []);
}
