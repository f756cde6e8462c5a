/** The primitives against other people's vectors, through the same binding and the same calls as the product. */
import { argon2Sync } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { COST_FLOOR, passphraseKey } from "../../src/crypto/passphrase.ts";
import { loadSodium } from "../../src/crypto/sodium.ts";
import { makeVerifier } from "../../src/crypto/verify.ts";
import xwing from "../vectors/xwing.json" with { type: "json" };

const sodium = await loadSodium();
const verifier = makeVerifier(sodium);
const bytes = (hex: string) => sodium.from_hex(hex);
const hex = (value: Uint8Array) => sodium.to_hex(value);

const REPOSITORY = resolve(import.meta.dirname, "../..");
const WYCHEPROOF = process.env.WYCHEPROOF_DIR ?? resolve(REPOSITORY, "../shared/vectors/wycheproof");
const FILES = {
  xchacha: "xchacha20_poly1305_test.json",
  ed25519: "ed25519_test.json",
  x25519: "x25519_test.json",
};
const present = Object.values(FILES).every((file) => existsSync(join(WYCHEPROOF, file)));

type Case = Readonly<Record<string, string>> & { readonly tcId: never };
type Group = { readonly tests: readonly Case[]; readonly publicKey?: { readonly pk: string } };

function wycheproof(file: string): { groups: readonly Group[]; count: number } {
  const read = JSON.parse(readFileSync(join(WYCHEPROOF, file), "utf8")) as {
    testGroups: readonly Group[];
    numberOfTests: number;
  };
  return { groups: read.testGroups, count: read.numberOfTests };
}

/** What a call gives, or undefined where it throws: libsodium refuses by throwing. */
function attempt<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch {
    return undefined;
  }
}

describe("Wycheproof", () => {
  if (!present) {
    it("the Wycheproof vectors are absent here, and were not run", async ({ annotate }) => {
      await annotate(
        `No vectors in ${WYCHEPROOF}. Set WYCHEPROOF_DIR to the folder that holds them.`,
        "warning",
      );
    });
    return;
  }

  it("XChaCha20-Poly1305 opens what is valid, to the byte, and refuses everything else", () => {
    const { groups, count } = wycheproof(FILES.xchacha);
    let run = 0;
    const wrong: unknown[] = [];
    for (const test of groups.flatMap((group) => group.tests)) {
      run += 1;
      const { key = "", iv = "", aad = "", msg = "", ct = "", tag = "" } = test;
      const opened = attempt(() =>
        sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
          null,
          bytes(ct + tag),
          bytes(aad),
          bytes(iv),
          bytes(key),
        ),
      );
      if (test.result === "valid") {
        const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
          bytes(msg),
          bytes(aad),
          null,
          bytes(iv),
          bytes(key),
        );
        if (!opened || hex(opened) !== msg || hex(sealed) !== ct + tag) wrong.push(test.tcId);
      } else if (opened) wrong.push(test.tcId);
    }
    expect(wrong).toEqual([]);
    expect(run).toBe(count);
  });

  it("Ed25519 says yes to the valid signatures and no to the malleable, truncated and foreign ones", () => {
    const { groups, count } = wycheproof(FILES.ed25519);
    let run = 0;
    const wrong: unknown[] = [];
    for (const { tests, publicKey } of groups) {
      for (const { tcId, msg = "", sig = "", result } of tests) {
        run += 1;
        const answer = verifier.verify(bytes(sig), bytes(msg), bytes(publicKey?.pk ?? ""));
        if (answer !== (result === "valid")) wrong.push(tcId);
      }
    }
    expect(wrong).toEqual([]);
    expect(run).toBe(count);
  });

  it("X25519 agrees on every shared secret, and refuses the public keys that would make it all zeros", () => {
    const { groups, count } = wycheproof(FILES.x25519);
    let run = 0;
    const wrong: unknown[] = [];
    for (const test of groups.flatMap((group) => group.tests)) {
      run += 1;
      const secret = attempt(() =>
        sodium.crypto_scalarmult(bytes(test.private ?? ""), bytes(test.public ?? "")),
      );
      const zeros = /^0+$/.test(test.shared ?? "");
      if (zeros ? secret !== undefined : !secret || hex(secret) !== test.shared) wrong.push(test.tcId);
    }
    expect(wrong).toEqual([]);
    expect(run).toBe(count);
  });
});

describe("X-Wing", () => {
  it("was given the three vectors of the draft", () => expect(xwing.vectors).toHaveLength(3));

  it.each(xwing.vectors)("makes the draft's keys, ciphertext and secret from seed $seed", (vector) => {
    // The same three calls as keys.ts and wrap.ts.
    const pair = sodium.crypto_kem_xwing_seed_keypair(bytes(vector.seed));
    expect(hex(pair.publicKey)).toBe(vector.pk);
    expect(hex(pair.privateKey)).toBe(vector.sk);
    const made = sodium.crypto_kem_xwing_enc_deterministic(bytes(vector.pk), bytes(vector.eseed));
    expect(hex(made.ciphertext)).toBe(vector.ct);
    expect(hex(made.sharedSecret)).toBe(vector.ss);
    expect(hex(sodium.crypto_kem_xwing_dec(bytes(vector.ct), bytes(vector.sk)))).toBe(vector.ss);
  });
});

/**
 * libsodium takes neither secret nor associated data, one lane only, and salts of 16 bytes: RFC 9106's own vector
 * cannot be put to it. Three steps stand in: Node's Argon2 (OpenSSL's) gives the RFC's tag; libsodium gives the
 * same as Node where both can answer; and libsodium verifies the reference implementation's encoded vectors.
 */
describe("Argon2id", () => {
  it("in Node gives the tag of RFC 9106, section 5.3, secret and associated data included", () => {
    const tag = argon2Sync("argon2id", {
      message: Buffer.alloc(32, 1),
      nonce: Buffer.alloc(16, 2),
      secret: Buffer.alloc(8, 3),
      associatedData: Buffer.alloc(12, 4),
      parallelism: 4,
      memory: 32,
      passes: 3,
      tagLength: 32,
    });
    expect(tag.toString("hex")).toBe("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
  });

  it("in libsodium, called as a passphrase is, gives what Node gives", () => {
    const nonce = bytes("000102030405060708090a0b0c0d0e0f");
    const message = "correct horse battery staple";
    const { memoryBytes, passes } = COST_FLOOR;
    const expected = argon2Sync("argon2id", {
      message,
      nonce,
      parallelism: 1,
      memory: memoryBytes / 1024,
      passes,
      tagLength: 32,
    });
    expect(hex(passphraseKey(sodium, message, nonce, COST_FLOOR))).toBe(expected.toString("hex"));
  });

  // P-H-C/phc-winner-argon2, src/test.c, "Argon2id, version 0x13": those whose memory is small enough for a tablet.
  it.each([
    ["password", "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"],
    ["password", "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"],
    ["password", "$argon2id$v=19$m=65536,t=1,p=1$c29tZXNhbHQ$9qWtwbpyPd3vm1rB1GThgPzZ3/ydHL92zKL+15XZypg"],
    [
      "differentpassword",
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$C4TWUs9rDEvq7w3+J4umqA32aWKB1+DSiRuBfYxFj94",
    ],
  ])("in libsodium verifies the reference implementation's tag for %s: %s", (password, encoded) => {
    expect(sodium.crypto_pwhash_str_verify(encoded, password)).toBe(true);
    expect(sodium.crypto_pwhash_str_verify(encoded, `${password}.`)).toBe(false);
  });
});
