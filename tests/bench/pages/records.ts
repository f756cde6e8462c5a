/** Made-up records of a wanted size, the same in every run: record `n` is always the same record. */

export type BenchRecord = { readonly kind: string; readonly atMs: number; readonly body: object };

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** Mulberry32: small, and the same on every machine. */
function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const vocabulary = (() => {
  const random = makeRandom(42);
  const word = () =>
    Array.from({ length: 2 + Math.floor(random() * 9) }, () => LETTERS[Math.floor(random() * 26)]).join("");
  return Array.from({ length: 3_000 }, word);
})();

function prose(random: () => number, length: number): string {
  let text = "";
  while (text.length < length) text += `${vocabulary[Math.floor(random() * vocabulary.length)]} `;
  return text.slice(0, length);
}

/** Fields as a form has them, and prose up to `bytes` of JSON. */
export function makeRecord(n: number, bytes: number): BenchRecord {
  const random = makeRandom(n * 7_919 + bytes);
  const short = (length: number) => prose(random, length);
  const body = {
    subject: { given: short(8), family: short(10), town: short(12), reference: Math.floor(random() * 1e10) },
    consent: { given: random() < 0.5, basis: short(16), agencies: [short(8), short(8), short(8)] },
    risk: { score: Math.floor(random() * 100), flags: [random() < 0.5, random() < 0.5], note: short(60) },
    actions: Array.from({ length: 3 }, () => ({ owner: short(12), done: random() < 0.5, text: short(70) })),
    narrative: "",
  };
  const record = { kind: ["referral", "consent", "action"][n % 3] ?? "", atMs: 1.7e12 + n, body };
  body.narrative = short(Math.max(0, bytes - JSON.stringify(record).length));
  return record;
}

export const makeRecords = (from: number, count: number, bytes: number): BenchRecord[] =>
  Array.from({ length: count }, (_, i) => makeRecord(from + i, bytes));
