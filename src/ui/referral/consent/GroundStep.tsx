import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { Checkboxes } from "../../kit/Checkboxes.tsx";
import { DateInput } from "../../kit/DateInput.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { Radios } from "../../kit/Radios.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { createFieldErrors, type FieldErrors, needed } from "../../screens/parts/fieldErrors.ts";
import { pastDateError } from "./dateError.ts";
import { groundEndedEvent, groundEvent } from "./events.ts";
import { PersonFields } from "./PersonFields.tsx";
import { recordThen, type StepProps } from "./step.ts";
import { StepForm } from "./StepForm.tsx";

/**
 * Sharing without consent: which ground, why it is necessary, whether the person was told, who decided. A
 * decision not to share is recorded on the same page and weighs the same [ASH-72, GAP-03].
 */
export function GroundStep(props: StepProps): JSX.Element {
  const errors = createFieldErrors();
  const model = () => props.open.definition().consent.withoutConsent;
  const submit = (): void => {
    const { draft } = props;
    const right = errors.check([
      needed("ground-why", draft.reason, "Choose why you do not rely on consent"),
      needed("share", draft.share, "Say what was decided"),
      draft.grounds.length > 0 ? undefined : { fieldId: "grounds", text: "Choose at least one ground" },
      needed("ground-reason", draft.groundReason, "Say what shows that this applies"),
      needed("necessity", draft.necessity, "Say why it is or is not necessary"),
      needed("informed", draft.informed, "Say whether you have told the person"),
      draft.informed === "no"
        ? needed("informed-because", draft.informedBecause, "Say why the person has not been told")
        : undefined,
      needed("decided-by", draft.decidedBy.name, "Enter who decided"),
      pastDateError("decided-on", draft.on, "the date it was decided", props.open.today),
    ]);
    if (!right) return;
    // The newest decision holds: one not to share also ends what was relied on before.
    const ended = draft.share === "no" ? props.open.consent().grounds : [];
    const events = [
      ...ended.map(({ entry }) => groundEndedEvent(props.common(), entry, draft)),
      groundEvent(props.common(), draft, props.open.definition()),
    ];
    recordThen(props, events, undefined);
  };
  return (
    <StepForm
      step={props}
      title="Sharing without consent"
      errors={errors}
      submitText="Record the decision"
      onSubmit={submit}
    >
      <p class="govuk-body">{model().intro}</p>
      <WhatWasDecided {...props} errors={errors} />
      <WhatWasWeighed {...props} errors={errors} />
      <ToldAndDecided {...props} errors={errors} />
    </StepForm>
  );
}

type Part = StepProps & { errors: FieldErrors };

function WhatWasDecided(props: Part): JSX.Element {
  const model = () => props.open.definition().consent.withoutConsent;
  return (
    <>
      <Radios
        id="ground-why"
        label="Why do you not rely on consent?"
        legendSize="s"
        error={props.errors.of("ground-why")}
        options={model().reasons.map(({ key, label, hint }) => ({ value: key, label, hint }))}
        value={props.draft.reason === "" ? undefined : props.draft.reason}
        onChange={(key) => props.set("reason", key)}
      />
      <Radios
        id="share"
        label="What was decided?"
        legendSize="s"
        error={props.errors.of("share")}
        options={[
          { value: "yes", label: "Share information without consent" },
          { value: "no", label: "Do not share" },
        ]}
        value={props.draft.share === "" ? undefined : props.draft.share}
        onChange={(share) => props.set("share", share as "yes" | "no")}
      />
      <Show when={props.draft.share === "no" && props.open.consent().grounds.length > 0}>
        <Notice tone="info">
          A ground for sharing was recorded before. Recording this decision ends it: the referral then rests
          on consent alone.
        </Notice>
      </Show>
    </>
  );
}
function WhatWasWeighed(props: Part): JSX.Element {
  const model = () => props.open.definition().consent.withoutConsent;
  return (
    <>
      <Checkboxes
        id="grounds"
        label={props.draft.share === "no" ? "Which grounds did you weigh?" : "Which grounds apply?"}
        legendSize="s"
        error={props.errors.of("grounds")}
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
        label={
          props.draft.share === "no" ? "Why was it decided not to share?" : "What shows that this applies?"
        }
        hint="What the risk or the crime is, and how you know."
        labelSize="s"
        error={props.errors.of("ground-reason")}
        value={props.draft.groundReason}
        onInput={(text) => props.set("groundReason", text)}
      />
      <TextArea
        id="necessity"
        label={model().necessity.label}
        hint={model().necessity.hint}
        labelSize="s"
        error={props.errors.of("necessity")}
        value={props.draft.necessity}
        onInput={(text) => props.set("necessity", text)}
      />
    </>
  );
}

function ToldAndDecided(props: Part): JSX.Element {
  const informed = () => props.open.definition().consent.withoutConsent.informed;
  return (
    <>
      <Radios
        id="informed"
        label={informed().label}
        hint={informed().hint}
        legendSize="s"
        error={props.errors.of("informed")}
        options={[
          { value: "yes", label: "Yes" },
          {
            value: "no",
            label: "No",
            reveal: () => (
              <TextArea
                id="informed-because"
                label="Why not, and when will that be looked at again?"
                rows={3}
                error={props.errors.of("informed-because")}
                value={props.draft.informedBecause}
                onInput={(text) => props.set("informedBecause", text)}
              />
            ),
          },
        ]}
        value={props.draft.informed === "" ? undefined : props.draft.informed}
        onChange={(value) => props.set("informed", value as "yes" | "no")}
      />
      <TextArea
        id="known-wishes"
        label="What is known of the person’s own wishes?"
        labelSize="s"
        optional={true}
        rows={3}
        value={props.draft.wishes}
        onInput={(text) => props.set("wishes", text)}
      />
      <PersonFields
        id="decided-by"
        legend="Who decided?"
        value={props.draft.decidedBy}
        onInput={(person) => props.set("decidedBy", person)}
        errors={props.errors}
      />
      <PersonFields
        id="advised-by"
        legend="Who advised? (optional)"
        hint="A manager, a safeguarding lead, a data protection officer."
        value={props.draft.advisedBy}
        onInput={(person) => props.set("advisedBy", person)}
        errors={props.errors}
      />
      <DateInput
        id="decided-on"
        label="When was it decided?"
        legendSize="s"
        error={props.errors.list().find(({ fieldId }) => fieldId.startsWith("decided-on"))?.text}
        value={props.draft.on}
        onInput={(on) => props.set("on", on)}
      />
    </>
  );
}
