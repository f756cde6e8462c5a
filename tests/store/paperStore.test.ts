/** Papers' bytes on the device: whole or not at all after a kill, and never dropped before the server has them. */
import { afterEach, describe, expect, it } from "vitest";
import {
  type BlobId,
  type ChunkHash,
  hashFromBytes,
  idFromBytes,
  type PaperId,
} from "../../src/domain/ids.ts";
import { LocalStore } from "../../src/store/localStore.ts";
import { PaperStore } from "../../src/store/paperStore.ts";
import { makeDisk, newProfile, scopeId } from "./disks.ts";

const fill = (length: number, value: number) => new Uint8Array(length).fill(value);
const paperId = (value: number) => idFromBytes<PaperId>(fill(16, value));
const blobId = (value: number) => hashFromBytes<BlobId>(fill(32, value));
const SIZE = 10;
const manifest = [0, 1].map((i) => ({ hash: hashFromBytes<ChunkHash>(fill(32, i)), bytes: SIZE }));
const scope = scopeId(1);

const open: LocalStore[] = [];
afterEach(() => open.splice(0).forEach((each) => each.close()));

async function makeWorld() {
  const [profile, disk] = [newProfile(), makeDisk()];
  const world = { nowMs: 1_000_000 };
  const openOn = async () => {
    const local = new LocalStore(profile, disk.dexie);
    await local.open();
    open.push(local);
    return { local, papers: new PaperStore(local, () => world.nowMs) };
  };
  return { world, openOn, ...(await openOn()) };
}
type Papers = Awaited<ReturnType<typeof makeWorld>>["papers"];

async function make(papers: Papers, value: number, upTo: "begun" | "chunks" | "named" | "finished") {
  const paper = paperId(value);
  await papers.begin(paper, scope);
  if (upTo === "begun") return paper;
  for (const index of manifest.keys()) await papers.putChunk(paper, index, fill(SIZE, value));
  if (upTo === "chunks") return paper;
  await papers.name(paper, blobId(value), manifest);
  if (upTo === "finished") await papers.finish(paper);
  return paper;
}

describe("a tab killed while a paper is added", () => {
  it.each(["begun", "chunks", "named"] as const)(
    "at %s leaves an orphan, which is cleared away",
    async (upTo) => {
      const { world, papers, openOn } = await makeWorld();
      const paper = await make(papers, 1, upTo);
      const again = await openOn();
      await again.papers.settle(() => false);
      // Another tab may be adding it this minute.
      expect(await again.papers.row(paper)).toMatchObject({ state: "making" });
      world.nowMs += 11 * 60_000;
      await again.papers.settle(() => false);
      expect(await again.papers.row(paper)).toBeUndefined();
      expect(await again.local.chunks.count()).toBe(0);
    },
  );

  it("after its entry was written leaves a whole paper, which is sent", async () => {
    const { papers, openOn } = await makeWorld();
    const paper = await make(papers, 1, "named");
    expect(await papers.waiting()).toEqual([]);
    const again = await openOn();
    await again.papers.settle((row) => row.paper === paper && row.blob === blobId(1));
    expect(await again.papers.waiting()).toMatchObject([{ paper, blob: blobId(1), manifest }]);
    expect(await again.papers.chunk(paper, 1)).toEqual(fill(SIZE, 1));
  });

  it("is cleared away though the clock was set back since", async () => {
    const { world, papers } = await makeWorld();
    const paper = await make(papers, 1, "chunks");
    world.nowMs -= 11 * 60_000;
    await papers.settle(() => false);
    expect(await papers.row(paper)).toBeUndefined();
  });
});

describe("room on the device", () => {
  it("is made of what the server has, oldest first, and never of what it has not", async () => {
    const { world, papers, local } = await makeWorld();
    const [waiting, refused, old, young] = [1, 2, 3, 4].map((value) => paperId(value)) as PaperId[];
    for (const value of [1, 2, 3, 4]) {
      world.nowMs += 1;
      await make(papers, value, "finished");
    }
    await papers.refuse(refused as PaperId, "scope-full");
    for (const paper of [old, young]) await papers.acknowledge(paper as PaperId);
    await papers.makeRoom(1);
    const held = async (paper: PaperId | undefined) =>
      (await papers.chunk(paper as PaperId, 0)) !== undefined;
    expect([await held(old), await held(young)]).toEqual([false, true]);
    await papers.makeRoom(1_000_000);
    expect([await held(young), await held(waiting), await held(refused)]).toEqual([false, true, true]);
    expect(await local.chunks.count()).toBe(4);
    expect(await papers.row(old as PaperId)).toMatchObject({ state: "on-server", manifest });
  });
});

describe("a server restored from a backup", () => {
  it("is offered again whatever is here whole, and asked again about the rest", async () => {
    const { papers } = await makeWorld();
    const mine = await make(papers, 1, "finished");
    const dropped = await make(papers, 2, "finished");
    await papers.acknowledge(dropped);
    await papers.makeRoom(1);
    await papers.acknowledge(mine);
    await papers.offerAgain();
    expect((await papers.waiting()).map((row) => row.paper)).toEqual([mine]);
    expect(await papers.row(dropped)).toBeUndefined();
  });

  it("that will not have another's paper from here leaves no refusal behind", async () => {
    const { papers } = await makeWorld();
    const paper = paperId(5);
    await papers.noteOnServer({ paper, scope, blob: blobId(5), manifest });
    for (const index of manifest.keys()) await papers.putChunk(paper, index, fill(SIZE, 5));
    await papers.offerAgain();
    expect(await papers.waiting()).toHaveLength(1);
    await papers.refuse(paper, "not-allowed");
    expect(await papers.row(paper)).toBeUndefined();
  });
});

describe("what the server is known to have", () => {
  it("never says so of a paper that is still to be sent from here", async () => {
    const { papers } = await makeWorld();
    const paper = await make(papers, 1, "finished");
    await papers.noteOnServer({ paper, scope, blob: blobId(9), manifest });
    expect(await papers.row(paper)).toMatchObject({ state: "waiting", blob: blobId(1) });
  });
});
