/** Papers' bytes at the server's door: who may send and fetch, and what is refused before it is stored. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadVerifier } from "../../src/crypto/verify.ts";
import { chunkHash, type Manifest, MAX_CHUNK_BYTES, nameBlob } from "../../src/domain/blob.ts";
import type { Bytes } from "../../src/domain/bytes.ts";
import { type BlobId, hashFromBytes, type ScopeId } from "../../src/domain/ids.ts";
import { MAX_SCOPE_BLOB_BYTES } from "../../src/sync/protocol.ts";
import { newId, random, type TestPartnership } from "../support/entries.ts";
import {
  enrol,
  openCase,
  removeDataDir,
  setUpPartnership,
  startTestServer,
  TestClient,
  type TestServer,
} from "../support/server.ts";

type Member = Awaited<ReturnType<typeof enrol>>;
const verifier = await loadVerifier();
const bytesOf = (length: number): Bytes => new Uint8Array(length).fill(length & 0xff);

function makePaper(...lengths: number[]) {
  const chunks = lengths.map((length) => Uint8Array.from([...random(16), ...bytesOf(length - 16)]));
  const manifest: Manifest = chunks.map((chunk) => ({
    hash: chunkHash(verifier, chunk),
    bytes: chunk.length,
  }));
  return { chunks, manifest, blob: nameBlob(verifier, manifest) };
}

let server: TestServer;
let of: TestPartnership;
let founder: Member;
let writer: Member;
let reader: Member;
let outsider: Member;
let accepted: Member;
let scope: ScopeId;

beforeAll(async () => {
  server = await startTestServer();
  const made = await setUpPartnership(server);
  ({ of } = made);
  founder = { person: made.founder, client: made.client };
  writer = await enrol(of, founder, { roles: ["referrer"] });
  reader = await enrol(of, founder, { roles: ["member"] });
  outsider = await enrol(of, founder, { roles: ["chair"] });
  accepted = await enrol(of, founder, { roles: ["referrer"], confirmed: false });
  scope = await openCase(of, founder);
  await founder.client.push(of.grant(founder.person, scope, writer.person, "contribute"));
  await founder.client.push(of.grant(founder.person, scope, reader.person, "read"));
});
afterAll(async () => {
  await server.close();
  removeDataDir(server.dataDir);
});

const put = (client: TestClient, blob: string, manifest: unknown, where: string = scope) =>
  client.send("PUT", `/blobs/${where}/${blob}`, { version: 1, manifest });
const get = (client: TestClient, blob: string, where: string = scope) =>
  client.send("GET", `/blobs/${where}/${blob}`);

async function putChunk(
  { cookie }: TestClient,
  blob: string,
  index: number | string,
  body: Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
  where: string = scope,
) {
  const reply = await fetch(`${server.url}/blobs/${where}/${blob}/${index}`, {
    method: "PUT",
    headers: {
      "x-confer": "1",
      "content-type": "application/octet-stream",
      ...(cookie ? { cookie } : {}),
      ...headers,
    },
    body,
  });
  return { status: reply.status, body: (await reply.json()) as { error?: string; held?: number[] } };
}

async function getChunk({ cookie }: TestClient, blob: string, index: number | string, where: string = scope) {
  const reply = await fetch(`${server.url}/blobs/${where}/${blob}/${index}`, {
    headers: cookie ? { cookie } : {},
  });
  return { status: reply.status, type: reply.headers.get("content-type"), body: await reply.arrayBuffer() };
}

async function send(client: TestClient, { blob, manifest, chunks }: ReturnType<typeof makePaper>) {
  expect((await put(client, blob, manifest)).status).toBe(200);
  for (const [index, chunk] of chunks.entries()) {
    expect((await putChunk(client, blob, index, chunk)).status).toBe(200);
  }
}

describe("a paper", () => {
  test("is declared, sent in any order, taken up after a cut, and fetched by every member", async () => {
    const paper = makePaper(1064, MAX_CHUNK_BYTES, 90);
    const { blob, manifest, chunks } = paper;
    expect((await put(writer.client, blob, manifest)).body).toEqual({ version: 1, manifest, held: [] });
    expect((await putChunk(writer.client, blob, 2, chunks[2] as Bytes)).body.held).toEqual([2]);
    expect((await put(writer.client, blob, manifest)).body).toMatchObject({ held: [2] });
    expect((await getChunk(reader.client, blob, 0)).status).toBe(404);
    for (const index of [0, 1, 2]) await putChunk(writer.client, blob, index, chunks[index] as Bytes);
    for (const { client } of [founder, writer, reader]) {
      expect((await get(client, blob)).body).toEqual({ version: 1, manifest, held: [0, 1, 2] });
      for (const [index, chunk] of chunks.entries()) {
        const got = await getChunk(client, blob, index);
        expect([got.status, got.type]).toEqual([200, "application/octet-stream"]);
        expect(Buffer.compare(Buffer.from(got.body), chunk)).toBe(0);
      }
    }
  });

  test("whose name is not its manifest's is refused", async () => {
    const { manifest } = makePaper(100, 200);
    const other = makePaper(100).blob;
    expect((await put(writer.client, other, manifest)).status).toBe(400);
    expect((await get(writer.client, other)).status).toBe(404);
  });

  test("whose chunk is not what was declared is not stored", async () => {
    const { blob, manifest, chunks } = makePaper(100, 100);
    await put(writer.client, blob, manifest);
    const [first, second] = chunks as [Bytes, Bytes];
    const flipped = first.with(50, 1 ^ (first[50] as number));
    const wrong: [number | string, Bytes, number][] = [
      [0, flipped, 400],
      [0, second, 400],
      [0, first.slice(0, -1), 400],
      [0, new Uint8Array(0), 400],
      [2, first, 404],
      ["00", first, 400],
      ["-1", first, 400],
      ["x", first, 400],
      ["999", first, 400],
    ];
    for (const [index, body, status] of wrong) {
      expect((await putChunk(writer.client, blob, index, body)).status, String(index)).toBe(status);
    }
    expect((await get(writer.client, blob)).body).toMatchObject({ held: [] });
  });

  test("not declared takes no chunks", async () => {
    const { blob, chunks } = makePaper(100);
    expect((await putChunk(writer.client, blob, 0, chunks[0] as Bytes)).status).toBe(404);
  });

  test("with a manifest that is none is refused", async () => {
    const { blob, manifest } = makePaper(100);
    const [chunk] = manifest;
    for (const bad of [
      [],
      null,
      [{ ...chunk, bytes: 0 }],
      [{ ...chunk, bytes: MAX_CHUNK_BYTES + 1 }],
      Array.from({ length: 400 }, () => chunk),
    ]) {
      expect((await put(writer.client, blob, bad)).status).toBeGreaterThanOrEqual(400);
    }
  });

  test("beyond what a scope may hold is refused, and those before it stay", async () => {
    const full = await openCase(of, founder);
    const lengths = Array.from({ length: 100 }, () => MAX_CHUNK_BYTES);
    const declare = () => {
      const manifest = lengths.map(
        (bytes) => ({ hash: hashFromBytes(random(32)), bytes }) as Manifest[number],
      );
      return put(founder.client, nameBlob(verifier, manifest), manifest, full);
    };
    const statuses: number[] = [];
    for (let total = 0; total <= MAX_SCOPE_BLOB_BYTES; total += 100 * MAX_CHUNK_BYTES) {
      statuses.push((await declare()).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 507]);
    const small = makePaper(100);
    expect((await put(founder.client, small.blob, small.manifest, full)).status).toBe(200);
  });
});

describe("a member who may only read", () => {
  test("declares and sends nothing", async () => {
    const { blob, manifest, chunks } = makePaper(100);
    expect((await put(reader.client, blob, manifest)).status).toBe(403);
    await put(writer.client, blob, manifest);
    expect((await putChunk(reader.client, blob, 0, chunks[0] as Bytes)).status).toBe(403);
    expect((await get(writer.client, blob)).body).toMatchObject({ held: [] });
  });
});

describe("whoever is no member", () => {
  test("is answered the same, whether scope, paper and chunk exist or not", async () => {
    const paper = makePaper(100);
    await send(writer.client, paper);
    const missing = { scope: newId<ScopeId>(), blob: hashFromBytes<BlobId>(random(32)) };
    const chunk = paper.chunks[0] as Bytes;
    for (const { client } of [outsider, accepted]) {
      const replies = [
        await get(client, paper.blob),
        await get(client, missing.blob),
        await get(client, paper.blob, missing.scope),
        await put(client, paper.blob, paper.manifest),
        await put(client, paper.blob, paper.manifest, missing.scope),
        await putChunk(client, paper.blob, 0, chunk),
        await putChunk(client, missing.blob, 0, chunk),
        await putChunk(client, paper.blob, 0, chunk, {}, missing.scope),
      ];
      for (const { status, body } of replies) {
        expect([status, body]).toEqual([404, { version: 1, error: "not-found" }]);
      }
      for (const where of [scope, missing.scope]) {
        expect((await getChunk(client, paper.blob, 0, where)).status).toBe(404);
      }
    }
  });

  test("sees nothing of the panel's papers while admitted to its directory alone", async () => {
    const paper = makePaper(100);
    expect((await put(founder.client, paper.blob, paper.manifest, of.panel)).status).toBe(200);
    expect((await get(writer.client, paper.blob, of.panel)).status).toBe(200);
    expect((await get(accepted.client, paper.blob, of.panel)).status).toBe(404);
  });

  test("finds a paper in its own scope alone, though its name be known", async () => {
    const paper = makePaper(100);
    await send(writer.client, paper);
    const other = await openCase(of, outsider);
    expect((await get(outsider.client, paper.blob, other)).status).toBe(404);
    expect((await getChunk(outsider.client, paper.blob, 0, other)).status).toBe(404);
  });
});

describe("the door", () => {
  const paper = makePaper(100);
  const chunk = paper.chunks[0] as Bytes;

  test("is shut without a session, and to another site's page", async () => {
    await send(writer.client, paper);
    const stranger = new TestClient(server.url);
    expect((await get(stranger, paper.blob)).status).toBe(401);
    expect((await put(stranger, paper.blob, paper.manifest)).status).toBe(401);
    expect((await putChunk(stranger, paper.blob, 0, chunk)).status).toBe(401);
    expect((await getChunk(stranger, paper.blob, 0)).status).toBe(401);
    const elsewhere = { "sec-fetch-site": "cross-site" };
    expect((await putChunk(writer.client, paper.blob, 0, chunk, elsewhere)).status).toBe(400);
    expect((await putChunk(writer.client, paper.blob, 0, chunk, { "x-confer": "2" })).status).toBe(426);
    const path = `/blobs/${scope}/${paper.blob}`;
    expect((await writer.client.send("GET", path, undefined, elsewhere)).status).toBe(400);
  });

  test("takes no body longer than a chunk, and bytes nowhere else", async () => {
    const long = new Uint8Array(MAX_CHUNK_BYTES + 1);
    expect((await putChunk(writer.client, paper.blob, 0, long)).status).toBe(413);
    const json = { "content-type": "application/json" };
    expect((await putChunk(writer.client, paper.blob, 0, new TextEncoder().encode("{}"), json)).status).toBe(
      400,
    );
    const reply = await fetch(`${server.url}/sync/pull`, {
      method: "POST",
      headers: {
        "x-confer": "1",
        "content-type": "application/octet-stream",
        cookie: writer.client.cookie ?? "",
      },
      body: chunk,
    });
    expect(reply.status).toBe(400);
  });

  test("logs neither scope nor paper", () => {
    const log = server.lines.join("");
    expect(log).toContain("/blobs/:scope/:blob/:index");
    expect(log).not.toContain(scope);
    expect(log).not.toContain(paper.blob);
  });
});
