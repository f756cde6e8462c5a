import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { Button } from "../../kit/Button.tsx";

/**
 * A form with one button. While busy the button says so and a second press does nothing; `busyText` is
 * spoken once. Nothing typed is cleared.
 */
export function Form(props: {
  submitText: string;
  /** "Making your keys. This can take a few seconds." */
  busyText: string;
  busy: boolean;
  onSubmit: () => void;
  children: JSX.Element;
  /** Beside the button. */
  more?: JSX.Element;
}): JSX.Element {
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!props.busy) props.onSubmit();
      }}
    >
      {props.children}
      <div class="confer-actions">
        <Button type="submit" busy={props.busy}>
          {props.submitText}
        </Button>
        {props.more}
      </div>
      <div role="status">
        <Show when={props.busy}>
          <p class="govuk-body">{props.busyText}</p>
          <progress class="confer-progress__bar" aria-label={props.busyText} />
        </Show>
      </div>
    </form>
  );
}
