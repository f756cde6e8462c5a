/**
 * How far this device's clock is ahead of the server's. The server says its time at every sign-in; between
 * sign-ins, and offline, the last word is kept. Deadlines are counted by the server's time. [GAP-14]
 */
import { z } from "zod";
import type { LocalStore } from "../store/localStore.ts";

const FACT = "server-clock";
const Witnessed = z.looseObject({ aheadMs: z.number(), deviceMs: z.number() });

/**
 * Undefined where the server never said. Also where the device's clock has gone back since: somebody set it
 * right, or wrong in another way, and what was kept is about neither.
 */
export async function loadClockAhead(local: LocalStore, nowMs: number): Promise<number | undefined> {
  const found = Witnessed.safeParse((await local.facts.get(FACT))?.value);
  return found.success && nowMs >= found.data.deviceMs ? found.data.aheadMs : undefined;
}

/** Keeps what the server has just said, and answers how far this device is ahead: negative when behind. */
export async function witnessClock(local: LocalStore, serverMs: number, nowMs: number): Promise<number> {
  const aheadMs = nowMs - serverMs;
  await local.facts.put({ key: FACT, value: { aheadMs, deviceMs: nowMs } });
  return aheadMs;
}

/** The server's time as this device knows it. */
export const serverNow = (of: { readonly now: () => number; readonly aheadMs: number | undefined }): number =>
  of.now() - (of.aheadMs ?? 0);
