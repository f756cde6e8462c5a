import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { ageOf, decidersFor } from "../../../forms/consentDeciders.ts";
import { Button } from "../../kit/Button.tsx";
import { DateInput } from "../../kit/DateInput.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { Radios } from "../../kit/Radios.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { TextInput } from "../../kit/TextInput.tsx";
import { createFieldErrors, type FieldErrors, needed } from "../../screens/parts/fieldErrors.ts";
import { errorOfDate, pastDateError } from "../../screens/parts/dateError.ts";
import { PersonFields } from "./PersonFields.tsx";
import type { StepProps } from "./step.ts";
import { StepForm } from "./StepForm.tsx";
import { longName, longPerson, longText } from "./tooLong.ts";

/**
 * Who decides, and why they may [domain 2.5]. Those whom the person's age fits come first; nobody is out of reach.
 * Not being able to ask is a path of its own.
 */
export function WhoStep(props: StepProps): JSX.Element {
  const errors = createFieldErrors();
  const model = () => props.open.definition().consent;
  const decider = () => model().deciders.find(({ key }) => key === props.draft.decider);
  const beside = (): boolean => props.draft.beside;
  const submit = (): void => {
    const { draft } = props;
    const { evidence, ability } = decider() ?? {};
    const right = errors.check([
      needed("decider", draft.decider, beside() ? "Choose who they are" : "Choose who decides"),
      needed("giver-name", draft.giverName, "Enter their name"),
      longName("giver-name", draft.giverName, "The name"),
      evidence && !beside()
        ? needed("evidence", draft.evidence, "Say what you saw, or who told you")
        : undefined,
      evidence ? longText("evidence", draft.evidence, "What you saw or were told") : undefined,
      ...(ability && (ability.required === true || draft.ability.trim() !== "") && !beside()
        ? [
            needed("ability", draft.ability, "Say what shows that they can make this decision"),
            longText("ability", draft.ability, "What shows that they can make this decision"),
            needed("ability-by", draft.abilityBy.name, "Enter who judged it"),
            ...longPerson("ability-by", draft.abilityBy),
            pastDateError("ability-on", draft.abilityOn, "the date it was judged", props.open.today),
          ]
        : []),
    ]);
    if (right) props.go("wording");
  };
  return (
    <StepForm
      step={props}
      title={beside() ? "Whose view is it?" : "Who decides?"}
      errors={errors}
      onSubmit={submit}
      more={
        <Show when={!beside()}>
          <Button kind="secondary" onClick={() => props.go("not-asked")}>
            I could not ask
          </Button>
        </Show>
      }
    >
      <Show when={beside()}>
        <p class="govuk-body">
          It is kept beside the answer of the person who decides. It changes nothing about that answer, and
          neither is written over.
        </p>
      </Show>
      <WhichDecider {...props} errors={errors} />
      <TextInput
        id="giver-name"
        label={beside() ? "Their name" : "Name of the person who decides"}
        labelSize="s"
        error={errors.of("giver-name")}
        value={props.draft.giverName}
        onInput={(name) => props.set("giverName", name)}
      />
      <NotTheSame {...props} />
      <Entitlement {...props} errors={errors} />
    </StepForm>
  );
}

type Part = StepProps & { errors: FieldErrors };

const subjectName = ({ open, subjectName: name }: StepProps): string => name() || open.view().summary.subject;

function WhichDecider(props: Part): JSX.Element {
  const age = () => ageOf(props.open.definition(), props.open.view().answers, props.open.today);
  const choices = () => {
    const { fitting, others } = decidersFor(props.open.definition().consent, age());
    return [
      ...fitting.map((decider) => ({ decider, or: false })),
      ...others.map((decider, at) => ({ decider, or: at === 0 && fitting.length > 0 })),
    ];
  };
  const choose = (key: string): void => {
    const self = choices().find(({ decider }) => decider.key === key)?.decider.capacity === "self";
    const name = subjectName(props);
    // The person's own name is right for themselves alone.
    if (!self && props.draft.giverName === name) props.set("giverName", "");
    if (self && props.draft.giverName === "") props.set("giverName", name);
    props.set("decider", key);
  };
  const hint = (): string | undefined => {
    const years = age();
    return years === undefined || choices().every(({ or }) => !or)
      ? undefined
      : `The person is ${years} years old. Who usually decides at that age comes first.`;
  };
  return (
    <Radios
      id="decider"
      label={props.draft.beside ? "Who has a view?" : "Who decides about sharing?"}
      hint={hint()}
      legendSize="m"
      error={props.errors.of("decider")}
      options={choices().map(({ decider, or }) => ({
        value: decider.key,
        label: decider.label,
        hint: decider.hint,
        or,
      }))}
      value={props.draft.decider === "" ? undefined : props.draft.decider}
      onChange={choose}
    />
  );
}

/** Signer and person differ: nothing is wrong, but it should be seen now rather than in court. */
function NotTheSame(props: StepProps): JSX.Element {
  const capacity = () =>
    props.open.definition().consent.deciders.find(({ key }) => key === props.draft.decider)?.capacity;
  const differs = (): boolean => {
    const [giver, subject] = [props.draft.giverName.trim(), subjectName(props).trim()];
    return giver !== "" && subject !== "" && giver !== subject;
  };
  return (
    <Show when={differs() && capacity() !== undefined}>
      <Notice tone="info">
        {capacity() === "self"
          ? "This is another name than the one in the referral. If it is the same person, both names are kept."
          : "This is not the person whom the information is about. The record says so, and why they may answer."}
      </Notice>
    </Show>
  );
}

/** What shows that they may decide, and whether they can: asked where the panel asks it of them. */
function Entitlement(props: Part): JSX.Element {
  const decider = () =>
    props.open.definition().consent.deciders.find(({ key }) => key === props.draft.decider);
  const ability = () => (props.draft.beside ? undefined : decider()?.ability);
  const judged = (): boolean => ability()?.required === true || props.draft.ability.trim() !== "";
  return (
    <>
      <Show when={decider()?.evidence}>
        {(evidence) => (
          <TextArea
            id="evidence"
            label={evidence().label}
            hint={evidence().hint}
            labelSize="s"
            rows={3}
            optional={props.draft.beside}
            error={props.errors.of("evidence")}
            value={props.draft.evidence}
            onInput={(text) => props.set("evidence", text)}
          />
        )}
      </Show>
      <Show when={ability()}>
        {(asked) => (
          <TextArea
            id="ability"
            label={asked().label}
            hint={asked().hint}
            labelSize="s"
            optional={asked().required !== true}
            rows={3}
            error={props.errors.of("ability")}
            value={props.draft.ability}
            onInput={(text) => props.set("ability", text)}
          />
        )}
      </Show>
      <Show when={ability() && judged()}>
        <PersonFields
          id="ability-by"
          legend="Who judged that they can decide this?"
          value={props.draft.abilityBy}
          onInput={(person) => props.set("abilityBy", person)}
          errors={props.errors}
        />
        <DateInput
          id="ability-on"
          label="When was it judged?"
          hint="It counts for this decision, at that time."
          legendSize="s"
          error={errorOfDate(props.errors, "ability-on")}
          value={props.draft.abilityOn}
          onInput={(on) => props.set("abilityOn", on)}
        />
      </Show>
    </>
  );
}
