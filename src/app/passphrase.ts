/** Is a passphrase good enough? Length is what counts; no rules of composition, pasting welcome. */
import { MIN_PASSPHRASE_LENGTH, normalisePassphrase } from "../crypto/passphrase.ts";

/** Words that guessers try first, in any arrangement. */
const COMMON = [
  "password",
  "passphrase",
  "letmein",
  "welcome",
  "qwerty",
  "iloveyou",
  "administrator",
  "confer",
];
const MIN_DIFFERENT = 6;
/** What must remain once the common words, digits and spaces are gone. */
const MIN_OWN_LETTERS = 8;

/** Undefined where it is good. */
export function judgePassphrase(passphrase: string): "short" | "common" | "repeated" | undefined {
  const text = normalisePassphrase(passphrase);
  if (text.length < MIN_PASSPHRASE_LENGTH) return "short";
  const plain = text.toLowerCase();
  if (new Set(plain.replaceAll(" ", "")).size < MIN_DIFFERENT) return "repeated";
  const words = plain.split(" ");
  if (words.length > 2 && new Set(words).size === 1) return "repeated";
  let own = plain.replaceAll(/[\s\d]/g, "");
  for (const word of COMMON) own = own.replaceAll(word, "");
  return own.length < MIN_OWN_LETTERS ? "common" : undefined;
}
