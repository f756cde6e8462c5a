/** The door: limits before parsing, other sites' pages, headers, files. [security 2.9, attacks 22, 25-27] */
import { mkdirSync, writeFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contentSecurityPolicy } from "../../src/server/csp.ts";
import { MAX_PUSH_BYTES } from "../../src/sync/protocol.ts";
import {
  makeDataDir,
  removeDataDir,
  setUpPartnership,
  startTestServer,
  TestClient,
  type TestServer,
} from "../support/server.ts";

let server: TestServer;
let client: TestClient;
const distDir = makeDataDir();

beforeAll(async () => {
  mkdirSync(join(distDir, "assets"));
  writeFileSync(join(distDir, "index.html"), "<!doctype html><title>Confer</title>");
  writeFileSync(join(distDir, "sw.js"), "self;");
  writeFileSync(join(distDir, "manifest.webmanifest"), "{}");
  writeFileSync(join(distDir, ".secret"), "no");
  writeFileSync(join(distDir, "assets/index-abc123.js"), `${"0;".repeat(5000)}`);
  server = await startTestServer({ distDir });
  ({ client } = await setUpPartnership(server));
});
afterAll(async () => {
  await server.close();
  removeDataDir(server.dataDir);
  removeDataDir(distDir);
});

const BAD = { status: 400, body: { version: 1, error: "bad-request" } };
const pull = { version: 1, checkpoint: null, limit: 1 };

describe("a page of another site", () => {
  test.each([
    ["without our header", { "x-confer": undefined }],
    ["from another site", { "sec-fetch-site": "cross-site" }],
    ["from another name of the same site", { "sec-fetch-site": "same-site" }],
  ])("%s cannot write", async (_name, headers) => {
    for (const path of ["/setup", "/join", "/session", "/sync/pull", "/sync/push"]) {
      expect(await client.send("POST", path, pull, headers)).toMatchObject(BAD);
    }
    expect(await client.send("DELETE", "/session", undefined, headers)).toMatchObject(BAD);
    expect((await client.post("/sync/pull", pull)).status).toBe(200);
  });

  test("cannot listen either", async () => {
    expect(
      await client.send("GET", "/sync/stream", undefined, { "sec-fetch-site": "cross-site" }),
    ).toMatchObject(BAD);
  });

  test("is given no permission by a preflight", async () => {
    const reply = await client.send("OPTIONS", "/sync/push", undefined, {
      "x-confer": undefined,
      origin: "https://elsewhere.example",
    });
    expect(reply.status).toBe(400);
    expect([...reply.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])(
    "cannot send a form as %s",
    async (type) => {
      expect(
        await client.send("POST", "/sync/pull", JSON.stringify(pull), { "content-type": type }),
      ).toMatchObject(BAD);
    },
  );

  test.each(["same-origin", "none"])("our own page may: %s", async (site) => {
    expect((await client.send("POST", "/sync/pull", pull, { "sec-fetch-site": site })).status).toBe(200);
  });
});

describe("a body", () => {
  const deep = (depth: number) =>
    `{"version":1,"checkpoint":null,"limit":1,"note":${"[".repeat(depth)}${"]".repeat(depth)}}`;

  test.each<[string, string | Uint8Array]>([
    ["that is not JSON", "{"],
    ["that is empty", ""],
    ["of another shape", `{"version":1}`],
    ["that is no object", "null"],
    ["with a limit that is no number", `{"version":1,"checkpoint":null,"limit":"10"}`],
    ["with a limit beyond ours", `{"version":1,"checkpoint":null,"limit":501}`],
    ["with a negative checkpoint", `{"version":1,"checkpoint":{"position":-1,"seq":0},"limit":1}`],
    ["with a checkpoint past any number", `{"version":1,"checkpoint":{"position":1e300,"seq":0},"limit":1}`],
    ["with NaN", `{"version":1,"checkpoint":null,"limit":NaN}`],
    ["a hundred deep, if only in a part nobody reads", deep(100)],
    ["ten thousand deep", deep(10_000)],
    ["that reaches for the prototype", `{"__proto__":{"x":1},"version":1,"checkpoint":null,"limit":1}`],
    ["that reaches deeper for it", `{"version":1,"checkpoint":{"__proto__":{"x":1}},"limit":1}`],
    [
      "that reaches for the constructor",
      `{"constructor":{"prototype":{"x":1}},"version":1,"checkpoint":null,"limit":1}`,
    ],
  ])("%s is a bad request", async (_name, body) => {
    expect(await client.send("POST", "/sync/pull", body)).toMatchObject(BAD);
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });

  test("that is not UTF-8 is a bad request", async () => {
    const reply = await fetch(`${server.url}/sync/pull`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-confer": "1", cookie: client.cookie as string },
      body: Buffer.from(`{"version":1,"checkpoint":null,"limit":1,"note":"\u00ff"}`, "latin1"),
    });
    expect([reply.status, await reply.json()]).toEqual([400, BAD.body]);
  });

  test("with brackets inside text is not deep", async () => {
    const body = JSON.stringify({ ...pull, note: `\\" ${"[".repeat(100)} \\\\` });
    expect((await client.send("POST", "/sync/pull", body)).status).toBe(200);
  });

  test("of eight megabytes of brackets is refused before it becomes arrays", async () => {
    const before = process.memoryUsage().heapUsed;
    expect(await client.send("POST", "/sync/push", "[".repeat(MAX_PUSH_BYTES - 1))).toMatchObject(BAD);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(50 * 1024 * 1024);
  });

  test.each([
    ["/sync/pull", 64 * 1024],
    ["/session/challenge", 64 * 1024],
    ["/session", 64 * 1024],
    ["/join/look", 64 * 1024],
    ["/join", 400 * 1024],
    ["/setup", 400 * 1024],
    ["/sync/push", MAX_PUSH_BYTES],
  ])("to %s beyond %i bytes is too large", async (path, limit) => {
    const reply = await send(path, { "content-length": String(limit + 1) });
    expect(reply).toEqual({ status: 413, body: `{"version":1,"error":"too-large"}` });
  });

  test("without a stated length is cut off at the limit", async () => {
    const reply = await send("/sync/pull", { "transfer-encoding": "chunked" }, 64 * 1024 + 1);
    expect(reply.status).toBe(413);
  });

  test("that is compressed is not unpacked", async () => {
    expect(
      await client.send("POST", "/sync/pull", JSON.stringify(pull), { "content-encoding": "gzip" }),
    ).toMatchObject({ status: 200 });
    expect(
      await client.send("POST", "/sync/pull", "\u001f\u008b\u0008", { "content-encoding": "gzip" }),
    ).toMatchObject(BAD);
  });

  /** With a length of our own choosing, which `fetch` would not send. */
  function send(
    path: string,
    headers: Record<string, string>,
    bytes = 0,
  ): Promise<{ status: number | undefined; body: string }> {
    return new Promise((done, fail) => {
      const all = { "content-type": "application/json", "x-confer": "1", cookie: client.cookie, ...headers };
      const asked = httpRequest(`${server.url}${path}`, { method: "POST", headers: all }, (reply) => {
        let body = "";
        reply.on("data", (chunk: Buffer) => (body += chunk.toString()));
        reply.on("end", () => {
          asked.destroy();
          done({ status: reply.statusCode, body });
        });
      });
      asked.on("error", fail);
      if (bytes > 0) asked.write("[".repeat(bytes));
      else asked.flushHeaders();
    });
  }
});

describe("an older or newer app", () => {
  const OLD = { status: 426, body: { version: 1, error: "old-client" } };
  test("is asked to update, by its header or its body", async () => {
    expect(await client.send("POST", "/sync/pull", pull, { "x-confer": "2" })).toMatchObject(OLD);
    expect(await client.send("POST", "/sync/pull", { ...pull, version: 2 })).toMatchObject(OLD);
  });
});

describe("every reply", () => {
  test.each(["/", "/health", "/assets/index-abc123.js", "/nothing", "/sync/stream"])(
    "of %s carries the headers",
    async (path) => {
      const { headers } = await new TestClient(server.url).send("GET", path);
      expect(Object.fromEntries(headers)).toMatchObject({
        "content-security-policy": contentSecurityPolicy,
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-embedder-policy": "require-corp",
        "cross-origin-resource-policy": "same-origin",
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "x-robots-tag": "noindex, nofollow",
      });
      expect(headers.get("permissions-policy")).toContain("camera=()");
      expect(headers.has("strict-transport-security")).toBe(false);
      expect(headers.has("server")).toBe(false);
    },
  );

  test("lets the page that checks minutes use the camera of its own device, and no other", async () => {
    const said = async (path: string) =>
      (await new TestClient(server.url).send("GET", path)).headers.get("permissions-policy");
    for (const path of ["/check", "/check?x=1"]) {
      expect(await said(path)).toContain("camera=(self)");
      expect(await said(path)).toContain("microphone=()");
    }
    for (const path of ["/check/more", "/checks", "/?/check"])
      expect(await said(path)).toContain("camera=()");
  });

  test("also of a refusal", async () => {
    const { headers } = await client.send("POST", "/sync/pull", "{");
    expect(headers.get("content-security-policy")).toBe(contentSecurityPolicy);
    expect(headers.get("cache-control")).toBe("no-store");
  });
});

describe("files", () => {
  const get = (path: string, accept = "*/*") => client.send("GET", path, undefined, { accept });

  test("are kept for ever where the name holds the hash, and asked for each time otherwise", async () => {
    expect((await get("/assets/index-abc123.js")).headers.get("cache-control")).toContain("immutable");
    for (const path of ["/", "/index.html", "/sw.js", "/manifest.webmanifest"]) {
      expect((await get(path)).headers.get("cache-control")).toBe("no-store");
    }
  });

  test("an address within the app opens the app; a missing file is missing", async () => {
    expect(await get("/cases/abc", "text/html")).toMatchObject({ status: 200, body: /<title>Confer/ });
    expect(await get("/assets/gone.js")).toMatchObject({ status: 404, body: { error: "not-found" } });
    expect(await client.send("POST", "/cases/abc", {})).toMatchObject({
      status: 404,
      body: { error: "not-found" },
    });
  });

  test.each(["/.secret", "/../package.json", "/..%2fpackage.json", "/assets/../../package.json", "/%00"])(
    "%s gives nothing away",
    async (path) => {
      const reply = await get(path);
      expect([400, 403, 404]).toContain(reply.status);
    },
  );

  test("are compressed for those who can read it", async () => {
    const reply = await client.send("GET", "/assets/index-abc123.js", undefined, {
      "accept-encoding": "gzip",
    });
    expect(reply.headers.get("content-encoding")).toBe("gzip");
  });
});
