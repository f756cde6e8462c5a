/** Servers for tests: in this process, or as a process of its own; and a client that speaks the protocol. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseB64, toB64 } from "../../src/domain/bytes.ts";
import type { Entry } from "../../src/domain/entry.ts";
import type { ScopeId } from "../../src/domain/ids.ts";
import type { Role } from "../../src/domain/roles.ts";
import { parseConfig } from "../../src/server/config.ts";
import { type RunningServer, startServer, type Surroundings } from "../../src/server/server.ts";
import {
  ChallengeReply,
  type Checkpoint,
  PullReply,
  PushReply,
  type PushResult,
} from "../../src/sync/protocol.ts";
import { makePerson, onWire, TestPartnership, type TestPerson } from "./entries.ts";

const NODE = resolve(import.meta.dirname, "../../node_modules/.bin/node");
const MAIN = resolve(import.meta.dirname, "../../src/server/main.ts");
export const MAIL_FROM = "confer@panel.example";
const NO_LIMITS = { strangers: { burst: 1e9, perSecond: 1e9 }, devices: { burst: 1e9, perSecond: 1e9 } };

export type TestServer = RunningServer & { readonly dataDir: string; readonly lines: string[] };
export type ServerOptions = {
  readonly store?: string;
  readonly dataDir?: string;
  readonly distDir?: string;
  readonly trustProxy?: boolean;
  /** Where mail is handed in. */
  readonly smtp?: string | undefined;
  readonly pushHosts?: readonly string[];
};

export const makeDataDir = (): string => mkdtempSync(join(tmpdir(), "confer-test-"));
export const removeDataDir = (path: string): void => rmSync(path, { recursive: true, force: true });

/** A server in this process, on a free port, without limits on how often one may ask. */
export async function startTestServer(
  {
    store = "sqlite",
    dataDir = makeDataDir(),
    distDir = "no-build",
    trustProxy = false,
    ...notices
  }: ServerOptions = {},
  surroundings: Partial<Surroundings> = {},
): Promise<TestServer> {
  const read = parseConfig({ port: 0, store, dataDir, distDir, trustProxy, mailFrom: MAIL_FROM, ...notices });
  if (!read.ok) throw new Error(read.problems.join(" "));
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const server = await startServer(read.config, { write, limits: NO_LIMITS, ...surroundings });
  return { ...server, dataDir, lines };
}

export type SpawnedServer = {
  readonly url: string;
  readonly setupLink: string | undefined;
  readonly output: () => string;
  kill(): Promise<void>;
  stop(): Promise<number | null>;
};

const ended = (child: ChildProcess) =>
  new Promise<number | null>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done(child.exitCode);
    else child.once("exit", done);
  });

/** A real process from the command line, as people start it. Resolves once it answers. */
export async function spawnServer(environment: Record<string, string>): Promise<SpawnedServer> {
  const child = spawn(NODE, [MAIN], {
    env: { PATH: process.env["PATH"], CONFER_PORT: "0", CONFER_DIST_DIR: "no-build", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const take = (chunk: Buffer) => void (output += chunk.toString());
  child.stdout.on("data", take);
  child.stderr.on("data", take);
  const url = await new Promise<string>((found, fail) => {
    child.stdout.on("data", () => {
      const line = /Confer is at (\S+)\n/.exec(output)?.[1];
      if (line) found(line);
    });
    child.once("exit", () => fail(new Error(`The server ended: ${output}`)));
  });
  return {
    url,
    setupLink: /\S+#setup=\S+/.exec(output)?.[0],
    output: () => output,
    async kill() {
      child.kill("SIGKILL");
      await ended(child);
    },
    async stop() {
      child.kill("SIGTERM");
      return ended(child);
    },
  };
}

export const secretOf = (setupLink: string): string => {
  const bytes = parseB64(new URL(setupLink).hash.slice("#setup=".length), "base64url");
  if (!bytes) throw new Error("secretOf: no secret in the link");
  return toB64(bytes);
};

export type Answer = { readonly status: number; readonly body: unknown; readonly headers: Headers };

/** One device's connection. Keeps the cookie as a browser would. */
export class TestClient {
  readonly url: string;
  cookie: string | undefined;
  constructor(url: string, cookie?: string) {
    this.url = url;
    this.cookie = cookie;
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string | undefined> = {},
  ): Promise<Answer> {
    const all: Record<string, string | undefined> = {
      "x-confer": "1",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      cookie: this.cookie,
      ...headers,
    };
    const sent = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined);
    const reply = await fetch(this.url + path, {
      method,
      headers: sent,
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const cookie = reply.headers.getSetCookie()[0]?.split(";")[0];
    if (cookie) this.cookie = cookie.endsWith("=") ? undefined : cookie;
    const text = await reply.text();
    const isJson = reply.headers.get("content-type")?.startsWith("application/json");
    return { status: reply.status, body: isJson ? JSON.parse(text) : text, headers: reply.headers };
  }

  post(path: string, body: object): Promise<Answer> {
    return this.send("POST", path, { version: 1, ...body });
  }

  async challenge(device: string): Promise<Uint8Array> {
    const reply = ChallengeReply.parse((await this.post("/session/challenge", { device })).body);
    return parseB64(reply.nonce) ?? new Uint8Array();
  }

  async logIn(of: TestPartnership, person: TestPerson): Promise<Answer> {
    const nonce = await this.challenge(person.device);
    const { partnership } = of;
    const { user, device } = person;
    const signature = of.login(person, this.url, nonce);
    return this.post("/session", { partnership, user, device, nonce: toB64(nonce), signature });
  }

  async push(...entries: Entry[]): Promise<PushResult[]> {
    const { status, body } = await this.post("/sync/push", { entries: entries.map(onWire) });
    if (status !== 200) throw new Error(`push: ${status}`);
    return PushReply.parse(body).results;
  }

  async pull(checkpoint: Checkpoint | null = null, limit = 500): Promise<PullReply> {
    const { status, body } = await this.post("/sync/pull", { checkpoint, limit });
    if (status !== 200) throw new Error(`pull: ${status}`);
    return PullReply.parse(body);
  }

  /** Every page to the last. */
  async pullAll(limit = 500): Promise<PullReply["entries"]> {
    const all: PullReply["entries"] = [];
    let checkpoint: Checkpoint | null = null;
    for (;;) {
      const page = await this.pull(checkpoint, limit);
      all.push(...page.entries);
      checkpoint = page.checkpoint;
      if (page.entries.length < limit) return all;
    }
  }
}

/** A partnership on a server, and its founder logged in. */
export async function setUpPartnership(
  server: Pick<RunningServer, "url" | "setupLink"> | SpawnedServer,
  now?: () => number,
): Promise<{ of: TestPartnership; founder: TestPerson; client: TestClient }> {
  if (!server.setupLink) throw new Error("setUpPartnership: no set-up link");
  const of = new TestPartnership(now);
  const founder = makePerson();
  const client = new TestClient(server.url);
  const entry = onWire(of.found(founder));
  const reply = await client.post("/setup", { secret: secretOf(server.setupLink), entry });
  if (reply.status !== 200) throw new Error(`setup: ${reply.status}`);
  await client.logIn(of, founder);
  return { of, founder, client };
}

/** Someone invited and joined; confirmed and in the panel scope unless told otherwise. */
export async function enrol(
  of: TestPartnership,
  founder: { person: TestPerson; client: TestClient },
  {
    roles = ["member"],
    confirmed = true,
    panel = true,
  }: { roles?: readonly Role[]; confirmed?: boolean; panel?: boolean } = {},
): Promise<{ person: TestPerson; client: TestClient }> {
  const person = makePerson();
  const client = new TestClient(founder.client.url);
  const { entry, invite } = of.invite(founder.person, roles);
  await founder.client.push(entry);
  await client.post("/join", { entry: onWire(of.accept(person, invite)) });
  if (confirmed) await founder.client.push(of.confirm(founder.person, person));
  if (confirmed && panel) await founder.client.push(of.grant(founder.person, of.panel, person, "contribute"));
  const reply = await client.logIn(of, person);
  if (reply.status !== 200) throw new Error(`enrol: ${reply.status}`);
  return { person, client };
}

/** A case scope opened by someone, with entries in it. */
export async function openCase(
  of: TestPartnership,
  { person, client }: { person: TestPerson; client: TestClient },
  entries = 1,
): Promise<ScopeId> {
  const { entry, scope } = of.open(person);
  const contents = Array.from({ length: entries }, () => of.content(person, scope));
  const results = await client.push(entry, ...contents);
  if (results.some((result) => result.outcome !== "stored")) throw new Error("openCase: refused");
  return scope;
}

export type TestStream = {
  /** Resolves with the next poke's data; rejects when the stream has ended. */
  next(): Promise<string>;
  /** Every line received so far. */
  readonly text: () => string;
  readonly ended: Promise<void>;
  close(): void;
};

/** Listens as a browser's EventSource would. */
export async function openStream(client: TestClient): Promise<TestStream> {
  const stop = new AbortController();
  const reply = await fetch(`${client.url}/sync/stream`, {
    headers: client.cookie ? { cookie: client.cookie } : {},
    signal: stop.signal,
  });
  const { body } = reply;
  if (reply.status !== 200 || !body) throw new Error(`openStream: ${reply.status}`);
  let text = "";
  let read = 0;
  let wake = Promise.withResolvers<void>();
  let over = false;
  const ended = (async () => {
    try {
      for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
        text += chunk;
        wake.resolve();
      }
    } catch {
      // Closed from this side.
    }
    over = true;
    wake.resolve();
  })();
  return {
    async next() {
      for (;;) {
        const pokes = [...text.matchAll(/^data: (.*)$/gm)];
        const poke = pokes[read];
        if (poke) {
          read += 1;
          return poke[1] ?? "";
        }
        if (over) throw new Error("openStream: ended");
        await wake.promise;
        wake = Promise.withResolvers<void>();
      }
    },
    text: () => text,
    ended,
    close: () => stop.abort(),
  };
}
