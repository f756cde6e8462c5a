/**
 * Papers' sealed bytes on the device: what was added here until the server has all of it, and what was fetched.
 *
 * [Note: chunks first] A paper being added has a row in state `making`, then its chunks, each durable, then its
 * entry; then the row says `waiting`, for the server. A tab killed at any point leaves a whole paper, which opening
 * finds by its entry, or an orphan without one, which is cleared away.
 */
import { Dexie } from "dexie";
import type { Bytes } from "../domain/bytes.ts";
import type { Manifest } from "../domain/blob.ts";
import type { BlobId, PaperId, ScopeId } from "../domain/ids.ts";
import type { BlobRow, LocalStore } from "./localStore.ts";

/** A tab that adds a paper puts a chunk more often than this. */
const ORPHAN_MS = 10 * 60_000;

export class PaperStore {
  readonly #local: LocalStore;
  readonly #now: () => number;

  constructor(local: LocalStore, now: () => number) {
    this.#local = local;
    this.#now = now;
  }

  row(paper: PaperId): Promise<BlobRow | undefined> {
    return this.#local.blobs.get(paper);
  }

  async chunk(paper: PaperId, index: number): Promise<Bytes | undefined> {
    return (await this.#local.chunks.get([paper, index]))?.bytes;
  }

  /** Begins a paper. Nothing of it counts until `finish`. */
  async begin(paper: PaperId, scope: ScopeId): Promise<void> {
    const row = {
      paper,
      scope,
      own: true,
      state: "making",
      blob: undefined,
      manifest: [],
      sentBytes: 0,
    } as const;
    await this.#local.blobs.put({ ...row, atMs: this.#now() });
  }

  async putChunk(paper: PaperId, index: number, bytes: Bytes): Promise<void> {
    const { blobs, chunks } = this.#local;
    await this.#local.transaction("rw", [blobs, chunks], async () => {
      await chunks.put({ paper, index, bytes });
      await blobs.update(paper, { atMs: this.#now() });
    });
  }

  /** All chunks are here and have this name. Its entry is written next. */
  async name(paper: PaperId, blob: BlobId, manifest: Manifest): Promise<void> {
    await this.#local.blobs.update(paper, { blob, manifest, atMs: this.#now() });
  }

  /** Its entry is on the disk: the server is to have it. */
  async finish(paper: PaperId): Promise<void> {
    await this.#local.blobs.update(paper, { state: "waiting" });
  }

  async drop(paper: PaperId): Promise<void> {
    const { blobs, chunks } = this.#local;
    await this.#local.transaction("rw", [blobs, chunks], async () => {
      await this.#chunksOf(paper).delete();
      await blobs.delete(paper);
    });
  }

  #chunksOf(paper: PaperId) {
    return this.#local.chunks.where("[paper+index]").between([paper, Dexie.minKey], [paper, Dexie.maxKey]);
  }

  /** Finishes what a killed tab had made whole, and clears away what it had not. `hasEntry`: is known to its case. */
  async settle(hasEntry: (row: BlobRow) => boolean): Promise<void> {
    const making = await this.#local.blobs.where("state").equals("making").toArray();
    for (const row of making) {
      // Either way of a clock that was set: nothing is kept for ever.
      const old = Math.abs(this.#now() - row.atMs) > ORPHAN_MS;
      if (hasEntry(row)) await this.finish(row.paper);
      else if (old) await this.drop(row.paper);
    }
  }

  async waiting(): Promise<BlobRow[]> {
    const rows = await this.#local.blobs.where("state").equals("waiting").toArray();
    return rows.toSorted((a, b) => a.atMs - b.atMs);
  }

  async progress(paper: PaperId, sentBytes: number): Promise<void> {
    await this.#local.blobs.update(paper, { sentBytes });
  }

  async acknowledge(paper: PaperId): Promise<void> {
    await this.#local.blobs.update(paper, { state: "on-server" });
  }

  async refuse(paper: PaperId, reason: string): Promise<void> {
    // One fetched, and offered again to a server restored from a backup, is its own device's to send.
    if ((await this.row(paper))?.own) await this.#local.blobs.update(paper, { state: "refused", reason });
    else await this.drop(paper);
  }

  /** What stood in the way may be gone: access given back, room made. Once for every unlocking. */
  async retryRefused(): Promise<void> {
    await this.#local.blobs.where("state").equals("refused").modify({ state: "waiting" });
  }

  /** Another's paper is on the server, whole. What this device has of its own is not touched. */
  async noteOnServer(row: Pick<BlobRow, "paper" | "scope" | "blob" | "manifest">): Promise<void> {
    const sentBytes = row.manifest.reduce((sum, { bytes }) => sum + bytes, 0);
    const state = "on-server" as const;
    await this.#local.transaction("rw", [this.#local.blobs], async () => {
      const before = await this.row(row.paper);
      if (before && before.state !== "on-server") return;
      await this.#local.blobs.put({ ...row, own: before?.own ?? false, state, sentBytes, atMs: this.#now() });
    });
  }

  /** The server was restored from a backup: whatever is here whole is offered to it once more. */
  async offerAgain(): Promise<void> {
    for (const row of await this.#local.blobs.where("state").equals("on-server").toArray()) {
      const held = await this.#chunksOf(row.paper).count();
      if (held === row.manifest.length) await this.#local.blobs.update(row.paper, { state: "waiting" });
      // Whether the server still has it must be asked again.
      else await this.drop(row.paper);
    }
  }

  /** Frees at least so many bytes, oldest first, of what the server has; never of what it has not. */
  async makeRoom(wantedBytes: number): Promise<void> {
    const rows = await this.#local.blobs.where("state").equals("on-server").toArray();
    let freed = 0;
    for (const { paper, manifest } of rows.toSorted((a, b) => a.atMs - b.atMs)) {
      if (freed >= wantedBytes) return;
      const dropped = new Set(await this.#chunksOf(paper).primaryKeys());
      await this.#chunksOf(paper).delete();
      freed += [...dropped].reduce((sum, [, index]) => sum + (manifest[index]?.bytes ?? 0), 0);
    }
  }
}
