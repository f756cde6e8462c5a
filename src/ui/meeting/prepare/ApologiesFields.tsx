import type { JSX } from "solid-js";
import { MAX_PROSE } from "../../../domain/lengths.ts";
import type { MadeForm } from "../../kept/createKeptForm.ts";
import { Radios } from "../../kit/Radios.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { NamedPersonFields } from "../../screens/parts/NamedPersonFields.tsx";
import type { ApologiesDraft } from "./apologiesDraft.ts";

/** Whether somebody comes instead and who, and anything to say. */
export function ApologiesFields(props: { form: MadeForm<ApologiesDraft> }): JSX.Element {
  const { draft, set, errors } = props.form;
  return (
    <>
      <Radios
        id="covered"
        label="Does somebody come in your place?"
        legendSize="s"
        error={errors.of("covered")}
        options={[
          {
            value: "yes",
            label: "Yes",
            reveal: () => (
              <NamedPersonFields
                id="cover"
                value={draft}
                onInput={(part, text) => set(part, text)}
                errors={errors}
              />
            ),
          },
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
