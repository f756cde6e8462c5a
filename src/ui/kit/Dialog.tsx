import { createEffect, onCleanup } from "solid-js";
import type { JSX } from "solid-js";
import { classes } from "./field.ts";

/**
 * A native modal dialog, for the few acts that must be decided before going on. The browser keeps focus
 * inside and gives it back on closing. Escape asks `onClose`; only `open` closes it.
 */
export function Dialog(props: {
  id: string;
  open: boolean;
  title: string;
  onClose: () => void;
  children: JSX.Element;
  /** As wide as the screen allows, for a picture. */
  wide?: boolean | undefined;
  /** The buttons. */
  actions: JSX.Element;
}): JSX.Element {
  let dialog: HTMLDialogElement | undefined;
  createEffect(() => {
    if (dialog === undefined) return;
    if (props.open && !dialog.open) dialog.showModal();
    if (!props.open && dialog.open) dialog.close();
  });
  // Taken out of the page while open, it would keep the focus that it has to give back.
  let gone = false;
  onCleanup(() => {
    gone = true;
    dialog?.close();
  });
  return (
    <dialog
      ref={(element) => (dialog = element)}
      id={props.id}
      class={classes("confer-dialog", props.wide === true && "confer-dialog--wide")}
      aria-labelledby={`${props.id}-title`}
      on:cancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
      // A browser may close it in spite of `cancel` (a second Escape): then the screen must know.
      on:close={() => {
        if (!gone && props.open) props.onClose();
      }}
    >
      <h2 id={`${props.id}-title`} class="confer-dialog__title" tabindex="-1" autofocus>
        {props.title}
      </h2>
      <div>{props.children}</div>
      <div class="confer-actions">{props.actions}</div>
    </dialog>
  );
}
