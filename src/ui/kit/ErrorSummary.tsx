import { createEffect, For, on } from "solid-js";
import type { JSX } from "solid-js";
import { focusField } from "./field.ts";

export interface FieldError {
  /** The id of the field's first input, or of the part that is wrong. */
  fieldId: string;
  /** The same words as beside the field. */
  text: string;
}

/**
 * Everything that is wrong, at the top of the page. Show it only when there are errors. It takes focus when it
 * appears and each time `attempt` changes (count the presses of Continue).
 */
export function ErrorSummary(props: {
  errors: readonly FieldError[];
  attempt?: number | undefined;
  title?: string | undefined;
}): JSX.Element {
  let box: HTMLDivElement | undefined;
  createEffect(
    on(
      () => props.attempt,
      () => box?.focus(),
    ),
  );
  return (
    <div class="govuk-error-summary" tabindex="-1" ref={(element) => (box = element)}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{props.title ?? "There is a problem"}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            <For each={props.errors}>
              {(error) => (
                <li>
                  <a
                    href={`#${error.fieldId}`}
                    // Native listener: before the router's, which would treat the link as a new place.
                    on:click={(event) => {
                      event.preventDefault();
                      focusField(error.fieldId);
                    }}
                  >
                    {error.text}
                  </a>
                </li>
              )}
            </For>
          </ul>
        </div>
      </div>
    </div>
  );
}
