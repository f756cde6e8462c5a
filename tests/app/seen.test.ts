/** When a server counts as restored from a backup, and when answers have only crossed on the way. */
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { beforeEach, describe, expect, it } from "vitest";
import { Seen } from "../../src/app/seen.ts";
import type { EntryId, ScopeId } from "../../src/domain/ids.ts";
import { LocalStore } from "../../src/store/localStore.ts";
import type { PullReply } from "../../src/sync/protocol.ts";
import type { Pushed } from "../../src/sync/replicate.ts";

const id = (n: number) => `entry-${n}` as EntryId;
const stored = (n: number): Pushed => ({
  id: id(n),
  scope: "scope" as ScopeId,
  entry: "",
  result: { outcome: "stored", seq: n },
});
const reply = (latest: number, ...seqs: number[]): PullReply => ({
  version: 1,
  entries: seqs.map((seq) => ({ id: id(seq), scope: "scope" as ScopeId, entry: "", seq })),
  checkpoint: null,
  latest,
});

describe("a server that answers", () => {
  let seen: Seen;
  beforeEach(() => {
    seen = new Seen(new LocalStore("seen", { indexedDB: new IDBFactory(), IDBKeyRange }));
  });

  it("has not gone back because a push was acknowledged while a pull was on its way", async () => {
    const asked = await seen.beforePull();
    await seen.afterPush([stored(11), stored(12)]);
    expect(await seen.afterPull(asked, reply(10, 9, 10), true)).toBe(true);
    const next = await seen.beforePull();
    expect(await seen.afterPull(next, reply(12, 11, 12), true)).toBe(true);
  });

  it("has not gone back where the same entry is noted by a push and a pull at one moment", async () => {
    const asked = await seen.beforePull();
    await Promise.all([seen.afterPush([stored(5)]), seen.afterPull(asked, reply(5, 5), true)]);
    expect(await seen.afterPull(await seen.beforePull(), reply(5), true)).toBe(true);
  });

  it("has gone back where it has less than it had before it was asked, or lacks what it acknowledged", async () => {
    await seen.afterPush([stored(7)]);
    expect(await seen.afterPull(await seen.beforePull(), reply(6), true)).toBe(false);
    expect(await seen.afterPull(await seen.beforePull(), reply(9, 8), true)).toBe(false);
  });
});
