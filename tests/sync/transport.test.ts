/** What the app believes of an answer: nothing, until it is JSON of the agreed shape from our own server. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { CLIENT_HEADER, ERROR_CODES, HealthReply, PullReply, PushReply } from "../../src/sync/protocol.ts";
import { makeHttpTransport } from "../../src/sync/transport.ts";

const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };
const answering = (body: string, status = 200, headers: Record<string, string> = JSON_TYPE) =>
  makeHttpTransport("", () =>
    Promise.resolve(new Response(status === 204 ? null : body, { status, headers })),
  );
const health = (transport: ReturnType<typeof answering>) => transport.get("/health", HealthReply);
const fault = (kind: object) => ({ ok: false, fault: kind });

const HEALTH = { version: 1, nowMs: 1, setUp: true, demonstration: false };
const HEALTHY = JSON.stringify(HEALTH);
const ID = "AAAAAAAAAAAAAAAAAAAAAA";

describe("an answer", () => {
  it("is believed when it is what was agreed", async () => {
    expect(await health(answering(HEALTHY))).toEqual({ ok: true, value: HEALTH });
  });

  it.each([
    [
      "a page of HTML with status 200, as a hotel's sign-in gives",
      "<!doctype html>",
      200,
      { "content-type": "text/html" },
    ],
    ["a page of HTML with status 404", "<!doctype html>", 404, { "content-type": "text/html" }],
    ["JSON that does not say it is", HEALTHY, 200, { "content-type": "text/plain" }],
    ["nothing that says what it is", "", 200, {}],
    ["JSON cut short", HEALTHY.slice(0, -3), 200, JSON_TYPE],
    ["HTML that says it is JSON", "<!doctype html>", 200, JSON_TYPE],
    ["another shape", '{"hello":"world"}', 200, JSON_TYPE],
    ["another version of the protocol", HEALTHY.replace('"version":1', '"version":2'), 200, JSON_TYPE],
    ["null", "null", 200, JSON_TYPE],
  ])("that is %s is not from our server", async (_, body, status, headers) => {
    expect(await health(answering(body, status, headers as unknown as Record<string, string>))).toEqual(
      fault({ kind: "not-our-server" }),
    );
  });

  it.each([
    ["HTML from a proxy", 502, "<html>", { "content-type": "text/html" }],
    ["JSON that is no refusal of ours", 500, "{}", JSON_TYPE],
    ["a refusal by a code nobody knows", 400, '{"version":1,"error":"because"}', JSON_TYPE],
  ])("that is %s with status %i is the server's trouble", async (_, status, body, headers) => {
    expect(await health(answering(body, status, headers as unknown as Record<string, string>))).toEqual(
      fault({ kind: "server", status }),
    );
  });

  it.each(ERROR_CODES)("of refusal says why: %s", async (code) => {
    const transport = answering(JSON.stringify({ version: 1, error: code }), 400);
    expect(await health(transport)).toEqual(fault({ kind: "refused", status: 400, code }));
  });

  it("that never comes, or breaks off, is being offline", async () => {
    const dead = makeHttpTransport("", () => Promise.reject(new TypeError("failed")));
    expect(await health(dead)).toEqual(fault({ kind: "offline" }));
    const stream = new ReadableStream({ start: (controller) => controller.error(new Error("cut")) });
    const cut = makeHttpTransport("", () => Promise.resolve(new Response(stream, { headers: JSON_TYPE })));
    expect(await health(cut)).toEqual(fault({ kind: "offline" }));
  });

  it("to signing out is the empty one agreed, not any page that says yes", async () => {
    expect(await answering("", 204, {}).delete("/session")).toEqual({ ok: true, value: undefined });
    const portal = answering("<html>", 200, { "content-type": "text/html" });
    expect(await portal.delete("/session")).toEqual(fault({ kind: "not-our-server" }));
  });
});

describe("a page of entries", () => {
  const pull = (entries: unknown) =>
    answering(JSON.stringify({ version: 1, entries, checkpoint: null, latest: 1 })).post(
      "/sync/pull",
      {},
      PullReply,
    );
  const good = { id: ID, scope: ID, entry: "AAAA", seq: 1 };

  it("is taken when every entry has the agreed shape", async () => {
    expect((await pull([good])).ok).toBe(true);
  });

  it.each([
    ["an entry larger than any may be", { ...good, entry: "A".repeat(360_004) }],
    ["an entry that is not base64", { ...good, entry: "<b>" }],
    ["an id that is none", { ...good, id: "../../../etc" }],
    ["an id that every object has", { ...good, id: "__proto__" }],
    ["a negative number", { ...good, seq: -1 }],
    ["a number past what is exact", { ...good, seq: 2 ** 60 }],
    ["no entry", { id: ID, scope: ID, seq: 1 }],
  ])("with %s is refused whole", async (_, entry) => {
    expect(await pull([good, entry])).toEqual(fault({ kind: "not-our-server" }));
  });

  it("pushed is answered only with outcomes there are", async () => {
    const push = (results: unknown) =>
      answering(JSON.stringify({ version: 1, results })).post("/sync/push", {}, PushReply);
    expect(
      (
        await push([
          { outcome: "stored", seq: 1 },
          { outcome: "refused", reason: "id-taken" },
        ])
      ).ok,
    ).toBe(true);
    for (const result of [
      { outcome: "stored" },
      { outcome: "refused", reason: "whim" },
      { outcome: "kept" },
    ]) {
      expect(await push([result])).toEqual(fault({ kind: "not-our-server" }));
    }
  });
});

describe("a request", () => {
  it("says whose it is, follows no redirect, and leaves no copy behind", async () => {
    const calls: [string, RequestInit][] = [];
    const transport = makeHttpTransport("https://panel.example", (input, init) => {
      calls.push([input as string, init ?? {}]);
      return Promise.resolve(new Response(HEALTHY, { headers: JSON_TYPE }));
    });
    await transport.post("/x", { a: 1 }, HealthReply);
    await transport.get("/y", HealthReply);
    const [[postUrl, post], [, get]] = calls as [[string, RequestInit], [string, RequestInit]];
    expect(postUrl).toBe("https://panel.example/x");
    expect(post.body).toBe('{"a":1}');
    for (const init of [post, get]) {
      expect(init).toMatchObject({ redirect: "error", cache: "no-store", credentials: "same-origin" });
      expect(new Headers(init.headers).get(CLIENT_HEADER)).toBe("1");
      expect(init.signal).toBeInstanceOf(AbortSignal);
    }
    expect(new Headers(post.headers).get("content-type")).toBe("application/json");
  });
});

describe("the stream", () => {
  class FakeEventSource extends EventTarget {
    static readonly made: FakeEventSource[] = [];
    closed = false;
    constructor() {
      super();
      FakeEventSource.made.push(this);
    }
    close(): void {
      this.closed = true;
    }
    say(data: string): void {
      this.dispatchEvent(new MessageEvent("message", { data }));
    }
  }
  afterEach(() => void vi.unstubAllGlobals());

  it("pokes once connected and on RESYNC; nothing else that it carries is looked at", () => {
    vi.stubGlobal("EventSource", FakeEventSource);
    const onPoke = vi.fn();
    const stop = makeHttpTransport().stream("/sync/stream", onPoke);
    const source = FakeEventSource.made[0] as FakeEventSource;
    source.dispatchEvent(new Event("open"));
    expect(onPoke).toHaveBeenCalledTimes(1);
    source.say("RESYNC");
    expect(onPoke).toHaveBeenCalledTimes(2);
    for (const data of ["", "resync", "RESYNC ", '{"entries":[]}', "wipe"]) source.say(data);
    expect(onPoke).toHaveBeenCalledTimes(2);
    stop();
    expect(source.closed).toBe(true);
  });
});
