/**
 * When to lock by itself: five minutes without a touch, a minute out of sight, and whenever another tab locks.
 * Only what a person does counts: scripts, RxDB's among them, make events of their own.
 */
export type LockTimes = { readonly idleMs: number; readonly hiddenMs: number };
export const LOCK_TIMES: LockTimes = { idleMs: 5 * 60_000, hiddenMs: 60_000 };

const SIGNS_OF_LIFE = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "input"] as const;
const CHANNEL = "confer-lock";
const CHECK_MS = 5_000;

export type LockReason = "idle" | "other-tab";

/** Watches until stopped. `announce` tells the other tabs that this one locked. */
export function watchForLocking(
  lock: (reason: LockReason) => void,
  times: LockTimes,
  now: () => number,
): { announce(): void; stop(): void } {
  let seenMs = now();
  let hiddenMs: number | undefined;
  const channel = new BroadcastChannel(CHANNEL);
  const alive = (event: Event) => {
    if (event.isTrusted) seenMs = now();
  };
  const visibility = () => {
    hiddenMs = document.visibilityState === "hidden" ? now() : undefined;
    check();
  };
  const check = () => {
    const idle = now() - seenMs >= times.idleMs;
    const hidden = hiddenMs !== undefined && now() - hiddenMs >= times.hiddenMs;
    if (idle || hidden) lock("idle");
  };
  // A timer sleeps with the tablet: the check on coming back catches what it missed.
  const timer = setInterval(check, CHECK_MS);
  for (const sign of SIGNS_OF_LIFE) addEventListener(sign, alive, { passive: true, capture: true });
  document.addEventListener("visibilitychange", visibility);
  channel.addEventListener("message", () => lock("other-tab"));
  return {
    announce: () => channel.postMessage("lock"),
    stop() {
      clearInterval(timer);
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, alive, { capture: true });
      document.removeEventListener("visibilitychange", visibility);
      channel.close();
    },
  };
}
