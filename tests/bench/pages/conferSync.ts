/** Confer's side of the synchronising benchmark: the app's own session over a real server, without screens. */
import { ALONE } from "../../../src/app/tabs.ts";
import { openSession } from "../../../src/app/session.ts";
import type { SessionPlatform } from "../../../src/app/sessionParts.ts";
import { makeUploadQueue } from "../../../src/app/paperPlaces.ts";
import { Syncing } from "../../../src/app/syncing.ts";
import type { SealedIdentity } from "../../../src/crypto/identity.ts";
import type { VaultPort } from "../../../src/crypto/vaultPort.ts";
import { parseB64 } from "../../../src/domain/bytes.ts";
import { browserPlatform } from "../../../src/store/browserPlatform.ts";
import { type DeviceStore, openDeviceStore } from "../../../src/store/deviceStore.ts";
import { PaperStore } from "../../../src/store/paperStore.ts";
import { setUp } from "../../../src/sync/direct.ts";
import { makeHttpTransport } from "../../../src/sync/transport.ts";
import { BenchDevice, CASES, openVault, PASSPHRASE, PROFILE } from "./confer.ts";
import { nothing } from "./contender.ts";
import { makeRecords } from "./records.ts";

const platform = (): SessionPlatform => ({
  transport: makeHttpTransport(),
  origin: location.origin,
  now: () => Date.now(),
  retryMs: 5_000,
  tabs: ALONE,
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  startDocumentsWorker: () => {
    throw new Error("bench: no documents here");
  },
  saveIdentity: nothing,
  storageLow: () => Promise.resolve(false),
  watchNetwork: () => () => undefined,
});

const sync = (identity: SealedIdentity, vault: VaultPort, store: DeviceStore): Syncing =>
  new Syncing(identity, vault, store, platform(), {
    onChainRefused: nothing,
    uploads: makeUploadQueue({ store, papers: new PaperStore(store.local, () => Date.now()) }),
    onPulled: () => undefined,
    onWentBack: nothing,
  });

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** A new partnership whose founder wrote `count` records offline; timed from connecting until all are stored. */
export async function pushConfer(secret: string, count: number, bytes: number) {
  const vault = await openVault();
  const { identity, entry } = await vault.found(["chair", "coordinator"], PASSPHRASE);
  const answer = await setUp(makeHttpTransport(), parseB64(secret) ?? new Uint8Array(), entry.bytes);
  if (!answer.ok) throw new Error(`bench: not set up (${answer.fault.kind})`);
  await vault.unlock(identity, { passphrase: PASSPHRASE });
  const store = await openDeviceStore(PROFILE, browserPlatform(PROFILE));
  await store.add([entry]);
  await store.acknowledge([entry.id]);
  const device = new BenchDevice(identity, vault, store);
  await device.cache.catchUp();
  await device.openCases(CASES);
  await device.insert(makeRecords(0, count, bytes), "distinct");

  const start = performance.now();
  const syncing = sync(identity, vault, store);
  await until(async () => (await store.unsentCount()) === 0);
  const ms = performance.now() - start;
  const refused = await store.local.refused.count();
  if (refused > 0) throw new Error(`bench: ${refused} refused`);
  await syncing.stop();
  await store.close();
  return { ms, identity };
}

/** What the closed session left in its cache, read as the next unlocking would. Fails where an entry still waits. */
async function countAnswers(identity: SealedIdentity, vault: VaultPort, store: DeviceStore): Promise<number> {
  const device = new BenchDevice(identity, vault, store);
  await device.cache.load(() => undefined);
  const { waiting } = device.library;
  if (waiting.size > 0) throw new Error(`bench: ${waiting.size} entries wait`);
  return device.answers().length;
}

/**
 * The same person on an empty device, as after a recovery. Sealed: until all entries are on the device's disk.
 * Opened: by the app's own session, until every entry is on the disk, its signature checked, opened and folded.
 */
export async function pullConfer(identity: SealedIdentity, count: number, opened: boolean) {
  const vault = await openVault();
  await vault.unlock(identity, { passphrase: PASSPHRASE });
  const store = await openDeviceStore(PROFILE, browserPlatform(PROFILE));
  const wanted = count + CASES + 1;
  const stored = async () => (await store.entries.collection.count().exec()) === wanted;
  const start = performance.now();
  if (!opened) {
    const syncing = sync(identity, vault, store);
    await until(stored);
    const ms = performance.now() - start;
    await syncing.stop();
    await store.close();
    return { ms, answers: 0 };
  }
  const session = await openSession(identity, vault, store, platform());
  await until(stored);
  await session.syncNow();
  const ms = performance.now() - start;
  const quarantined = session.quarantined.value.length;
  await session.shut();
  const answers = await countAnswers(identity, vault, store);
  await store.close();
  if (quarantined > 0 || answers !== count) throw new Error(`bench: opened ${answers} of ${count}`);
  return { ms, answers };
}
