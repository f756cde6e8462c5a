/** A list that comes and goes a few at a time: a key or a touch never waits for all of it. */
import { batch, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { Accessor } from "solid-js";
import { InTurn } from "../../app/inTurn.ts";

/** What a small screen shows at once. */
const FEW = 2;

export type Growing = {
  /** How many to show now: a few, growing to `most`. */
  readonly shown: Accessor<number>;
  /** Does what makes another list of it, once all but a few of this one are gone: taking away is work as well. */
  readonly change: (work: () => void) => void;
};

/** `step`: so many more at a time, as many as are drawn in a few milliseconds. */
export function createGrowing(most: Accessor<number>, step = 1): Growing {
  const [shown, setShown] = createSignal(FEW);
  const waiting: (() => void)[] = [];
  const inTurn = new InTurn(function* () {
    for (;;) {
      if (waiting.length > 0 && shown() > FEW) setShown((count) => Math.max(FEW, count - step));
      else if (waiting.length > 0) batch(() => waiting.splice(0).forEach((work) => work()));
      else if (shown() < most()) setShown((count) => Math.min(most(), count + step));
      else return;
      yield;
    }
  });
  createEffect(on(most, () => inTurn.schedule()));
  onCleanup(() => inTurn.close());
  return {
    shown,
    change(work) {
      waiting.push(work);
      inTurn.schedule();
    },
  };
}
