/** "No", and "I could not ask": full answers of their own, recorded before anything is said about grounds. */
import type { JSX } from "solid-js";
import { DateInput } from "../../kit/DateInput.tsx";
import { Radios } from "../../kit/Radios.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { createFieldErrors, needed } from "../../screens/parts/fieldErrors.ts";
import { errorOfDate, pastDateError } from "../../screens/parts/dateError.ts";
import { couldNotAskEvent, notSoughtEvent, refusedEvent } from "./events.ts";
import { recordThen, type StepProps } from "./step.ts";
import { StepForm } from "./StepForm.tsx";
import { longText } from "./tooLong.ts";

export function SaidNoStep(props: StepProps): JSX.Element {
  const errors = createFieldErrors();
  const submit = (): void => {
    const right = errors.check([
      longText("wishes", props.draft.wishes, "What they said"),
      pastDateError("said-no-on", props.draft.on, "the date they said no", props.open.today),
    ]);
    if (!right) return;
    const event = refusedEvent(props.common(), props.draft, props.open.definition());
    recordThen(props, event, undefined);
  };
  return (
    <StepForm
      step={props}
      title="They said no"
      errors={errors}
      submitText="Record their answer"
      onSubmit={submit}
    >
      <p class="govuk-body">
        Their answer is kept as they gave it. Nothing is shared because of it. The help they get from you does
        not change.
      </p>
      <TextArea
        id="wishes"
        label="What did they say?"
        hint="In their own words where you can."
        labelSize="s"
        optional={true}
        error={errors.of("wishes")}
        value={props.draft.wishes}
        onInput={(text) => props.set("wishes", text)}
      />
      <DateInput
        id="said-no-on"
        label="When did they say no?"
        legendSize="s"
        error={errorOfDate(errors, "said-no-on")}
        value={props.draft.on}
        onInput={(on) => props.set("on", on)}
      />
    </StepForm>
  );
}

export function NotAskedStep(props: StepProps): JSX.Element {
  const errors = createFieldErrors();
  const model = () => props.open.definition().consent;
  // "They said no" is another path, with a record of its own.
  const reasons = () =>
    model().withoutConsent.reasons.filter(({ key }) => key !== "refused" && key !== "withdrawn");
  const submit = (): void => {
    const { draft } = props;
    const known = reasons().some(({ key }) => key === draft.reason);
    const right = errors.check([
      needed("reason", known ? draft.reason : "", "Choose why the person could not be asked"),
      longText("reason-detail", draft.reasonDetail, "What happened"),
    ]);
    if (right) recordThen(props, couldNotAskEvent(props.common(), draft, model()), "ground");
  };
  return (
    <StepForm
      step={props}
      title="Why the person could not be asked"
      errors={errors}
      submitText="Record and continue"
      onSubmit={submit}
    >
      <Radios
        id="reason"
        label="Why could you not ask?"
        legendSize="m"
        error={errors.of("reason")}
        options={reasons().map(({ key, label, hint }) => ({ value: key, label, hint }))}
        value={props.draft.reason === "" ? undefined : props.draft.reason}
        onChange={(key) => props.set("reason", key)}
      />
      <TextArea
        id="reason-detail"
        label="What happened?"
        labelSize="s"
        optional={true}
        rows={3}
        error={errors.of("reason-detail")}
        value={props.draft.reasonDetail}
        onInput={(text) => props.set("reasonDetail", text)}
      />
    </StepForm>
  );
}

/** The panel's terms ask for neither consent nor a ground; then the reason is all there is [GAP-17]. */
export function NotSoughtStep(props: StepProps): JSX.Element {
  const errors = createFieldErrors();
  const model = () => props.open.definition().consent;
  const submit = (): void => {
    const right = errors.check([
      needed("not-sought-reason", props.draft.notSoughtReason, "Say why nothing was recorded about consent"),
      longText("not-sought-reason", props.draft.notSoughtReason, "The reason"),
    ]);
    if (right) recordThen(props, notSoughtEvent(props.common(), props.draft, model()), undefined);
  };
  return (
    <StepForm
      step={props}
      title="Why nothing was recorded about consent"
      errors={errors}
      submitText="Record the reason"
      onSubmit={submit}
    >
      <p class="govuk-inset-text">{model().notRequired?.statement}</p>
      <TextArea
        id="not-sought-reason"
        label="Why do you record neither consent nor a ground?"
        hint="For example: it is already decided, and recorded in your own service’s file, on what ground this is shared."
        labelSize="m"
        error={errors.of("not-sought-reason")}
        value={props.draft.notSoughtReason}
        onInput={(text) => props.set("notSoughtReason", text)}
      />
    </StepForm>
  );
}
