/**
 * When the server took what was submitted here, by its own clock: that counts for a deadline, and not when
 * Submit was pressed. Known to the device that sent it, which was there when the server acknowledged it.
 */
import { z } from "zod";
import type { EntryId, ScopeId } from "../domain/ids.ts";
import type { Context } from "./context.ts";
import { serverNow } from "./serverClock.ts";

const FACT = "arrivals";
/** Ids and times; the oldest go first. */
const MOST_KEPT = 500;
const Kept = z.array(z.tuple([z.string(), z.number()]));

export async function loadArrivals({ store }: Pick<Context, "store">): Promise<Map<EntryId, number>> {
  const found = Kept.safeParse((await store.local.facts.get(FACT))?.value);
  return new Map(found.success ? (found.data as [EntryId, number][]) : []);
}

/** `before` and `now`: what waits to be sent. What has gone from it without being refused has arrived. */
export async function noteArrivals(
  context: Context,
  before: ReadonlyMap<EntryId, ScopeId>,
  now: ReadonlyMap<EntryId, ScopeId>,
): Promise<void> {
  const arrived = [...before].filter(
    ([id, scope]) => !now.has(id) && !context.unsent.refused.has(id) && isSubmission(context, id, scope),
  );
  if (arrived.length === 0) return;
  for (const [id] of arrived) context.arrivals.set(id, serverNow(context));
  const value = [...context.arrivals].slice(-MOST_KEPT);
  await context.store.local.facts.put({ key: FACT, value });
}

const isSubmission = ({ library }: Context, id: EntryId, scope: ScopeId): boolean =>
  library.shelves
    .get(scope)
    ?.file.status.some((step) => step.entry === id && step.record.type === "submitted") ?? false;
