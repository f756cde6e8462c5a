/** Writes entries as the unlocked person: content, and the membership changes their role allows. */
import type { Bytes } from "../domain/bytes.ts";
import type { HybridClock } from "../domain/clock.ts";
import { type EntryHeader, MAX_RECORD_BYTES, parseEntry } from "../domain/entry.ts";
import {
  type EntryHash,
  type EntryId,
  type InviteId,
  makeId,
  type ScopeId,
  type UserId,
} from "../domain/ids.ts";
import { entryHash } from "../domain/membership/apply.ts";
import {
  type Access,
  encodeMembership,
  type MembershipEvent,
  type ScopeKind,
} from "../domain/membership/events.ts";
import type { DirectoryState, ScopeState, Verifier } from "../domain/membership/state.ts";
import type { Role } from "../domain/roles.ts";
import type { OpenIdentity } from "./identity.ts";
import { invitePair, KEY_BYTES, type ScopeKey } from "./keys.ts";
import type { Reader } from "./reader.ts";
import { type Random, sealContent, signMembership } from "./seal.ts";
import type { Sodium } from "./sodium.ts";
import { scopeWrapContext, wrapKey } from "./wrap.ts";

/** What every writer needs; passed in, so that a simulation supplies its own clock and randomness. */
export type Craft = {
  readonly sodium: Sodium;
  readonly verifier: Verifier;
  readonly random: Random;
  readonly clock: HybridClock;
};

export type WrittenEntry = {
  readonly id: EntryId;
  readonly scope: ScopeId;
  readonly bytes: Bytes;
  readonly hash: EntryHash;
};

/**
 * Where a device's own chain in a scope stands: what its next content entry continues. `heads`: the places that
 * this device's unacknowledged membership changes build on; content names the earliest of them, since what named
 * a change of our own would fall with it, if another's change came first.
 */
export type WriterPlace = {
  readonly seq: number;
  readonly hash: EntryHash | undefined;
  readonly heads?: readonly EntryHash[];
};

export type WriteFault = "no-scope" | "no-key" | "too-long" | "unknown-user" | "not-confirmed";
export type Written = { ok: true; entry: WrittenEntry } | { ok: false; fault: WriteFault };

const fail = (fault: WriteFault) => ({ ok: false, fault }) as const;
const textEncoder = new TextEncoder();

type HeaderParts = Pick<EntryHeader, "kind" | "scope" | "head" | "directory"> &
  Partial<Pick<EntryHeader, "epoch" | "authorSeq" | "prev">>;

export function makeHeader(
  craft: Craft,
  who: Pick<OpenIdentity, "partnership" | "user" | "device">,
  parts: HeaderParts,
): EntryHeader {
  return {
    epoch: 0,
    authorSeq: 0,
    prev: undefined,
    ...parts,
    partnership: who.partnership,
    id: makeId<EntryId>(craft.random),
    author: who.user,
    device: who.device,
    at: craft.clock.tick(),
  };
}

export function finish(craft: Craft, header: EntryHeader, bytes: Bytes): WrittenEntry {
  const parsed = parseEntry(bytes);
  if (!parsed.ok) throw new Error(`finish: wrote an entry that does not parse (${parsed.fault})`);
  return { id: header.id, scope: header.scope, bytes, hash: entryHash(parsed.entry, craft.verifier) };
}

/** The first of these places in the scope's chain; its newest place where none is given. */
function earliest({ places, head }: ScopeState, among: readonly EntryHash[]): EntryHash {
  const known = among.filter((each) => places.has(each));
  return known.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))[0] ?? head;
}

export class Writer {
  readonly #craft: Craft;
  readonly #identity: OpenIdentity;
  readonly #reader: Reader;

  constructor(craft: Craft, identity: OpenIdentity, reader: Reader) {
    this.#craft = craft;
    this.#identity = identity;
    this.#reader = reader;
  }

  /** A record as the next content entry of this device in the scope. `json` is the record's text. */
  content(scope: ScopeId, json: string, place: WriterPlace): Written {
    const state = this.#reader.scope(scope);
    const directory = this.#reader.directory;
    if (!state || !directory) return fail("no-scope");
    const key = this.#reader.scopeKey(state, state.epoch);
    if (!key) return fail("no-key");
    const plain = textEncoder.encode(json);
    if (plain.length > MAX_RECORD_BYTES) return fail("too-long");
    const header = makeHeader(this.#craft, this.#identity, {
      kind: "content",
      scope,
      epoch: state.epoch,
      authorSeq: place.seq + 1,
      prev: place.hash,
      head: earliest(state, place.heads ?? []),
      directory: this.#directoryHead(directory, scope),
    });
    const { sodium, random } = this.#craft;
    const bytes = sealContent(sodium, random, header, plain, key, this.#identity.deviceKeys.signing);
    return { ok: true, entry: finish(this.#craft, header, bytes) };
  }

  /** A new scope whose only member is this person. */
  open(kind: Exclude<ScopeKind, "panel">): Written {
    const directory = this.#reader.directory;
    if (!directory) return fail("no-scope");
    const scope = makeId<ScopeId>(this.#craft.random);
    const { user, userKeys } = this.#identity;
    const key = this.#craft.random(KEY_BYTES) as ScopeKey;
    const wrap = this.#wrap(scope, 1, key, user, 1, userKeys.boxPublic);
    return this.#member(scope, undefined, { type: "open", kind, wrap });
  }

  /** Lets a confirmed person into a scope in its present epoch. */
  grant(scope: ScopeId, user: UserId, access: Access): Written {
    const state = this.#reader.scope(scope);
    const recipient = this.#reader.directory?.users.get(user);
    if (!state) return fail("no-scope");
    if (!recipient) return fail("unknown-user");
    if (recipient.state !== "confirmed") return fail("not-confirmed");
    return this.#grantTo(state, user, access, recipient.generation, recipient.keys.userBox);
  }

  invite(roles: readonly Role[], seed: Bytes, expiresMs: number): Written & { invite?: InviteId } {
    const invite = makeId<InviteId>(this.#craft.random);
    const inviteKey = invitePair(this.#craft.sodium, seed).signPublic;
    return { ...this.#directoryEvent({ type: "invite", invite, inviteKey, roles, expiresMs }), invite };
  }

  cancelInvite(invite: InviteId): Written {
    return this.#directoryEvent({ type: "cancel-invite", invite });
  }

  confirm(user: UserId): Written {
    const found = this.#reader.directory?.users.get(user);
    return found
      ? this.#directoryEvent({ type: "confirm", user, keysHash: found.keysHash })
      : fail("unknown-user");
  }

  role(user: UserId, roles: readonly Role[]): Written {
    return this.#directoryEvent({ type: "role", user, roles });
  }

  #directoryEvent(event: MembershipEvent): Written {
    const panel = this.#reader.directory?.panel;
    return panel ? this.#member(panel.scope, panel, event) : fail("no-scope");
  }

  #grantTo(
    state: ScopeState,
    user: UserId,
    access: Access,
    generation: number,
    boxPublic: Uint8Array,
  ): Written {
    const { epoch, scope } = state;
    const key = this.#reader.scopeKey(state, epoch);
    if (!key) return fail("no-key");
    const wrap = this.#wrap(scope, epoch, key, user, generation, boxPublic);
    return this.#member(scope, state, { type: "grant", user, epoch, generation, access, wrap });
  }

  #wrap(
    scope: ScopeId,
    epoch: number,
    key: ScopeKey,
    user: UserId,
    generation: number,
    boxPublic: Uint8Array,
  ): Bytes {
    const context = scopeWrapContext(scope, epoch, user, generation);
    return wrapKey(this.#craft.sodium, this.#craft.random, key, boxPublic, context);
  }

  #member(scope: ScopeId, state: ScopeState | undefined, event: MembershipEvent): Written {
    const directory = this.#reader.directory;
    if (!directory) return fail("no-scope");
    const header = makeHeader(this.#craft, this.#identity, {
      kind: "membership",
      scope,
      head: state?.head,
      directory: this.#directoryHead(directory, scope),
    });
    const body = encodeMembership(event);
    const bytes = signMembership(this.#craft.sodium, header, body, this.#identity.deviceKeys.signing);
    return { ok: true, entry: finish(this.#craft, header, bytes) };
  }

  #directoryHead(directory: DirectoryState, scope: ScopeId): EntryHash | undefined {
    return scope === directory.panel.scope ? undefined : directory.panel.head;
  }
}
