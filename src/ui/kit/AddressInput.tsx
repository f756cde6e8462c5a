import { For } from "solid-js";
import type { JSX } from "solid-js";
import { Fieldset } from "./Field.tsx";
import { classes, describedBy } from "./field.ts";
import type { FieldText, LegendSize } from "./field.ts";

export interface AddressText {
  line1: string;
  line2: string;
  town: string;
  county: string;
  postcode: string;
}

export type AddressPart = keyof AddressText;

const parts: readonly { part: AddressPart; label: string; width: "full" | "two-thirds" | 10 }[] = [
  { part: "line1", label: "Address line 1", width: "full" },
  { part: "line2", label: "Address line 2 (optional)", width: "full" },
  { part: "town", label: "Town or city", width: "two-thirds" },
  { part: "county", label: "County (optional)", width: "two-thirds" },
  { part: "postcode", label: "Postcode", width: 10 },
];

/** The id of one line, for an error about it alone. The first line has the group's own id. */
export function addressPartId(id: string, part: AddressPart): string {
  return part === "line1" ? id : `${id}-${part}`;
}

/** A UK address in lines. Autocomplete is off: it is somebody else's address. */
export function AddressInput(
  props: FieldText & {
    value: AddressText;
    onInput: (value: AddressText) => void;
    onBlur?: (() => void) | undefined;
    /** Which lines the error is about; the first when not said. */
    errorParts?: readonly AddressPart[] | undefined;
    legendSize?: LegendSize | undefined;
  },
): JSX.Element {
  const wrong = (part: AddressPart): boolean =>
    props.error !== undefined && (props.errorParts ?? ["line1"]).includes(part);
  return (
    <Fieldset {...props} describedBy={describedBy(props)}>
      <For each={parts}>
        {({ part, label, width }) => (
          <div class="govuk-form-group">
            <label class="govuk-label" for={addressPartId(props.id, part)}>
              {label}
            </label>
            <input
              id={addressPartId(props.id, part)}
              class={classes(
                "govuk-input",
                width === 10 && "govuk-input--width-10",
                width === "two-thirds" && "govuk-input--width-20",
                wrong(part) && "govuk-input--error",
              )}
              type="text"
              autocomplete="off"
              autocapitalize={part === "postcode" ? "characters" : "words"}
              spellcheck={false}
              aria-invalid={wrong(part) ? "true" : undefined}
              value={props.value[part]}
              onInput={(event) => props.onInput({ ...props.value, [part]: event.currentTarget.value })}
              onBlur={() => props.onBlur?.()}
            />
          </div>
        )}
      </For>
    </Fieldset>
  );
}
