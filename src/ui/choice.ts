/**
 * What somebody chose, shown as chosen while it is being saved. Somebody quick changes their mind before the first
 * choice is on the disk: the last one counts, and is saved after it. One that could not be saved is shown as it stands.
 */
import { createEffect, createSignal, type Accessor } from "solid-js";
import type { Act } from "./act.ts";

export type Choice<T> = {
  readonly value: Accessor<T | undefined>;
  choose(value: T): void;
};

/** `stored`: what the record says. `act` saves; what goes wrong is its problem. */
export function createChoice<T>(stored: Accessor<T | undefined>, act: Act<[T], unknown>): Choice<T> {
  const [wanted, setWanted] = createSignal<{ readonly value: T }>();
  let sent: { readonly value: T } | undefined;
  const forget = (): void => {
    sent = undefined;
    setWanted(undefined);
  };
  createEffect(() => {
    const [choice, now, busy] = [wanted(), stored(), act.busy()];
    if (choice === undefined || busy) return;
    if (choice.value === now) return forget();
    // Saved, and on its way to the screen.
    if (choice === sent) return;
    sent = choice;
    void act.run(choice.value).then((saved) => {
      if (saved === undefined && wanted() === choice) forget();
    });
  });
  return {
    value: () => wanted()?.value ?? stored(),
    choose: (value) => setWanted({ value }),
  };
}
