/** Parts broken on purpose, each as somebody might well have built it. The sabotage tests put them in. */
import { createRxDatabase } from "rxdb/plugins/core";
import type { ScopeId } from "../../src/domain/ids.ts";
import { toB64 } from "../../src/domain/bytes.ts";
import type { Store } from "../../src/server/store/port.ts";
import { DeviceStore, type openDeviceStore, type WrittenBytes } from "../../src/store/deviceStore.ts";
import { type EntryCollection, type EntryDoc, toDoc } from "../../src/store/entryStore.ts";
import { LocalStore } from "../../src/store/localStore.ts";
import { parseEntry } from "../../src/domain/entry.ts";
import type { Tamper } from "./network.ts";
import type { Parts } from "./world.ts";

type OpenStore = typeof openDeviceStore;
type Place = { scope: ScopeId; seq: number; hash: WrittenBytes["hash"] };

/** Moments between two writes at which the device may die: a slow disk. */
const SLOW_DISK = 16;

/** Advances the chain, then adds to RxDB: a crash between the two loses the entry and leaves a gap. */
class WithoutWriteAhead extends DeviceStore {
  override async add(written: readonly WrittenBytes[], place?: Place): Promise<void> {
    if (place) await this.local.places.put(place);
    for (let i = 0; i < SLOW_DISK; i++) await this.local.places.count();
    await this.entries.collection.bulkInsert(written.map((entry) => toDoc(entry)));
  }
}

/** One document per device and scope, updated in place, where an entry is never touched again. */
class UpdatingInPlace extends DeviceStore {
  override async add(written: readonly WrittenBytes[], place?: Place): Promise<void> {
    if (place) await this.local.places.put(place);
    for (const entry of written) {
      const parsed = parseEntry(entry.bytes);
      const isContent = parsed.ok && parsed.entry.header.kind === "content";
      const id = isContent ? (`draft-${entry.scope}`.slice(0, 22) as EntryDoc["id"]) : entry.id;
      await this.entries.collection.incrementalUpsert({ ...toDoc(entry), id });
    }
  }
}

const opening =
  (
    Made: typeof DeviceStore,
    openEntries: (...args: Parameters<OpenStore>) => Promise<DeviceStore["entries"]>,
  ): OpenStore =>
  async (profile, platform) => {
    const local = new LocalStore(`${profile}-local`, platform.dexie);
    await local.open();
    const store = new Made(local, await openEntries(profile, platform), platform.exclusive);
    await store.finishWrites();
    return store;
  };

/** The product's collection, without the product's conflict handler: RxDB's default takes the server's side. */
const withDefaultHandler = async (
  ...[profile, platform]: Parameters<OpenStore>
): Promise<DeviceStore["entries"]> => {
  const { storage, multiInstance } = platform;
  const database = await createRxDatabase({
    name: `${profile}-entries`,
    storage,
    multiInstance,
    eventReduce: false,
  });
  const text = { type: "string" } as const;
  const id = { ...text, maxLength: 22 } as const;
  const properties = { id, scope: id, entry: text };
  const schema = {
    version: 0,
    primaryKey: "id",
    type: "object",
    properties,
    required: ["id", "scope", "entry"],
  };
  const { entries } = await database.addCollections({ entries: { schema: schema as never } });
  return { database, collection: entries as unknown as EntryCollection };
};

export const withoutWriteAhead: Partial<Parts> = {
  openStore: async (profile, platform) => {
    const { openEntries } = await import("../../src/store/entryStore.ts");
    const open = opening(WithoutWriteAhead, (name, { storage, multiInstance }) =>
      openEntries(`${name}-entries`, storage, multiInstance),
    );
    return open(profile, platform);
  },
};

export const updatingInPlace: Partial<Parts> = { openStore: opening(UpdatingInPlace, withDefaultHandler) };

/** Without it RxDB's stamps follow a clock that is set back. */
const withoutSteadyClock: Partial<Parts> = { wrapStorage: (storage) => storage };

/** And nobody notices that more is stored than was read. Either defence is enough without the other. */
export const withoutCounting: Partial<Parts> = {
  ...withoutSteadyClock,
  openStore: async (...args) => {
    const { openDeviceStore } = await import("../../src/store/deviceStore.ts");
    const store = await openDeviceStore(...args);
    Object.assign(store.entries.collection, { count: () => ({ exec: () => Promise.resolve(0) }) });
    return store;
  },
};

/** Everybody's pull gives what the first co-ordinator may see. */
export const withoutMembership: Partial<Parts> = {
  wrapStore:
    ({ base }) =>
    (store) => {
      const lead = base.people[0]?.identity.user;
      return { ...store, pull: (p, user, after, limit) => store.pull(p, lead ?? user, after, limit) };
    },
};

/**
 * Numbers handed out before the commit, as a database sequence does without a lock: a transaction may take its
 * number early and be seen late, after others with greater numbers have been pulled.
 */
export const withoutLock: Partial<Parts> = {
  wrapStore:
    ({ time, random }) =>
    (store) => {
      const unseen = new Set<number>();
      const transaction: Store["transaction"] = async (partnership, work) => {
        const taken: number[] = [];
        const result = await store.transaction(partnership, (tx) =>
          work({
            ...tx,
            async append(...args) {
              const seq = await tx.append(...args);
              taken.push(seq);
              unseen.add(seq);
              return seq;
            },
          }),
        );
        if (random.chance(0.7)) await time.sleep(random.below(8_000));
        for (const seq of taken) unseen.delete(seq);
        return result;
      };
      return {
        ...store,
        transaction,
        async pull(...args) {
          const page = await store.pull(...args);
          const entries = page.entries.filter(({ seq }) => !unseen.has(seq));
          if (entries.length === page.entries.length) return page;
          const last = entries.at(-1);
          const checkpoint = last ? { position: last.seq, seq: last.seq } : args[2];
          return { ...page, entries, checkpoint };
        },
      };
    },
};

type PullBody = { entries: { id: string; scope: string; entry: string; seq: number }[] };
const headerOf = (text: string) => {
  const parsed = parseEntry(Uint8Array.from(Buffer.from(text, "base64")));
  return parsed.ok ? parsed.entry.header : undefined;
};

const onPulls =
  (change: (body: PullBody) => PullBody): Tamper =>
  (path, body) =>
    path === "/sync/pull" && "entries" in (body as object) ? change(body as PullBody) : body;

const forSecond = (make: () => Tamper): Partial<Parts> => ({
  tamper: ({ person }) => (person.name === "second" ? make() : undefined),
});

/** A server that keeps back one entry, in the middle of what somebody wrote, from one reader. */
export const withholding = forSecond(() => {
  const kept = new Set<string>();
  return onPulls((body) => {
    for (const { id, scope, entry } of body.entries) {
      const header = headerOf(entry);
      const followed = body.entries.some((other) => {
        const next = headerOf(other.entry);
        return other.scope === scope && next?.device === header?.device && next?.authorSeq === 3;
      });
      if (header?.authorSeq === 2 && header.kind === "content" && followed && kept.size === 0) kept.add(id);
    }
    return { ...body, entries: body.entries.filter(({ id }) => !kept.has(id)) };
  });
});

const AT_OFFSET = 190;

/** A server that makes what others wrote an hour younger, so that old answers win over new ones. */
export const redating = forSecond(() =>
  onPulls((body) => ({
    ...body,
    entries: body.entries.map((each) => {
      const header = headerOf(each.entry);
      if (header?.kind !== "content" || header.authorSeq < 2) return each;
      const bytes = Uint8Array.from(Buffer.from(each.entry, "base64"));
      const view = new DataView(bytes.buffer);
      view.setUint32(AT_OFFSET + 2, (view.getUint32(AT_OFFSET + 2) + 3_600_000) >>> 0);
      return { ...each, entry: toB64(bytes) };
    }),
  })),
);
