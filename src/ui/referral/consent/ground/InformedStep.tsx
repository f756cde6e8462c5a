import type { JSX } from "solid-js";
import { DateInput } from "../../../kit/DateInput.tsx";
import { Radios } from "../../../kit/Radios.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { createFieldErrors, type FieldErrors } from "../../../screens/parts/fieldErrors.ts";
import { errorOfDate } from "../../../screens/parts/dateError.ts";
import type { StepProps } from "../step.ts";
import { StepForm } from "../StepForm.tsx";
import { groundErrors } from "./groundErrors.ts";

/** Whether the person was told, and what is known of what they want and can decide. */
export function InformedStep(props: StepProps): JSX.Element {
  const errors = createFieldErrors();
  const informed = () => props.open.definition().consent.withoutConsent.informed;
  const sharing = (): boolean => props.draft.share === "yes";
  return (
    <StepForm
      step={props}
      title="The person"
      errors={errors}
      onSubmit={() => {
        if (errors.check(groundErrors("informed", props))) props.go("decided");
      }}
    >
      <Radios
        id="informed"
        label={sharing() ? informed().label : "Have you told the person what was decided?"}
        hint={sharing() ? informed().hint : undefined}
        legendSize="m"
        error={errors.of("informed")}
        options={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No", reveal: () => <NotTold {...props} errors={errors} /> },
        ]}
        value={props.draft.informed === "" ? undefined : props.draft.informed}
        onChange={(value) => props.set("informed", value as "yes" | "no")}
      />
      <TextArea
        id="known-wishes"
        label="What is known of the person’s own wishes?"
        labelSize="m"
        optional={true}
        rows={3}
        error={errors.of("known-wishes")}
        value={props.draft.wishes}
        onInput={(text) => props.set("wishes", text)}
      />
      <TextArea
        id="capacity"
        label="Can they decide this themselves?"
        hint="If that was judged: by whom, when, and what was found. If they cannot: what is in their best interests."
        labelSize="m"
        optional={true}
        rows={3}
        error={errors.of("capacity")}
        value={props.draft.capacity}
        onInput={(text) => props.set("capacity", text)}
      />
    </StepForm>
  );
}

function NotTold(props: StepProps & { errors: FieldErrors }): JSX.Element {
  return (
    <>
      <TextArea
        id="informed-because"
        label="Why not?"
        rows={3}
        error={props.errors.of("informed-because")}
        value={props.draft.informedBecause}
        onInput={(text) => props.set("informedBecause", text)}
      />
      <DateInput
        id="reconsider"
        label="When will that be looked at again?"
        hint="The panel is reminded a month before."
        optional={true}
        error={errorOfDate(props.errors, "reconsider")}
        value={props.draft.reconsider}
        onInput={(on) => props.set("reconsider", on)}
      />
    </>
  );
}
