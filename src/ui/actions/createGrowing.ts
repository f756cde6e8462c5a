/** A list that comes a few at a time: a key or a touch never waits for all of it. */
import { createEffect, createSignal, on, onCleanup } from "solid-js";
import type { Accessor } from "solid-js";
import { InTurn } from "../../app/inTurn.ts";

/** What a small screen shows at once. */
const FEW = 2;

/**
 * How many to show now: a few, growing to `most`; from a few again when `anew` changes, in the same breath as whatever
 * else follows it, so that nobody ever draws the old number of the new ones. `anew` is an object of its own each time.
 */
export function createGrowing(most: Accessor<number>, anew: Accessor<object>): Accessor<number> {
  const [grown, setGrown] = createSignal({ of: anew(), count: FEW });
  const count = (): number => (grown().of === anew() ? grown().count : FEW);
  const growing = new InTurn(function* () {
    while (count() < most()) {
      setGrown({ of: anew(), count: count() + 1 });
      yield;
    }
  });
  createEffect(on([most, anew], () => growing.schedule()));
  onCleanup(() => growing.close());
  return count;
}
