/**
 * The one door to the keys. In the app it lives in a worker, behind `VaultPort`; whoever calls it gets sealed
 * bytes, opened text, signatures and public facts, and never a key.
 *
 * [Note: what the vault does not do] It keeps nothing on disk and sends nothing: `store` and `sync` do, and
 * both see ciphertext only.
 */
import type { Bytes } from "../domain/bytes.ts";
import { type Manifest, nameBlob } from "../domain/blob.ts";
import { createClock, type Stamp } from "../domain/clock.ts";
import { type BlobId, hashBytes, type InviteId, type ScopeId, type UserId } from "../domain/ids.ts";
import type { Access, ScopeKind } from "../domain/membership/events.ts";
import type { DirectoryUser } from "../domain/membership/state.ts";
import type { Role } from "../domain/roles.ts";
import { loginBytes } from "../domain/session.ts";
import {
  acceptInvite,
  type Enrolled,
  formatInviteLink,
  foundPartnership,
  type JoinFault,
  lookSignature,
  parseInviteLink,
} from "./enrol.ts";
import { encodeBackupHead, type PartPlace, sealPart } from "./backup.ts";
import { VaultLockedError } from "./locked.ts";
import { openEnvelope, sealEnvelope } from "./envelope.ts";
import {
  type OpenIdentity,
  openIdentity,
  resealPassphrase,
  type SealedIdentity,
  secretsOf,
  type UnlockFault,
  type UnlockSecret,
} from "./identity.ts";
import { KEY_BYTES, ownNames, type ScopeKey } from "./keys.ts";
import { type DirectoryView, directoryView, type ScopeView, scopeView } from "./membershipView.ts";
import { openChunk, type PaperPlace, sealChunk, type SealedChunk } from "./paper.ts";
import { type Argon2Cost, DEFAULT_COST } from "./passphrase.ts";
import { Reader, type ReadOutcome, type SealedEntry } from "./reader.ts";
import { type Random, sign } from "./seal.ts";
import { SigningDoor } from "./signingDoor.ts";
import { loadSodium } from "./sodium.ts";
import { makeVerifier } from "./verify.ts";
import { toWords } from "./words.ts";
import { type Craft, type WriterPlace, Writer, type Written } from "./writer.ts";

export type VaultSettings = {
  readonly now: () => number;
  readonly random: Random;
  readonly cost: Argon2Cost;
};

export const platformSettings: VaultSettings = {
  now: () => Date.now(),
  // libsodium's own generator is forty times slower in a page than the platform's.
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  cost: DEFAULT_COST,
};

type Open = { readonly identity: OpenIdentity; readonly reader: Reader; readonly writer: Writer };

export async function createVault(settings: VaultSettings = platformSettings): Promise<Vault> {
  const sodium = await loadSodium();
  const { random, now } = settings;
  return new Vault({ sodium, verifier: makeVerifier(sodium), random, clock: createClock(now) }, settings);
}

/** Every method may be called through a worker: arguments and results are plain data. */
export class Vault extends SigningDoor {
  readonly #craft: Craft;
  readonly #settings: VaultSettings;
  #open: Open | undefined;

  constructor(craft: Craft, settings: VaultSettings) {
    super(craft, settings.cost, settings.now);
    this.#craft = craft;
    this.#settings = settings;
  }

  found(roles: readonly Role[], passphrase: string): Enrolled {
    return foundPartnership(this.#craft, roles, passphrase, this.#settings.cost);
  }

  /** Undefined where the link is not one. */
  look(linkText: string): { link: { partnership: string; invite: string }; signature: Bytes } | undefined {
    const link = parseInviteLink(linkText);
    return link && { link, signature: lookSignature(this.#craft.sodium, link) };
  }

  join(
    linkText: string,
    chain: readonly Bytes[],
    passphrase: string,
  ): { ok: true; enrolled: Enrolled } | { ok: false; fault: JoinFault } {
    const link = parseInviteLink(linkText);
    if (!link) return { ok: false, fault: "bad-chain" };
    return acceptInvite(this.#craft, link, chain, this.#settings.now(), passphrase, this.#settings.cost);
  }

  unlock(sealed: SealedIdentity, secret: UnlockSecret): { ok: true } | { ok: false; fault: UnlockFault } {
    const opened = openIdentity(this.#craft.sodium, sealed, secret);
    if (!opened.ok) return opened;
    this.#dropKeys();
    const { identity } = opened;
    const { sodium, verifier, clock } = this.#craft;
    const reader = new Reader(sodium, verifier, identity, clock, this.#settings.now);
    this.#open = { identity, reader, writer: new Writer(this.#craft, identity, reader) };
    return { ok: true };
  }

  changePassphrase(sealed: SealedIdentity, passphrase: string): SealedIdentity {
    const { sodium, random } = this.#craft;
    const { master } = this.#ensureOpen().identity;
    return resealPassphrase(sodium, random, sealed, master, passphrase, this.#settings.cost);
  }

  /** Overwrites every key. What was opened before stays wherever it was shown: the caller clears that. */
  lock(): void {
    this.#dropKeys();
    this.closeBackup();
  }

  #dropKeys(): void {
    if (!this.#open) return;
    const { identity, reader } = this.#open;
    reader.close();
    for (const key of [identity.master, ...secretsOf(identity)]) this.#craft.sodium.memzero(key);
    this.#open = undefined;
  }

  get unlocked(): boolean {
    return this.#open !== undefined;
  }

  signLogin(originText: string, nonce: Bytes): Bytes {
    const { identity } = this.#ensureOpen();
    const originBytes = new TextEncoder().encode(originText);
    return sign(
      this.#craft.sodium,
      loginBytes({ ...identity, originBytes, nonce }),
      identity.deviceKeys.signing,
    );
  }

  sealLocal(label: string, name: string, text: string): Bytes {
    const { sodium, random } = this.#craft;
    return sealEnvelope(
      sodium,
      random,
      this.#ensureOpen().identity.master,
      label,
      name,
      new TextEncoder().encode(text),
    );
  }

  /** The text, or undefined where it was not sealed here under this label and name. */
  openLocal(label: string, name: string, sealed: Bytes): string | undefined {
    const plain = openEnvelope(this.#craft.sodium, this.#ensureOpen().identity.master, label, name, sealed);
    return plain && new TextDecoder().decode(plain);
  }

  /** An id for each name, in order: the same on every device of this person, and to whoever has no key of theirs random. */
  ownNames(names: readonly string[]): ReturnType<typeof ownNames> {
    return ownNames(this.#craft.sodium, this.#ensureOpen().identity.namesKey, names);
  }

  /** The same for everybody who reads the scope. Undefined for one that this person cannot read. */
  scopeNames(scope: ScopeId, names: readonly string[]): ReturnType<Reader["scopeNames"]> {
    return this.#ensureOpen().reader.scopeNames(scope, names);
  }

  /** Everything of a new backup file that stands before its parts. `sealed`: as it lies on this device. */
  beginBackup(sealed: SealedIdentity): Bytes {
    this.#ensureOpen();
    const { random, now } = this.#settings;
    return encodeBackupHead({ fileId: random(KEY_BYTES), madeMs: now(), identity: sealed });
  }

  sealBackupPart(place: PartPlace, plain: Bytes): Bytes {
    const { sodium, random } = this.#craft;
    return sealPart(sodium, random, this.#ensureOpen().identity.master, place, plain);
  }

  /** Where this device's clock stands, to be kept with the cache: entries in it are not read again. */
  lastStamp(): Stamp {
    return this.#craft.clock.latest();
  }

  resumeClock(stamp: Stamp): void {
    this.#craft.clock.follow(stamp);
  }

  read(batch: readonly SealedEntry[]): ReadOutcome[] {
    return this.#ensureOpen().reader.read(batch);
  }

  forget(scope: ScopeId): void {
    this.#ensureOpen().reader.forget(scope);
  }

  writeContent(scope: ScopeId, json: string, place: WriterPlace): Written {
    return this.#ensureOpen().writer.content(scope, json, place);
  }

  openScope(kind: Exclude<ScopeKind, "panel">): Written {
    return this.#ensureOpen().writer.open(kind);
  }

  grant(scope: ScopeId, user: UserId, access: Access): Written {
    return this.#ensureOpen().writer.grant(scope, user, access);
  }

  /** The epoch that a new paper's key comes from. Undefined for a scope that this person cannot read. */
  paperEpoch(scope: ScopeId): number | undefined {
    const { reader } = this.#ensureOpen();
    const state = reader.scope(scope);
    return state && reader.scopeKey(state, state.epoch) ? state.epoch : undefined;
  }

  /** Undefined where this person has no key to the scope in that epoch; so too with opening. */
  sealChunk(place: PaperPlace, index: number, part: Bytes): SealedChunk | undefined {
    const { sodium, verifier, random } = this.#craft;
    const key = this.#paperScopeKey(place);
    return key && sealChunk(sodium, verifier, random, key, place, index, part);
  }

  openChunk(place: PaperPlace, index: number, chunk: SealedChunk): Bytes | undefined {
    const { sodium, verifier } = this.#craft;
    const key = this.#paperScopeKey(place);
    return key && openChunk(sodium, verifier, key, place, index, chunk);
  }

  /** The name that a manifest gives a paper's bytes. */
  nameBlob(manifest: Manifest): BlobId {
    return nameBlob(this.#craft.verifier, manifest);
  }

  #paperScopeKey({ scope, epoch }: PaperPlace): ScopeKey | undefined {
    const { reader } = this.#ensureOpen();
    const state = reader.scope(scope);
    return state && reader.scopeKey(state, epoch);
  }

  /** The entry to push and the text of the link's fragment, to be handed to the newcomer. */
  invite(roles: readonly Role[], expiresMs: number): Written & { link?: string; invite?: InviteId } {
    const { writer, identity } = this.#ensureOpen();
    const seed = this.#craft.random(KEY_BYTES);
    const written = writer.invite(roles, seed, expiresMs);
    if (!written.ok || !written.invite) return written;
    const { partnership, genesis } = identity;
    return { ...written, link: formatInviteLink({ partnership, invite: written.invite, seed, genesis }) };
  }

  cancelInvite(invite: InviteId): Written {
    return this.#ensureOpen().writer.cancelInvite(invite);
  }

  confirm(user: UserId): Written {
    return this.#ensureOpen().writer.confirm(user);
  }

  changeRoles(user: UserId, roles: readonly Role[]): Written {
    return this.#ensureOpen().writer.role(user, roles);
  }

  /** The six words that newcomer and co-ordinator read to each other. Undefined for somebody unknown. */
  checkWords(user: UserId): readonly string[] | undefined {
    const { identity, reader } = this.#ensureOpen();
    const person = reader.directory?.users.get(user);
    const words = (keys: DirectoryUser["keysHash"]) =>
      toWords(this.#craft.verifier.hash("confer/1/check", hashBytes(identity.genesis), keys), 6);
    return person && words(person.keysHash);
  }

  directory(): DirectoryView | undefined {
    const { directory } = this.#ensureOpen().reader;
    return directory && directoryView(directory);
  }

  scopes(): readonly ScopeView[] {
    return [...this.#ensureOpen().reader.scopes.values()].map(scopeView);
  }

  protected override ensureIdentity(): OpenIdentity {
    return this.#ensureOpen().identity;
  }

  #ensureOpen(): Open {
    if (!this.#open) throw new VaultLockedError();
    return this.#open;
  }
}
