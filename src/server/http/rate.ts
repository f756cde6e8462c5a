/** Token buckets: so many at once, so many a second after that, per key. */

export type Rate = { readonly burst: number; readonly perSecond: number };
export type Limiter = { take(key: string): boolean };

/** At most this many keys are remembered, so that a flood of addresses cannot fill the memory. */
const MAX_KEYS = 20_000;

export function createLimiter({ burst, perSecond }: Rate, now: () => number): Limiter {
  const buckets = new Map<string, { tokens: number; atMs: number }>();
  return {
    take(key) {
      const nowMs = now();
      const bucket = buckets.get(key) ?? { tokens: burst, atMs: nowMs };
      const gained = (Math.max(0, nowMs - bucket.atMs) / 1000) * perSecond;
      const tokens = Math.min(burst, bucket.tokens + gained);
      const allowed = tokens >= 1;
      // Re-inserted, so that the first key is always the one unused for longest.
      buckets.delete(key);
      buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, atMs: nowMs });
      const [oldest] = buckets.keys();
      if (buckets.size > MAX_KEYS && oldest !== undefined) buckets.delete(oldest);
      return allowed;
    },
  };
}

/** One household or office of IPv6 addresses counts as one: its holder has 2⁶⁴ of them. */
export function addressKey(address: string): string {
  if (!address.includes(":") || address.includes(".")) return address;
  const [start = "", end = ""] = address.split("::");
  const left = start.split(":").filter(Boolean);
  const right = end.split(":").filter(Boolean);
  const middle = address.includes("::") ? Array<string>(8 - left.length - right.length).fill("0") : [];
  return [...left, ...middle, ...right].slice(0, 4).join(":");
}
