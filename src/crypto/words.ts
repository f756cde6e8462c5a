/** Hashes as words that two people can read to each other by telephone. Source: docs/protocol.md section 4. */
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { CROCKFORD } from "./crockford.ts";

const BITS_PER_WORD = 11n;
const CODE_CHARACTERS = 16;
const BITS_PER_CHARACTER = 5n;

/** The first `count` × 11 bits of `bytes` as words of the BIP-39 English list. */
export const toWords = (bytes: Uint8Array, count: number): readonly string[] =>
  firstBits(bytes, count, BITS_PER_WORD).map((at) => wordlist[at] as string);

/** The first 80 bits of `bytes` as letters and digits to type, in groups of four: "3F7K-…". */
export function shortCode(bytes: Uint8Array): string {
  const code = firstBits(bytes, CODE_CHARACTERS, BITS_PER_CHARACTER).map((at) => CROCKFORD[at]);
  return code.join("").replaceAll(/(.{4})(?=.)/g, "$1-");
}

/** `count` numbers of `size` bits each, from the start. */
function firstBits(bytes: Uint8Array, count: number, size: bigint): number[] {
  const value = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const bits = BigInt(bytes.length) * 8n;
  if (bits < size * BigInt(count)) throw new RangeError("firstBits: not enough bytes");
  return Array.from({ length: count }, (_, at) =>
    Number((value >> (bits - size * BigInt(at + 1))) & ((1n << size) - 1n)),
  );
}
