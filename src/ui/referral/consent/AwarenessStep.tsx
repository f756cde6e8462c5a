import type { JSX } from "solid-js";
import { Radios } from "../../kit/Radios.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { createFieldErrors, needed } from "../../screens/parts/fieldErrors.ts";
import type { ConsentDraft } from "./draft.ts";
import { awarenessEvent } from "./events.ts";
import { type StepProps, recordThen } from "./step.ts";
import { AWARE_CHOICES, StepForm } from "./StepForm.tsx";
import { longText } from "./tooLong.ts";

/** Knowing is not agreeing: it is recorded by itself, and first. */
export function AwarenessStep(props: StepProps): JSX.Element {
  const errors = createFieldErrors();
  const model = () => props.open.definition().consent;
  const submit = (): void => {
    const { aware, awareDetail } = props.draft;
    const right = errors.check([
      needed("aware", aware, "Say whether the person knows about this referral"),
      longText("aware-detail", awareDetail, "What you say about that"),
    ]);
    if (!right || aware === "") return;
    const event = awarenessEvent(props.common(), aware, awareDetail);
    recordThen(props, event, "who", { aware: "", awareDetail: "" });
  };
  return (
    <StepForm
      step={props}
      title="Does the person know?"
      errors={errors}
      onSubmit={submit}
      submitText="Record and continue"
    >
      <Radios
        id="aware"
        label={model().awareness.label}
        hint={model().awareness.hint}
        legendSize="m"
        error={errors.of("aware")}
        options={AWARE_CHOICES}
        value={props.draft.aware === "" ? undefined : props.draft.aware}
        onChange={(value) => props.set("aware", value as ConsentDraft["aware"])}
      />
      <TextArea
        id="aware-detail"
        label={props.draft.aware === "yes" ? "How were they told?" : "What should be known about that?"}
        optional={true}
        rows={3}
        error={errors.of("aware-detail")}
        value={props.draft.awareDetail}
        onInput={(text) => props.set("awareDetail", text)}
      />
    </StepForm>
  );
}
