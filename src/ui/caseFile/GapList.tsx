import { Index, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Section } from "../../forms/definition/section.ts";
import { Button } from "../kit/Button.tsx";
import { Select } from "../kit/Select.tsx";
import { TextArea } from "../kit/TextArea.tsx";
import type { FieldErrors } from "../screens/parts/fieldErrors.ts";
import type { Gap } from "./triageRecord.ts";

/** What one return can name: see the record. */
const MAX_GAPS = 50;

/** What is missing, each with the section it belongs to, so that the referrer gets there in one press. */
export function GapList(props: {
  gaps: readonly Gap[];
  sections: readonly Section[];
  onChange: (gaps: Gap[]) => void;
  errors: FieldErrors;
}): JSX.Element {
  const change = (index: number, part: Partial<Gap>): void =>
    props.onChange(props.gaps.map((gap, at) => (at === index ? { ...gap, ...part } : gap)));
  const add = (): void => {
    props.onChange([...props.gaps, { sectionKey: "", text: "" }]);
    document.getElementById(`gap-section-${props.gaps.length - 1}`)?.focus();
  };
  const remove = (index: number): void => {
    props.onChange(props.gaps.filter((_, at) => at !== index));
    document.getElementById(`gap-${Math.max(0, index - 1)}`)?.focus();
  };
  return (
    <>
      <Index each={props.gaps}>
        {(gap, index) => (
          <fieldset class="govuk-fieldset confer-row">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
              What is missing, {index + 1}
            </legend>
            <Select
              id={`gap-section-${index}`}
              label="Section"
              prompt="No section in particular"
              options={props.sections.map(({ key, title }) => ({ value: key, label: title }))}
              value={gap().sectionKey}
              onChange={(sectionKey) => change(index, { sectionKey })}
            />
            <TextArea
              id={`gap-${index}`}
              label="What do you need to know?"
              rows={2}
              error={props.errors.of(`gap-${index}`)}
              value={gap().text}
              onInput={(text) => change(index, { text })}
            />
            <Show when={props.gaps.length > 1}>
              <Button kind="link" about={`what is missing, ${index + 1}`} onClick={() => remove(index)}>
                Remove
              </Button>
            </Show>
          </fieldset>
        )}
      </Index>
      <Show when={props.gaps.length < MAX_GAPS}>
        <Button kind="secondary" onClick={add}>
          Add another
        </Button>
      </Show>
    </>
  );
}
