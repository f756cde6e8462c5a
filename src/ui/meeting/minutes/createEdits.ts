/** The boxes of the record that are open: what stands in them is not in the minutes yet. */
import { createSignal } from "solid-js";
import type { Accessor } from "solid-js";

export type Edits = {
  /** What the boxes left open are called, after `settled` found any; empty once the last of them is closed. */
  readonly left: Accessor<readonly string[]>;
  open(id: string, label: string): void;
  close(id: string): void;
  /** A saving under way, which closes its box if it succeeds. */
  saving(save: Promise<void>): void;
  /** Waits for what is being saved. False where boxes are open after that. */
  settled(): Promise<boolean>;
};

export function createEdits(): Edits {
  const [boxes, setBoxes] = createSignal<ReadonlyMap<string, string>>(new Map());
  const [asked, setAsked] = createSignal(false);
  const saves = new Set<Promise<void>>();
  return {
    left: () => (asked() ? [...boxes().values()] : []),
    open: (id, label) => setBoxes((before) => new Map(before).set(id, label)),
    close(id) {
      const rest = new Map([...boxes()].filter(([each]) => each !== id));
      setBoxes(rest);
      if (rest.size === 0) setAsked(false);
    },
    saving(save) {
      saves.add(save);
      void save.finally(() => saves.delete(save));
    },
    async settled() {
      await Promise.allSettled(saves);
      setAsked(boxes().size > 0);
      return boxes().size === 0;
    },
  };
}
