/** Does the person know, and who decides? */
import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { Button } from "../../kit/Button.tsx";
import { Radios } from "../../kit/Radios.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { TextInput } from "../../kit/TextInput.tsx";
import { createFieldErrors, needed } from "../../screens/parts/fieldErrors.ts";
import type { ConsentDraft } from "./draft.ts";
import { awarenessEvent } from "./events.ts";
import { type StepProps, recordThen } from "./step.ts";
import { AWARE_CHOICES, StepForm } from "./StepForm.tsx";

/** Knowing is not agreeing: it is recorded by itself, and first. */
export function AwarenessStep(props: StepProps): JSX.Element {
  const errors = createFieldErrors();
  const model = () => props.open.definition().consent;
  const submit = (): void => {
    const { aware, awareDetail } = props.draft;
    const right = errors.check([needed("aware", aware, "Say whether the person knows about this referral")]);
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
        value={props.draft.awareDetail}
        onInput={(text) => props.set("awareDetail", text)}
      />
    </StepForm>
  );
}

/** Who decides, and why they may [domain 2.5]. Not being able to ask is a path of its own. */
export function WhoStep(props: StepProps): JSX.Element {
  const errors = createFieldErrors();
  const model = () => props.open.definition().consent;
  const decider = () => model().deciders.find(({ key }) => key === props.draft.decider);
  const forAnother = (): boolean => {
    const chosen = decider();
    return chosen !== undefined && chosen.capacity !== "self";
  };
  const submit = (): void => {
    const { draft } = props;
    const right = errors.check([
      needed("decider", draft.decider, "Choose who decides"),
      needed("giver-name", draft.giverName, "Enter the name of the person who decides"),
      forAnother()
        ? needed("evidence", draft.evidence, "Say what you saw that shows they may decide")
        : undefined,
    ]);
    if (right) props.go("wording");
  };
  return (
    <StepForm
      step={props}
      title="Who decides?"
      errors={errors}
      onSubmit={submit}
      more={
        <Button kind="secondary" onClick={() => props.go("not-asked")}>
          I could not ask
        </Button>
      }
    >
      <Radios
        id="decider"
        label="Who decides about sharing?"
        legendSize="m"
        error={errors.of("decider")}
        options={model().deciders.map(({ key, label, hint }) => ({ value: key, label, hint }))}
        value={props.draft.decider === "" ? undefined : props.draft.decider}
        onChange={(key) => props.set("decider", key)}
      />
      <TextInput
        id="giver-name"
        label="Name of the person who decides"
        labelSize="s"
        error={errors.of("giver-name")}
        value={props.draft.giverName}
        onInput={(name) => props.set("giverName", name)}
      />
      <Entitlement {...props} forAnother={forAnother()} error={errors.of("evidence")} />
    </StepForm>
  );
}

/** What shows that they may decide, and whether they can. */
function Entitlement(props: StepProps & { forAnother: boolean; error: string | undefined }): JSX.Element {
  return (
    <>
      <Show when={props.forAnother}>
        <TextArea
          id="evidence"
          label="What shows that they may decide?"
          hint="The document you saw, or the register you checked, and when."
          labelSize="s"
          rows={3}
          error={props.error}
          value={props.draft.evidence}
          onInput={(text) => props.set("evidence", text)}
        />
      </Show>
      <TextArea
        id="ability"
        label="Is there a doubt about whether they can make this decision?"
        hint="If so, say who looked at it, when, and what they found."
        labelSize="s"
        optional={true}
        rows={3}
        value={props.draft.ability}
        onInput={(text) => props.set("ability", text)}
      />
    </>
  );
}
