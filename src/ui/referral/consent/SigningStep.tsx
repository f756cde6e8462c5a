import { createSignal, Match, Switch } from "solid-js";
import type { Setter } from "solid-js";
import type { JSX } from "solid-js";
import { isDrawn } from "../../../domain/drawnSignature.ts";
import { Checkboxes } from "../../kit/Checkboxes.tsx";
import { DateInput } from "../../kit/DateInput.tsx";
import type { FieldError } from "../../kit/ErrorSummary.tsx";
import { Radios } from "../../kit/Radios.tsx";
import { SignaturePad } from "../../kit/SignaturePad.tsx";
import type { Strokes } from "../../kit/strokes.ts";
import { TextInput } from "../../kit/TextInput.tsx";
import { createFieldErrors, type FieldErrors, needed } from "../../screens/parts/fieldErrors.ts";
import { AgreedWords } from "./AgreedWords.tsx";
import { errorOfDate, pastDateError } from "../../screens/parts/dateError.ts";
import type { ConsentDraft } from "./draft.ts";
import { declarationOf, givenEvent } from "./events.ts";
import { PaperSheet } from "./PaperSheet.tsx";
import { PersonFields } from "./PersonFields.tsx";
import { recordThen, type StepProps } from "./step.ts";
import { StepForm } from "./StepForm.tsx";
import { longName, longPerson } from "./tooLong.ts";

/** How a yes was given. Every way counts the same; the pad is only the first of them. */
export function SigningStep(props: StepProps): JSX.Element {
  const errors = createFieldErrors();
  // Not in the draft: a signature is never carried from one record to another.
  const [drawn, setDrawn] = createSignal<Strokes>();
  const model = () => props.open.definition().consent;
  const submit = (): void => {
    const { draft } = props;
    const right = errors.check([
      needed("way", draft.way, "Choose how they gave consent"),
      ...wayErrors(draft, drawn()),
      pastDateError("obtained-on", draft.on, "the date consent was obtained", props.open.today),
    ]);
    if (right) {
      recordThen(props, givenEvent(props.common(), draft, props.open.definition(), drawn()), undefined);
    }
  };
  return (
    <StepForm
      step={props}
      title="How they gave consent"
      errors={errors}
      submitText="Record consent"
      onSubmit={submit}
    >
      <AgreedWords draft={props.draft} definition={props.open.definition()} />
      <Radios
        id="way"
        label="How did they give it?"
        legendSize="m"
        error={errors.of("way")}
        options={model().ways.map(({ way, label, hint }) => ({
          value: way,
          label,
          hint,
          reveal: () => (
            <WayFields way={way} {...props} errors={errors} drawn={drawn()} setDrawn={setDrawn} />
          ),
        }))}
        value={props.draft.way === "" ? undefined : props.draft.way}
        onChange={(way) => props.set("way", way as ConsentDraft["way"])}
      />
      <DateInput
        id="obtained-on"
        label={model().record.obtainedOn.label}
        legendSize="s"
        error={errorOfDate(errors, "obtained-on")}
        value={props.draft.on}
        onInput={(on) => props.set("on", on)}
      />
      <Checkboxes
        id="told"
        label="Withdrawing"
        legendSize="s"
        hint={model().withdrawal.how}
        options={[{ value: "told", label: "I have told them that they can change their mind, and how" }]}
        value={props.draft.toldHowToWithdraw ? ["told"] : []}
        onChange={(ticked) => props.set("toldHowToWithdraw", ticked.length > 0)}
      />
    </StepForm>
  );
}

/** What the chosen way still needs. */
function wayErrors(draft: ConsentDraft, drawn: Strokes | undefined): readonly (FieldError | undefined)[] {
  switch (draft.way) {
    case "":
      return [];
    case "drawn":
      return drawn && isDrawn(drawn)
        ? []
        : [{ fieldId: "signature", text: "Ask the person to sign in the box, or choose another way" }];
    case "typed":
      return [
        needed("typed-name", draft.typedName, "Ask the person to type their name"),
        longName("typed-name", draft.typedName, "The name"),
        draft.typedAgreed
          ? undefined
          : { fieldId: "typed-agreed", text: "Ask the person to tick that they agree" },
      ];
    case "verbal":
      return [
        needed("obtained-by", draft.obtainedBy.name, "Enter who they said yes to"),
        ...longPerson("obtained-by", draft.obtainedBy),
        ...longPerson("witness", draft.witness),
      ];
    case "paper":
      return [
        draft.paperAttached === ""
          ? needed("paper-place", draft.paperPlace, "Photograph the signed sheet, or say where it is kept")
          : undefined,
        longName("paper-place", draft.paperPlace, "Where the signed sheet is kept"),
        ...longPerson("obtained-by", draft.obtainedBy),
      ];
  }
}

type WayProps = StepProps & {
  way: ConsentDraft["way"];
  errors: FieldErrors;
  drawn: Strokes | undefined;
  setDrawn: Setter<Strokes | undefined>;
};

function WayFields(props: WayProps): JSX.Element {
  const otherWays = (): string =>
    props.open
      .definition()
      .consent.ways.filter(({ way }) => way !== "drawn")
      .map(({ label }) => `“${label}”`)
      .join(", ");
  const obtainedByLabel = (): string => (props.way === "verbal" ? "Who asked them" : "Who saw them sign");
  return (
    <Switch>
      <Match when={props.way === "drawn"}>
        <SignaturePad
          id="signature"
          label={`Signature of ${props.draft.giverName || "the person"}`}
          hint={`Sign with a finger, a pen or a mouse. Somebody who cannot draw can choose another way in this list: ${otherWays()}.`}
          error={props.errors.of("signature")}
          value={props.drawn}
          onChange={(strokes) => props.setDrawn(() => strokes)}
        />
      </Match>
      <Match when={props.way === "typed"}>
        <TextInput
          id="typed-name"
          label="Their name, typed by them"
          error={props.errors.of("typed-name")}
          value={props.draft.typedName}
          onInput={(name) => props.set("typedName", name)}
        />
        <Checkboxes
          id="typed-agreed"
          label="The person ticks this"
          error={props.errors.of("typed-agreed")}
          options={[{ value: "agreed", label: declarationOf(props.draft, props.open.definition()) }]}
          value={props.draft.typedAgreed ? ["agreed"] : []}
          onChange={(ticked) => props.set("typedAgreed", ticked.length > 0)}
        />
      </Match>
      <Match when={props.way === "verbal" || props.way === "paper"}>
        {props.way === "paper" ? <PaperSheet {...props} /> : undefined}
        <PersonFields
          id="obtained-by"
          legend={obtainedByLabel()}
          value={props.draft.obtainedBy}
          onInput={(person) => props.set("obtainedBy", person)}
          errors={props.errors}
        />
        {props.way === "verbal" ? (
          <PersonFields
            id="witness"
            legend="Witness (optional)"
            hint="Somebody else who heard it. Leave it empty if there was nobody."
            value={props.draft.witness}
            onInput={(person) => props.set("witness", person)}
            errors={props.errors}
          />
        ) : undefined}
      </Match>
    </Switch>
  );
}
