/**
 * The network between one device and the server, as bad as the seed makes it: requests and replies are lost,
 * repeated and overtaken, connections drop, pokes go missing, and the device is offline for a while.
 */
import type { z } from "zod";
import { ErrorReply } from "../../src/sync/protocol.ts";
import type { Answer, Transport } from "../../src/sync/transport.ts";
import type { Life } from "./life.ts";
import type { Random } from "./random.ts";
import type { Reply, SimServer } from "./simServer.ts";
import type { VirtualTime } from "./virtualTime.ts";

export type Weather = {
  readonly lostRequest: number;
  readonly lostReply: number;
  readonly repeated: number;
  readonly lostPoke: number;
  /** The longest a request or reply takes, in ms; a tenth of them take ten times as long. */
  readonly delayMs: number;
};

export const STORM: Weather = {
  lostRequest: 0.1,
  lostReply: 0.1,
  repeated: 0.1,
  lostPoke: 0.2,
  delayMs: 300,
};
export const CALM: Weather = { lostRequest: 0, lostReply: 0, repeated: 0, lostPoke: 0, delayMs: 20 };

const RECONNECT_MS = 3_000;
/** A request that gets no answer is given up after this long; the product waits 30 s. */
const GIVE_UP_MS = 2_000;

/** Changes a reply on its way to the device: what a hostile server would send. */
export type Tamper = (path: string, body: unknown) => unknown;

export class Network {
  weather: Weather = STORM;
  online = true;
  tamper: Tamper | undefined;
  #cookie: string | undefined;
  readonly #server: SimServer;
  readonly #time: VirtualTime;
  readonly #random: Random;
  readonly #note: (text: string) => void;
  readonly #links = new Set<() => void>();

  constructor(server: SimServer, time: VirtualTime, random: Random, note: (text: string) => void) {
    this.#server = server;
    this.#time = time;
    this.#random = random;
    this.#note = note;
  }

  setOnline(online: boolean): void {
    this.online = online;
    if (!online) for (const drop of this.#links) drop();
  }

  /** The transport of one run of the app. */
  transport(life: Life): Transport {
    return {
      post: (path, body, reply) => Promise.resolve(life.through(() => this.#ask(path, body, reply, life))),
      get: () => Promise.resolve({ ok: false, fault: { kind: "offline" } }),
      delete: () => Promise.resolve({ ok: true, value: undefined }),
      remove: () => Promise.resolve({ ok: false, fault: { kind: "offline" } }),
      put: () => Promise.resolve({ ok: false, fault: { kind: "offline" } }),
      putBytes: () => Promise.resolve({ ok: false, fault: { kind: "offline" } }),
      getBytes: () => Promise.resolve({ ok: false, fault: { kind: "offline" } }),
      stream: (_, onPoke) => this.#stream(onPoke, life),
    };
  }

  #delay(): Promise<void> {
    const { delayMs } = this.weather;
    const slow = this.#random.chance(0.1) ? 10 : 1;
    return this.#time.sleep(this.#random.next() * delayMs * slow);
  }

  async #ask<T>(path: string, body: unknown, schema: z.ZodType<T>, life: Life): Promise<Answer<T>> {
    const { lostRequest, lostReply, repeated } = this.weather;
    const random = this.#random;
    const text = JSON.stringify(body);
    const fate = random.next();
    const lost = fate < lostRequest ? "request" : fate < lostRequest + lostReply ? "reply" : undefined;
    const twice = random.chance(repeated);
    await this.#delay();
    if (!this.online || lost === "request" || !life.alive)
      return this.#nothing(path, this.online ? "request lost" : "offline");
    if (twice) void this.#again(path, text);
    const reply = await this.#server.handle(path, JSON.parse(text), this.#cookie);
    await this.#delay();
    if (!reply || lost === "reply" || !this.online)
      return this.#nothing(path, reply ? "reply lost" : "server down");
    return this.#read(path, reply, schema);
  }

  async #nothing<T>(path: string, why: string): Promise<Answer<T>> {
    this.#note(`${path}: ${why}`);
    await this.#time.sleep(GIVE_UP_MS);
    return { ok: false, fault: { kind: "offline" } };
  }

  /** The same request once more, some time later, as a proxy or a radio would deliver it. */
  async #again(path: string, text: string): Promise<void> {
    const cookie = this.#cookie;
    await this.#time.sleep(this.#random.next() * 4_000);
    this.#note(`${path}: repeated`);
    await this.#server.handle(path, JSON.parse(text), cookie);
  }

  #read<T>(path: string, reply: Reply, schema: z.ZodType<T>): Answer<T> {
    if (reply.cookie !== undefined) this.#cookie = reply.cookie;
    if (reply.status !== 200) {
      const { error } = ErrorReply.parse(reply.body);
      this.#note(`${path}: ${error}`);
      return { ok: false, fault: { kind: "refused", status: reply.status, code: error } };
    }
    const sent: unknown = JSON.parse(JSON.stringify(reply.body));
    const body = this.tamper ? this.tamper(path, sent) : sent;
    this.#note(`${path}: ${brief(body)}`);
    const parsed = schema.safeParse(body);
    return parsed.success
      ? { ok: true, value: parsed.data }
      : { ok: false, fault: { kind: "not-our-server" } };
  }

  #stream(onPoke: () => void, life: Life): () => void {
    let stopped = false;
    let leave: (() => void) | undefined;
    const drop = () => {
      const left = leave;
      leave = undefined;
      this.#links.delete(drop);
      left?.();
    };
    const stop = () => {
      stopped = true;
      drop();
    };
    const reconnect = () => {
      leave = undefined;
      this.#links.delete(drop);
      if (!stopped) this.#time.later(() => void connect(), RECONNECT_MS);
    };
    const poke = () => {
      if (stopped || this.#random.chance(this.weather.lostPoke)) return;
      this.#time.later(
        () => (stopped || !this.online ? undefined : onPoke()),
        this.#random.next() * this.weather.delayMs,
      );
    };
    const connect = async () => {
      if (stopped) return;
      const made = this.online
        ? await this.#server.connect(this.#cookie, { poke, lost: reconnect })
        : undefined;
      if (!made) return reconnect();
      leave = made;
      this.#links.add(drop);
      if (stopped || !this.online) drop();
    };
    life.onEnd(stop);
    void connect();
    return stop;
  }
}

function brief(body: unknown): string {
  const { entries, results } = body as {
    entries?: unknown[];
    results?: { outcome: string; reason?: string }[];
  };
  if (entries) return `${entries.length} entries`;
  if (results) return results.map(({ outcome, reason }) => reason ?? outcome).join(" ");
  return "yes";
}
