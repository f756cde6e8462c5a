/** What every store must do. Run by each implementation's own test with a way to make an empty one. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Entry } from "../../src/domain/entry.ts";
import type { DeviceId, EntryHash, ScopeId, UserId } from "../../src/domain/ids.ts";
import type { Reach, Store } from "../../src/server/store/port.ts";
import type { Checkpoint } from "../../src/sync/protocol.ts";
import { makePerson, newId, random, TestPartnership, type TestPerson } from "../support/entries.ts";
import { besideEntries } from "./publicAcceptance.ts";
import { raceTwoWriters } from "./race.ts";

export type StoreMaker = {
  /** An empty store. Closed by the suite. */
  readonly make: () => Promise<Store>;
};

type World = { store: Store; of: TestPartnership; founder: TestPerson };

/** A partnership with its first entry, and its founder a member of the panel. */
async function found(store: Store): Promise<World> {
  const of = new TestPartnership();
  const founder = makePerson();
  const entry = of.found(founder);
  await store.transaction(of.partnership, async (tx) => {
    await tx.found(of.panel);
    const seq = await tx.append(entry, of.heads.get(of.panel));
    await tx.admit(of.panel, founder.user, "lead", seq);
  });
  return { store, of, founder };
}

const append = ({ store, of }: World, entry: Entry, head?: EntryHash): Promise<number> =>
  store.transaction(of.partnership, (tx) => tx.append(entry, head));

const admit = ({ store, of }: World, scope: ScopeId, user: UserId, reach: Reach, seq: number) =>
  store.transaction(of.partnership, (tx) => tx.admit(scope, user, reach, seq));

/** A scope of the founder's with so many entries; answers the seqs. */
async function fill(world: World, scope: ScopeId, count: number): Promise<number[]> {
  const seqs: number[] = [];
  for (let i = 0; i < count; i++) seqs.push(await append(world, world.of.content(world.founder, scope)));
  return seqs;
}

async function pullAll({ store, of }: World, user: UserId, limit: number, from: Checkpoint | null = null) {
  const sizes: number[] = [];
  const seqs: number[] = [];
  let checkpoint = from;
  for (;;) {
    const page = await store.pull(of.partnership, user, checkpoint, limit);
    sizes.push(page.entries.length);
    seqs.push(...page.entries.map((entry) => entry.seq));
    checkpoint = page.checkpoint;
    if (page.entries.length < limit) return { seqs, sizes, checkpoint };
  }
}

export function storeAcceptance(name: string, { make }: StoreMaker): void {
  describe(name, () => {
    let world: World;
    beforeEach(async () => {
      world = await found(await make());
    });
    afterEach(() => world.store.close());

    for (const part of [entriesAndChains, pulling, sessionsAndSecrets, besideEntries]) part(() => world);
  });
}

function entriesAndChains(world: () => World): void {
  test("numbers entries from one counter per partnership, without a gap", async () => {
    const { of, founder } = world();
    const scope = newId<ScopeId>();
    of.open(founder, scope);
    expect(await fill(world(), scope, 5)).toEqual([2, 3, 4, 5, 6]);
  });

  test("gives back the bytes it was given", async () => {
    const { store, of, founder } = world();
    const entry = of.content(founder, of.panel);
    const seq = await append(world(), entry);
    const found = await store.transaction(of.partnership, (tx) => tx.find(entry.header.id));
    expect(found?.seq).toBe(seq);
    expect(found?.bytes).toEqual(entry.bytes);
  });

  test("a transaction that fails leaves nothing, not even a number", async () => {
    const { store, of, founder } = world();
    const entry = of.content(founder, of.panel);
    const failed = store.transaction(of.partnership, async (tx) => {
      await tx.append(entry, undefined);
      throw new Error("on purpose");
    });
    await expect(failed).rejects.toThrow("on purpose");
    expect(await store.transaction(of.partnership, (tx) => tx.find(entry.header.id))).toBeUndefined();
    expect(await append(world(), of.content(founder, of.panel))).toBe(2);
  });

  test("refuses a second entry with the same id, and the same place in a device's chain", async () => {
    const { of, founder, store } = world();
    const entry = of.content(founder, of.panel);
    await append(world(), entry);
    await expect(append(world(), entry)).rejects.toThrow();
    const twin = of.content(founder, of.panel, { header: { authorSeq: 1, prev: undefined } });
    await expect(append(world(), twin)).rejects.toThrow();
    const { scope, device } = entry.header;
    const taken = await store.transaction(of.partnership, (tx) => tx.hasSequence(scope, device, 1));
    const free = await store.transaction(of.partnership, (tx) => tx.hasSequence(scope, device, 2));
    expect([taken, free]).toEqual([true, false]);
  });

  test("keeps a scope's chain in order, and its head", async () => {
    const { of, founder, store } = world();
    const { entry, scope } = of.open(founder);
    await append(world(), entry, of.heads.get(scope));
    await append(world(), of.content(founder, scope));
    const grant = of.grant(founder, scope, makePerson(), "read");
    await append(world(), grant, of.heads.get(scope));
    const reading = store.reading(of.partnership);
    expect(await reading.panel()).toBe(of.panel);
    expect(await reading.head(scope)).toBe(of.heads.get(scope));
    expect(await reading.chain(scope, 0)).toEqual([entry.bytes, grant.bytes]);
    expect(await reading.chain(scope, 1)).toEqual([grant.bytes]);
    expect(await reading.head(newId())).toBeUndefined();
  });

  test("two partnerships share nothing", async () => {
    const { store, of, founder } = world();
    const other = await found(store);
    const entry = of.content(founder, of.panel);
    await append(world(), entry);
    expect(await store.transaction(other.of.partnership, (tx) => tx.find(entry.header.id))).toBeUndefined();
    expect(await append(other, other.of.content(other.founder, other.of.panel))).toBe(2);
    expect((await store.pull(other.of.partnership, founder.user, null, 10)).entries).toEqual([]);
  });

  test("tells listeners of a change after the commit, and not of a failure", async () => {
    const { store, of, founder } = world();
    const scope = newId<ScopeId>();
    const heard = new Promise((tell) => store.onChange((change) => change?.scope === scope && tell(change)));
    const failing = store.transaction(of.partnership, async (tx) => {
      await tx.append(of.open(founder, newId()).entry, undefined);
      throw new Error("on purpose");
    });
    await failing.catch(() => undefined);
    await append(world(), of.open(founder, scope).entry);
    expect(await heard).toEqual({ partnership: of.partnership, scope });
  });
}

function pulling(world: () => World): void {
  test("pages are exactly as long as asked until the last", async () => {
    const { of, founder } = world();
    await fill(world(), of.panel, 24);
    const { seqs, sizes } = await pullAll(world(), founder.user, 10);
    expect(seqs).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
    expect(sizes).toEqual([10, 10, 5]);
  });

  test("a new grant delivers the scope's whole past to a member whose checkpoint is beyond it", async () => {
    const { of, founder, store } = world();
    const member = newId<UserId>();
    const old = newId<ScopeId>();
    of.open(founder, old);
    const past = await fill(world(), old, 12);
    await admit(world(), of.panel, member, "read", 1);
    await fill(world(), of.panel, 3);
    const before = await pullAll(world(), member, 5);
    const granted = await append(world(), of.grant(founder, old, makePerson(), "read"));
    await admit(world(), old, member, "read", granted);
    const since = await fill(world(), old, 4);
    const after = await pullAll(world(), member, 5, before.checkpoint);
    expect(before.seqs.some((seq) => past.includes(seq))).toBe(false);
    expect(after.seqs).toEqual([...past, granted, ...since]);
    const { latest } = await store.pull(of.partnership, member, after.checkpoint, 5);
    expect(latest).toBe(since.at(-1));
  });

  test("any page size, from any grants, delivers everything once and in one order", async () => {
    const { of, founder } = world();
    const member = newId<UserId>();
    const scopes = [newId<ScopeId>(), newId<ScopeId>(), newId<ScopeId>()];
    const expected = new Set<number>();
    for (const scope of scopes) of.open(founder, scope);
    for (let round = 0; round < 4; round++) {
      for (const [i, scope] of scopes.entries()) {
        for (const seq of await fill(world(), scope, 3)) expected.add(seq);
        if (round !== i + 1) continue;
        const granted = await append(world(), of.grant(founder, scope, makePerson(), "read"));
        expected.add(granted);
        await admit(world(), scope, member, "read", granted);
      }
    }
    const whole = await pullAll(world(), member, 500);
    expect(new Set(whole.seqs)).toEqual(expected);
    for (let limit = 1; limit <= 9; limit++) {
      expect((await pullAll(world(), member, limit)).seqs).toEqual(whole.seqs);
    }
  });

  test("raising a member's access moves nothing back", async () => {
    const { of, founder, store } = world();
    const member = newId<UserId>();
    await fill(world(), of.panel, 3);
    await admit(world(), of.panel, member, "read", 2);
    const before = await pullAll(world(), member, 10);
    const raised = await append(world(), of.grant(founder, of.panel, makePerson(), "lead"));
    await admit(world(), of.panel, member, "lead", raised);
    expect((await pullAll(world(), member, 10, before.checkpoint)).seqs).toEqual([raised]);
    expect(await store.transaction(of.partnership, (tx) => tx.reach(of.panel, member))).toBe("lead");
  });

  test("someone let in to the directory alone sees its chain and no content, until granted more", async () => {
    const { of, founder } = world();
    const newcomer = newId<UserId>();
    await fill(world(), of.panel, 3);
    const accepted = await append(world(), of.grant(founder, of.panel, makePerson(), "read"));
    await admit(world(), of.panel, newcomer, "directory", accepted);
    await fill(world(), of.panel, 2);
    const before = await pullAll(world(), newcomer, 2);
    expect(before.seqs).toEqual([1, accepted]);
    const granted = await append(world(), of.grant(founder, of.panel, makePerson(), "read"));
    await admit(world(), of.panel, newcomer, "read", granted);
    const after = await pullAll(world(), newcomer, 2, before.checkpoint);
    expect(after.seqs).toEqual([1, 2, 3, 4, accepted, 6, 7, granted]);
  });

  test("a reader between two writers misses nothing [D5]", async () => {
    const { store, of, founder } = world();
    const entries = [of.content(founder, of.panel), of.content(founder, of.panel)] as const;
    const lost = await raceTwoWriters({
      write: (which, beforeCommit) =>
        store.transaction(of.partnership, async (tx) => {
          const seq = await tx.append(entries[which], undefined);
          await beforeCommit;
          return seq;
        }),
      pull: async (after) => {
        const page = await store.pull(of.partnership, founder.user, { position: after, seq: after }, 10);
        return page.entries.map((entry) => entry.seq);
      },
    });
    expect(lost).toEqual([]);
  });

  test("names the readers of a scope", async () => {
    const { of, founder, store } = world();
    const member = newId<UserId>();
    await admit(world(), of.panel, member, "read", 5);
    expect(new Set(await store.readers(of.partnership, of.panel))).toEqual(new Set([founder.user, member]));
    expect(await store.readers(of.partnership, newId())).toEqual([]);
  });
}

function sessionsAndSecrets(world: () => World): void {
  test("a nonce is good once, for its device, in its time", async () => {
    const { store } = world();
    const device = newId<DeviceId>();
    const [good, late, foreign] = [random(32), random(32), random(32)];
    for (const nonce of [good, late, foreign]) await store.putNonce(nonce, device, 1000);
    const answers = [
      await store.takeNonce(good, device, 999),
      await store.takeNonce(good, device, 999),
      await store.takeNonce(late, device, 1000),
      await store.takeNonce(foreign, newId(), 999),
      await store.takeNonce(foreign, device, 999),
      await store.takeNonce(random(32), device, 999),
    ];
    expect(answers).toEqual([true, false, false, false, false, false]);
  });

  test("keeps a session until it is ended or purged", async () => {
    const { store, of, founder } = world();
    const { partnership } = of;
    const row = { partnership, user: founder.user, device: founder.device, madeMs: 100, seenMs: 100 };
    const [kept, ended, idle] = [random(32), random(32), random(32)];
    for (const token of [kept, ended, idle]) await store.putSession(token, row);
    await store.touchSession(partnership, kept, 500);
    await store.endSession(partnership, ended);
    await store.purge({ nonceMs: 0, madeMs: 0, seenMs: 400 });
    expect(await store.session(partnership, kept)).toEqual({ ...row, seenMs: 500 });
    expect(await store.session(partnership, ended)).toBeUndefined();
    expect(await store.session(partnership, idle)).toBeUndefined();
    expect(await store.session(newId(), kept)).toBeUndefined();
  });

  test("a set-up secret is spent once, and a newer one replaces it", async () => {
    const { store, of } = world();
    const [first, second] = [random(32), random(32)];
    const spend = (secret: Uint8Array, by = of.partnership) =>
      store.transaction(by, (tx) => tx.spendSetup(secret));
    await store.offerSetup(first);
    await store.offerSetup(second);
    expect(await spend(first)).toBe(false);
    expect(await spend(second)).toBe("now");
    expect(await spend(second)).toBe("before");
    expect(await spend(second, newId())).toBe(false);
    expect(await store.isSetUp()).toBe(true);
  });
}
