/** Where the case that is open stands among those that wait, for whoever decides. */
import { createEffect, createMemo, createSignal, on } from "solid-js";
import type { Accessor } from "solid-js";
import type { CaseSummary, Session } from "../../app/api.ts";
import { createLive } from "../live.ts";
import type { OpenCase } from "./CaseGate.tsx";
import { isWaiting, NOWHERE, type PlaceInQueue, placeInQueue, queueWith } from "./queue.ts";

export type Deciding = {
  /** It waits for this person's decision, or was decided during this visit. */
  readonly shown: Accessor<boolean>;
  /** Decided during this visit: whoever reads a decided case is not hurried on. */
  readonly left: Accessor<boolean>;
  readonly place: Accessor<PlaceInQueue>;
  /** All that wait, in the order in which they are worked through. */
  readonly queue: Accessor<readonly CaseSummary[]>;
};

export function createDeciding(session: Session, open: OpenCase): Deciding {
  const cases = createLive(session.cases);
  const place = createMemo<PlaceInQueue>((before) => placeInQueue(cases(), open.scope, before), NOWHERE);
  const queue = createMemo(() => queueWith(cases(), open.scope));
  const waits = createMemo(() => isWaiting(open.view().summary));
  const [left, setLeft] = createSignal(false);
  createEffect(on(waits, (now, before) => setLeft(before === true && !now)));
  const shown = createMemo(() => open.view().mayDecide && (waits() || left()));
  return { shown, left, place, queue };
}
