import { describe, expect, it } from "vitest";
import { VaultLockedError } from "../../src/crypto/locked.ts";
import { createVault } from "../../src/crypto/vault.ts";
import { ensureWritten, makePartnership, PASSPHRASE, testSettings, writeChain } from "../support/vaults.ts";

describe("a vault", () => {
  it("lets a granted colleague read what was written before the grant, and nobody else", async () => {
    const { people } = await makePartnership([["coordinator"], ["referrer"], ["member"]]);
    const [, coordinator, referrer, stranger] = people;
    if (!coordinator || !referrer || !stranger) throw new Error("no people");

    const opened = ensureWritten(referrer.vault.openScope("case"));
    referrer.vault.read([opened]);
    const texts = ['{"type":"answers"}', '{"type":"submitted"}'];
    const written = writeChain(referrer.vault, opened.scope, texts);
    const grant = ensureWritten(referrer.vault.grant(opened.scope, coordinator.user, "lead"));
    const all = [...written, grant, opened];

    const read = coordinator.vault.read(all);
    expect(read.map((each) => each.outcome).toSorted()).toEqual(["member", "member", "opened", "opened"]);
    expect(read.flatMap((each) => (each.outcome === "opened" ? [each.json] : []))).toEqual(texts);
    expect(stranger.vault.read(all).some((each) => each.outcome === "opened")).toBe(false);
  });

  it("shows newcomer and co-ordinator the same six words, and other words for another person", async () => {
    const { people } = await makePartnership([["referrer"], ["referrer"]]);
    const [founder, newcomer, other] = people;
    const words = founder?.vault.checkWords(newcomer?.user as never);
    expect(words).toHaveLength(6);
    expect(newcomer?.vault.checkWords(newcomer.user)).toEqual(words);
    expect(founder?.vault.checkWords(other?.user as never)).not.toEqual(words);
  });

  it("unlocks by passphrase or recovery code, and by nothing else", async () => {
    const vault = await createVault(testSettings);
    const { identity, recoveryCode } = vault.found(["coordinator"], PASSPHRASE);
    expect(vault.unlock(identity, { passphrase: "correct horse battery stable" })).toEqual({
      ok: false,
      fault: "wrong",
    });
    expect(vault.unlock(identity, { recoveryCode: "nonsense" })).toEqual({ ok: false, fault: "not-a-code" });
    expect(vault.unlock(identity, { recoveryCode: recoveryCode.toLowerCase().replaceAll("-", " ") })).toEqual(
      { ok: true },
    );
    const renewed = vault.changePassphrase(identity, "an entirely different phrase");
    expect(vault.unlock(renewed, { passphrase: PASSPHRASE })).toEqual({ ok: false, fault: "wrong" });
    expect(
      vault.unlock(renewed, { passphrase: "An entirely  different phrase".replace("An", "an") }),
    ).toEqual({ ok: true });
  });

  it("gives a name of somebody’s own one id, on every device and after every unlocking, and nobody else the same", async () => {
    const { people } = await makePartnership([["member"]]);
    const [one, other] = people;
    if (!one || !other) throw new Error("no people");
    const ids = one.vault.ownNames(["meeting/a", "meeting/b"]);
    expect(ids).toEqual([expect.stringMatching(/^[\w-]{22}$/), expect.stringMatching(/^[\w-]{22}$/)]);
    expect(new Set([...ids, ...other.vault.ownNames(["meeting/a", "meeting/b"])]).size).toBe(4);
    const again = await createVault(testSettings);
    const { identity } = again.found(["coordinator"], PASSPHRASE);
    again.unlock(identity, { passphrase: PASSPHRASE });
    const before = again.ownNames(["meeting/a"]);
    again.lock();
    expect(() => again.ownNames(["meeting/a"])).toThrow(VaultLockedError);
    const elsewhere = await createVault(testSettings);
    elsewhere.unlock(identity, { passphrase: PASSPHRASE });
    expect(elsewhere.ownNames(["meeting/a"])).toEqual(before);
  });

  it("gives what a case names one id for everybody who reads it, unlike the name, and nobody else any", async () => {
    const { people } = await makePartnership([["coordinator"], ["member"], ["member"]]);
    const [, author, reader, stranger] = people;
    if (!author || !reader || !stranger) throw new Error("no people");
    const [one, another] = [author.vault.openScope("case"), author.vault.openScope("case")].map(
      ensureWritten,
    );
    if (!one || !another) throw new Error("no cases");
    author.vault.read([one, another]);
    const grant = ensureWritten(author.vault.grant(one.scope, reader.user, "read"));
    for (const { vault } of people) vault.read([one, another, grant]);
    const ids = author.vault.scopeNames(one.scope, ["a", "b"]);
    expect(ids).toEqual([expect.stringMatching(/^[\w-]{22}$/), expect.stringMatching(/^[\w-]{22}$/)]);
    expect(new Set(ids).size).toBe(2);
    expect(reader.vault.scopeNames(one.scope, ["a", "b"])).toEqual(ids);
    expect(stranger.vault.scopeNames(one.scope, ["a"])).toBeUndefined();
    expect(author.vault.scopeNames(another.scope, ["a"])?.[0]).not.toBe(ids?.[0]);
  });

  it("refuses an envelope whose cost was lowered", async () => {
    const vault = await createVault(testSettings);
    const { identity } = vault.found(["coordinator"], PASSPHRASE);
    const cheap = { ...identity, cost: { memoryBytes: 8 * 1024 * 1024, passes: 1 } };
    expect(vault.unlock(cheap, { passphrase: PASSPHRASE })).toEqual({ ok: false, fault: "damaged" });
  });

  it("answers nothing once locked", async () => {
    const { people } = await makePartnership([]);
    const vault = people[0]?.vault;
    vault?.lock();
    expect(() => vault?.directory()).toThrow(VaultLockedError);
    expect(vault?.unlocked).toBe(false);
  });

  it("keeps local records from being exchanged for one another", async () => {
    const { people } = await makePartnership([]);
    const vault = people[0]?.vault;
    const sealed = vault?.sealLocal("buffer", "one", "typed") as never;
    expect(vault?.openLocal("buffer", "one", sealed)).toBe("typed");
    expect(vault?.openLocal("buffer", "two", sealed)).toBeUndefined();
    expect(vault?.openLocal("views", "one", sealed)).toBeUndefined();
  });
});
