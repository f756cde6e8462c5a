/**
 * People, keys and signed entries for tests of the server: the half of a device that needs no secrets of
 * others. Bodies of content are random bytes, which is all a server ever sees.
 */
import { randomBytes } from "node:crypto";
import { loadSodium } from "../../src/crypto/sodium.ts";
import { makeVerifier } from "../../src/crypto/verify.ts";
import { ascii, type Bytes, toB64 } from "../../src/domain/bytes.ts";
import {
  type Entry,
  encodeEntry,
  encodeHeader,
  type EntryHeader,
  parseEntry,
  signedBytes,
} from "../../src/domain/entry.ts";
import {
  type AnyId,
  type DeviceId,
  type EntryHash,
  type InviteId,
  makeId,
  type PartnershipId,
  type ScopeId,
  type UserId,
} from "../../src/domain/ids.ts";
import { entryHash } from "../../src/domain/membership/apply.ts";
import { acceptBytes, addDeviceBytes, keysHash } from "../../src/domain/membership/directory.ts";
import {
  type Access,
  encodeMembership,
  type MembershipEvent,
  type PublicKeys,
  WRAP_BYTES,
  XWING_PUBLIC_KEY,
} from "../../src/domain/membership/events.ts";
import type { Role } from "../../src/domain/roles.ts";
import { loginBytes, lookBytes } from "../../src/domain/session.ts";

const sodium = await loadSodium();
export const verifier = makeVerifier(sodium);

export const random = (length: number): Bytes => new Uint8Array(randomBytes(length));
export const newId = <T extends AnyId>(): T => makeId<T>(random);

export type KeyPair = { readonly publicKey: Bytes; readonly privateKey: Bytes };

export function makeKeyPair(): KeyPair {
  const { publicKey, privateKey } = sodium.crypto_sign_keypair();
  return { publicKey: publicKey as Bytes, privateKey: privateKey as Bytes };
}

const sign = (message: Uint8Array, pair: KeyPair): Bytes =>
  sodium.crypto_sign_detached(message, pair.privateKey) as Bytes;

export type TestPerson = {
  readonly user: UserId;
  readonly device: DeviceId;
  readonly userPair: KeyPair;
  readonly devicePair: KeyPair;
  readonly keys: PublicKeys;
};

/** Box keys are random bytes of the right length: the server never uses one. */
export function makePerson(): TestPerson {
  const userPair = makeKeyPair();
  const devicePair = makeKeyPair();
  const keys: PublicKeys = {
    userSign: userPair.publicKey,
    userBox: random(XWING_PUBLIC_KEY),
    deviceSign: devicePair.publicKey,
    deviceBox: random(XWING_PUBLIC_KEY),
  };
  return { user: newId(), device: newId(), userPair, devicePair, keys };
}

/** The same person on a second device, which `add-device` still has to announce. */
export const onAnotherDevice = (person: TestPerson): TestPerson => ({
  ...person,
  device: newId(),
  devicePair: makeKeyPair(),
});

export type TestInvite = { readonly invite: InviteId; readonly pair: KeyPair };
export type Changes = {
  readonly header?: Partial<EntryHeader>;
  readonly signer?: KeyPair;
  readonly body?: Bytes;
};

/** Signs the parts and takes them apart again, so that what tests hold is what a server would parse. */
function seal(
  header: EntryHeader,
  parts: Pick<Entry, "nonce" | "body" | "commitment">,
  pair: KeyPair,
): Entry {
  const headerBytes = encodeHeader(header);
  const signature = sign(signedBytes({ headerBytes, ...parts }), pair);
  const read = parseEntry(encodeEntry({ headerBytes, ...parts, signature }));
  if (!read.ok) throw new Error(`seal: ${read.fault}`);
  return read.entry;
}

export const onWire = (entry: Entry): string => toB64(entry.bytes);

/**
 * A partnership as its devices see it: the head of every chain, and where each device has got to. Making a
 * membership entry moves the head at once; `forget` steps back where the server refused it.
 */
export class TestPartnership {
  readonly partnership: PartnershipId = newId();
  readonly panel: ScopeId = newId();
  readonly heads = new Map<ScopeId, EntryHash>();
  readonly #written = new Map<string, { seq: number; prev: EntryHash }>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  #header(by: TestPerson, scope: ScopeId, changes: Partial<EntryHeader>): EntryHeader {
    return {
      kind: "membership",
      partnership: this.partnership,
      scope,
      id: newId(),
      epoch: 0,
      author: by.user,
      device: by.device,
      authorSeq: 0,
      prev: undefined,
      head: this.heads.get(scope),
      directory: scope === this.panel ? undefined : this.heads.get(this.panel),
      at: { ms: this.#now(), counter: 0 },
      ...changes,
    };
  }

  membership(by: TestPerson, scope: ScopeId, event: MembershipEvent, changes: Changes = {}): Entry {
    const header = this.#header(by, scope, changes.header ?? {});
    const parts = {
      nonce: new Uint8Array(24),
      body: changes.body ?? encodeMembership(event),
      commitment: new Uint8Array(32),
    };
    const entry = seal(header, parts, changes.signer ?? by.devicePair);
    if (header.scope === scope) this.heads.set(scope, entryHash(entry, verifier));
    return entry;
  }

  /** Makes an entry without moving any head: for entries that must be refused. */
  attempt(make: () => Entry): Entry {
    const heads = new Map(this.heads);
    const written = new Map(this.#written);
    const entry = make();
    this.heads.clear();
    for (const [scope, head] of heads) this.heads.set(scope, head);
    this.#written.clear();
    for (const [key, at] of written) this.#written.set(key, at);
    return entry;
  }

  content(by: TestPerson, scope: ScopeId, changes: Changes = {}): Entry {
    const key = `${by.device}/${scope}`;
    const before = this.#written.get(key);
    const header = this.#header(by, scope, {
      kind: "content",
      epoch: 1,
      authorSeq: (before?.seq ?? 0) + 1,
      prev: before?.prev,
      ...changes.header,
    });
    const parts = { nonce: random(24), body: changes.body ?? random(1024 + 16), commitment: random(32) };
    const entry = seal(header, parts, changes.signer ?? by.devicePair);
    this.#written.set(key, { seq: header.authorSeq, prev: entryHash(entry, verifier) });
    return entry;
  }

  found(by: TestPerson, roles: readonly Role[] = ["coordinator"]): Entry {
    return this.membership(by, this.panel, { type: "found", keys: by.keys, roles, wrap: random(WRAP_BYTES) });
  }

  invite(
    by: TestPerson,
    roles: readonly Role[],
    expiresMs = this.#now() + 7 * 86_400_000,
  ): { entry: Entry; invite: TestInvite } {
    const invite: TestInvite = { invite: newId(), pair: makeKeyPair() };
    const event = {
      type: "invite",
      invite: invite.invite,
      inviteKey: invite.pair.publicKey,
      roles,
      expiresMs,
    } as const;
    return { entry: this.membership(by, this.panel, event), invite };
  }

  accept(by: TestPerson, { invite, pair }: TestInvite): Entry {
    const of = { partnership: this.partnership, author: by.user, device: by.device };
    const inviteSignature = sign(acceptBytes(of, invite, by.keys), pair);
    return this.membership(by, this.panel, { type: "accept", invite, keys: by.keys, inviteSignature });
  }

  confirm(by: TestPerson, person: TestPerson): Entry {
    const hash = keysHash(verifier, person.user, person.keys);
    return this.membership(by, this.panel, { type: "confirm", user: person.user, keysHash: hash });
  }

  addDevice(by: TestPerson, other: TestPerson): Entry {
    const device = {
      device: other.device,
      signKey: other.devicePair.publicKey,
      boxKey: random(XWING_PUBLIC_KEY),
    };
    const userSignature = sign(addDeviceBytes(by.user, device), by.userPair);
    return this.membership(by, this.panel, { type: "add-device", ...device, userSignature });
  }

  open(by: TestPerson, scope: ScopeId = newId(), changes: Changes = {}): { entry: Entry; scope: ScopeId } {
    const event = { type: "open", kind: "case", wrap: random(WRAP_BYTES) } as const;
    return { entry: this.membership(by, scope, event, changes), scope };
  }

  grant(by: TestPerson, scope: ScopeId, to: TestPerson, access: Access, changes: Changes = {}): Entry {
    const event = {
      type: "grant",
      user: to.user,
      epoch: 1,
      generation: 1,
      access,
      wrap: random(WRAP_BYTES),
    } as const;
    return this.membership(by, scope, event, changes);
  }

  /** The signature that shows the directory to the holder of an invite. */
  look({ invite, pair }: TestInvite): string {
    return toB64(sign(lookBytes(this.partnership, invite), pair));
  }

  login(by: TestPerson, origin: string, nonce: Uint8Array): string {
    const claim = {
      originBytes: ascii(origin),
      partnership: this.partnership,
      user: by.user,
      device: by.device,
      nonce,
    };
    return toB64(sign(loginBytes(claim), by.devicePair));
  }
}
