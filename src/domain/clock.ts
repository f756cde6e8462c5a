/**
 * The hybrid logical clock that stamps entries: wall time, kept ahead of every stamp already seen, so that
 * what was written after reading something sorts after it even where a tablet's clock is wrong.
 */

/** `ms` since 1970 and a counter within that millisecond. */
export type Stamp = { readonly ms: number; readonly counter: number };

/** A stamp from further ahead than this is clamped by readers and flagged. */
export const FUTURE_LIMIT_MS = 10 * 60_000;
export const MAX_MS = 2 ** 48 - 1;
export const MAX_COUNTER = 0xffff;

export function compareStamps(a: Stamp, b: Stamp): number {
  return a.ms - b.ms || a.counter - b.counter;
}

export type HybridClock = {
  /** The next stamp: later than every one given or observed before. */
  tick(): Stamp;
  /** Takes note of another device's stamp. One from the far future is not followed. */
  observe(stamp: Stamp): void;
  /**
   * Takes up from this device's own earlier stamp, however far ahead: after a clock was set back, what a person
   * writes now must still come after what they wrote before.
   */
  follow(stamp: Stamp): void;
  /** The last stamp given, observed or followed. */
  latest(): Stamp;
};

export function createClock(now: () => number, last: Stamp = { ms: 0, counter: 0 }): HybridClock {
  let latest = last;
  return {
    tick() {
      const ms = Math.min(MAX_MS, Math.max(0, Math.floor(now())));
      if (ms > latest.ms) latest = { ms, counter: 0 };
      else if (latest.counter < MAX_COUNTER) latest = { ms: latest.ms, counter: latest.counter + 1 };
      else latest = { ms: latest.ms + 1, counter: 0 };
      return latest;
    },
    observe(stamp) {
      if (stamp.ms > now() + FUTURE_LIMIT_MS) return;
      if (compareStamps(stamp, latest) > 0) latest = stamp;
    },
    follow(stamp) {
      if (compareStamps(stamp, latest) > 0) latest = stamp;
    },
    latest: () => latest,
  };
}
