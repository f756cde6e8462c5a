import { onCleanup, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import { Button } from "../../kit/Button.tsx";
import { useLock } from "../../lockContext.ts";

/**
 * A page that is turned to the person: their words, large, and nothing about anyone else. It covers the whole
 * screen, and the rest of the app cannot be reached from it; Lock can.
 */
export function TurnedPage(props: {
  title: string;
  /** As in HTML: a screen reader then speaks it as that language is spoken. */
  language: string;
  onDone: () => void;
  children: JSX.Element;
}): JSX.Element {
  let dialog: HTMLDialogElement | undefined;
  let heading: HTMLHeadingElement | undefined;
  const lock = useLock();
  onMount(() => {
    dialog?.showModal();
    heading?.focus();
  });
  // Closed before it goes: the browser then puts focus back on the button that opened it.
  onCleanup(() => dialog?.close());
  return (
    <dialog
      ref={(element) => (dialog = element)}
      class="confer-wording"
      aria-labelledby="turned-title"
      on:cancel={(event) => {
        event.preventDefault();
        props.onDone();
      }}
    >
      <div class="confer-wording__page" lang={props.language}>
        <h2
          id="turned-title"
          class="confer-wording__title"
          tabindex="-1"
          ref={(element) => (heading = element)}
        >
          {props.title}
        </h2>
        {props.children}
      </div>
      <div class="confer-wording__bar">
        <Button onClick={() => props.onDone()}>Done</Button>
        <Show when={lock}>
          {(act) => (
            <Button kind="secondary" onClick={() => act()()}>
              Lock
            </Button>
          )}
        </Show>
      </div>
    </dialog>
  );
}
