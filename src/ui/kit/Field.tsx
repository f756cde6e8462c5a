import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { classes, errorId, hintId } from "./field.ts";
import type { FieldText, LegendSize } from "./field.ts";

/** "(optional)", in the normal weight, after a label or legend. */
function Optional(props: { when: boolean | undefined }): JSX.Element {
  return (
    <Show when={props.when}>
      <span class="confer-optional"> (optional)</span>
    </Show>
  );
}

/** An error message: what is wrong and what to do, with "Error:" for those who cannot see the colour. */
export function ErrorMessage(props: { id: string; text: string | undefined }): JSX.Element {
  return (
    <Show when={props.text}>
      <p id={errorId(props.id)} class="govuk-error-message">
        <span class="govuk-visually-hidden">Error: </span>
        {props.text}
      </p>
    </Show>
  );
}

export function Hint(props: { id: string; text: string | undefined }): JSX.Element {
  return (
    <Show when={props.text}>
      <div id={hintId(props.id)} class="govuk-hint">
        {props.text}
      </div>
    </Show>
  );
}

/** Label, hint, error and one input. The input wires itself with `describedBy`. */
export function Field(
  props: FieldText & { labelSize?: LegendSize | undefined; children: JSX.Element },
): JSX.Element {
  return (
    <div class={classes("govuk-form-group", props.error !== undefined && "govuk-form-group--error")}>
      <label
        class={classes("govuk-label", props.labelSize !== undefined && `govuk-label--${props.labelSize}`)}
        for={props.id}
      >
        {props.label}
        <Optional when={props.optional} />
      </label>
      <Hint id={props.id} text={props.hint} />
      <ErrorMessage id={props.id} text={props.error} />
      {props.children}
    </div>
  );
}

/** Legend, hint, error and a group of inputs: radios, checkboxes, dates, addresses. `label` is the legend. */
export function Fieldset(
  props: FieldText & {
    legendSize?: LegendSize | undefined;
    /** Other ids that describe the group. */
    describedBy?: string | undefined;
    children: JSX.Element;
  },
): JSX.Element {
  return (
    <div class={classes("govuk-form-group", props.error !== undefined && "govuk-form-group--error")}>
      <fieldset class="govuk-fieldset" aria-describedby={props.describedBy}>
        <legend
          class={classes(
            "govuk-fieldset__legend",
            props.legendSize !== undefined && `govuk-fieldset__legend--${props.legendSize}`,
          )}
        >
          {props.label}
          <Optional when={props.optional} />
        </legend>
        <Hint id={props.id} text={props.hint} />
        <ErrorMessage id={props.id} text={props.error} />
        {props.children}
      </fieldset>
    </div>
  );
}
