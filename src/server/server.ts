/** Starts a server from its settings: for `main.ts`, the demonstration and the tests. */
import { randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { toB64Url } from "../domain/bytes.ts";
import { loadVerifier } from "../crypto/verify.ts";
import type { ServerConfig } from "./config.ts";
import { ensureDataDir } from "./dataDir.ts";
import { hashSecret } from "./enrol.ts";
import { buildApp } from "./http/app.ts";
import type { HttpParts } from "./http/parts.ts";
import { createLimiter, type Rate } from "./http/rate.ts";
import { createHub } from "./hub.ts";
import { createLog, describeFault, type Log } from "./log.ts";
import { createNotices } from "./notices/notices.ts";
import { ABSOLUTE_MS, IDLE_MS } from "./sessions.ts";
import { createStates } from "./states.ts";
import type { Store } from "./store/port.ts";
import { openPostgresStore } from "./store/postgres.ts";
import { openSqliteStore } from "./store/sqlite.ts";

const MINUTE_MS = 60_000;
// An office behind one address starts its morning together; a script guessing does not get far.
const STRANGERS: Rate = { burst: 120, perSecond: 2 };
// A first sync of 10,000 entries is 20 pulls, and a day offline may be 200 pushes.
const DEVICES: Rate = { burst: 300, perSecond: 20 };

export type RunningServer = {
  /** Where it answers, as the browser states it. */
  readonly url: string;
  /** The port it listens on, which behind a proxy is not the one in `url`. */
  readonly port: number;
  /** Only while no partnership exists. Works once; a new start makes a new one. */
  readonly setupLink?: string;
  close(): Promise<void>;
};

/** What a test replaces. */
export type Surroundings = {
  readonly now: () => number;
  readonly random: (length: number) => Uint8Array;
  readonly write: (line: string) => void;
  readonly limits: { readonly strangers: Rate; readonly devices: Rate };
  /** Runs the work now and each minute, until the answer is called. */
  readonly everyMinute: (work: () => Promise<void>) => () => void;
};

const ORDINARY: Surroundings = {
  now: Date.now,
  random: (length) => new Uint8Array(randomBytes(length)),
  write: (line) => void process.stdout.write(line),
  limits: { strangers: STRANGERS, devices: DEVICES },
  everyMinute(work) {
    void work();
    const timer = setInterval(() => void work(), MINUTE_MS);
    timer.unref();
    return () => clearInterval(timer);
  },
};

function openStore(config: ServerConfig, log: Log): Promise<Store> {
  if (config.store === "sqlite") {
    ensureDataDir(config.dataDir);
    return openSqliteStore(join(config.dataDir, "confer.db"));
  }
  return openPostgresStore(config.store, (error) => log({ event: "store", fault: describeFault(error) }));
}

export async function startServer(
  config: ServerConfig,
  surroundings: Partial<Surroundings> = {},
): Promise<RunningServer> {
  const { now, random, write, limits, everyMinute } = { ...ORDINARY, ...surroundings };
  const log = createLog(write, now);
  const store = await openStore(config, log);
  const verifier = await loadVerifier();
  let origin = config.origin ?? "";
  const notices = await createNotices(config, store.notices, { now, random, origin: () => origin, log });
  const onFault = (error: unknown) => log({ event: "fault", fault: describeFault(error) });
  const parts: HttpParts = {
    store,
    states: createStates(verifier),
    verifier,
    now,
    random,
    origin: () => origin,
    demonstration: config.demonstration,
    hub: createHub(store, onFault),
    log,
    notices,
    strangers: createLimiter(limits.strangers, now),
    devices: createLimiter(limits.devices, now),
  };
  const app = await buildApp(parts, { ...config, tls: config.tlsByProxy });
  await app.listen({ port: config.port, host: config.host });
  const { port } = app.server.address() as AddressInfo;
  origin ||= `http://localhost:${port}`;
  log({ event: "start" });

  const purge = setInterval(() => purgeExpired(store, now()).catch(onFault), MINUTE_MS);
  purge.unref();
  const stopClock = everyMinute(() => notices.clock.tick());
  const setupLink = await offerSetup(parts);
  return {
    url: origin,
    port,
    ...(setupLink ? { setupLink } : {}),
    async close() {
      clearInterval(purge);
      stopClock();
      await app.close();
      await notices.close();
      await store.close();
      log({ event: "stop" });
    },
  };
}

const purgeExpired = (store: Store, nowMs: number): Promise<void> =>
  store.purge({ nonceMs: nowMs, madeMs: nowMs - ABSOLUTE_MS, seenMs: nowMs - IDLE_MS });

/** A fresh secret at every start until one is used; the server keeps its hash alone. */
async function offerSetup(parts: HttpParts): Promise<string | undefined> {
  if (await parts.store.isSetUp()) return undefined;
  const secret = parts.random(32);
  await parts.store.offerSetup(hashSecret(parts, secret));
  return `${parts.origin()}/#setup=${toB64Url(secret)}`;
}
