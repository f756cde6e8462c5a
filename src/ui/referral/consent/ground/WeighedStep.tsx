import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { Checkboxes } from "../../../kit/Checkboxes.tsx";
import { Radios } from "../../../kit/Radios.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { createFieldErrors } from "../../../screens/parts/fieldErrors.ts";
import { type ConsentDraft, URGENCIES } from "../draft.ts";
import type { StepProps } from "../step.ts";
import { StepForm } from "../StepForm.tsx";
import { groundErrors } from "./groundErrors.ts";

/** The harm feared, and why this much to these recipients is needed and no more. */
export function WeighedStep(props: StepProps): JSX.Element {
  const errors = createFieldErrors();
  const model = () => props.open.definition().consent;
  const sharing = (): boolean => props.draft.share === "yes";
  return (
    <StepForm
      step={props}
      title="What was weighed"
      errors={errors}
      onSubmit={() => {
        if (errors.check(groundErrors("weighed", props))) props.go("informed");
      }}
    >
      <TextArea
        id="harm"
        label="What harm is feared, and to whom?"
        labelSize="m"
        rows={3}
        error={errors.of("harm")}
        value={props.draft.harm}
        onInput={(text) => props.set("harm", text)}
      />
      <Radios
        id="urgency"
        label="How urgent is it?"
        legendSize="m"
        error={errors.of("urgency")}
        options={Object.entries(URGENCIES).map(([value, label]) => ({ value, label }))}
        value={props.draft.urgency === "" ? undefined : props.draft.urgency}
        onChange={(key) => props.set("urgency", key as ConsentDraft["urgency"])}
      />
      <TextArea
        id="necessity"
        label={
          sharing()
            ? model().withoutConsent.necessity.label
            : "Why is it not necessary, or not right, to share?"
        }
        hint={sharing() ? model().withoutConsent.necessity.hint : undefined}
        labelSize="m"
        error={errors.of("necessity")}
        value={props.draft.necessity}
        onInput={(text) => props.set("necessity", text)}
      />
      <Show when={sharing()}>
        <TextArea
          id="information"
          label="What is the least that does the job?"
          hint="Which information is shared, and what is left out."
          labelSize="m"
          rows={3}
          error={errors.of("information")}
          value={props.draft.information}
          onInput={(text) => props.set("information", text)}
        />
        <Checkboxes
          id="ground-recipients"
          label="Who gets it?"
          hint="Take off whoever does not need it."
          legendSize="m"
          error={errors.of("ground-recipients")}
          options={model().recipients.map((name) => ({ value: name, label: name }))}
          value={model().recipients.filter((name) => !props.draft.groundLeftOut.includes(name))}
          onChange={(names) =>
            props.set(
              "groundLeftOut",
              model().recipients.filter((name) => !names.includes(name)),
            )
          }
        />
      </Show>
    </StepForm>
  );
}
