/** Days that pass on one person's device: for its pages and for the worker that stamps what is written. */
import type { Worker } from "playwright-core";
import type { Person } from "./world.ts";
import { unlock } from "./enrol.ts";

const DAY_MS = 86_400_000;

/** Runs in the page or the worker. From then on its clock is that far ahead; timers run as before. */
function shiftClock(aheadMs: number): void {
  const kept = globalThis as { realDate?: DateConstructor };
  const Real = (kept.realDate ??= Date);
  globalThis.Date = class extends Real {
    constructor(...given: unknown[]) {
      if (given.length === 0) super(Real.now() + aheadMs);
      else super(...(given as [number]));
    }
    static override now = () => Real.now() + aheadMs;
  } as DateConstructor;
}

export type MovedClock = {
  /** So many days after the real day. The app has locked itself meanwhile, and is unlocked again. */
  moveTo(days: number): Promise<void>;
};

export function makeMovedClock(person: Person): MovedClock {
  const { page } = person;
  let aheadMs = 0;
  const shift = (worker: Worker) => worker.evaluate(shiftClock, aheadMs);
  page.on("worker", (worker) => void shift(worker).catch(() => undefined));
  return {
    async moveTo(days) {
      aheadMs = days * DAY_MS;
      await page.evaluate(shiftClock, aheadMs);
      for (const worker of page.workers()) await shift(worker);
      await page.getByText("nobody had used it for a while").waitFor({ timeout: 30_000 });
      await unlock(person);
    },
  };
}
