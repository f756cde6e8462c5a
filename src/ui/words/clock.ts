/** A device's clock that disagrees with the server's, in words. */
import type { DeviceNoun } from "./safety.ts";

/** Less than this is nothing to speak of. */
const TOLERATED_MS = 10 * 60_000;
const STEPS = [
  ["year", 365 * 86_400_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** "This tablet’s clock is 1 year ahead. Deadlines use the server’s time." Undefined while they agree. */
export function clockWords(aheadMs: number | undefined, device: DeviceNoun): string | undefined {
  if (aheadMs === undefined || Math.abs(aheadMs) <= TOLERATED_MS) return undefined;
  const off = Math.abs(aheadMs);
  const [unit, length] = STEPS.find(([, ms]) => off >= ms) ?? STEPS[3];
  const count = Math.floor(off / length);
  const way = aheadMs > 0 ? "ahead" : "behind";
  return `This ${device}’s clock is ${count} ${unit}${count === 1 ? "" : "s"} ${way}. Deadlines use the server’s time.`;
}
