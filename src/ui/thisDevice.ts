/** What the thing in the person's hands is called, and what time it is for the panel. */
import { createSignal, onCleanup } from "solid-js";
import type { Accessor } from "solid-js";
import type { Session } from "../app/api.ts";
import { createLive } from "./live.ts";
import { type DeviceNoun, deviceNoun } from "./words/safety.ts";

export const thisDevice = (): DeviceNoun =>
  deviceNoun(matchMedia("(pointer: coarse)").matches, Math.min(screen.width, screen.height));

/** A last moment is said to the minute. */
const TICK_MS = 30_000;

/** The server's time as this device knows it, however wrong its own clock is. Follows the clock. */
export function createServerNow(session: Session): Accessor<number> {
  const safety = createLive(session.safety);
  const [nowMs, setNowMs] = createSignal(Date.now());
  const timer = setInterval(() => setNowMs(Date.now()), TICK_MS);
  onCleanup(() => clearInterval(timer));
  return () => nowMs() - (safety().clockAheadMs ?? 0);
}
