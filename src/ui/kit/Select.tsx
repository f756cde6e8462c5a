import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { Field } from "./Field.tsx";
import { classes, describedBy } from "./field.ts";
import type { FieldText, LegendSize } from "./field.ts";

/** One of many, where radios would be too long a list. `value` "" is "not chosen". */
export function Select(
  props: FieldText & {
    options: readonly { value: string; label: string }[];
    value: string;
    onChange: (value: string) => void;
    /** Words of the empty choice. `null`: there is none, where something is always chosen. */
    prompt?: string | null | undefined;
    labelSize?: LegendSize | undefined;
  },
): JSX.Element {
  return (
    <Field {...props}>
      <select
        id={props.id}
        class={classes("govuk-select", props.error !== undefined && "govuk-select--error")}
        aria-describedby={describedBy(props)}
        aria-invalid={props.error !== undefined ? "true" : undefined}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        <Show when={props.prompt !== null}>
          <option value="" selected={props.value === ""}>
            {props.prompt ?? "Choose one"}
          </option>
        </Show>
        <For each={props.options}>
          {(option) => (
            <option value={option.value} selected={props.value === option.value}>
              {option.label}
            </option>
          )}
        </For>
      </select>
    </Field>
  );
}
