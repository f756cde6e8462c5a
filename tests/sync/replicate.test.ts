/** RxDB's replication as we have set it up, against a server in this process that can misbehave. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { parseB64, toB64 } from "../../src/domain/bytes.ts";
import { type DeviceStore, openDeviceStore } from "../../src/store/deviceStore.ts";
import { pushedBytes, type Pushed, type Replication, startReplication } from "../../src/sync/replicate.ts";
import type { PushResult } from "../../src/sync/protocol.ts";
import type { ServerSession } from "../../src/sync/session.ts";
import type { Answer, Transport, TransportFault } from "../../src/sync/transport.ts";
import { makeTwoCases } from "../adversarial/world.ts";
import { makeDisk, newProfile, written } from "../store/disks.ts";

type Wire = { id: string; scope: string; entry: string; seq: number };

class FakeServer {
  readonly stored: Wire[] = [];
  readonly pushes: string[][] = [];
  pulls = 0;
  fault: TransportFault | undefined;
  decide: (entry: string) => PushResult = () => ({ outcome: "stored", seq: 1 });
  shorten = false;
  onPoke: () => void = () => undefined;
  stopped = false;

  readonly transport: Transport = {
    post: (path: string, body: unknown) => Promise.resolve(this.#answer(path, body)) as never,
    get: () => Promise.reject(new Error("not asked for here")),
    delete: () => Promise.reject(new Error("not asked for here")),
    put: () => Promise.reject(new Error("not asked for here")),
    remove: () => Promise.reject(new Error("not asked for here")),
    putBytes: () => Promise.reject(new Error("not asked for here")),
    getBytes: () => Promise.reject(new Error("not asked for here")),
    stream: (_: string, onPoke: () => void) => {
      this.onPoke = onPoke;
      return () => void (this.stopped = true);
    },
  };

  #answer(path: string, body: unknown): Answer<unknown> {
    if (this.fault) return { ok: false, fault: this.fault };
    if (path === "/sync/pull") {
      this.pulls += 1;
      const { checkpoint, limit } = body as { checkpoint: { seq: number } | null; limit: number };
      const entries = this.stored.filter((each) => each.seq > (checkpoint?.seq ?? 0)).slice(0, limit);
      const seq = entries.at(-1)?.seq ?? checkpoint?.seq ?? 0;
      return {
        ok: true,
        value: { version: 1, entries, checkpoint: { position: seq, seq }, latest: this.stored.length },
      };
    }
    const { entries } = body as { entries: string[] };
    this.pushes.push(entries);
    const results = entries.map((entry) => this.decide(entry));
    return { ok: true, value: { version: 1, results: this.shorten ? results.slice(1) : results } };
  }
}

const straight: ServerSession = {
  call: (request) => request(),
  signOut: () => Promise.resolve(),
  serverNowMs: 0,
};
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

async function begin(
  server: FakeServer,
  prepare?: (store: DeviceStore) => Promise<void>,
  isOwn: (doc: { readonly id: string }) => boolean = () => true,
) {
  const store = await openDeviceStore(newProfile(), makeDisk());
  ends.push(() => store.close());
  await prepare?.(store);
  const pushed: Pushed[] = [];
  const faults: TransportFault[] = [];
  const events = {
    onPushed: (batch: readonly Pushed[]) => Promise.resolve(void pushed.push(...batch)),
    onPulling: () => Promise.resolve(() => Promise.resolve()),
    isOwn,
    onFault: (fault: TransportFault) => void faults.push(fault),
    onReached: () => undefined,
  };
  const options = { retryMs: 20 };
  const replication: Replication = startReplication(
    store.entries.collection,
    server.transport,
    straight,
    events,
    options,
  );
  ends.push(() => replication.stop());
  const stored = async () => (await store.entries.collection.find().exec()).map((doc) => doc.id).toSorted();
  return { store, replication, pushed, faults, stored };
}

/** Patient, since other work may hold the machine; it returns as soon as the check holds. */
const eventually = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 15_000, interval: 10 });
const b64 = (value: number) => toB64(written(value).bytes);

describe("pushing", () => {
  it("sends what is written, once, in order, and later what is written later", async () => {
    const server = new FakeServer();
    const { store, pushed } = await begin(server, (store) => store.add([written(1), written(2)]));
    await eventually(() => expect(pushed).toHaveLength(2));
    await store.add([written(3)]);
    await eventually(() => expect(pushed).toHaveLength(3));
    expect(server.pushes.flat()).toEqual([b64(1), b64(2), b64(3)]);
    expect(pushed.map((each) => each.result.outcome)).toEqual(["stored", "stored", "stored"]);
  });

  it("lets a refused entry hold back none that follow, and does not send it again", async () => {
    const server = new FakeServer();
    server.decide = (entry) =>
      entry === b64(2) ? { outcome: "refused", reason: "not-allowed" } : { outcome: "stored", seq: 1 };
    const { store, pushed, replication } = await begin(server, (store) =>
      store.add([1, 2, 3].map((n) => written(n))),
    );
    await eventually(() => expect(pushed).toHaveLength(3));
    await store.add([written(4)]);
    await eventually(() => expect(pushed).toHaveLength(4));
    replication.poke();
    await replication.settle();
    expect(pushed.map((each) => each.result.outcome)).toEqual(["stored", "refused", "stored", "stored"]);
    expect(server.pushes.flat().filter((entry) => entry === b64(2))).toHaveLength(1);
    expect(pushedBytes(pushed[1] as Pushed)).toEqual(written(2).bytes);
  });

  it("sends nothing that this device did not write", async () => {
    const server = new FakeServer();
    const isOwn = (doc: { readonly id: string }) => doc.id !== written(1).id;
    const { pushed } = await begin(server, (store) => store.add([written(1), written(2)]), isOwn);
    await eventually(() => expect(pushed).toHaveLength(1));
    expect(server.pushes.flat()).toEqual([b64(2)]);
  });

  it("goes in batches of two hundred and fifty at most", async () => {
    const server = new FakeServer();
    const { pushed } = await begin(server, (store) =>
      store.add(Array.from({ length: 520 }, (_, i) => written(i + 1))),
    );
    await eventually(() => expect(pushed).toHaveLength(520));
    expect(server.pushes.map((batch) => batch.length)).toEqual([250, 250, 20]);
  });

  it("decides nothing where the answer is short, and asks again", async () => {
    const server = new FakeServer();
    server.shorten = true;
    const { pushed } = await begin(server, (store) => store.add([written(1), written(2)]));
    await eventually(() => expect(server.pushes.length).toBeGreaterThan(1));
    expect(pushed).toEqual([]);
    server.shorten = false;
    await eventually(() => expect(pushed).toHaveLength(2));
  });

  it.each([
    { kind: "offline" },
    { kind: "not-our-server" },
    { kind: "server", status: 503 },
    { kind: "refused", status: 429, code: "too-many" },
  ] as const)("waits out $kind, says so, and then delivers everything", async (fault) => {
    const server = new FakeServer();
    server.fault = fault;
    const { pushed, faults } = await begin(server, (store) => store.add([written(1)]));
    await eventually(() => expect(faults.length).toBeGreaterThan(1));
    expect(faults[0]).toEqual(fault);
    expect(pushed).toEqual([]);
    server.fault = undefined;
    await eventually(() => expect(pushed).toHaveLength(1));
  });
});

describe("pulling", () => {
  const wire = (value: number, seq = value): Wire => {
    const { id, scope, bytes } = written(value);
    return { id, scope, entry: toB64(bytes), seq };
  };

  it("fetches all there is, and on a poke only what is new", async () => {
    const server = new FakeServer();
    server.stored.push(wire(1), wire(2));
    const { stored, replication } = await begin(server);
    await eventually(async () => expect(await stored()).toEqual([written(1).id, written(2).id].toSorted()));
    await replication.settle();
    const before = server.pulls;
    server.stored.push(wire(3));
    await replication.settle();
    expect(server.pulls).toBe(before);
    server.onPoke();
    await eventually(async () => expect(await stored()).toHaveLength(3));
  });

  it("does not push back what it pulled, where that is not its own", async () => {
    const server = new FakeServer();
    server.stored.push(wire(1));
    const { stored, replication, store } = await begin(server);
    await eventually(async () => expect(await stored()).toHaveLength(1));
    await store.add([written(5)]);
    await eventually(() => expect(server.pushes.flat()).toHaveLength(1));
    await replication.settle();
    expect(server.pushes.flat()).toEqual([b64(5)]);
  });

  it("keeps an entry's bytes whole, though the replication's own copy is cut", async () => {
    const server = new FakeServer();
    server.stored.push(wire(1));
    const { store } = await begin(server);
    await eventually(async () => {
      const doc = await store.entries.collection.findOne(written(1).id).exec();
      expect(doc && parseB64(doc.entry)).toEqual(written(1).bytes);
    });
  });

  it("files an entry under the scope its author signed, whatever the server calls it", async () => {
    const { contents, caseB } = makeTwoCases(41);
    const [entry] = contents;
    if (!entry) throw new Error("no entry");
    const server = new FakeServer();
    server.stored.push({ id: entry.id, scope: caseB, entry: toB64(entry.bytes), seq: 1 });
    const { store } = await begin(server);
    await eventually(async () => {
      const doc = await store.entries.collection.findOne(entry.id).exec();
      expect(doc?.scope).toBe(entry.scope);
    });
    expect(entry.scope).not.toBe(caseB);
  });

  it("stops when told to, the stream with it", async () => {
    const server = new FakeServer();
    const { replication } = await begin(server);
    await replication.stop();
    expect(server.stopped).toBe(true);
    const { pulls } = server;
    server.stored.push(wire(1));
    server.onPoke();
    replication.poke();
    expect(server.pulls).toBe(pulls);
  });
});
