/** From the application's values that change (`Live`) to Solid's signals. */
import { createMemo, createSignal, getOwner, onCleanup } from "solid-js";
import type { Accessor } from "solid-js";
import type { Live } from "../app/live.ts";

/** Follows a value until the component that asked is gone. */
export function createLive<T>(live: Live<T>): Accessor<T> {
  const [value, setValue] = createSignal<T>(live.value);
  // As an updater, since a value that is itself a function would be called.
  const stop = live.subscribe((next) => setValue(() => next));
  if (getOwner() !== null) onCleanup(stop);
  return value;
}

/**
 * A list for `<For>`, which keeps a row only while its object is the same: items that read the same as before
 * are the same objects. So a row that has focus keeps it when something elsewhere is sent or saved.
 * Items must be plain JSON.
 */
export function createSteady<T>(
  list: Accessor<readonly T[]>,
  keyOf: (item: T) => string,
): Accessor<readonly T[]> {
  const read = (items: readonly T[]) =>
    new Map(items.map((item) => [keyOf(item), { item, text: JSON.stringify(item) }]));
  let before = read([]);
  return createMemo(() => {
    const now = read(list());
    for (const [key, entry] of now) {
      const old = before.get(key);
      if (old?.text === entry.text) now.set(key, old);
    }
    before = now;
    return [...now.values()].map(({ item }) => item);
  });
}
