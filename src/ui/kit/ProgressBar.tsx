import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { Button } from "./Button.tsx";

/** Anything over a second shows how far it is, with a number; anything over ten can be cancelled. */
export function ProgressBar(props: {
  id: string;
  label: string;
  value: number;
  max: number;
  /** "12 of 40 papers"; "12 of 40" when not given. */
  text?: string | undefined;
  onCancel?: (() => void) | undefined;
}): JSX.Element {
  return (
    <div class="confer-progress">
      <div class="confer-progress__label">
        <label for={props.id}>{props.label}</label>
        <span class="confer-signal">{props.text ?? `${props.value} of ${props.max}`}</span>
      </div>
      <progress id={props.id} class="confer-progress__bar" value={props.value} max={props.max} />
      <Show when={props.onCancel}>
        <Button kind="secondary" about={props.label} onClick={() => props.onCancel?.()}>
          Cancel
        </Button>
      </Show>
    </div>
  );
}
