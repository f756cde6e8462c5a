/** Every way of spoiling an entry that the threat list names, as fast-check values. Source: docs/protocol.md section 2. */
import fc from "fast-check";
import type { SigningKey } from "../../src/crypto/keys.ts";
import { sign } from "../../src/crypto/seal.ts";
import type { Sodium } from "../../src/crypto/sodium.ts";
import { type Bytes, concat, u32 } from "../../src/domain/bytes.ts";
import { idBytes } from "../../src/domain/ids.ts";
import { fields } from "../../src/domain/bytes.ts";
import type { Actor } from "./world.ts";

/** The parts of the header by name: where each begins and ends. */
export const HEADER_PARTS = {
  magic: [0, 4],
  suite: [4, 5],
  kind: [5, 6],
  partnership: [6, 22],
  scope: [22, 38],
  id: [38, 54],
  epoch: [54, 58],
  author: [58, 74],
  device: [74, 90],
  authorSeq: [90, 94],
  prev: [94, 126],
  head: [126, 158],
  directory: [158, 190],
  at: [190, 198],
} as const;
export type HeaderPart = keyof typeof HEADER_PARTS;

const HEADER = 198;
const BODY = 226;
const TAIL = 96;

/** An entry as four loose pieces, however spoilt. */
export type Pieces = {
  readonly header: Bytes;
  readonly nonce: Bytes;
  readonly body: Bytes;
  readonly commitment: Bytes;
  readonly signature: Bytes;
};

export const takeApart = (bytes: Bytes): Pieces => ({
  header: bytes.slice(0, HEADER),
  nonce: bytes.slice(HEADER, HEADER + 24),
  body: bytes.slice(BODY, bytes.length - TAIL),
  commitment: bytes.slice(bytes.length - TAIL, bytes.length - 64),
  signature: bytes.slice(bytes.length - 64),
});

export const putTogether = ({ header, nonce, body, commitment, signature }: Pieces): Bytes =>
  concat(header, nonce, u32(body.length), body, commitment, signature);

export const resign = (sodium: Sodium, pieces: Pieces, key: SigningKey): Pieces => ({
  ...pieces,
  signature: sign(
    sodium,
    fields("confer/1/sign", pieces.header, pieces.nonce, pieces.body, pieces.commitment),
    key,
  ),
});

export function withPart(header: Bytes, part: HeaderPart, value: Uint8Array): Bytes {
  const changed = header.slice();
  changed.set(value, HEADER_PARTS[part][0]);
  return changed;
}

const partOf = (header: Bytes, part: HeaderPart) => header.slice(...HEADER_PARTS[part]);

export type Mutant =
  | { readonly how: "flip"; readonly of: number; readonly at: number; readonly bit: number }
  | { readonly how: "cut"; readonly of: number; readonly bytes: number }
  | { readonly how: "extend"; readonly of: number; readonly by: Uint8Array }
  | {
      readonly how: "swap-parts";
      readonly of: number;
      readonly with: number;
      readonly parts: readonly HeaderPart[];
      readonly signer: number | undefined;
    }
  | {
      readonly how: "swap-pieces";
      readonly of: number;
      readonly with: number;
      readonly pieces: readonly Exclude<keyof Pieces, "header">[];
      readonly signer: number | undefined;
    }
  | {
      readonly how: "set-part";
      readonly of: number;
      readonly part: HeaderPart;
      readonly value: number;
      readonly signer: number | undefined;
    }
  /** Another person puts their own name and device on somebody's entry, and signs it as theirs. */
  | { readonly how: "claim"; readonly of: number; readonly signer: number };

export function mutants(entries: number, signers: number): fc.Arbitrary<Mutant> {
  const of = fc.nat(entries - 1);
  const signer = fc.option(fc.nat(signers - 1), { nil: undefined });
  const parts = Object.keys(HEADER_PARTS) as HeaderPart[];
  const pieces = ["nonce", "body", "commitment", "signature"] as const;
  return fc.oneof(
    fc.record({ how: fc.constant("flip" as const), of, at: fc.nat(2_000), bit: fc.nat(7) }),
    fc.record({ how: fc.constant("cut" as const), of, bytes: fc.integer({ min: 1, max: 400 }) }),
    fc.record({
      how: fc.constant("extend" as const),
      of,
      by: fc.uint8Array({ minLength: 1, maxLength: 64 }),
    }),
    fc.record({
      how: fc.constant("swap-parts" as const),
      of,
      with: of,
      parts: fc.subarray(parts, { minLength: 1 }),
      signer,
    }),
    fc.record({
      how: fc.constant("swap-pieces" as const),
      of,
      with: of,
      pieces: fc.subarray([...pieces], { minLength: 1 }),
      signer,
    }),
    fc.record({
      how: fc.constant("set-part" as const),
      of,
      part: fc.constantFrom(...parts),
      value: fc.nat(255),
      signer,
    }),
    fc.record({ how: fc.constant("claim" as const), of, signer: fc.nat(signers - 1) }),
  );
}

/** The spoilt bytes. A signer is whoever signs anew, with their own key and whatever the header says. */
export function make(
  sodium: Sodium,
  mutant: Mutant,
  originals: readonly Bytes[],
  signers: readonly Actor[],
): Bytes {
  const bytes = originals[mutant.of] as Bytes;
  const pieces = takeApart(bytes);
  const signed = (changed: Pieces, signer: number | undefined) =>
    putTogether(signer === undefined ? changed : resign(sodium, changed, (signers[signer] as Actor).signing));
  switch (mutant.how) {
    case "flip": {
      const flipped = bytes.slice();
      const at = mutant.at % bytes.length;
      flipped[at] = (flipped[at] as number) ^ (1 << mutant.bit);
      return flipped;
    }
    case "cut":
      return bytes.slice(0, bytes.length - mutant.bytes);
    case "extend":
      return concat(bytes, mutant.by);
    case "swap-parts": {
      const other = takeApart(originals[mutant.with] as Bytes);
      const header = mutant.parts.reduce(
        (made, part) => withPart(made, part, partOf(other.header, part)),
        pieces.header,
      );
      return signed({ ...pieces, header }, mutant.signer);
    }
    case "swap-pieces": {
      const other = takeApart(originals[mutant.with] as Bytes);
      const taken = Object.fromEntries(mutant.pieces.map((name) => [name, other[name]]));
      return signed({ ...pieces, ...taken }, mutant.pieces.includes("signature") ? undefined : mutant.signer);
    }
    case "set-part": {
      const part = partOf(pieces.header, mutant.part);
      part[part.length - 1] = mutant.value;
      return signed({ ...pieces, header: withPart(pieces.header, mutant.part, part) }, mutant.signer);
    }
    case "claim": {
      const by = signers[mutant.signer] as Actor;
      const named = withPart(pieces.header, "author", idBytes(by.keys.user));
      const header = withPart(named, "device", idBytes(by.keys.device));
      return signed({ ...pieces, header }, mutant.signer);
    }
  }
}
