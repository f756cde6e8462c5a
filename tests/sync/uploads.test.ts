/** Sending papers: taken up wherever it was cut, one refused holds up no other, and nothing is called sent that is not. */
import { describe, expect, it, vi } from "vitest";
import type { Manifest } from "../../src/domain/blob.ts";
import {
  type BlobId,
  type ChunkHash,
  hashFromBytes,
  idFromBytes,
  type PaperId,
  type ScopeId,
} from "../../src/domain/ids.ts";
import type { BlobLine } from "../../src/sync/blobs.ts";
import type { BlobReply } from "../../src/sync/protocol.ts";
import type { Answer, TransportFault } from "../../src/sync/transport.ts";
import { startUploads, type Upload, type UploadQueue } from "../../src/sync/uploads.ts";

const fill = (length: number, value: number) => new Uint8Array(length).fill(value);
const CHUNKS = 4;
const upload = (number: number): Upload => ({
  paper: idFromBytes<PaperId>(fill(16, number)),
  scope: idFromBytes<ScopeId>(fill(16, 99)),
  blob: hashFromBytes<BlobId>(fill(32, number)),
  manifest: Array.from({ length: CHUNKS }, (_, i) => ({
    hash: hashFromBytes<ChunkHash>(fill(32, i)),
    bytes: 10,
  })),
});

/** A server and a device's queue; `cutAt`: how many more requests get through. */
function makeWorld(uploads: Upload[]) {
  const held = new Map<BlobId, Set<number>>();
  const world = {
    cutAt: Number.POSITIVE_INFINITY,
    refusals: new Map<BlobId, TransportFault>(),
    missing: undefined as number | undefined,
    sent: [] as string[],
    waiting: [...uploads],
    progressOf: new Map<PaperId, number[]>(),
    done: [] as PaperId[],
    refused: [] as (readonly [PaperId, string])[],
    held,
  };
  const answer = (
    blob: BlobId,
    manifest: Manifest,
    change: (set: Set<number>) => void,
  ): Answer<BlobReply> => {
    if (world.cutAt-- <= 0) return { ok: false, fault: { kind: "offline" } };
    const fault = world.refusals.get(blob);
    if (fault) return { ok: false, fault };
    const set = held.get(blob) ?? new Set<number>();
    held.set(blob, set);
    change(set);
    return { ok: true, value: { version: 1, manifest: [...manifest], held: [...set] } };
  };
  const line = {
    declare: ({ blob }, manifest) => Promise.resolve(answer(blob, manifest, () => undefined)),
    send: ({ blob }, index) => {
      world.sent.push(`${blob.slice(0, 2)}/${index}`);
      return Promise.resolve(answer(blob, [], (set) => set.add(index)));
    },
    find: () => Promise.reject(new Error("not asked for here")),
    fetch: () => Promise.reject(new Error("not asked for here")),
  } satisfies BlobLine;
  const settle = ({ paper }: Upload) => {
    world.waiting = world.waiting.filter((each) => each.paper !== paper);
  };
  const queue: UploadQueue = {
    waiting: () => Promise.resolve(world.waiting),
    chunk: (_, index) => Promise.resolve(index === world.missing ? undefined : fill(10, index)),
    progress: async ({ paper }, bytes) => {
      world.progressOf.set(paper, [...(world.progressOf.get(paper) ?? []), bytes]);
    },
    done: async (each) => {
      world.done.push(each.paper);
      settle(each);
    },
    refuse: async (each, reason) => {
      world.refused.push([each.paper, reason]);
      settle(each);
    },
  };
  return { world, line, queue };
}

const rest = async (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 5 });

describe("sending papers", () => {
  it("sends every chunk once, in order, and says how far it is", async () => {
    const { world, line, queue } = makeWorld([upload(1), upload(2)]);
    startUploads(line, queue).poke();
    await rest(() => expect(world.done).toHaveLength(2));
    expect(world.sent.map((each) => each.slice(-1))).toEqual([..."01230123"]);
    expect(world.progressOf.get(upload(1).paper)).toEqual([0, 10, 20, 30, 40]);
  });

  it.each([0, 1, 2, 3, 4])("cut after %i requests takes up where the server stands", async (cut) => {
    const { world, line, queue } = makeWorld([upload(1)]);
    world.cutAt = cut;
    const uploads = startUploads(line, queue);
    uploads.poke();
    await rest(() => expect(world.cutAt).toBe(-1));
    await Promise.resolve();
    expect(world.done).toEqual([]);
    world.cutAt = Number.POSITIVE_INFINITY;
    const before = world.sent.length;
    await rest(() => {
      uploads.poke();
      expect(world.done).toEqual([upload(1).paper]);
    });
    // The one that was cut is sent again, and none that arrived.
    expect(world.sent.slice(before)).toHaveLength(CHUNKS - Math.max(0, cut - 1));
    expect(world.held.get(upload(1).blob)?.size).toBe(CHUNKS);
  });

  it.each(["too-large", "scope-full", "not-allowed", "bad-request"] as const)(
    "refused as %s is set aside with the reason, and the next goes",
    async (code) => {
      const { world, line, queue } = makeWorld([upload(1), upload(2)]);
      world.refusals.set(upload(1).blob, { kind: "refused", status: 400, code });
      startUploads(line, queue).poke();
      await rest(() => expect(world.done).toEqual([upload(2).paper]));
      expect(world.refused).toEqual([[upload(1).paper, code]]);
    },
  );

  it("not known to the server yet waits, refused by nobody, and the next goes", async () => {
    const { world, line, queue } = makeWorld([upload(1), upload(2)]);
    world.refusals.set(upload(1).blob, { kind: "refused", status: 404, code: "not-found" });
    startUploads(line, queue).poke();
    await rest(() => expect(world.done).toEqual([upload(2).paper]));
    expect(world.refused).toEqual([]);
    expect(world.waiting).toEqual([upload(1)]);
  });

  it("with a chunk lost from the device is never called sent", async () => {
    const { world, line, queue } = makeWorld([upload(1)]);
    world.missing = 2;
    startUploads(line, queue).poke();
    await rest(() => expect(world.refused).toEqual([[upload(1).paper, "lost"]]));
    expect(world.done).toEqual([]);
  });

  it("stops between two chunks when told to, and starts no more", async () => {
    const { world, line, queue } = makeWorld([upload(1)]);
    const uploads = startUploads(line, queue);
    uploads.poke();
    await uploads.stop();
    const sent = world.sent.length;
    expect(sent).toBeLessThan(CHUNKS);
    uploads.poke();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(world.sent).toHaveLength(sent);
    expect(world.done).toEqual([]);
  });

  it("goes on after a disk that failed once", async () => {
    const { world, line, queue } = makeWorld([upload(1)]);
    const chunk = vi.spyOn(queue, "chunk").mockRejectedValueOnce(new Error("disk"));
    const uploads = startUploads(line, queue);
    uploads.poke();
    await rest(() => expect(chunk).toHaveBeenCalled());
    await rest(() => {
      uploads.poke();
      expect(world.done).toEqual([upload(1).paper]);
    });
  });
});
