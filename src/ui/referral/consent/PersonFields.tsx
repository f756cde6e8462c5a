import type { JSX } from "solid-js";
import { TextInput } from "../../kit/TextInput.tsx";
import type { FieldErrors } from "../../screens/parts/fieldErrors.ts";
import type { Named } from "./draft.ts";

/** A named person with their part: who obtained it, who witnessed it, who decided. */
export function PersonFields(props: {
  id: string;
  legend: string;
  hint?: string | undefined;
  value: Named;
  onInput: (value: Named) => void;
  errors: FieldErrors;
}): JSX.Element {
  return (
    <fieldset class="govuk-fieldset confer-question">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{props.legend}</legend>
      <TextInput
        id={props.id}
        label="Name"
        hint={props.hint}
        error={props.errors.of(props.id)}
        value={props.value.name}
        onInput={(name) => props.onInput({ ...props.value, name })}
      />
      <TextInput
        id={`${props.id}-role`}
        label="Job"
        optional={true}
        error={props.errors.of(`${props.id}-role`)}
        value={props.value.role}
        onInput={(role) => props.onInput({ ...props.value, role })}
      />
      <TextInput
        id={`${props.id}-agency`}
        label="Service"
        optional={true}
        error={props.errors.of(`${props.id}-agency`)}
        value={props.value.agency}
        onInput={(agency) => props.onInput({ ...props.value, agency })}
      />
    </fieldset>
  );
}
