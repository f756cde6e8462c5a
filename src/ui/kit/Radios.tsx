import { Index, Show, untrack } from "solid-js";
import type { JSX } from "solid-js";
import { Fieldset } from "./Field.tsx";
import { classes, describedBy, hintId } from "./field.ts";
import type { FieldText, LegendSize } from "./field.ts";

export interface Choice {
  value: string;
  label: string;
  hint?: string | undefined;
  /** Further questions, shown under the choice while it is chosen. */
  reveal?: (() => JSX.Element) | undefined;
}

export interface RadioChoice extends Choice {
  /** Puts "or" above this choice. */
  or?: boolean | undefined;
}

/** The id of a choice's input. The first has the group's own id, so that an error can link to it. */
export function choiceId(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index + 1}`;
}

/** One of a few. `value` undefined: not answered. */
export function Radios(
  props: FieldText & {
    options: readonly RadioChoice[];
    value: string | undefined;
    onChange: (value: string) => void;
    /** Side by side, for short pairs such as yes and no. */
    inline?: boolean | undefined;
    /** Smaller circles, for many short ones in a list; what can be pressed stays as large. */
    small?: boolean | undefined;
    legendSize?: LegendSize | undefined;
  },
): JSX.Element {
  return (
    <Fieldset {...props} describedBy={describedBy(props)}>
      <div
        class={classes(
          "govuk-radios",
          props.inline === true && "govuk-radios--inline",
          props.small === true && "govuk-radios--small",
        )}
      >
        {/* By place: options made afresh by news from elsewhere must not take the focus away. */}
        <Index each={props.options}>
          {(option, index) => {
            const id = (): string => choiceId(props.id, index);
            return (
              <>
                <Show when={option().or}>
                  <div class="govuk-radios__divider">or</div>
                </Show>
                <div class="govuk-radios__item">
                  <input
                    id={id()}
                    class="govuk-radios__input"
                    type="radio"
                    name={props.id}
                    value={option().value}
                    checked={props.value === option().value}
                    aria-describedby={option().hint === undefined ? undefined : hintId(`${id()}-item`)}
                    onChange={() => props.onChange(option().value)}
                  />
                  <label class="govuk-label govuk-radios__label" for={id()}>
                    {option().label}
                  </label>
                  <Show when={option().hint}>
                    <div id={hintId(`${id()}-item`)} class="govuk-hint govuk-radios__hint">
                      {option().hint}
                    </div>
                  </Show>
                </div>
                <Show when={props.value === option().value && option().reveal}>
                  {(reveal) => <div class="govuk-radios__conditional">{untrack(() => reveal()())}</div>}
                </Show>
              </>
            );
          }}
        </Index>
      </div>
    </Fieldset>
  );
}
