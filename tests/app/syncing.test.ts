/** What keeps a device and the server in step, where the device's own database fails it. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { SILENT_BEATS, StallWatch } from "../../src/app/stallWatch.ts";
import { Syncing, type SyncHooks } from "../../src/app/syncing.ts";
import { ALONE } from "../../src/app/tabs.ts";
import type { Transport } from "../../src/sync/transport.ts";
import { Device, until } from "../support/device.ts";
import { secretOf, startTestServer, type TestServer } from "../support/server.ts";

const hooks: SyncHooks = {
  onChainRefused: () => Promise.resolve(),
  uploads: {
    waiting: () => Promise.resolve([]),
    chunk: () => Promise.resolve(undefined),
    progress: () => Promise.resolve(),
    done: () => Promise.resolve(),
    refuse: () => Promise.resolve(),
  },
  onPulled: () => undefined,
  onWentBack: () => Promise.resolve(),
};

describe("syncing", () => {
  let server: TestServer;
  let device: Device;
  let syncing: Syncing | undefined;
  let letReadingEnd: () => void = () => undefined;
  let pulls = 0;

  const counting = (transport: Transport): Transport => ({
    ...transport,
    post: (path, ...rest) => {
      if (path === "/sync/pull") pulls += 1;
      return transport.post(path, ...rest);
    },
  });
  /** The next reading of the database neither ends nor fails. */
  const breakOneReading = (): Promise<void> => {
    const storage = device.store?.entries.collection.storageInstance;
    if (!storage) throw new Error("no store");
    const { query } = storage;
    return new Promise((reached) => {
      storage.query = () => {
        storage.query = query;
        reached();
        return new Promise((resolve) => {
          letReadingEnd = () => resolve({ documents: [] });
        });
      };
    });
  };
  const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

  beforeAll(async () => {
    server = await startTestServer();
    device = new Device(server.url);
    const profile = { name: "Lead", agency: "Made-up agency", position: "Worker" };
    const founded = await device.foundWith(secretOf(server.setupLink ?? ""), "Testshire", profile);
    await founded.shut();
    const { identity, vault, store } = device;
    if (!identity || !vault || !store) throw new Error("no device");
    syncing = new Syncing(
      identity,
      vault,
      store,
      {
        transport: counting(device.transport),
        origin: server.url,
        now: () => Date.now(),
        retryMs: 200,
        tabs: ALONE,
        watchNetwork: () => () => undefined,
      },
      hooks,
    );
  });

  afterAll(async () => {
    await syncing?.stop();
    await device.close();
    await server.close();
  });

  it("begins again by itself where one failed reading of the device's database had ended it", async () => {
    await until("pulls", () => pulls > 1);
    await breakOneReading();
    await pause(1_000);
    const stalledAt = pulls;
    await pause(2_000);
    expect(pulls, "without this there is nothing to mend").toBe(stalledAt);
    for (let beat = 0; beat <= SILENT_BEATS; beat++) syncing?.beat();
    await vi.waitFor(() => expect(pulls).toBeGreaterThan(stalledAt + 1), { timeout: 15_000 });
    letReadingEnd();
  });
});

describe("what tells a stall", () => {
  it("is silence at every beat in a row, and nothing less", () => {
    const watch = new StallWatch();
    const beats = (count: number) => Array.from({ length: count }, () => watch.beat());
    expect(beats(SILENT_BEATS - 1)).not.toContain(true);
    watch.hear();
    expect(beats(SILENT_BEATS)).not.toContain(true);
    expect(watch.beat()).toBe(true);
    expect(beats(SILENT_BEATS - 1), "begun again, it is given as long once more").not.toContain(true);
  });
});
