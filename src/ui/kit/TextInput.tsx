import type { JSX } from "solid-js";
import { Field } from "./Field.tsx";
import { classes, describedBy } from "./field.ts";
import type { FieldText, LegendSize } from "./field.ts";

export interface TextInputProps extends FieldText {
  value: string;
  onInput: (value: string) => void;
  /** The person has finished with the field. */
  onBlur?: (() => void) | undefined;
  type?: "text" | "email" | "tel" | "search" | undefined;
  inputMode?: "text" | "numeric" | "decimal" | "email" | "tel" | undefined;
  /** "off" by default: what is typed is about somebody else. */
  autocomplete?: string | undefined;
  /** Width in characters, where the answer has a known length. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined;
  spellcheck?: boolean | undefined;
  labelSize?: LegendSize | undefined;
  readonly?: boolean | undefined;
}

/** One line of text. */
export function TextInput(props: TextInputProps): JSX.Element {
  return (
    <Field {...props}>
      <input
        id={props.id}
        class={classes(
          "govuk-input",
          props.width !== undefined && `govuk-input--width-${props.width}`,
          props.error !== undefined && "govuk-input--error",
        )}
        type={props.type ?? "text"}
        // The first letter says which way it reads: names and words come in Arabic and Urdu too.
        dir="auto"
        inputmode={props.inputMode}
        autocomplete={props.autocomplete ?? "off"}
        spellcheck={props.spellcheck ?? false}
        readonly={props.readonly}
        aria-describedby={describedBy(props)}
        aria-invalid={props.error !== undefined ? "true" : undefined}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onBlur={() => props.onBlur?.()}
      />
    </Field>
  );
}
