import { describe, expect, it, vi } from "vitest";
import type { DeviceId, PartnershipId, UserId } from "../../src/domain/ids.ts";
import { makeServerSession, type Signer } from "../../src/sync/session.ts";
import type { Answer, Transport } from "../../src/sync/transport.ts";

const NO_SESSION = { ok: false, fault: { kind: "refused", status: 401, code: "no-session" } } as const;
const OFFLINE = { ok: false, fault: { kind: "offline" } } as const;
const ID = "AAAAAAAAAAAAAAAAAAAAAA";

/** A server with one session, which it can forget; counts what it is asked. */
function makeServer() {
  const server = {
    signedIn: false,
    challenges: 0,
    proofs: [] as unknown[],
    reachable: true,
    takesProof: true,
  };
  const post = (path: string, body: unknown): Promise<Answer<unknown>> => {
    if (!server.reachable) return Promise.resolve(OFFLINE);
    if (path === "/session/challenge") {
      server.challenges += 1;
      return Promise.resolve({ ok: true, value: { version: 1, nonce: "AQID" } });
    }
    server.proofs.push(body);
    if (!server.takesProof) return Promise.resolve(NO_SESSION);
    server.signedIn = true;
    return Promise.resolve({ ok: true, value: { version: 1, nowMs: 7, idleMs: 1 } });
  };
  const unused = () => Promise.reject(new Error("not asked for here"));
  const transport = {
    post,
    get: unused,
    delete: vi.fn(() => Promise.resolve({ ok: true, value: undefined })),
    stream: () => () => undefined,
  };
  const request = vi.fn((): Promise<Answer<string>> =>
    Promise.resolve(server.signedIn ? { ok: true, value: "data" } : NO_SESSION),
  );
  return { server, transport: transport as unknown as Transport, request };
}

const signer = (sign: Signer["sign"] = (nonce) => Promise.resolve(nonce)): Signer => ({
  partnership: ID as PartnershipId,
  user: ID as UserId,
  device: ID as DeviceId,
  sign,
});

describe("a session", () => {
  it("is proven before the first request, and not again while the server knows us", async () => {
    const { server, transport, request } = makeServer();
    const session = makeServerSession(transport, signer());
    expect(await session.call(request)).toEqual({ ok: true, value: "data" });
    expect(await session.call(request)).toEqual({ ok: true, value: "data" });
    expect(request).toHaveBeenCalledTimes(2);
    expect(server.challenges).toBe(1);
    expect(server.proofs).toEqual([
      { version: 1, partnership: ID, user: ID, device: ID, nonce: "AQID", signature: "AQID" },
    ]);
    expect(session.serverNowMs).toBe(7);
  });

  it("is signed anew when the server has forgotten it, and the call made again", async () => {
    const { server, transport, request } = makeServer();
    const session = makeServerSession(transport, signer());
    await session.call(request);
    server.signedIn = false;
    expect(await session.call(request)).toEqual({ ok: true, value: "data" });
    expect(request).toHaveBeenCalledTimes(3);
    expect(server.challenges).toBe(2);
  });

  it("is signed once for all the calls that found it gone together, and again the next time", async () => {
    const { server, transport, request } = makeServer();
    const session = makeServerSession(transport, signer());
    const answers = await Promise.all([1, 2, 3].map(() => session.call(request)));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(server.challenges).toBe(1);
    expect(server.proofs).toHaveLength(1);
    server.signedIn = false;
    await session.call(request);
    expect(server.challenges).toBe(2);
  });

  it("that is refused is not tried for ever: the refusal is the answer", async () => {
    const { server, transport, request } = makeServer();
    server.takesProof = false;
    expect(await makeServerSession(transport, signer()).call(request)).toEqual(NO_SESSION);
    expect(request).toHaveBeenCalledTimes(1);
  });

  it("is not signed while locked", async () => {
    const { server, transport, request } = makeServer();
    const session = makeServerSession(
      transport,
      signer(() => Promise.resolve(undefined)),
    );
    expect(await session.call(request)).toEqual(NO_SESSION);
    expect(server.proofs).toEqual([]);
    expect(session.serverNowMs).toBeUndefined();
  });

  it("that cannot be reached leaves the fault as it is, and is tried again by the next call", async () => {
    const { server, transport, request } = makeServer();
    const session = makeServerSession(transport, signer());
    server.reachable = false;
    expect(await session.call(request)).toEqual(OFFLINE);
    server.reachable = true;
    expect((await session.call(request)).ok).toBe(true);
  });

  it("passes every other fault through without signing again", async () => {
    const { server, transport, request } = makeServer();
    const session = makeServerSession(transport, signer());
    await session.call(request);
    for (const fault of [
      { kind: "offline" },
      { kind: "not-our-server" },
      { kind: "server", status: 503 },
      { kind: "refused", status: 429, code: "too-many" },
    ] as const) {
      const answer = { ok: false, fault } as const;
      expect(await session.call(() => Promise.resolve(answer))).toEqual(answer);
    }
    expect(server.challenges).toBe(1);
  });
});
