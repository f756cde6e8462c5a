import { loadArrivals } from "./arrivals.ts";
import type { Context } from "./context.ts";
import { loadClockAhead } from "./serverClock.ts";

/** What the server said on earlier days, for when it cannot be reached on this one. */
export async function recallServer(context: Context): Promise<void> {
  context.aheadMs = await loadClockAhead(context.store.local, context.now());
  for (const [id, ms] of await loadArrivals(context)) context.arrivals.set(id, ms);
}
