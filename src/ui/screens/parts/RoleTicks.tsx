import type { JSX } from "solid-js";
import type { Role } from "../../../domain/roles.ts";
import { ROLE_NAMES, ROLES } from "../../../domain/roles.ts";
import { Checkboxes } from "../../kit/Checkboxes.tsx";
import { ROLE_HINTS } from "../../words/people.ts";

const OPTIONS = ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role], hint: ROLE_HINTS[role] }));

export function RoleTicks(props: {
  label: string;
  value: readonly Role[];
  onChange: (roles: readonly Role[]) => void;
  error: string | undefined;
}): JSX.Element {
  return (
    <Checkboxes
      id="roles"
      label={props.label}
      hint="Choose all that apply"
      options={OPTIONS}
      value={props.value}
      onChange={(ticked) => props.onChange(ROLES.filter((role) => ticked.includes(role)))}
      error={props.error}
    />
  );
}
