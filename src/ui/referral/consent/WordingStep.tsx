/** What the person is told before they answer: to whom, in which words, and how it reached them. */
import { createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import { Button } from "../../kit/Button.tsx";
import { Radios } from "../../kit/Radios.tsx";
import { TextInput } from "../../kit/TextInput.tsx";
import { createFieldErrors, needed } from "../../screens/parts/fieldErrors.ts";
import { askedAbout, wordingText } from "./events.ts";
import { addRecipient, longRecipient, RecipientFields } from "./RecipientFields.tsx";
import type { StepProps } from "./step.ts";
import { StepForm } from "./StepForm.tsx";
import { longName } from "./tooLong.ts";
import { WordingPage } from "./WordingPage.tsx";

const FORMATS = { standard: "", easyRead: ", easy read" } as const;

export function WordingStep(props: StepProps): JSX.Element {
  const [turned, setTurned] = createSignal(false);
  const errors = createFieldErrors();
  const wordings = () => props.open.definition().consent.wordings;
  const chosen = () => wordings().find(({ key }) => key === props.draft.wording);
  const recipients = () => askedAbout(props.draft, props.open.definition());
  const toBeShown = () => {
    const { definition } = props.open;
    if (props.draft.adding.trim() !== "") props.set("shownText", "");
    addRecipient(props.draft, props.set, [...definition().consent.recipients, ...props.draft.added]);
    return [
      longRecipient(props.draft),
      recipients().length > 0
        ? undefined
        : { fieldId: "recipients", text: "Choose at least one, or add somebody" },
      needed("wording", props.draft.wording, "Choose the wording that suits the person"),
    ];
  };
  const untold = (): boolean => props.draft.readAloud === "no" && props.draft.shownText === "";
  const check = (): boolean =>
    errors.check([
      ...toBeShown(),
      needed("read-aloud", props.draft.readAloud, "Say whether you read it aloud"),
      longName("interpreter", props.draft.interpreter, "The name of the interpreter"),
      untold()
        ? {
            fieldId: "show-wording",
            text: "Show the wording or read it aloud, so that they know what they answer",
          }
        : undefined,
    ]);
  const show = (): void => {
    if (errors.check(toBeShown())) setTurned(true);
  };
  const done = (): void => {
    const wording = chosen();
    if (wording) props.set("shownText", wordingText(wording, props.open.definition(), recipients()));
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
      <RecipientFields
        definition={props.open.definition()}
        draft={props.draft}
        set={props.set}
        errors={errors}
      />
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
          props.set({ wording: key, shownText: "" });
        }}
      />
      <ShowIt shown={props.draft.shownText !== ""} error={errors.of("show-wording")} onShow={show} />
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
        error={errors.of("interpreter")}
        value={props.draft.interpreter}
        onInput={(name) => props.set("interpreter", name)}
      />
      <Show when={turned() && chosen()} keyed>
        {(wording) => (
          <WordingPage
            definition={props.open.definition()}
            wording={wording}
            recipients={recipients()}
            onDone={done}
          />
        )}
      </Show>
    </StepForm>
  );
}

function ShowIt(props: { shown: boolean; error: string | undefined; onShow: () => void }): JSX.Element {
  return (
    <div class="confer-question" classList={{ "govuk-form-group--error": props.error !== undefined }}>
      <p class="govuk-body">
        Show it, then turn the screen to the person. It fills the screen and shows nothing about anyone else.
      </p>
      <Show when={props.error}>
        {(text) => (
          <p class="govuk-error-message">
            <span class="govuk-visually-hidden">Error:</span> {text()}
          </p>
        )}
      </Show>
      <p id="show-wording" tabindex="-1">
        <Button kind="secondary" onClick={() => props.onShow()}>
          Show the wording
        </Button>
      </p>
      <p class="govuk-body" role="status">
        {props.shown ? "The wording has been shown." : ""}
      </p>
    </div>
  );
}
