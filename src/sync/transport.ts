/**
 * How requests reach the server. A port with one implementation over `fetch` and, in the simulation, one
 * that loses, repeats and delays. Every answer is parsed before anyone believes it.
 */
import type { z } from "zod";
import type { Bytes } from "../domain/bytes.ts";
import { BYTES_TYPE, CLIENT_HEADER, ErrorReply, type ErrorCode, RESYNC } from "./protocol.ts";

export type TransportFault =
  /** No answer at all. */
  | { readonly kind: "offline" }
  /** An answer, but not from our server: a sign-in page of a hotel or a proxy. */
  | { readonly kind: "not-our-server" }
  | { readonly kind: "refused"; readonly status: number; readonly code: ErrorCode }
  | { readonly kind: "server"; readonly status: number };

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: TransportFault };

export type Transport = {
  post<T>(path: string, body: unknown, reply: z.ZodType<T>): Promise<Answer<T>>;
  get<T>(path: string, reply: z.ZodType<T>): Promise<Answer<T>>;
  delete(path: string): Promise<Answer<undefined>>;
  /** A deletion that says how things are after it. */
  remove<T>(path: string, body: unknown, reply: z.ZodType<T>): Promise<Answer<T>>;
  put<T>(path: string, body: unknown, reply: z.ZodType<T>): Promise<Answer<T>>;
  putBytes<T>(path: string, bytes: Bytes, reply: z.ZodType<T>): Promise<Answer<T>>;
  /** Bytes of exactly this length; any other is not our server's answer. */
  getBytes(path: string, length: number): Promise<Answer<Bytes>>;
  /** Calls back on every poke, and once on each connection made. Returns the way to stop. */
  stream(path: string, onPoke: () => void): () => void;
};

export const TIMEOUT_MS = 30_000;
/** A chunk of a paper over one bar of signal: as long as the server waits for it. */
export const CHUNK_TIMEOUT_MS = 120_000;

const fail = (fault: TransportFault) => ({ ok: false, fault }) as const;

/** `base` is "" in the app: the server that gave the page. */
export function makeHttpTransport(base = "", fetcher: typeof fetch = (...call) => fetch(...call)): Transport {
  /** The whole answer, read by `read`; undefined where there was none. */
  const ask = async <T>(
    path: string,
    init: RequestInit,
    read: (response: Response) => Promise<T>,
    timeoutMs = TIMEOUT_MS,
  ): Promise<{ response: Response; body: T } | undefined> => {
    try {
      const response = await fetcher(base + path, {
        ...init,
        headers: { [CLIENT_HEADER]: "1", ...(init.headers as Record<string, string> | undefined) },
        signal: AbortSignal.timeout(timeoutMs),
        credentials: "same-origin",
        cache: "no-store",
        redirect: "error",
      });
      return { response, body: await read(response) };
    } catch {
      return undefined;
    }
  };
  const send = async <T>(
    path: string,
    init: RequestInit,
    reply: z.ZodType<T> | undefined,
    timeoutMs?: number,
  ): Promise<Answer<T>> => {
    const answer = await ask(path, init, (response) => response.text(), timeoutMs);
    return answer ? readAnswer(answer.response, answer.body, reply) : fail({ kind: "offline" });
  };
  const json = (method: string, body: unknown): RequestInit => ({
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return {
    post: (path, body, reply) => send(path, json("POST", body), reply),
    get: (path, reply) => send(path, {}, reply),
    delete: (path) => send<undefined>(path, { method: "DELETE" }, undefined),
    remove: (path, body, reply) =>
      send(path, body === undefined ? { method: "DELETE" } : json("DELETE", body), reply),
    put: (path, body, reply) => send(path, json("PUT", body), reply),
    putBytes: (path, bytes, reply) =>
      send(
        path,
        { method: "PUT", headers: { "content-type": BYTES_TYPE }, body: bytes },
        reply,
        CHUNK_TIMEOUT_MS,
      ),
    async getBytes(path, length) {
      const answer = await ask(path, {}, (response) => response.arrayBuffer(), CHUNK_TIMEOUT_MS);
      if (!answer) return fail({ kind: "offline" });
      const { response, body } = answer;
      const ours = response.headers.get("content-type")?.startsWith(BYTES_TYPE) === true;
      if (response.ok && ours && body.byteLength === length) return { ok: true, value: new Uint8Array(body) };
      const text = response.ok ? "" : new TextDecoder().decode(body);
      const refused = readAnswer<never>(response, text, undefined);
      return refused.ok ? fail({ kind: "not-our-server" }) : refused;
    },
    stream: (path, onPoke) => openStream(base + path, onPoke),
  };
}

function readAnswer<T>(response: Response, text: string, reply: z.ZodType<T> | undefined): Answer<T> {
  const json = response.headers.get("content-type")?.startsWith("application/json") === true;
  // Nothing to parse, so the status alone must be ours: a sign-in page of a hotel says 200 to everything.
  if (reply === undefined && response.status === 204) return { ok: true, value: undefined as T };
  if (!json)
    return fail(
      response.status >= 500 ? { kind: "server", status: response.status } : { kind: "not-our-server" },
    );
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return fail({ kind: "not-our-server" });
  }
  if (!response.ok) {
    const error = ErrorReply.safeParse(body);
    if (!error.success) return fail({ kind: "server", status: response.status });
    return fail({ kind: "refused", status: response.status, code: error.data.error });
  }
  const parsed = reply?.safeParse(body);
  return parsed?.success ? { ok: true, value: parsed.data } : fail({ kind: "not-our-server" });
}

const STREAM_RETRY_MS = { first: 2_000, longest: 30_000 };

/**
 * A stream that comes back. The browser reconnects by itself after a cut, but gives up for good on any answer
 * other than 200, such as that of a server which has not seen this session yet: then it is opened again.
 * A message other than the poke is passed over.
 */
function openStream(url: string, onPoke: () => void): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitMs = STREAM_RETRY_MS.first;
  const open = () => {
    source = new EventSource(url);
    source.addEventListener("open", () => {
      waitMs = STREAM_RETRY_MS.first;
      onPoke();
    });
    source.addEventListener("message", (event) => {
      if (event.data === RESYNC) onPoke();
    });
    source.addEventListener("error", () => {
      if (source.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, waitMs);
      waitMs = Math.min(waitMs * 2, STREAM_RETRY_MS.longest);
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
