import { Index, Show, untrack } from "solid-js";
import type { JSX } from "solid-js";
import { Fieldset } from "./Field.tsx";
import { choiceId } from "./Radios.tsx";
import type { Choice } from "./Radios.tsx";
import { describedBy, hintId } from "./field.ts";
import type { FieldText, LegendSize } from "./field.ts";

export interface CheckboxChoice extends Choice {
  /** "None of these": ticking it clears the others, ticking another clears it. */
  exclusive?: boolean | undefined;
}

/** The ticks after one has been changed, in the order of the options. */
export function withTick(
  options: readonly CheckboxChoice[],
  value: readonly string[],
  changed: CheckboxChoice,
  ticked: boolean,
): string[] {
  const exclusive = (one: string): boolean => options.find((o) => o.value === one)?.exclusive === true;
  const rest = value.filter((one) => one !== changed.value);
  if (!ticked) return rest;
  const keep = changed.exclusive === true ? [] : rest.filter((one) => !exclusive(one));
  const next = new Set([...keep, changed.value]);
  const known = options.map((option) => option.value).filter((one) => next.delete(one));
  // Answers that this version of the form does not offer any more are kept, not dropped.
  return [...known, ...next];
}

/** Any number of a few. */
export function Checkboxes(
  props: FieldText & {
    options: readonly CheckboxChoice[];
    value: readonly string[];
    onChange: (value: string[]) => void;
    legendSize?: LegendSize | undefined;
  },
): JSX.Element {
  return (
    <Fieldset {...props} describedBy={describedBy(props)}>
      <div class="govuk-checkboxes">
        {/* By place: options made afresh by news from elsewhere must not take the focus away. */}
        <Index each={props.options}>
          {(option, index) => {
            const id = (): string => choiceId(props.id, index);
            const ticked = (): boolean => props.value.includes(option().value);
            return (
              <>
                <Show when={option().exclusive === true && index > 0}>
                  <div class="govuk-checkboxes__divider">or</div>
                </Show>
                <div class="govuk-checkboxes__item">
                  <input
                    id={id()}
                    class="govuk-checkboxes__input"
                    type="checkbox"
                    value={option().value}
                    checked={ticked()}
                    aria-describedby={option().hint === undefined ? undefined : hintId(`${id()}-item`)}
                    onChange={(event) =>
                      props.onChange(
                        withTick(props.options, props.value, option(), event.currentTarget.checked),
                      )
                    }
                  />
                  <label class="govuk-label govuk-checkboxes__label" for={id()}>
                    {option().label}
                  </label>
                  <Show when={option().hint}>
                    <div id={hintId(`${id()}-item`)} class="govuk-hint govuk-checkboxes__hint">
                      {option().hint}
                    </div>
                  </Show>
                </div>
                <Show when={ticked() && option().reveal}>
                  {(reveal) => <div class="govuk-checkboxes__conditional">{untrack(() => reveal()())}</div>}
                </Show>
              </>
            );
          }}
        </Index>
      </div>
    </Fieldset>
  );
}
