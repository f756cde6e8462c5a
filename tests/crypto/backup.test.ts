/** The backup file at the level of bytes: what is sealed, what is bound to what, who opens it. */
import { beforeAll, describe, expect, it } from "vitest";
import { encodeBackupHead, PART_BYTES, parseBackupHead, parsePreface } from "../../src/crypto/backup.ts";
import { VaultLockedError } from "../../src/crypto/locked.ts";
import { createVault, type Vault } from "../../src/crypto/vault.ts";
import type { Bytes } from "../../src/domain/bytes.ts";
import { makePartnership, PASSPHRASE, type Person, testSettings } from "../support/vaults.ts";

const filled = (byte: number): Bytes => new Uint8Array(PART_BYTES).fill(byte);
const flipped = (bytes: Bytes, at: number): Bytes => bytes.with(at, (bytes[at] as number) ^ 1);

describe("a backup file", () => {
  let person: Person;
  let other: Person;
  let chain: Bytes[];
  let head: Bytes;
  let parts: Bytes[];
  let reader: Vault;

  beforeAll(async () => {
    const made = await makePartnership([["referrer"], ["referrer"]]);
    [, person, other] = made.people as [Person, Person, Person];
    chain = made.chain.map(({ bytes }) => bytes);
    const { vault, identity } = person;
    head = vault.beginBackup(identity);
    parts = [0, 1, 2].map((index) =>
      vault.sealBackupPart({ head, index, last: index === 2 }, filled(index + 65)),
    );
    reader = await createVault(testSettings);
    expect(reader.openBackup(head, { passphrase: PASSPHRASE })).toEqual({ ok: true });
  });

  const open = (index: number, last: boolean, sealed: Bytes, of = head) =>
    reader.openBackupPart({ head: of, index, last }, sealed);

  it("opens part by part in a vault where nobody is unlocked", () => {
    expect(open(0, false, parts[0] as Bytes)).toEqual(filled(65));
    expect(open(2, true, parts[2] as Bytes)).toEqual(filled(67));
    expect(reader.unlocked).toBe(false);
  });

  it("opens by the recovery code too, and by no other passphrase, code or person's secret", async () => {
    const vault = await createVault(testSettings);
    const { identity, recoveryCode } = vault.found(["coordinator"], PASSPHRASE);
    vault.unlock(identity, { passphrase: PASSPHRASE });
    const own = vault.beginBackup(identity);
    const second = await createVault(testSettings);
    expect(second.openBackup(own, { recoveryCode })).toEqual({ ok: true });
    expect(second.openBackup(own, { passphrase: "correct horse battery stable" })).toMatchObject({
      fault: "wrong",
    });
    expect(second.openBackup(head, { recoveryCode })).toMatchObject({ fault: "wrong" });
    expect(second.openBackup(head, { recoveryCode: "none" })).toMatchObject({ fault: "not-a-code" });
  });

  it("shows a part cut off, swapped, repeated, put last or taken from another file", () => {
    const [first, second, last] = parts as [Bytes, Bytes, Bytes];
    expect(open(1, true, second)).toBeUndefined();
    expect(open(2, false, last)).toBeUndefined();
    expect(open(0, false, second)).toBeUndefined();
    expect(open(1, false, first)).toBeUndefined();
    expect(open(0, false, first.subarray(0, first.length - 1))).toBeUndefined();
    const otherHead = person.vault.beginBackup(person.identity);
    const foreign = person.vault.sealBackupPart({ head: otherHead, index: 0, last: false }, filled(65));
    expect(open(0, false, foreign)).toBeUndefined();
    expect(open(0, false, first, otherHead)).toBeUndefined();
  });

  it("shows any bit changed: in the nonce, the text, the tag, and anywhere in the head", () => {
    const [first] = parts as [Bytes];
    for (const at of [0, 23, 24, 5_000, first.length - 17, first.length - 1]) {
      expect(open(0, false, flipped(first, at)), `part at ${at}`).toBeUndefined();
    }
    for (let at = 9; at < head.length; at++) {
      const changed = flipped(head, at);
      // A head that still reads as one is another head: no part is bound to it.
      if (parseBackupHead(changed)) expect(open(0, false, first, changed), `head at ${at}`).toBeUndefined();
    }
  });

  it("tells a newer version, something else, and a head that is too long apart", () => {
    expect(parsePreface(head)).toBe(head.length - 9);
    expect(parsePreface(head.with(4, 2))).toBe("newer");
    expect(parsePreface(head.with(4, 0))).toBe("damaged");
    expect(parsePreface(head.with(6, 255))).toBe("damaged");
    expect(parsePreface(new TextEncoder().encode("<!doctype html>"))).toBe("not-a-backup");
    expect(parsePreface(new Uint8Array(0))).toBe("not-a-backup");
  });

  it("reads its head back as it was written, with a door that was shut by wrong passphrases", () => {
    const read = parseBackupHead(head);
    expect(read?.identity).toEqual(person.identity);
    const shut = { ...person.identity, byPassphrase: "" };
    const again = parseBackupHead(
      encodeBackupHead({ fileId: new Uint8Array(32), madeMs: 5, identity: shut }),
    );
    expect(again).toMatchObject({ madeMs: 5, identity: shut });
  });

  it("makes a device of the same person that everybody accepts, and that is another than the old one", () => {
    const made = reader.makeDevice(PASSPHRASE);
    expect(made.identity.user).toBe(person.user);
    expect(made.identity.device).not.toBe(person.identity.device);
    expect(made.identity.seeds).not.toBe(person.identity.seeds);
    const announced = reader.announceDevice(chain);
    if (!announced.ok || !announced.entry) throw new Error("not announced");
    expect(other.vault.read([announced.entry])).toMatchObject([{ outcome: "member" }]);
    const devices = other.vault.directory()?.users.find(({ user }) => user === person.user)?.devices;
    expect(devices?.map(({ device }) => device)).toEqual([person.identity.device, made.identity.device]);
    expect(reader.announceDevice([...chain, announced.entry.bytes])).toEqual({ ok: true, entry: undefined });
  });

  it("asks a server that never heard of the device, or shows another chain, for nothing", async () => {
    reader.makeDevice(PASSPHRASE);
    const stranger = await makePartnership([]);
    const theirs = stranger.chain.map(({ bytes }) => bytes);
    expect(reader.announceDevice(theirs)).toEqual({ ok: false, fault: "bad-chain" });
    expect(reader.announceDevice(chain.slice(0, 1))).toEqual({ ok: false, fault: "unknown-here" });
  });

  it("gives nothing once it is closed, or once the vault is locked", () => {
    reader.closeBackup();
    expect(() => open(0, false, parts[0] as Bytes)).toThrow(VaultLockedError);
    reader.openBackup(head, { passphrase: PASSPHRASE });
    reader.lock();
    expect(() => open(0, false, parts[0] as Bytes)).toThrow(VaultLockedError);
    const locked = person.vault;
    locked.lock();
    expect(() => locked.sealBackupPart({ head, index: 0, last: true }, filled(1))).toThrow(VaultLockedError);
  });
});
