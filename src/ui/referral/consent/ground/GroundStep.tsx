import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { Checkboxes } from "../../../kit/Checkboxes.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { Radios } from "../../../kit/Radios.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { createFieldErrors } from "../../../screens/parts/fieldErrors.ts";
import type { StepProps } from "../step.ts";
import { StepForm } from "../StepForm.tsx";
import { groundErrors } from "./groundErrors.ts";

/**
 * Sharing without consent, the first of five pages: what was decided, and on which ground. A decision not to share
 * is recorded in the same way and weighs the same [ASH-72, GAP-03].
 */
export function GroundStep(props: StepProps): JSX.Element {
  const errors = createFieldErrors();
  const model = () => props.open.definition().consent.withoutConsent;
  const notSharing = (): boolean => props.draft.share === "no";
  return (
    <StepForm
      step={props}
      title="Sharing without consent"
      errors={errors}
      onSubmit={() => {
        if (errors.check(groundErrors("ground", props))) props.go(notSharing() ? "weighed" : "law");
      }}
    >
      <p class="govuk-body">{model().intro}</p>
      <Radios
        id="ground-why"
        label="Why do you not rely on consent?"
        legendSize="m"
        error={errors.of("ground-why")}
        options={model().reasons.map(({ key, label, hint }) => ({ value: key, label, hint }))}
        value={props.draft.reason === "" ? undefined : props.draft.reason}
        onChange={(key) => props.set("reason", key)}
      />
      <Radios
        id="share"
        label="What was decided?"
        legendSize="m"
        error={errors.of("share")}
        options={[
          { value: "yes", label: "Share information without consent" },
          { value: "no", label: "Do not share" },
        ]}
        value={props.draft.share === "" ? undefined : props.draft.share}
        onChange={(share) => props.set("share", share as "yes" | "no")}
      />
      <Show when={notSharing() && props.open.consent().grounds.length > 0}>
        <Notice tone="info">
          A ground for sharing was recorded before. Recording this decision ends it: the referral then rests
          on consent alone.
        </Notice>
      </Show>
      <Checkboxes
        id="grounds"
        label={notSharing() ? "Which grounds did you weigh?" : "Which grounds apply?"}
        legendSize="m"
        error={errors.of("grounds")}
        options={model().grounds.map(({ key, label, hint, law }) => ({
          value: key,
          label,
          hint: [law?.join("; "), hint].filter((line) => line !== undefined).join(". "),
        }))}
        value={props.draft.grounds}
        onChange={(keys) => props.set("grounds", keys)}
      />
      <TextArea
        id="ground-reason"
        label={notSharing() ? "Why was it decided not to share?" : "What shows that this applies?"}
        hint="What the risk or the crime is, and how you know."
        labelSize="m"
        error={errors.of("ground-reason")}
        value={props.draft.groundReason}
        onInput={(text) => props.set("groundReason", text)}
      />
    </StepForm>
  );
}
