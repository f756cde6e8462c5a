import type { JSX } from "solid-js";
import { TextInput } from "../../kit/TextInput.tsx";
import type { FieldErrors } from "./fieldErrors.ts";
import type { NamedPerson } from "./namedPerson.ts";

/** Their name, and their job and agency where these are known. */
export function NamedPersonFields(props: {
  /** Begins the ids of the three boxes. */
  id: string;
  value: NamedPerson;
  onInput: (part: keyof NamedPerson, text: string) => void;
  errors: FieldErrors;
}): JSX.Element {
  const box = (part: keyof NamedPerson, label: string, optional: boolean): JSX.Element => (
    <TextInput
      id={`${props.id}-${part}`}
      label={label}
      labelSize="s"
      optional={optional}
      error={props.errors.of(`${props.id}-${part}`)}
      value={props.value[part]}
      onInput={(text) => props.onInput(part, text)}
    />
  );
  return (
    <>
      {box("name", "Their name", false)}
      {box("position", "Their job", true)}
      {box("agency", "Their agency", true)}
    </>
  );
}
