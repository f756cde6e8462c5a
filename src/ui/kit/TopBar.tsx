import { onCleanup, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import { Button } from "./Button.tsx";
import { Mark } from "./Mark.tsx";

/** Always at the top: where am I, who am I, and Lock. Initials only: the bar is seen over shoulders. */
export function TopBar(props: {
  product?: string | undefined;
  panel?: string | undefined;
  initials?: string | undefined;
  homeHref?: string | undefined;
  /** Absent when there is nothing to lock. */
  onLock?: (() => void) | undefined;
}): JSX.Element {
  let bar: HTMLElement | undefined;
  onMount(() => {
    const { style } = document.documentElement;
    // One row or two, by the width and the size of the letters: what stays below it has to know.
    const watcher = new ResizeObserver(() =>
      style.setProperty("--confer-bar", `${bar?.offsetHeight ?? 0}px`),
    );
    if (bar) watcher.observe(bar);
    onCleanup(() => {
      watcher.disconnect();
      style.removeProperty("--confer-bar");
    });
  });
  return (
    <header class="confer-topbar" ref={(element) => (bar = element)}>
      <div class="govuk-width-container">
        <div class="confer-topbar__inner">
          <a class="confer-topbar__product" href={props.homeHref ?? "/"}>
            <Mark />
            {props.product ?? "Confer"}
          </a>
          <span class="confer-topbar__panel">{props.panel}</span>
          <Show when={props.initials}>
            <span class="confer-topbar__person">
              <span class="govuk-visually-hidden">Signed in as </span>
              {props.initials}
            </span>
          </Show>
          <Show when={props.onLock}>
            {(lock) => (
              <Button kind="secondary" onClick={() => lock()()}>
                Lock
              </Button>
            )}
          </Show>
        </div>
      </div>
    </header>
  );
}
