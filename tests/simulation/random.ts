/** One stream of randomness from one seed. Every choice of a schedule is drawn from such a stream. */
import type { Bytes } from "../../src/domain/bytes.ts";

export type Random = {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [0, below). */
  below(below: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  bytes(length: number): Bytes;
  /** A stream of its own: drawing from one does not shift the other. */
  fork(label: string): Random;
};

/** Mulberry32: 32 bits of state, good enough to choose faults with, never used for a key in the product. */
export function makeRandom(seed: number): Random {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick<T>(items: readonly T[]): T {
      if (items.length === 0) throw new RangeError("pick: nothing to choose from");
      return items[below(items.length)] as T;
    },
    bytes: (length) => Uint8Array.from({ length }, () => below(256)),
    fork: (label) =>
      makeRandom([...label].reduce((sum, each) => Math.imul(sum, 31) + each.charCodeAt(0), seed)),
  };
}
