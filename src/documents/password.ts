/** Makes the words that open a document. The list is BIP-39 English: 2,048 short words, none alike in four letters. */
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { PASSWORD_MAX } from "./passwordRule.ts";

/** Fills its result with unpredictable bytes; in the app, `crypto.getRandomValues`. */
export type RandomBytes = (length: number) => Uint8Array;

/** 8 words of 11 bits: 88 bits, above the 80 that this kind of file needs. */
export const PASSWORD_WORDS = 8;
const WORD_MASK = 2_047;
/** Eight words average 47 characters; a draw over 64 is rarer than one in 10,000. This many means a broken source. */
const DRAWS_MAX = 100;

/** Eight words with single spaces, at most 64 characters. Throws if the random source is stuck. */
export function makePassword(randomBytes: RandomBytes): string {
  for (let draw = 0; draw < DRAWS_MAX; draw += 1) {
    const bytes = randomBytes(PASSWORD_WORDS * 2);
    if (bytes.length !== PASSWORD_WORDS * 2) throw new Error("The random source gave the wrong length");
    const words: string[] = [];
    for (let at = 0; at < bytes.length; at += 2) {
      // 2,048 divides 65,536, so masking two bytes favours no word.
      const index = (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)) & WORD_MASK;
      words.push(wordlist[index] ?? "");
    }
    const password = words.join(" ");
    if (password.length <= PASSWORD_MAX && new Set(words).size > PASSWORD_WORDS / 2) return password;
  }
  throw new Error("The random source keeps giving the same words");
}
