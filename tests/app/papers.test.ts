/** Papers from one person's device to another's: added without signal, sent in chunks, opened to the same bytes. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { NewPaper, PaperId, PaperView } from "../../src/app/paperTypes.ts";
import type { OpenSession } from "../../src/app/session.ts";
import { CHUNK_BYTES } from "../../src/domain/blob.ts";
import type { ScopeId } from "../../src/domain/ids.ts";
import ashfield from "../../src/forms/panels/ashfield.json" with { type: "json" };
import { Device, enrol, until } from "../support/device.ts";
import { secretOf, startTestServer, type TestServer } from "../support/server.ts";

const profile = (name: string) => ({ name, agency: "Made-up agency", position: "Worker" });
const NEVER = new AbortController().signal;
const quiet = () => undefined;

/** A PDF by its first bytes; the rest differs from place to place, so that swapped chunks would show. */
function pdf(size: number, seed = 1): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 31 + (i >> 12) * seed) & 0xff);
  bytes.set(new TextEncoder().encode("%PDF-1.7\n").subarray(0, size));
  return bytes;
}

const paper = (bytes: Uint8Array<ArrayBuffer>, more: Partial<NewPaper> = {}): NewPaper => ({
  bytes: new Blob([bytes]),
  fileName: "Chronology.pdf",
  mediaType: "application/pdf",
  kind: "chronology",
  title: "Chronology",
  ...more,
});

async function add(session: OpenSession, scope: ScopeId, added: NewPaper): Promise<PaperId> {
  const outcome = await session.addPaper(scope, added, quiet, NEVER);
  if (!outcome.ok) throw new Error(`addPaper: ${outcome.problem.kind}`);
  return outcome.value;
}

async function open(session: OpenSession, scope: ScopeId, id: PaperId): Promise<Uint8Array> {
  const outcome = await session.openPaper(scope, id, quiet, NEVER);
  if (!outcome.ok) throw new Error(`openPaper: ${outcome.problem.kind}`);
  return new Uint8Array(await outcome.value.arrayBuffer());
}

const seen = (session: OpenSession, scope: ScopeId, id: PaperId): PaperView | undefined => {
  const watching = session.watchCase(scope);
  const found = watching.view.value?.papers.find((each) => each.id === id);
  watching.close();
  return found;
};

describe("a paper", () => {
  let server: TestServer;
  let lead: OpenSession;
  let worker: Device;
  let session: OpenSession;
  let scope: ScopeId;
  const devices: Device[] = [];

  beforeAll(async () => {
    server = await startTestServer();
    const device = new Device(server.url);
    devices.push(device);
    lead = await device.foundWith(secretOf(server.setupLink ?? ""), "Testshire", profile("Lead"));
    await lead.adoptDefinition(ashfield);
    devices.push(await enrol(lead, server.url, profile("Second"), ["coordinator"]));
    worker = await enrol(lead, server.url, profile("Worker"), ["referrer"]);
    devices.push(worker);
    session = worker.session as OpenSession;
    await until("the panel's definition", () => session.panels.value.length > 0);
    const started = await session.startReferral("ashfield", new Map());
    if (!started.ok) throw new Error(started.problem.kind);
    scope = started.value;
  });

  afterAll(async () => {
    for (const device of devices) await device.close();
    await server.close();
  });

  it("added without signal survives the app being shut, is sent, and opens the same on another device", async () => {
    const bytes = pdf(2 * CHUNK_BYTES + 12_345);
    worker.transport.online = false;
    const heard: number[] = [];
    const added = await session.addPaper(scope, paper(bytes), (done) => heard.push(done), NEVER);
    if (!added.ok) throw new Error(added.problem.kind);
    const id = added.value;
    expect(heard).toEqual([CHUNK_BYTES, 2 * CHUNK_BYTES, bytes.length]);
    await until("the paper counted", () => session.safety.value.unsentPapers === 1);
    expect(seen(session, scope, id)).toMatchObject({
      kind: "chronology",
      title: "Chronology",
      fileName: "Chronology.pdf",
      mediaType: "application/pdf",
      sizeBytes: bytes.length,
      removed: false,
    });
    await worker.close();

    session = await worker.reopen();
    expect(await open(session, scope, id)).toEqual(bytes);
    await until("the paper counted again", () => session.safety.value.unsentPapers === 1);
    await session.submit(scope, { declaredBy: "Worker", declaration: "True" });
    worker.transport.online = true;
    await session.syncNow();
    await until("its bytes on the server", () => session.safety.value.unsentPapers === 0);
    await until("its place", () => seen(session, scope, id)?.place === "on-server");

    await lead.syncNow();
    await until("the case at the co-ordinator", () => lead.cases.value.some((each) => each.scope === scope));
    expect(seen(lead, scope, id)?.place).toBe("elsewhere");
    await until("the answer of the server", () => seen(lead, scope, id)?.place === "on-server");
    expect(await open(lead, scope, id)).toEqual(bytes);
    const fetched = await devices[0]?.store?.local.chunks.count();
    expect(fetched).toBe(3);
    // From now on without signal too.
    const first = devices[0] as Device;
    first.transport.online = false;
    expect(await open(lead, scope, id)).toEqual(bytes);
    first.transport.online = true;
  });

  it("says that it is elsewhere until all of its bytes have reached the server", async () => {
    const bytes = pdf(CHUNK_BYTES + 5, 7);
    const { putBytes } = worker.transport;
    worker.transport.putBytes = () => Promise.resolve({ ok: false, fault: { kind: "offline" } });
    const id = await add(session, scope, paper(bytes, { title: "Risk assessment" }));
    await session.syncNow();
    await lead.syncNow();
    await until("its entry", () => seen(lead, scope, id) !== undefined);
    expect(await lead.openPaper(scope, id, quiet, NEVER)).toEqual({
      ok: false,
      problem: { kind: "paper-elsewhere" },
    });
    expect(seen(lead, scope, id)?.place).toBe("elsewhere");
    worker.transport.putBytes = putBytes;
    await session.syncNow();
    await until("its bytes", () => session.safety.value.unsentPapers === 0);
    expect(await open(lead, scope, id)).toEqual(bytes);
  });

  it("is renamed, moved, removed and put back by what is appended, in sentences", async () => {
    const id = await add(session, scope, paper(pdf(100, 3), { title: "Old name" }));
    await session.changePaper(scope, id, { title: "New name", kind: "other", order: 0.5 });
    expect(seen(session, scope, id)).toMatchObject({ title: "New name", kind: "other", order: 0.5 });
    await session.removePaper(scope, id);
    expect(seen(session, scope, id)?.removed).toBe(true);
    await session.restorePaper(scope, id);
    expect(seen(session, scope, id)?.removed).toBe(false);
    const view = session.watchCase(scope).view.value;
    expect(view?.papers[0]?.id).toBe(id);
    expect(view?.history.slice(0, 4).map((line) => line.what)).toEqual([
      "put back a paper: ‘New name’",
      "removed a paper: ‘New name’",
      "renamed a paper: ‘New name’",
      "added a paper: ‘Old name’",
    ]);
  });

  it("stopped half-way leaves nothing", async () => {
    const stop = new AbortController();
    const before = await worker.store?.local.chunks.count();
    const outcome = await session.addPaper(
      scope,
      paper(pdf(3 * CHUNK_BYTES)),
      (done) => done > CHUNK_BYTES && stop.abort(),
      stop.signal,
    );
    expect(outcome).toEqual({ ok: false, problem: { kind: "cancelled" } });
    expect(await worker.store?.local.chunks.count()).toBe(before);
  });

  it("on a full disk is refused as that, and leaves nothing half", async () => {
    const { local } = worker.store as NonNullable<Device["store"]>;
    const before = await local.chunks.count();
    const rows = await local.blobs.count();
    const full = new DOMException("full", "QuotaExceededError");
    const put = vi.spyOn(local.chunks, "put");
    put.mockImplementationOnce((...call) => Reflect.apply(local.chunks.add, local.chunks, call) as never);
    put.mockRejectedValueOnce(full as never);
    const outcome = await session.addPaper(scope, paper(pdf(2 * CHUNK_BYTES)), quiet, NEVER);
    put.mockRestore();
    expect(outcome).toEqual({ ok: false, problem: { kind: "storage-full" } });
    expect([await local.chunks.count(), await local.blobs.count()]).toEqual([before, rows]);
  });

  it.each([
    ["empty", new Uint8Array(0), "a.pdf", "paper-empty"],
    ["a renamed program", new TextEncoder().encode("MZ program"), "a.pdf", "paper-not-what-it-says"],
    ["a page", new TextEncoder().encode("<html>"), "a.html", "paper-unsupported"],
  ] as const)("that is %s is refused, and leaves nothing", async (_, bytes, fileName, kind) => {
    const before = await worker.store?.local.blobs.count();
    const outcome = await session.addPaper(scope, paper(bytes, { fileName }), quiet, NEVER);
    expect(outcome).toEqual({ ok: false, problem: { kind } });
    expect(await worker.store?.local.blobs.count()).toBe(before);
  });

  it("of 300 MB is refused before any of it is read", async () => {
    const read = vi.fn();
    const bytes = { size: 300 * 1024 * 1024, slice: read } as unknown as Blob;
    const outcome = await session.addPaper(scope, { ...paper(pdf(1)), bytes }, quiet, NEVER);
    expect(outcome).toEqual({ ok: false, problem: { kind: "paper-too-large" } });
    expect(read).not.toHaveBeenCalled();
  });

  it("that a server changed on its way is opened by nobody", async () => {
    const bytes = pdf(CHUNK_BYTES + 9, 5);
    const id = await add(session, scope, paper(bytes));
    await session.syncNow();
    await until("its bytes", () => session.safety.value.unsentPapers === 0);
    await lead.syncNow();
    await until("its entry", () => seen(lead, scope, id) !== undefined);
    const { transport } = devices[0] as Device;
    const { getBytes } = transport;
    transport.getBytes = async (path, length) => {
      const answer = await getBytes(path, length);
      return answer.ok
        ? { ok: true, value: answer.value.with(500, 1 ^ (answer.value[500] as number)) }
        : answer;
    };
    const damaged = { ok: false, problem: { kind: "paper-damaged" } };
    expect(await lead.openPaper(scope, id, quiet, NEVER)).toEqual(damaged);
    transport.getBytes = getBytes;
    expect(await open(lead, scope, id)).toEqual(bytes);
  });

  it("is nobody's who was not let into the case", async () => {
    const stranger = await enrol(lead, server.url, profile("Stranger"), ["member"]);
    devices.push(stranger);
    const other = stranger.session as OpenSession;
    const refused = { ok: false, problem: { kind: "not-allowed" } };
    const [id] = session.watchCase(scope).view.value?.papers.map((each) => each.id) ?? [];
    expect(await other.openPaper(scope, id as PaperId, quiet, NEVER)).toEqual(refused);
    expect(await other.addPaper(scope, paper(pdf(50)), quiet, NEVER)).toEqual(refused);
    expect(await other.removePaper(scope, id as PaperId)).toEqual(refused);
  });
});
