/**
 * The partnership every schedule begins with: two co-ordinators, a referrer, and a fourth person who belongs and
 * is never let into a case. Made once per process, since making keys takes longest; each schedule gets a copy.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Enrolled } from "../../src/crypto/enrol.ts";
import { COST_FLOOR } from "../../src/crypto/passphrase.ts";
import { createVault, type Vault } from "../../src/crypto/vault.ts";
import { loadVerifier } from "../../src/crypto/verify.ts";
import type { WrittenEntry } from "../../src/crypto/writer.ts";
import { toB64 } from "../../src/domain/bytes.ts";
import type { PanelRecord } from "../../src/domain/records/record.ts";
import type { Role } from "../../src/domain/roles.ts";
import ashfield from "../../src/forms/panels/ashfield.json" with { type: "json" };
import { hashSecret, join as acceptJoin, setUp } from "../../src/server/enrol.ts";
import { push } from "../../src/server/push.ts";
import { createStates } from "../../src/server/states.ts";
import { openSqliteStore } from "../../src/server/store/sqlite.ts";
import type { PushResult } from "../../src/sync/protocol.ts";
import { ensureWritten, PASSPHRASE, writeChain } from "../support/vaults.ts";
import { copyDatabase, REMOVE } from "./databases.ts";
import { makeRandom } from "./random.ts";

/** 2 March 2026, 09:00 UTC: where every schedule's time begins. */
export const START_MS = Date.UTC(2026, 2, 2, 9);

export const PEOPLE = ["lead", "second", "worker", "outsider"] as const;
export type PersonName = (typeof PEOPLE)[number];

export type SimPerson = Pick<Enrolled, "identity" | "recoveryCode"> & { readonly name: PersonName };
export type Base = { readonly people: readonly SimPerson[]; readonly database: Uint8Array };

const ROLES: Record<Exclude<PersonName, "lead">, readonly Role[]> = {
  second: ["coordinator"],
  worker: ["referrer"],
  outsider: ["member"],
};

let made: Promise<Base> | undefined;
export const makeBase = (): Promise<Base> => (made ??= build());

type Enrolling = { readonly vault: Vault; readonly enrolled: Enrolled };

function invite(founder: Vault, chain: WrittenEntry[], vault: Vault, roles: readonly Role[]): Enrolling {
  const append = (entry: WrittenEntry) => {
    chain.push(entry);
    founder.read([entry]);
  };
  const invited = founder.invite(roles, START_MS + 3_600_000);
  append(ensureWritten(invited));
  const soFar = chain.map((entry) => entry.bytes);
  const joined = vault.join(invited.link ?? "", soFar, PASSPHRASE);
  if (!joined.ok) throw new Error(`invite: ${joined.fault}`);
  const { enrolled } = joined;
  append(enrolled.entry);
  append(ensureWritten(founder.confirm(enrolled.identity.user)));
  append(ensureWritten(founder.grant(enrolled.identity.panel, enrolled.identity.user, "contribute")));
  return { vault, enrolled };
}

async function build(): Promise<Base> {
  const random = makeRandom(1).bytes;
  const settings = { now: () => START_MS - 60_000, random, cost: COST_FLOOR };
  const founder = await createVault(settings);
  const founded = founder.found(["chair", "coordinator"], PASSPHRASE);
  founder.unlock(founded.identity, { recoveryCode: founded.recoveryCode });
  const chain = [founded.entry];
  founder.read(chain);
  const others: Enrolled[] = [];
  for (const roles of Object.values(ROLES)) {
    others.push(invite(founder, chain, await createVault(settings), roles).enrolled);
  }
  const enrolled = [founded, ...others];
  const about = (name: string) => ({ name, agency: "Made-up agency", position: "Worker" });
  const records: PanelRecord[] = [
    { type: "partnership", name: "Testshire", demonstration: true },
    { type: "definition", definition: ashfield as never },
    ...enrolled.map(({ identity }, i) => {
      return { type: "profile", user: identity.user, ...about(PEOPLE[i] ?? "") } as const;
    }),
  ];
  const texts = records.map((record) => JSON.stringify(record));
  const content = writeChain(founder, founded.identity.panel, texts);
  const database = await store(enrolled, chain, content);
  const people = enrolled.map(({ identity, recoveryCode }, i) => {
    return { name: PEOPLE[i] as PersonName, identity, recoveryCode };
  });
  return { people, database };
}

/** Takes all of it in through the server's own doors. */
async function store(
  enrolled: readonly Enrolled[],
  chain: readonly WrittenEntry[],
  content: readonly WrittenEntry[],
): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "confer-sim-base-"));
  const file = join(folder, "base.db");
  const opened = await openSqliteStore(file);
  const verifier = await loadVerifier();
  const parts = { store: opened, states: createStates(verifier), verifier, now: () => START_MS - 60_000 };
  const secret = new Uint8Array(32).fill(7);
  await opened.offerSetup(hashSecret(parts, secret));
  const [genesis, ...rest] = chain;
  await setUp(parts, toB64(secret), toB64(genesis?.bytes ?? new Uint8Array()));
  const founder = enrolled[0]?.identity;
  if (!founder) throw new Error("store: nobody founded");
  const accepts = new Set(enrolled.map(({ entry }) => entry.id));
  const results: PushResult[] = [];
  for (const { id, bytes } of [...rest, ...content]) {
    if (accepts.has(id)) results.push(await acceptJoin(parts, toB64(bytes)));
    else results.push(...(await push(parts, founder, [toB64(bytes)])));
  }
  if (results.some(({ outcome }) => outcome !== "stored"))
    throw new Error("store: the server refused the base");
  const database = copyDatabase(file);
  await opened.close();
  rmSync(folder, REMOVE);
  return database;
}
