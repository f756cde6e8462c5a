import { createSignal } from "solid-js";
import type { JSX } from "solid-js";
import { Field } from "./Field.tsx";
import { classes, describedBy } from "./field.ts";
import type { FieldText, LegendSize } from "./field.ts";

/**
 * A passphrase, with Show and Hide. Pasting and password managers work (WCAG 3.3.8); whether it is shown is
 * the one thing kept here, since it is a state of the box and not of the answer.
 */
export function PasswordInput(
  props: FieldText & {
    value: string;
    onInput: (value: string) => void;
    autocomplete?: "current-password" | "new-password" | "off" | undefined;
    labelSize?: LegendSize | undefined;
  },
): JSX.Element {
  const [shown, setShown] = createSignal(false);
  return (
    <Field {...props}>
      <div class="confer-password">
        {/* A password manager keeps the text box before a password as the person's name: this one says nothing. */}
        <input type="text" autocomplete="username" value="Confer" hidden readonly tabindex="-1" />
        <input
          id={props.id}
          class={classes("govuk-input", props.error !== undefined && "govuk-input--error")}
          type={shown() ? "text" : "password"}
          // Text that is shown would go into the browser's own file of open pages, in clear.
          autocomplete={shown() ? "off" : (props.autocomplete ?? "current-password")}
          autocapitalize="none"
          spellcheck={false}
          aria-describedby={describedBy(props)}
          aria-invalid={props.error !== undefined ? "true" : undefined}
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
        <button
          type="button"
          class="confer-button confer-button--secondary"
          aria-controls={props.id}
          aria-label={shown() ? "Hide passphrase" : "Show passphrase"}
          onClick={() => setShown(!shown())}
        >
          {shown() ? "Hide" : "Show"}
        </button>
      </div>
    </Field>
  );
}
