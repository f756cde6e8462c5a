import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { Button, type ButtonKind } from "../../kit/Button.tsx";
import { takeFocus } from "../../kit/takeFocus.ts";

/**
 * A form with one button. While busy the button says so and a second press does nothing; `busyText` is
 * spoken once. Nothing typed is cleared.
 */
export function Form(props: {
  submitText: string;
  submitKind?: ButtonKind | undefined;
  /** "Making your keys. This can take a few seconds." None for what is done at once. */
  busyText?: string | undefined;
  busy: boolean;
  onSubmit: () => void;
  children: JSX.Element;
  /** Beside the button. */
  more?: JSX.Element;
  /** It opens in place of a button, and takes the focus: what it is for. */
  inPlace?: string | undefined;
}): JSX.Element {
  return (
    <form
      noValidate
      class={props.inPlace === undefined ? undefined : "confer-inline-form"}
      tabindex={props.inPlace === undefined ? undefined : "-1"}
      aria-label={props.inPlace}
      ref={(element) => {
        if (props.inPlace !== undefined) takeFocus(element);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (!props.busy) props.onSubmit();
      }}
    >
      {props.children}
      <div class="confer-actions">
        <Button type="submit" kind={props.submitKind} busy={props.busy}>
          {props.submitText}
        </Button>
        {props.more}
      </div>
      <Show when={props.busyText}>
        {(text) => (
          <div role="status">
            <Show when={props.busy}>
              <p class="govuk-body">{text()}</p>
              <progress class="confer-progress__bar" aria-label={text()} />
            </Show>
          </div>
        )}
      </Show>
    </form>
  );
}
