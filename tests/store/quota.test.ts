/** A full disk is said to be full, in the words the person can act on, and nothing is half written. */
import { describe, expect, it, vi } from "vitest";
import { Library } from "../../src/app/library.ts";
import { problemOfError, Scribe } from "../../src/app/scribe.ts";
import { VaultLockedError } from "../../src/crypto/locked.ts";
import { createVault } from "../../src/crypto/vault.ts";
import { inThread } from "../../src/crypto/vaultPort.ts";
import { openDeviceStore } from "../../src/store/deviceStore.ts";
import { ensureWritten, PASSPHRASE, testSettings } from "../support/vaults.ts";
import { makeDisk, newProfile } from "./disks.ts";

const full = () => new DOMException("The quota has been exceeded.", "QuotaExceededError");

describe("a disk that is full", () => {
  it("refuses the write as storage-full, and the next goes through once there is room", async () => {
    const vault = await createVault(testSettings);
    const founded = vault.found(["coordinator"], PASSPHRASE);
    vault.unlock(founded.identity, { passphrase: PASSPHRASE });
    vault.read([founded.entry]);
    const opened = ensureWritten(vault.openScope("case"));
    vault.read([opened]);
    const store = await openDeviceStore(newProfile(), makeDisk());
    const port = inThread(vault);
    const onWritten = vi.fn(() => Promise.resolve());
    const scribe = new Scribe(port, store, new Library(founded.identity, port, () => undefined), onWritten);

    const put = vi.spyOn(store.local.outbox, "bulkPut").mockRejectedValueOnce(full() as never);
    const record = { type: "accepted" } as const;
    expect(await scribe.write(opened.scope, [record])).toEqual({
      ok: false,
      problem: { kind: "storage-full" },
    });
    expect(onWritten).not.toHaveBeenCalled();
    expect(await store.unsentCount()).toBe(0);
    expect(await store.placeIn(opened.scope)).toEqual({ seq: 0, hash: undefined });

    put.mockRestore();
    expect(await scribe.write(opened.scope, [record])).toEqual({ ok: true, value: undefined });
    expect(await store.unsentCount()).toBe(1);
    expect(await store.placeIn(opened.scope)).toMatchObject({ seq: 1 });
    await store.close();
  });

  it.each([
    ["the browser's own error", full()],
    [
      "one that Dexie has wrapped",
      Object.assign(new Error("aborted"), { name: "AbortError", inner: full() }),
    ],
  ])("is told from %s", (_, error) => {
    expect(problemOfError(error)).toEqual({ kind: "storage-full" });
  });

  it("is not confused with a lock, nor with a failure of another kind", () => {
    expect(problemOfError(new VaultLockedError())).toEqual({ kind: "locked" });
    for (const error of [new Error("other"), null, undefined, "text", { inner: new Error("x") }]) {
      expect(problemOfError(error)).toEqual({ kind: "storage-failed" });
    }
  });
});
