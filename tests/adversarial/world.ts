/**
 * A partnership whose every key is in the test's hands, so that attacks can be signed by whoever the test likes.
 * No passphrases: identities are made open.
 */
import type { OpenIdentity } from "../../src/crypto/identity.ts";
import { makeKeys, type NewKeys } from "../../src/crypto/identity.ts";
import {
  invitePair,
  minutesPair,
  namesKey,
  publicKeysOf,
  type ScopeKey,
  type SigningKey,
} from "../../src/crypto/keys.ts";
import { Reader, type ReadOutcome } from "../../src/crypto/reader.ts";
import { sealContent, sign, signMembership } from "../../src/crypto/seal.ts";
import { loadSodium, type Sodium } from "../../src/crypto/sodium.ts";
import { makeVerifier } from "../../src/crypto/verify.ts";
import { scopeWrapContext, wrapKey } from "../../src/crypto/wrap.ts";
import {
  type Craft,
  finish,
  makeHeader,
  Writer,
  type Written,
  type WrittenEntry,
} from "../../src/crypto/writer.ts";
import type { Bytes } from "../../src/domain/bytes.ts";
import { createClock } from "../../src/domain/clock.ts";
import { type Entry, type EntryHeader, parseEntry } from "../../src/domain/entry.ts";
import {
  type EntryHash,
  type EntryId,
  type InviteId,
  makeId,
  type PartnershipId,
  type ScopeId,
} from "../../src/domain/ids.ts";
import { acceptBytes } from "../../src/domain/membership/directory.ts";
import { encodeMembership, type MembershipEvent } from "../../src/domain/membership/events.ts";
import type { Verifier } from "../../src/domain/membership/state.ts";
import type { Role } from "../../src/domain/roles.ts";
import { fixedRandom } from "../crypto/fixedRandom.ts";

export const realSodium = await loadSodium();
/** 26 November 2026, 09:00: every stamp of the world starts here. */
export const NOW = 1_795_683_600_000;

export function ensureParsed(bytes: Bytes): Entry {
  const parsed = parseEntry(bytes);
  if (!parsed.ok) throw new Error(`ensureParsed: ${parsed.fault}`);
  return parsed.entry;
}

export function ensureEntry(written: Written): WrittenEntry {
  if (!written.ok) throw new Error(`write failed: ${written.fault}`);
  return written.entry;
}

export type Actor = {
  readonly name: string;
  readonly keys: NewKeys;
  readonly identity: OpenIdentity;
  readonly reader: Reader;
  readonly writer: Writer;
  readonly signing: SigningKey;
};

export class World {
  readonly craft: Craft;
  readonly random;
  readonly verifier: Verifier;
  readonly partnership: PartnershipId;
  readonly panel: ScopeId;
  readonly founder: Actor;
  readonly actors: Actor[] = [];
  /** Every entry written, in order. */
  readonly entries: WrittenEntry[] = [];
  readonly #places = new Map<string, { seq: number; hash: EntryHash | undefined }>();

  constructor(seed: number, sodium: Sodium = realSodium) {
    this.random = fixedRandom(seed);
    this.verifier = makeVerifier(sodium);
    const { random, verifier } = this;
    this.craft = { sodium, verifier, random, clock: createClock(() => NOW) };
    this.partnership = makeId(random);
    this.panel = makeId(random);
    const keys = makeKeys(sodium, random);
    const who = { ...keys, partnership: this.partnership };
    const header = makeHeader(this.craft, who, {
      kind: "membership",
      scope: this.panel,
      head: undefined,
      directory: undefined,
    });
    const context = scopeWrapContext(this.panel, 1, keys.user, 1);
    const wrap = wrapKey(sodium, random, random(32) as ScopeKey, keys.userKeys.boxPublic, context);
    const event = {
      type: "found",
      keys: publicKeysOf(keys.userKeys, keys.deviceKeys),
      roles: ["coordinator"],
      wrap,
    } as const;
    const bytes = signMembership(sodium, header, encodeMembership(event), keys.deviceKeys.signing);
    const founding = finish(this.craft, header, bytes);
    this.founder = this.#actor("coordinator", keys, founding.hash);
    this.publish(founding);
  }

  get genesis(): EntryHash {
    return this.founder.identity.genesis;
  }

  #actor(name: string, keys: NewKeys, genesis: EntryHash): Actor {
    const { partnership, panel } = this;
    const { user, device, master, userSeed, userKeys, deviceKeys } = keys;
    const minutesKeys = minutesPair(this.craft.sodium, userSeed);
    const ownNames = namesKey(this.craft.sodium, userSeed);
    const own = { userKeys, deviceKeys, minutesKeys, namesKey: ownNames };
    const identity = { partnership, panel, user, device, genesis, master, ...own };
    const reader = this.readerOf(identity);
    const actor = {
      name,
      keys,
      identity,
      reader,
      writer: new Writer(this.craft, identity, reader),
      signing: deviceKeys.signing,
    };
    this.actors.push(actor);
    for (const entry of this.entries) reader.read([entry]);
    return actor;
  }

  readerOf(identity: OpenIdentity, verifier = this.verifier): Reader {
    return new Reader(
      this.craft.sodium,
      verifier,
      identity,
      createClock(() => NOW),
      () => NOW,
    );
  }

  /** Shows an entry to everybody, as an honest server would. */
  publish(entry: WrittenEntry): WrittenEntry {
    this.entries.push(entry);
    for (const { reader } of this.actors) reader.read([entry]);
    return entry;
  }

  /** Somebody with good keys whom nobody has invited. */
  outsider(name = "outsider"): Actor {
    return this.#actor(name, makeKeys(this.craft.sodium, this.random), this.genesis);
  }

  invite(roles: readonly Role[]): { invite: InviteId; seed: Bytes } {
    const seed = this.random(32);
    const written = this.founder.writer.invite(roles, seed, NOW + 72 * 3_600_000);
    this.publish(ensureEntry(written));
    return { invite: written.invite as InviteId, seed };
  }

  acceptEvent(actor: Actor, { invite, seed }: { invite: InviteId; seed: Bytes }): MembershipEvent {
    const keys = publicKeysOf(actor.keys.userKeys, actor.keys.deviceKeys);
    const of = { partnership: this.partnership, author: actor.keys.user, device: actor.keys.device };
    const { signing } = invitePair(this.craft.sodium, seed);
    return {
      type: "accept",
      invite,
      keys,
      inviteSignature: sign(this.craft.sodium, acceptBytes(of, invite, keys), signing),
    };
  }

  /** Invited, joined, not yet confirmed. */
  newcomer(name: string, roles: readonly Role[]): Actor {
    const invited = this.invite(roles);
    const actor = this.outsider(name);
    this.publish(this.member(actor, this.panel, this.acceptEvent(actor, invited)));
    return actor;
  }

  /** Confirmed, and let into the panel. */
  colleague(name: string, roles: readonly Role[]): Actor {
    const actor = this.newcomer(name, roles);
    this.publish(ensureEntry(this.founder.writer.confirm(actor.keys.user)));
    this.publish(ensureEntry(this.founder.writer.grant(this.panel, actor.keys.user, "contribute")));
    return actor;
  }

  /** A membership entry by this person, allowed or not; `changes` overrides its header. */
  member(
    by: Actor,
    scope: ScopeId,
    event: MembershipEvent,
    changes: Partial<EntryHeader> = {},
    signing = by.signing,
  ): WrittenEntry {
    const { reader } = this.founder;
    const parts = {
      kind: "membership",
      scope,
      head: reader.scope(scope)?.head,
      directory: scope === this.panel ? undefined : reader.directory?.panel.head,
    } as const;
    const header = { ...makeHeader(this.craft, by.identity, parts), ...changes };
    return finish(
      this.craft,
      header,
      signMembership(this.craft.sodium, header, encodeMembership(event), signing),
    );
  }

  openScope(by: Actor): ScopeId {
    return this.publish(ensureEntry(by.writer.open("case"))).scope;
  }

  content(by: Actor, scope: ScopeId, json: string): WrittenEntry {
    const key = `${by.keys.device}/${scope}`;
    const place = this.#places.get(key) ?? { seq: 0, hash: undefined };
    const entry = ensureEntry(by.writer.content(scope, json, place));
    this.#places.set(key, { seq: place.seq + 1, hash: entry.hash });
    return this.publish(entry);
  }

  /** Content sealed under the scope's true key, by whoever, with whatever the header is made to say. */
  forge(by: Actor, scope: ScopeId, json: string, changes: Partial<EntryHeader> = {}): WrittenEntry {
    const { reader } = this.founder;
    const state = reader.scope(scope);
    const key = state && reader.scopeKey(state, 1);
    if (!state || !key) throw new Error("forge: the founder must hold the key");
    const { sodium, random } = this.craft;
    const parts = { kind: "content", scope, epoch: 1, authorSeq: 1, head: state.head } as const;
    const directory = scope === this.panel ? undefined : reader.directory?.panel.head;
    const header = { ...makeHeader(this.craft, by.identity, { ...parts, directory }), ...changes };
    const bytes = sealContent(sodium, random, header, new TextEncoder().encode(json), key, by.signing);
    return finish(this.craft, header, bytes);
  }

  /** A reader that knows this person's chains, ready to judge one entry and be thrown away. */
  fresh(of: Actor = this.founder, verifier = this.verifier): Reader {
    const reader = this.readerOf(of.identity, verifier);
    reader.directory = of.reader.directory;
    for (const [scope, state] of of.reader.scopes) reader.scopes.set(scope, state);
    return reader;
  }

  /** What an honest reader makes of these bytes, handed over under the id that they claim. */
  judge(bytes: Bytes, reader = this.fresh()): ReadOutcome {
    const parsed = parseEntry(bytes);
    const id = parsed.ok ? parsed.entry.header.id : ("AAAAAAAAAAAAAAAAAAAAAA" as EntryId);
    return reader.read([{ id, bytes }]).at(-1) as ReadOutcome;
  }
}

/** Two cases, five kinds of people, ten content entries: the ground that the attacks are tried on. */
export function makeTwoCases(seed: number, sodium: Sodium = realSodium) {
  const world = new World(seed, sodium);
  const { founder } = world;
  const referrer = world.colleague("referrer", ["referrer"]);
  const member = world.colleague("member", ["member"]);
  const reading = world.colleague("reading", ["member"]);
  const unconfirmed = world.newcomer("unconfirmed", ["referrer"]);
  const outsider = world.outsider();
  const caseA = world.openScope(referrer);
  const caseB = world.openScope(referrer);
  for (const scope of [caseA, caseB]) {
    world.publish(ensureEntry(referrer.writer.grant(scope, founder.keys.user, "lead")));
  }
  const contents = [world.content(referrer, caseA, '{"n":1}'), world.content(referrer, caseB, '{"n":2}')];
  world.publish(ensureEntry(referrer.writer.grant(caseA, member.keys.user, "contribute")));
  world.publish(ensureEntry(referrer.writer.grant(caseA, reading.keys.user, "read")));
  for (const [by, scope] of [
    [referrer, caseA],
    [founder, caseA],
    [member, caseA],
    [referrer, caseB],
    [founder, caseB],
    [founder, world.panel],
    [referrer, caseA],
    [founder, caseA],
  ] as const) {
    contents.push(world.content(by, scope, JSON.stringify({ n: contents.length + 1 })));
  }
  return { world, founder, referrer, member, reading, unconfirmed, outsider, caseA, caseB, contents };
}
