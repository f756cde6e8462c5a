/**
 * Where somebody was in a list: what they chose, and how far down they were when they opened something in it. Kept in
 * memory with the session, and so gone when Confer locks; nothing of it is in an address or in storage. What was chosen
 * holds whenever they come to the list again; how far down, when they go back to it.
 */
import { createEffect, onCleanup, untrack } from "solid-js";
import type { Accessor } from "solid-js";
import type { Session } from "../../app/api.ts";

type Kept<T> = {
  readonly chosen: T;
  /** Of the entry in the browser’s history that something was opened from: a random number. */
  readonly entry: number | undefined;
  readonly opened: Opened;
};

/** A link: where it leads, which of those that lead there, and how far below the top of the window, in pixels. */
type Opened = { readonly href: string; readonly nth: number; readonly top: number };

export type ListPlace<T> = {
  /** What was chosen the last time, or `usual`. */
  readonly before: T;
  /** Keeps what is chosen, and goes back to where they were once `drawn` says that so much is there again. */
  follow(chosen: Accessor<T>, drawn: Accessor<boolean>): void;
};

/** What a person does that says they are no longer going back. */
const SIGNS = ["pointerdown", "keydown", "wheel", "touchstart"] as const;

/** One for each list. */
export function makeListPlaces<T>(): (session: Session, usual: T) => ListPlace<T> {
  const places = new WeakMap<Session, Kept<T>>();
  return (session, usual) => {
    const kept = places.get(session);
    const isBack = kept?.entry !== undefined && entryOf(history.state) === kept.entry;
    return {
      before: kept?.chosen ?? usual,
      follow(chosen, drawn) {
        let left: Omit<Kept<T>, "chosen"> = kept ?? {
          entry: undefined,
          opened: { href: "", nth: 0, top: 0 },
        };
        const press = ({ target }: Event): void => {
          const link = target instanceof Element ? target.closest<HTMLElement>("main a[href]") : null;
          if (link === null) return;
          const entry = Math.random();
          history.replaceState({ ...(history.state as object | null), [ENTRY]: entry }, "");
          const href = link.getAttribute("href") ?? "";
          const nth = linksTo(href).indexOf(link);
          left = { entry, opened: { href, nth, top: link.getBoundingClientRect().top } };
        };
        document.addEventListener("click", press, true);
        onCleanup(() => {
          document.removeEventListener("click", press, true);
          places.set(session, { chosen: untrack(chosen), ...left });
        });
        if (kept && isBack) goBack(kept.opened, drawn);
      },
    };
  };
}

const ENTRY = "listEntry";
const entryOf = (state: unknown): unknown =>
  typeof state === "object" && state !== null && ENTRY in state ? state[ENTRY] : undefined;

const linksTo = (href: string): readonly HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>("main a[href]")].filter(
    (link) => link.getAttribute("href") === href,
  );

/** What comes near the screen is laid out only then, and moves what is below it: so many times the place is put right. */
const FRAMES = 5;

function goBack({ href, nth, top }: Opened, drawn: Accessor<boolean>): void {
  let waits = true;
  const stop = (): void => {
    waits = false;
    for (const sign of SIGNS) removeEventListener(sign, stop, true);
  };
  for (const sign of SIGNS) addEventListener(sign, stop, true);
  onCleanup(stop);
  const move = (link: HTMLElement, left: number): void => {
    if (!waits || left === 0) return stop();
    window.scrollBy(0, link.getBoundingClientRect().top - top);
    requestAnimationFrame(() => move(link, left - 1));
  };
  createEffect(() => {
    if (!drawn() || !waits) return;
    // After the page has put the focus on its own heading.
    setTimeout(() => {
      const link = linksTo(href)[nth];
      if (!waits || !link) return;
      link.focus({ preventScroll: true });
      move(link, FRAMES);
    });
  });
}
