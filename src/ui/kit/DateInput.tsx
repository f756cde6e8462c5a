import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { Button } from "./Button.tsx";
import { Fieldset } from "./Field.tsx";
import { classes, datePartId, describedBy } from "./field.ts";
import type { FieldText, LegendSize } from "./field.ts";

/** Exactly as typed: "3", "March", "26" are kept until the screen's validation reads them. */
export interface DateText {
  day: string;
  month: string;
  year: string;
}

type DatePart = keyof DateText;

const parts: readonly { part: DatePart; label: string; width: 2 | 4; autocomplete: string }[] = [
  { part: "day", label: "Day", width: 2, autocomplete: "bday-day" },
  { part: "month", label: "Month", width: 2, autocomplete: "bday-month" },
  { part: "year", label: "Year", width: 4, autocomplete: "bday-year" },
];

/** A date in three boxes. Focus never jumps by itself, and a month may be typed as a word. */
export function DateInput(
  props: FieldText & {
    value: DateText;
    onInput: (value: DateText) => void;
    onBlur?: (() => void) | undefined;
    /** Which boxes the error is about; all of them when not said. */
    errorParts?: readonly DatePart[] | undefined;
    /** Only for the person's own date of birth: lets the browser fill it in. */
    ownBirthday?: boolean | undefined;
    /** Offered at one press, where that is what most people would type. */
    today?: DateText | undefined;
    legendSize?: LegendSize | undefined;
  },
): JSX.Element {
  const wrong = (part: DatePart): boolean =>
    props.error !== undefined && (props.errorParts === undefined || props.errorParts.includes(part));
  return (
    <Fieldset {...props} describedBy={describedBy(props)}>
      <div class="govuk-date-input">
        <For each={parts}>
          {({ part, label, width, autocomplete }) => (
            <div class="govuk-date-input__item">
              <label class="govuk-label govuk-date-input__label" for={datePartId(props.id, part)}>
                {label}
              </label>
              <input
                id={datePartId(props.id, part)}
                class={classes(
                  "govuk-input govuk-date-input__input",
                  part === "month" ? "govuk-input--width-3" : `govuk-input--width-${width}`,
                  wrong(part) && "govuk-input--error",
                )}
                type="text"
                // A month may be a word, so only the others ask for the number pad.
                inputmode={part === "month" ? "text" : "numeric"}
                autocomplete={props.ownBirthday === true ? autocomplete : "off"}
                spellcheck={false}
                aria-invalid={wrong(part) ? "true" : undefined}
                value={props.value[part]}
                onInput={(event) => props.onInput({ ...props.value, [part]: event.currentTarget.value })}
                onBlur={() => props.onBlur?.()}
              />
            </div>
          )}
        </For>
        <Show when={props.today}>
          {(today) => (
            <div class="govuk-date-input__item confer-date-today">
              <Button
                kind="secondary"
                about={`as ${props.label}`}
                onClick={() => props.onInput({ ...today() })}
              >
                Today
              </Button>
            </div>
          )}
        </Show>
      </div>
    </Fieldset>
  );
}
