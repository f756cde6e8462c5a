import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { Checkboxes } from "../../kit/Checkboxes.tsx";
import { Radios } from "../../kit/Radios.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { createFieldErrors, type FieldErrors, needed } from "../../screens/parts/fieldErrors.ts";
import type { ConsentDraft } from "./draft.ts";
import { agreedTo, askedAbout } from "./events.ts";
import type { Step, StepProps } from "./step.ts";
import { StepForm } from "./StepForm.tsx";
import { longText } from "./tooLong.ts";

const NEXT: Record<Exclude<ConsentDraft["answer"], "">, Step> = {
  full: "sign",
  partial: "sign",
  refused: "no",
  couldNotAsk: "not-asked",
};

/** Four answers of equal weight: none is hidden, none is chosen beforehand. */
export function AnswerStep(props: StepProps): JSX.Element {
  const errors = createFieldErrors();
  const unlimited = ({ leftOut, keptBack, limits }: ConsentDraft): boolean =>
    leftOut.length === 0 && keptBack.length === 0 && limits.trim() === "";
  const limitsError = () => {
    const { draft } = props;
    if (draft.answer !== "partial") return undefined;
    if (unlimited(draft)) return { fieldId: "left-out", text: "Say which limits the person set" };
    return agreedTo(draft, props.open.definition()).length > 0
      ? undefined
      : { fieldId: "left-out", text: "Nobody is left to share with. If that is what they want, choose No" };
  };
  const submit = (): void => {
    const { answer } = props.draft;
    const right = errors.check([
      needed("answer", answer, "Choose what they decided"),
      limitsError(),
      answer === "partial" ? longText("limits", props.draft.limits, "What the limits are") : undefined,
    ]);
    if (right && answer !== "") props.go(NEXT[answer]);
  };
  return (
    <StepForm
      step={props}
      title={props.draft.beside ? "What is their view?" : "What did they decide?"}
      errors={errors}
      onSubmit={submit}
    >
      <Radios
        id="answer"
        label={props.open.definition().consent.record.decision.label}
        legendSize="m"
        error={errors.of("answer")}
        options={[
          { value: "full", label: "Yes" },
          {
            value: "partial",
            label: "Yes, with limits",
            reveal: () => <Limits {...props} errors={errors} />,
          },
          { value: "refused", label: "No", hint: "Their answer is recorded and respected." },
          ...(props.draft.beside ? [] : [{ value: "couldNotAsk", label: "I could not ask after all" }]),
        ]}
        value={props.draft.answer === "" ? undefined : props.draft.answer}
        onChange={(value) => props.set("answer", value as ConsentDraft["answer"])}
      />
    </StepForm>
  );
}

/** Who is left out, what is kept back, and the rest in words. Any one of them is enough. */
function Limits(props: StepProps & { errors: FieldErrors }): JSX.Element {
  const model = () => props.open.definition().consent;
  return (
    <>
      <Checkboxes
        id="left-out"
        label="Not to be shared with"
        legendSize="s"
        error={props.errors.of("left-out")}
        options={askedAbout(props.draft, props.open.definition()).map((name) => ({
          value: name,
          label: name,
        }))}
        value={props.draft.leftOut}
        onChange={(names) => props.set("leftOut", names)}
      />
      <Show when={(model().categories ?? []).length > 0}>
        <Checkboxes
          id="kept-back"
          label="Not to be shared at all"
          hint="What the referral says about it has to be taken out again."
          legendSize="s"
          options={(model().categories ?? []).map(({ key, label, hint }) => ({ value: key, label, hint }))}
          value={props.draft.keptBack}
          onChange={(keys) => props.set("keptBack", keys)}
        />
      </Show>
      <TextArea
        id="limits"
        label={model().record.limits.label}
        hint={model().record.limits.hint}
        labelSize="s"
        optional={true}
        rows={3}
        error={props.errors.of("limits")}
        value={props.draft.limits}
        onInput={(text) => props.set("limits", text)}
      />
    </>
  );
}
