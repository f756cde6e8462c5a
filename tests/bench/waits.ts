/** How long what a person does waits before the page hears of it, on a processor slowed to a quarter. */
import type { CDPSession, Page } from "playwright-core";
import { ratioOf, showMs, showRatio, spreadOf, table } from "./figures.ts";

/** Milliseconds, of every event that the browser was slow with at all: others waited less than it can tell. */
export type Waits = readonly number[];

const SLOWED = 4;
/** A person notices no less. */
export const NOTICED_MS = 50;

/** What waited while `work` was done. */
export async function waitsDuring(page: Page, work: () => Promise<void>): Promise<Waits> {
  await page.bringToFront();
  const throttle = await page.context().newCDPSession(page);
  await setRate(throttle, SLOWED);
  await page.evaluate(() => {
    const seen: number[] = [];
    const watching = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[])
        if (/^key|^input|^beforeinput|^pointer|^click/.test(entry.name))
          seen.push(entry.processingStart - entry.startTime);
    });
    watching.observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
    Object.assign(globalThis, { seen, watching });
  });
  await work();
  await setRate(throttle, 1);
  await throttle.detach();
  return page.evaluate(() => {
    const kept = globalThis as unknown as { seen: number[]; watching: PerformanceObserver };
    kept.watching.disconnect();
    return kept.seen;
  });
}

const setRate = (throttle: CDPSession, rate: number) =>
  throttle.send("Emulation.setCPUThrottlingRate", { rate });

const at = (waits: Waits, share: number): number =>
  waits.toSorted((a, b) => a - b)[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0;

/** Markdown: a row for each name, its rounds together; the first is what the others are compared with. */
export function waitsTable(what: string, waits: ReadonlyMap<string, readonly Waits[]>): string {
  const [base = []] = [...waits.values()];
  const most = (all: readonly Waits[]) => all.map((each) => Math.max(0, ...each));
  return table(
    [
      what,
      "95 of 100 wait at most, ms",
      "greatest wait, ms",
      "against an empty page",
      `over ${NOTICED_MS} ms`,
    ],
    [...waits].map(([name, all]) => [
      name,
      showMs(spreadOf(all.map((each) => at(each, 0.95)))),
      showMs(spreadOf(most(all))),
      showRatio(ratioOf(most(all), most(base))),
      String(all.flat().filter((wait) => wait > NOTICED_MS).length),
    ]),
  );
}
