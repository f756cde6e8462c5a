/**
 * Typing that is not a record yet, safe within a second on every screen.
 *
 * [Note: half-made screens] What is typed is sealed on this device under the screen's name, and is there again
 * after a lock, a reload or a killed tab. It is cleared when it becomes a record. Answers of a draft have a
 * way of their own: app/editor.ts. A drawn signature and a ticked declaration are never kept: each is given
 * once, for one record. The name holds an id at most, since it is stored as it stands.
 */
import { batch, createEffect, createSignal, on, onCleanup, untrack } from "solid-js";
import type { Accessor } from "solid-js";
import { createStore, type SetStoreFunction } from "solid-js/store";
import type { Problem } from "../../app/api.ts";
import { draftFrom, draftText } from "./draftText.ts";
import { makeKeeper, type Notes } from "./keeper.ts";

export type Kept = {
  /** False until what was kept is back: fields shown before would be typed into and then overwritten. */
  readonly ready: Accessor<boolean>;
  /** Why the latest typing is not safe. */
  readonly problem: Accessor<Problem | undefined>;
  /** It became a record. */
  drop(): void;
};

/** `read` follows what is typed, "" for nothing; `restore` is called at most once, before `ready`. */
export function createKept(
  notes: Notes,
  name: string,
  read: () => string,
  restore: (text: string) => void,
): Kept {
  const [ready, setReady] = createSignal(false);
  const [problem, setProblem] = createSignal<Problem>();
  const keeper = makeKeeper(notes, name, setProblem);
  let last = untrack(read);
  let gone = false;
  const begin = (text: string | undefined): void => {
    if (gone) return;
    batch(() => {
      if (text !== undefined) restore(text);
      last = untrack(read);
      setReady(true);
    });
  };
  void notes.readNote(name).then(begin, () => begin(undefined));

  createEffect(
    on(
      read,
      (text) => {
        if (text === last) return;
        last = text;
        keeper.changed(text);
      },
      { defer: true },
    ),
  );
  const hide = (): void => {
    if (document.visibilityState === "hidden") keeper.flush();
  };
  document.addEventListener("visibilitychange", hide);
  onCleanup(() => {
    gone = true;
    document.removeEventListener("visibilitychange", hide);
    keeper.flush();
  });
  return { ready, problem, drop: () => keeper.drop() };
}

export type KeptDraft<T extends object> = Kept & {
  readonly draft: T;
  readonly set: SetStoreFunction<T>;
  /** Something is typed. */
  readonly typed: Accessor<boolean>;
  /** It became a record: empty again. */
  clear(): void;
};

/** The same for fields that are kept together. */
export function createKeptDraft<T extends object>(notes: Notes, name: string, blank: T): KeptDraft<T> {
  const fresh = (): T => structuredClone(blank);
  const [draft, set] = createStore<T>(fresh());
  const kept = createKept(
    notes,
    name,
    () => draftText(draft, blank),
    (text) => set(draftFrom(text, fresh())),
  );
  return {
    ...kept,
    draft,
    set,
    typed: () => draftText(draft, blank) !== "",
    clear() {
      set(fresh());
      kept.drop();
    },
  };
}
