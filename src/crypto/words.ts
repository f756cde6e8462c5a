/** Hashes as words that two people can read to each other by telephone. Source: docs/protocol.md section 4. */
import { wordlist } from "@scure/bip39/wordlists/english.js";

const BITS_PER_WORD = 11n;

/** The first `count` × 11 bits of `bytes` as words of the BIP-39 English list. */
export function toWords(bytes: Uint8Array, count: number): readonly string[] {
  const value = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const bits = BigInt(bytes.length) * 8n;
  if (bits < BITS_PER_WORD * BigInt(count)) throw new RangeError("toWords: not enough bytes");
  return Array.from({ length: count }, (_, i) => {
    const shift = bits - BITS_PER_WORD * BigInt(i + 1);
    return wordlist[Number((value >> shift) & 2047n)] as string;
  });
}
