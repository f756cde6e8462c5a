import { createEffect, on, onCleanup, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import { Button } from "../../kit/Button.tsx";
import { useLock } from "../../lockContext.ts";

/**
 * One thing for one person, and nothing about anyone else: it covers the whole screen, and the rest of the app
 * cannot be reached from it; Lock can.
 */
export function WholeScreen(props: {
  /** Takes the focus, and again when it changes. */
  title: string;
  /** To be read at arm's length. */
  large?: boolean | undefined;
  /** As in HTML: a screen reader then speaks it as that language is spoken. */
  language?: string | undefined;
  /** Back to whoever turned or passed it. */
  onClose: () => void;
  closeText: string;
  closeKind?: "primary" | "secondary" | undefined;
  children: JSX.Element;
}): JSX.Element {
  let dialog: HTMLDialogElement | undefined;
  let heading: HTMLHeadingElement | undefined;
  const lock = useLock();
  onMount(() => dialog?.showModal());
  createEffect(
    on(
      () => props.title,
      () => heading?.focus(),
    ),
  );
  // Closed before it goes: the browser then puts focus back on the button that opened it.
  onCleanup(() => dialog?.close());
  return (
    <dialog
      ref={(element) => (dialog = element)}
      class="confer-whole-screen"
      aria-labelledby="whole-screen-title"
      on:cancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <div
        class={`confer-whole-screen__page${props.large ? " confer-whole-screen__page--large" : ""}`}
        lang={props.language}
      >
        <h2
          id="whole-screen-title"
          class={props.large ? "confer-whole-screen__title" : "govuk-heading-l"}
          tabindex="-1"
          ref={(element) => (heading = element)}
        >
          {props.title}
        </h2>
        {props.children}
      </div>
      <div class="confer-whole-screen__bar">
        <Button kind={props.closeKind} onClick={() => props.onClose()}>
          {props.closeText}
        </Button>
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
