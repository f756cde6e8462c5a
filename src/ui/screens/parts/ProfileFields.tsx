import type { JSX } from "solid-js";
import { MAX_NAME } from "../../../domain/lengths.ts";
import type { Profile } from "../../../domain/panelBook.ts";
import type { FieldError } from "../../kit/ErrorSummary.tsx";
import { TextInput } from "../../kit/TextInput.tsx";
import type { FieldErrors } from "./fieldErrors.ts";
import { needed, tooMuch } from "./fieldErrors.ts";

export const profileErrors = (profile: Profile, whose: "your" | "their"): (FieldError | undefined)[] => [
  needed("name", profile.name, `Enter ${whose} name`),
  needed("agency", profile.agency, `Enter ${whose} agency`),
  needed("position", profile.position, `Enter ${whose} position`),
  ...(["name", "agency", "position"] as const).map((part) =>
    tooMuch(part, profile[part], MAX_NAME, `${whose === "your" ? "Your" : "Their"} ${part}`),
  ),
];

export const trimmedProfile = (profile: Profile): Profile => ({
  name: profile.name.trim(),
  agency: profile.agency.trim(),
  position: profile.position.trim(),
});

/** Who somebody is: name, agency, position. */
export function ProfileFields(props: {
  whose: "your" | "their";
  value: Profile;
  onInput: (value: Profile) => void;
  errors: FieldErrors;
}): JSX.Element {
  const own = () => props.whose === "your";
  const put = (change: Partial<Profile>) => props.onInput({ ...props.value, ...change });
  return (
    <>
      <TextInput
        id="name"
        label={own() ? "Your name" : "Their name"}
        autocomplete={own() ? "name" : "off"}
        value={props.value.name}
        onInput={(name) => put({ name })}
        error={props.errors.of("name")}
      />
      <TextInput
        id="agency"
        label={own() ? "Your agency" : "Their agency"}
        hint="For example, a council’s housing team, the police or a charity"
        autocomplete={own() ? "organization" : "off"}
        value={props.value.agency}
        onInput={(agency) => put({ agency })}
        error={props.errors.of("agency")}
      />
      <TextInput
        id="position"
        label={own() ? "Your position" : "Their position"}
        hint="Job title"
        autocomplete={own() ? "organization-title" : "off"}
        value={props.value.position}
        onInput={(position) => put({ position })}
        error={props.errors.of("position")}
      />
    </>
  );
}
