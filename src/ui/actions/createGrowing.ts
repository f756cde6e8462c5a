/** A list that comes a few at a time: a key or a touch never waits for all of it. */
import { createEffect, createSignal, on, onCleanup } from "solid-js";
import type { Accessor } from "solid-js";
import { InTurn } from "../../app/inTurn.ts";

/** What a small screen shows at once. */
const FEW = 2;

/** How many to show now: a few, growing to `most`; from a few again when `anew` changes. */
export function createGrowing(most: Accessor<number>, anew: Accessor<unknown>): Accessor<number> {
  const [count, setCount] = createSignal(FEW);
  const growing = new InTurn(function* () {
    while (count() < most()) {
      setCount((before) => before + 1);
      yield;
    }
  });
  createEffect(
    on(anew, () => {
      setCount(FEW);
      growing.schedule();
    }),
  );
  createEffect(on(most, () => growing.schedule()));
  onCleanup(() => growing.close());
  return count;
}
