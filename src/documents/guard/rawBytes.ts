/** Looking for words in a file that is not text. Offsets are in bytes. */

const LATIN1 = new TextDecoder("latin1");

export const latin1 = (bytes: Uint8Array, from: number, to: number): string =>
  LATIN1.decode(bytes.subarray(Math.max(0, from), Math.min(bytes.length, to)));

/** Where `word` (ASCII) next begins at or after `from`, before `to`; -1 where it does not. */
export function findWord(bytes: Uint8Array, word: string, from: number, to = bytes.length): number {
  const first = word.charCodeAt(0);
  const last = Math.min(to, bytes.length) - word.length;
  for (let at = bytes.indexOf(first, from); at >= 0 && at <= last; at = bytes.indexOf(first, at + 1)) {
    if (isWordAt(bytes, word, at)) return at;
  }
  return -1;
}

export function isWordAt(bytes: Uint8Array, word: string, at: number): boolean {
  if (at < 0 || at + word.length > bytes.length) return false;
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) return false;
  return true;
}
