import type { JSX } from "solid-js";
import { MAX_PROSE } from "../../../domain/lengths.ts";
import type { MadeForm } from "../../kept/createKeptForm.ts";
import { Radios } from "../../kit/Radios.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { TextInput } from "../../kit/TextInput.tsx";
import type { ApologiesDraft } from "./apologiesDraft.ts";

type Props = { form: MadeForm<ApologiesDraft> };

/** Whether somebody comes instead and who, and anything to say. */
export function ApologiesFields(props: Props): JSX.Element {
  const { draft, set, errors } = props.form;
  return (
    <>
      <Radios
        id="covered"
        label="Does somebody come in your place?"
        legendSize="s"
        error={errors.of("covered")}
        options={[
          { value: "yes", label: "Yes", reveal: () => <CoverFields {...props} /> },
          { value: "no", label: "No, or I do not know yet", hint: "The co-ordinator looks for cover." },
        ]}
        value={draft.covered === "" ? undefined : draft.covered}
        onChange={(covered) => set("covered", covered as ApologiesDraft["covered"])}
      />
      <TextArea
        id="words"
        label="What you want to say"
        labelSize="s"
        hint="Everybody asked to this meeting can read this."
        optional={true}
        rows={3}
        limit={MAX_PROSE}
        error={errors.of("words")}
        value={draft.words}
        onInput={(words) => set("words", words)}
      />
    </>
  );
}

function CoverFields(props: Props): JSX.Element {
  const { draft, set, errors } = props.form;
  return (
    <>
      <TextInput
        id="cover-name"
        label="Their name"
        labelSize="s"
        error={errors.of("cover-name")}
        value={draft.name}
        onInput={(name) => set("name", name)}
      />
      <TextInput
        id="cover-agency"
        label="Their agency"
        labelSize="s"
        optional={true}
        error={errors.of("cover-agency")}
        value={draft.agency}
        onInput={(agency) => set("agency", agency)}
      />
      <TextInput
        id="cover-position"
        label="Their job"
        labelSize="s"
        optional={true}
        error={errors.of("cover-position")}
        value={draft.position}
        onInput={(position) => set("position", position)}
      />
    </>
  );
}
