/** What every store must do with papers' bytes. Part of storeAcceptance.ts. */
import { expect, test } from "vitest";
import type { Manifest } from "../../src/domain/blob.ts";
import { type BlobId, type ChunkHash, hashFromBytes, type ScopeId } from "../../src/domain/ids.ts";
import type { Store } from "../../src/server/store/port.ts";
import { newId, random, type TestPartnership } from "../support/entries.ts";

type World = { readonly store: Store; readonly of: TestPartnership };

const hash = <T extends BlobId | ChunkHash>() => hashFromBytes<T>(random(32));
const makeManifest = (...bytes: number[]): Manifest =>
  bytes.map((length) => ({ hash: hash<ChunkHash>(), bytes: length }));

export function paperAcceptance(world: () => World): void {
  const declare = (blob: BlobId, manifest: Manifest, scope: ScopeId) =>
    world().store.transaction(world().of.partnership, (tx) => tx.declareBlob(scope, blob, manifest));

  test("gives back a manifest as declared, and which chunks are here, in order", async () => {
    const { store, of } = world();
    const [scope, blob, manifest] = [newId<ScopeId>(), hash<BlobId>(), makeManifest(9, 8, 7)];
    await declare(blob, manifest, scope);
    const reading = store.reading(of.partnership);
    expect(await reading.blob(scope, blob)).toEqual({ manifest, held: [] });
    const chunks = [random(9), random(8), random(7)];
    for (const index of [2, 0]) {
      await store.putChunk(of.partnership, scope, blob, index, chunks[index] as Uint8Array);
    }
    expect(await reading.blob(scope, blob)).toEqual({ manifest, held: [0, 2] });
    expect(await reading.chunk(scope, blob, 2)).toEqual(chunks[2]);
    expect(await reading.chunk(scope, blob, 1)).toBeUndefined();
  });

  test("keeps the first of two manifests or chunks in one place", async () => {
    const { store, of } = world();
    const [scope, blob, manifest] = [newId<ScopeId>(), hash<BlobId>(), makeManifest(4)];
    const [first, second] = [random(4), random(4)];
    await declare(blob, manifest, scope);
    await declare(blob, makeManifest(5, 5), scope);
    for (const chunk of [first, second, first]) await store.putChunk(of.partnership, scope, blob, 0, chunk);
    const reading = store.reading(of.partnership);
    expect(await reading.blob(scope, blob)).toEqual({ manifest, held: [0] });
    expect(await reading.chunk(scope, blob, 0)).toEqual(first);
  });

  test("counts what a scope has declared, and no other scope's or partnership's", async () => {
    const { store, of } = world();
    const scope = newId<ScopeId>();
    await declare(hash<BlobId>(), makeManifest(100, 20), scope);
    await declare(hash<BlobId>(), makeManifest(3), scope);
    await declare(hash<BlobId>(), makeManifest(5000), newId<ScopeId>());
    const total = (partnership: typeof of.partnership) =>
      store.transaction(partnership, (tx) => tx.blobBytes(scope));
    expect(await total(of.partnership)).toBe(123);
    expect(await total(newId())).toBe(0);
  });

  test("shows a paper in its own scope and partnership alone", async () => {
    const { store, of } = world();
    const [scope, blob] = [newId<ScopeId>(), hash<BlobId>()];
    await declare(blob, makeManifest(4), scope);
    await store.putChunk(of.partnership, scope, blob, 0, random(4));
    const elsewhere = [store.reading(of.partnership), store.reading(newId())] as const;
    expect(await elsewhere[0].blob(newId<ScopeId>(), blob)).toBeUndefined();
    expect(await elsewhere[0].chunk(newId<ScopeId>(), blob, 0)).toBeUndefined();
    expect(await elsewhere[1].blob(scope, blob)).toBeUndefined();
    expect(await elsewhere[1].chunk(scope, blob, 0)).toBeUndefined();
  });

  test("tells of a paper once, when the last of its chunks has come", async () => {
    const { store, of } = world();
    const [scope, blob] = [newId<ScopeId>(), hash<BlobId>()];
    await declare(blob, makeManifest(4, 4), scope);
    let heard = 0;
    const told = Promise.withResolvers<void>();
    store.onChange((change) => {
      if (change?.scope !== scope) return;
      heard += 1;
      told.resolve();
    });
    const put = (index: number) => store.putChunk(of.partnership, scope, blob, index, random(4));
    await put(1);
    expect(heard).toBe(0);
    await put(0);
    await told.promise;
    await put(0);
    expect(heard).toBe(1);
  });

  test("holds a chunk of the largest size", async () => {
    const { store, of } = world();
    const [scope, blob] = [newId<ScopeId>(), hash<BlobId>()];
    const chunk = new Uint8Array(1024 * 1024 + 40).map((_, i) => i & 0xff);
    await declare(blob, makeManifest(chunk.length), scope);
    await store.putChunk(of.partnership, scope, blob, 0, chunk);
    expect(
      Buffer.compare((await store.reading(of.partnership).chunk(scope, blob, 0)) ?? chunk.slice(1), chunk),
    ).toBe(0);
  });
}
