/** People with real vaults, for tests: the cheapest passphrase cost the floor allows, all else as shipped. */
import { type SealedIdentity } from "../../src/crypto/identity.ts";
import { COST_FLOOR } from "../../src/crypto/passphrase.ts";
import { createVault, platformSettings, type Vault, type VaultSettings } from "../../src/crypto/vault.ts";
import type { Written, WrittenEntry, WriterPlace } from "../../src/crypto/writer.ts";
import type { ScopeId, UserId } from "../../src/domain/ids.ts";
import type { Role } from "../../src/domain/roles.ts";

export const PASSPHRASE = "correct horse battery staple";

export const testSettings: VaultSettings = { ...platformSettings, cost: COST_FLOOR };

export type Person = { readonly vault: Vault; readonly identity: SealedIdentity; readonly user: UserId };

/** Fails the test with the fault's name where a write did not succeed. */
export function ensureWritten(written: Written): WrittenEntry {
  if (!written.ok) throw new Error(`write failed: ${written.fault}`);
  return written.entry;
}

/** A partnership of people who have all been invited, have joined and are confirmed, and its directory chain. */
export async function makePartnership(
  roles: readonly (readonly Role[])[],
  settings: VaultSettings = testSettings,
): Promise<{ people: Person[]; chain: WrittenEntry[] }> {
  const founder = await createVault(settings);
  const founded = founder.found(["chair", "coordinator"], PASSPHRASE);
  founder.unlock(founded.identity, { passphrase: PASSPHRASE });
  const chain = [founded.entry];
  const people: Person[] = [{ vault: founder, identity: founded.identity, user: founded.identity.user }];
  const append = (entry: WrittenEntry) => {
    chain.push(entry);
    for (const { vault } of people) vault.read([entry]);
  };
  founder.read(chain);
  for (const wanted of roles) {
    const invited = founder.invite(wanted, settings.now() + 72 * 3_600_000);
    append(ensureWritten(invited));
    const vault = await createVault(settings);
    const joined = vault.join(
      invited.link ?? "",
      chain.map((entry) => entry.bytes),
      PASSPHRASE,
    );
    if (!joined.ok) throw new Error(`join failed: ${joined.fault}`);
    const { identity } = joined.enrolled;
    vault.unlock(identity, { passphrase: PASSPHRASE });
    vault.read(chain);
    people.push({ vault, identity, user: identity.user });
    append(joined.enrolled.entry);
    append(ensureWritten(founder.confirm(identity.user)));
    append(ensureWritten(founder.grant(identity.panel, identity.user, "contribute")));
  }
  return { people, chain };
}

/** Writes records one after another into a scope as one device's chain. */
export function writeChain(vault: Vault, scope: ScopeId, texts: readonly string[]): WrittenEntry[] {
  let place: WriterPlace = { seq: 0, hash: undefined };
  return texts.map((text) => {
    const entry = ensureWritten(vault.writeContent(scope, text, place));
    place = { seq: place.seq + 1, hash: entry.hash };
    return entry;
  });
}
