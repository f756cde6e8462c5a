/** A list that comes and goes a few at a time: a key or a touch never waits for all of it. */
import { createEffect, createSignal, on, onCleanup } from "solid-js";
import type { Accessor } from "solid-js";
import { InTurn } from "../../app/inTurn.ts";

/** Drawn at once: what more there is comes one after the other. */
const FIRST = 1;

export type Growing = {
  /** How many to show now: one, growing to `most`. */
  readonly shown: Accessor<number>;
  /** Another list in place of this one, made once all but the first of this one are gone: taking away is work as well. */
  readonly change: () => void;
  /** The same list made anew: what is shown of it stays. */
  readonly renew: () => void;
};

/**
 * `make` makes the list from what then is, and may give way while it does; `another` tells it that the list begins from
 * its first part again. `step`: so many more at a time, as many as are drawn in a few milliseconds.
 */
export function createGrowing(given: {
  readonly most: Accessor<number>;
  readonly make?: (another: boolean) => Iterable<unknown>;
  readonly step?: number;
}): Growing {
  const { most, make, step = 1 } = given;
  const [shown, setShown] = createSignal(FIRST);
  let asked: "renew" | "change" | undefined;
  const inTurn = new InTurn(function* () {
    for (;;) {
      if (asked === "change" && shown() > FIRST) setShown((count) => Math.max(FIRST, count - step));
      else if (asked !== undefined) {
        const another = asked === "change";
        asked = undefined;
        if (make) yield* make(another);
      } else if (shown() < most()) setShown((count) => Math.min(most(), count + step));
      else return;
      yield;
    }
  });
  createEffect(on(most, () => inTurn.schedule()));
  onCleanup(() => inTurn.close());
  return {
    shown,
    change() {
      asked = "change";
      inTurn.schedule();
    },
    renew() {
      asked ??= "renew";
      inTurn.schedule();
    },
  };
}
