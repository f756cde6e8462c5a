/**
 * The server below HTTP: its own pull, push, sessions, hub and SQLite store, behind one function from a request
 * to an answer. It can stop at any moment, start again, and start again from an older copy of its database.
 */
import { loadVerifier } from "../../src/crypto/verify.ts";
import { toB64 } from "../../src/domain/bytes.ts";
import { createHub, type Hub } from "../../src/server/hub.ts";
import { push } from "../../src/server/push.ts";
import { challenge, findSession, logIn, type SessionParts } from "../../src/server/sessions.ts";
import { createStates } from "../../src/server/states.ts";
import type { Store } from "../../src/server/store/port.ts";
import { openSqliteStore } from "../../src/server/store/sqlite.ts";
import {
  ChallengeRequest,
  type ErrorCode,
  PROTOCOL_VERSION,
  PullRequest,
  PushRequest,
  SessionRequest,
} from "../../src/sync/protocol.ts";
import { copyDatabase, ServerDisk } from "./databases.ts";

export const ORIGIN = "https://panel.example";
const version = PROTOCOL_VERSION;

export type Reply = { readonly status: number; readonly body: unknown; readonly cookie?: string };
export type Connection = { readonly poke: () => void; readonly lost: () => void };
/** What a test may put between the server and its store. */
export type WrapStore = (store: Store) => Store;

type Running = SessionParts & { readonly hub: Hub; readonly file: string; down: boolean };

const refuse = (status: number, error: ErrorCode): Reply => ({ status, body: { version, error } });

export class SimServer {
  readonly #disk = new ServerDisk();
  readonly #now: () => number;
  readonly #random: (length: number) => Uint8Array;
  readonly #wrap: WrapStore;
  readonly faults: unknown[] = [];
  #running: Running | undefined;

  constructor(now: () => number, random: (length: number) => Uint8Array, wrap: WrapStore = (store) => store) {
    this.#now = now;
    this.#random = random;
    this.#wrap = wrap;
  }

  get up(): boolean {
    return this.#running !== undefined;
  }

  async start(database: Uint8Array): Promise<void> {
    const file = this.#disk.put(database);
    const store = this.#wrap(await openSqliteStore(file));
    const verifier = await loadVerifier();
    const hub = createHub(store, (error) => this.faults.push(error));
    const common = { verifier, states: createStates(verifier), now: this.#now, random: this.#random };
    this.#running = { ...common, store, hub, file, down: false };
  }

  /** What a backup taken now would hold. */
  copy(): Uint8Array {
    if (!this.#running) throw new Error("copy: the server is down");
    return copyDatabase(this.#running.file);
  }

  /** Ends at once: what was asked and not yet answered is never answered. */
  async stop(): Promise<Uint8Array> {
    const running = this.#running;
    if (!running) throw new Error("stop: the server is down");
    running.down = true;
    this.#running = undefined;
    running.hub.close();
    await running.store.close();
    return copyDatabase(running.file);
  }

  /** The reply, or undefined where the server went away before giving one. */
  async handle(path: string, body: unknown, cookie: string | undefined): Promise<Reply | undefined> {
    const running = this.#running;
    if (!running) return undefined;
    try {
      const reply = await answer(running, path, body, cookie);
      return running.down ? undefined : reply;
    } catch (error) {
      // A store that closed under a request is the crash itself; anything else is a fault of ours.
      if (running.down) return undefined;
      this.faults.push(error);
      return refuse(500, "unavailable");
    }
  }

  /** A stream of pokes; undefined without a session, as the route answers. */
  async connect(cookie: string | undefined, connection: Connection): Promise<(() => void) | undefined> {
    const running = this.#running;
    const session = running && (await findSession(running, cookie, { touch: false }));
    if (!running || !session || running.down || cookie === undefined) return undefined;
    return running.hub.add({
      session,
      cookie,
      write: (text) => (text.includes("RESYNC") ? connection.poke() : undefined),
      close: connection.lost,
      isLive: async () =>
        !running.down && (await findSession(running, cookie, { touch: false })) !== undefined,
    });
  }

  /** A database's bytes as a file, for looking into. */
  put(database: Uint8Array): string {
    return this.#disk.put(database);
  }

  remove(): void {
    this.#disk.remove();
  }
}

async function answer(
  parts: Running,
  path: string,
  body: unknown,
  cookie: string | undefined,
): Promise<Reply> {
  switch (path) {
    case "/session/challenge": {
      const nonce = await challenge(parts, ChallengeRequest.parse(body).device);
      return { status: 200, body: { version, nonce: toB64(nonce) } };
    }
    case "/session": {
      const made = await logIn(parts, SessionRequest.parse(body), ORIGIN);
      if (made === undefined) return refuse(401, "no-session");
      return { status: 200, body: { version, nowMs: parts.now(), idleMs: 1_800_000 }, cookie: made };
    }
    case "/sync/pull": {
      const session = await findSession(parts, cookie, { touch: true });
      if (!session) return refuse(401, "no-session");
      const { checkpoint, limit } = PullRequest.parse(body);
      const page = await parts.store.pull(session.partnership, session.user, checkpoint, limit);
      const entries = page.entries.map(({ id, scope, seq, bytes }) => ({
        id,
        scope,
        seq,
        entry: toB64(bytes),
      }));
      return { status: 200, body: { version, ...page, entries } };
    }
    case "/sync/push": {
      const session = await findSession(parts, cookie, { touch: true });
      if (!session) return refuse(401, "no-session");
      const results = await push(parts, session, PushRequest.parse(body).entries);
      return { status: 200, body: { version, results } };
    }
    default:
      return refuse(404, "not-found");
  }
}
