/** The wording is shown, then the answer is taken down. */
import { createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import { Button } from "../../kit/Button.tsx";
import { Radios } from "../../kit/Radios.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { TextInput } from "../../kit/TextInput.tsx";
import { createFieldErrors, needed } from "../../screens/parts/fieldErrors.ts";
import type { ConsentDraft } from "./draft.ts";
import type { Step, StepProps } from "./step.ts";
import { StepForm } from "./StepForm.tsx";
import { WordingPage } from "./WordingPage.tsx";

const FORMATS = { standard: "", easyRead: ", easy read" } as const;

export function WordingStep(props: StepProps): JSX.Element {
  const [turned, setTurned] = createSignal(false);
  const errors = createFieldErrors();
  const wordings = () => props.open.definition().consent.wordings;
  const chosen = () => wordings().find(({ key }) => key === props.draft.wording);
  const noWording = () => needed("wording", props.draft.wording, "Choose the wording that suits the person");
  const check = (): boolean =>
    errors.check([noWording(), needed("read-aloud", props.draft.readAloud, "Say whether you read it aloud")]);
  const show = (): void => {
    if (errors.check([noWording()])) setTurned(true);
  };
  const done = (): void => {
    props.set("shown", true);
    setTurned(false);
  };
  return (
    <StepForm
      step={props}
      title="What the person reads or hears"
      errors={errors}
      onSubmit={() => {
        if (check()) props.go("answer");
      }}
    >
      <Radios
        id="wording"
        label="Which wording suits the person?"
        legendSize="m"
        error={errors.of("wording")}
        options={wordings().map(({ key, languageName, format, title }) => ({
          value: key,
          label: `${languageName}${FORMATS[format]}`,
          hint: title,
        }))}
        value={props.draft.wording === "" ? undefined : props.draft.wording}
        onChange={(key) => {
          props.set({ wording: key, shown: false });
        }}
      />
      <ShowIt shown={props.draft.shown} onShow={show} />
      <Radios
        id="read-aloud"
        label="Did you read it aloud?"
        legendSize="s"
        inline={true}
        error={errors.of("read-aloud")}
        options={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
        ]}
        value={props.draft.readAloud === "" ? undefined : props.draft.readAloud}
        onChange={(value) => props.set("readAloud", value as "yes" | "no")}
      />
      <TextInput
        id="interpreter"
        label="Name of the interpreter, if there was one"
        labelSize="s"
        optional={true}
        value={props.draft.interpreter}
        onInput={(name) => props.set("interpreter", name)}
      />
      <Show when={turned() && chosen()} keyed>
        {(wording) => <WordingPage definition={props.open.definition()} wording={wording} onDone={done} />}
      </Show>
    </StepForm>
  );
}

function ShowIt(props: { shown: boolean; onShow: () => void }): JSX.Element {
  return (
    <>
      <p class="govuk-body">
        Show it, then turn the screen to the person. It fills the screen and shows nothing about anyone else.
      </p>
      <p>
        <Button kind="secondary" onClick={() => props.onShow()}>
          Show the wording
        </Button>
      </p>
      <p class="govuk-body" role="status">
        {props.shown ? "The wording has been shown." : ""}
      </p>
    </>
  );
}

const NEXT: Record<Exclude<ConsentDraft["answer"], "">, Step> = {
  full: "sign",
  partial: "sign",
  refused: "no",
  couldNotAsk: "not-asked",
};

/** Four answers of equal weight: none is hidden, none is chosen beforehand. */
export function AnswerStep(props: StepProps): JSX.Element {
  const errors = createFieldErrors();
  const limits = () => props.open.definition().consent.record.limits;
  const submit = (): void => {
    const { answer } = props.draft;
    const right = errors.check([
      needed("answer", answer, "Choose what the person decided"),
      answer === "partial"
        ? needed("limits", props.draft.limits, "Say which limits the person set")
        : undefined,
    ]);
    if (right && answer !== "") props.go(NEXT[answer]);
  };
  return (
    <StepForm step={props} title="What did they decide?" errors={errors} onSubmit={submit}>
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
            reveal: () => (
              <TextArea
                id="limits"
                label={limits().label}
                hint={limits().hint}
                rows={3}
                error={errors.of("limits")}
                value={props.draft.limits}
                onInput={(text) => props.set("limits", text)}
              />
            ),
          },
          { value: "refused", label: "No", hint: "Their answer is recorded and respected." },
          { value: "couldNotAsk", label: "I could not ask after all" },
        ]}
        value={props.draft.answer === "" ? undefined : props.draft.answer}
        onChange={(value) => props.set("answer", value as ConsentDraft["answer"])}
      />
    </StepForm>
  );
}
