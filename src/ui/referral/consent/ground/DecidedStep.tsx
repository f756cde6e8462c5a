import type { JSX } from "solid-js";
import type { ConsentEvent } from "../../../../domain/consent.ts";
import { DateInput } from "../../../kit/DateInput.tsx";
import { TextInput } from "../../../kit/TextInput.tsx";
import { createFieldErrors } from "../../../screens/parts/fieldErrors.ts";
import { errorOfDate } from "../../../screens/parts/dateError.ts";
import { groundEndedEvent, groundEvent } from "../groundEvents.ts";
import { PersonFields } from "../PersonFields.tsx";
import { recordThen, type StepProps } from "../step.ts";
import { StepForm } from "../StepForm.tsx";
import { firstGroundGap, groundErrors, needsRequest } from "./groundErrors.ts";

/** Who decided, who advised, when, and who had asked. Recorded only when every page before it is right. */
export function DecidedStep(props: StepProps): JSX.Element {
  const errors = createFieldErrors();
  const submit = (): void => {
    if (!errors.check(groundErrors("decided", props))) return;
    const gap = firstGroundGap(props);
    if (gap !== undefined) {
      props.go(gap);
      return;
    }
    const { draft, open } = props;
    // The newest decision holds: one not to share also ends what was relied on before.
    const ended = draft.share === "no" ? open.consent().grounds : [];
    const events: ConsentEvent[] = [
      ...ended.map(({ entry }) => groundEndedEvent(props.common(), entry, draft.groundReason)),
      groundEvent(props.common(), draft, open.definition(), open.today),
    ];
    recordThen(props, events, undefined);
  };
  return (
    <StepForm
      step={props}
      title="Who decided"
      errors={errors}
      submitText="Record the decision"
      onSubmit={submit}
    >
      <PersonFields
        id="decided-by"
        legend="Who decided?"
        value={props.draft.decidedBy}
        onInput={(person) => props.set("decidedBy", person)}
        errors={errors}
      />
      <PersonFields
        id="advised-by"
        legend="Who advised? (optional)"
        hint="A manager, a safeguarding lead, a data protection officer."
        value={props.draft.advisedBy}
        onInput={(person) => props.set("advisedBy", person)}
        errors={errors}
      />
      <DateInput
        id="decided-on"
        label="When was it decided?"
        legendSize="s"
        error={errorOfDate(errors, "decided-on")}
        value={props.draft.on}
        onInput={(on) => props.set("on", on)}
      />
      <DateInput
        id="review-on"
        label="When will the decision be looked at again?"
        legendSize="s"
        optional={true}
        error={errorOfDate(errors, "review-on")}
        value={props.draft.reviewOn}
        onInput={(on) => props.set("reviewOn", on)}
      />
      <TextInput
        id="request-by"
        label="Who asked for the information, if anybody did?"
        labelSize="s"
        optional={!needsRequest(props)}
        error={errors.of("request-by")}
        value={props.draft.requestBy}
        onInput={(text) => props.set("requestBy", text)}
      />
      <TextInput
        id="request-reference"
        label="Reference of their request"
        labelSize="s"
        optional={true}
        error={errors.of("request-reference")}
        value={props.draft.requestReference}
        onInput={(text) => props.set("requestReference", text)}
      />
    </StepForm>
  );
}
