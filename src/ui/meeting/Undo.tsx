import { createEffect, on, Show } from "solid-js";
import type { JSX } from "solid-js";
import { Button } from "../kit/Button.tsx";

/** What was just taken away, and a way to have it back. Takes focus, since the button that was pressed is gone. */
export function Undo(props: { said: string | undefined; onUndo: () => void }): JSX.Element {
  let box: HTMLDivElement | undefined;
  createEffect(
    on(
      () => props.said,
      (said) => {
        if (said !== undefined) box?.focus();
      },
      { defer: true },
    ),
  );
  return (
    <Show when={props.said}>
      {(said) => (
        <div
          class="confer-notice confer-tone--neutral"
          role="status"
          tabindex="-1"
          ref={(element) => (box = element)}
        >
          {said()}{" "}
          <Button kind="link" onClick={() => props.onUndo()}>
            Undo
          </Button>
        </div>
      )}
    </Show>
  );
}
