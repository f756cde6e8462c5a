/** What can follow a record: recipients told of a withdrawal, a ground ended, a mistake marked as one. */
import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { EntryId } from "../../../domain/ids.ts";
import { struckOut } from "../../../domain/consentPosition.ts";
import { Checkboxes } from "../../kit/Checkboxes.tsx";
import { DateInput } from "../../kit/DateInput.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { Radios } from "../../kit/Radios.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { momentOf } from "../../caseFile/when.ts";
import { createFieldErrors, needed } from "../../screens/parts/fieldErrors.ts";
import { eventWords, groundWords } from "./consentWords.ts";
import { errorOfDate, pastDateError } from "../../screens/parts/dateError.ts";
import type { ConsentDraft } from "./draft.ts";
import { toldEvent } from "./events.ts";
import { groundEndedEvent, mistakeEvent } from "./groundEvents.ts";
import { PersonFields } from "./PersonFields.tsx";
import { recordThen, type StepProps } from "./step.ts";
import { StepForm } from "./StepForm.tsx";
import { longPerson, longText } from "./tooLong.ts";

export function TellStep(props: StepProps): JSX.Element {
  const errors = createFieldErrors();
  const names = () => props.open.consent().toTell;
  const told = (): boolean => props.draft.toldOutcome === "told";
  const submit = (): void => {
    const { draft } = props;
    const chosen = names().filter((name) => draft.toldNames.includes(name));
    const right = errors.check([
      chosen.length > 0 ? undefined : { fieldId: "told-names", text: "Choose who this is about" },
      needed("told-outcome", draft.toldOutcome, "Say whether they were told"),
      longText("told-how", draft.toldHow, "How they were told"),
      needed("told-by", draft.toldBy.name, told() ? "Enter who told them" : "Enter who found that out"),
      ...longPerson("told-by", draft.toldBy),
      pastDateError("told-on", draft.on, "the date", props.open.today),
    ]);
    if (right) recordThen(props, toldEvent(props.common(), { ...draft, toldNames: chosen }), undefined);
  };
  return (
    <StepForm
      step={props}
      title="Who knows of the withdrawal"
      errors={errors}
      submitText="Record it"
      onSubmit={submit}
    >
      <Show when={props.open.view().summary.submittedMs === undefined}>
        <Notice tone="info">
          This referral has not been sent, so nobody has received it from here. If you did not tell anyone in
          another way either, choose them all and “They held nothing”.
        </Notice>
      </Show>
      <Checkboxes
        id="told-names"
        label="Who is this about?"
        legendSize="m"
        error={errors.of("told-names")}
        options={names().map((name) => ({ value: name, label: name }))}
        value={props.draft.toldNames}
        onChange={(chosen) => props.set("toldNames", chosen)}
      />
      <Radios
        id="told-outcome"
        label="What is known?"
        legendSize="m"
        error={errors.of("told-outcome")}
        options={[
          { value: "told", label: "They have been told that consent was withdrawn" },
          { value: "heldNothing", label: "They held nothing", hint: "Nothing had been shared with them." },
        ]}
        value={props.draft.toldOutcome === "" ? undefined : props.draft.toldOutcome}
        onChange={(outcome) => props.set("toldOutcome", outcome as ConsentDraft["toldOutcome"])}
      />
      <TextArea
        id="told-how"
        label="How were they told, and what did they say?"
        labelSize="s"
        optional={true}
        rows={3}
        error={errors.of("told-how")}
        value={props.draft.toldHow}
        onInput={(text) => props.set("toldHow", text)}
      />
      <PersonFields
        id="told-by"
        legend={props.draft.toldOutcome === "heldNothing" ? "Who found that out?" : "Who told them?"}
        value={props.draft.toldBy}
        onInput={(person) => props.set("toldBy", person)}
        errors={errors}
      />
      <DateInput
        id="told-on"
        label="When?"
        legendSize="s"
        error={errorOfDate(errors, "told-on")}
        value={props.draft.on}
        onInput={(on) => props.set("on", on)}
      />
    </StepForm>
  );
}

export function EndGroundStep(props: StepProps): JSX.Element {
  const errors = createFieldErrors();
  const grounds = () => props.open.consent().grounds;
  const submit = (): void => {
    const chosen = grounds().filter(({ entry }) => props.draft.ending.includes(entry));
    const right = errors.check([
      chosen.length > 0 ? undefined : { fieldId: "ending", text: "Choose which ground ends" },
      needed("end-reason", props.draft.endReason, "Say why it is no longer relied on"),
      longText("end-reason", props.draft.endReason, "The reason"),
    ]);
    if (!right) return;
    const events = chosen.map(({ entry }) => groundEndedEvent(props.common(), entry, props.draft.endReason));
    recordThen(props, events, undefined);
  };
  return (
    <StepForm
      step={props}
      title="End a ground for sharing"
      errors={errors}
      submitText="End it"
      onSubmit={submit}
    >
      <p class="govuk-body">
        Nothing more is shared because of a ground that has ended. What was shared lawfully before stays
        shared. Consent, where it was given, goes on by itself.
      </p>
      <Checkboxes
        id="ending"
        label="Which ground is no longer relied on?"
        legendSize="m"
        error={errors.of("ending")}
        options={grounds().map(({ entry, event }) => ({ value: entry, label: groundWords(event) }))}
        value={props.draft.ending}
        onChange={(entries) => props.set("ending", entries)}
      />
      <TextArea
        id="end-reason"
        label="Why?"
        labelSize="m"
        rows={3}
        error={errors.of("end-reason")}
        value={props.draft.endReason}
        onInput={(text) => props.set("endReason", text)}
      />
    </StepForm>
  );
}

/** A slip of the pen: the record stays readable and stops counting. Marks themselves cannot be marked. */
export function MistakeStep(props: StepProps): JSX.Element {
  const errors = createFieldErrors();
  const events = () => {
    const struck = struckOut(props.open.consent().history);
    return props.open
      .view()
      .consent.filter(({ entry, event }) => event.kind !== "recordedInError" && !struck.has(entry))
      .toSorted((a, b) => b.atMs - a.atMs);
  };
  const submit = (): void => {
    const found = events().find(({ entry }) => entry === props.draft.mistake);
    const right = errors.check([
      needed("mistake", found?.entry ?? "", "Choose the record that was a mistake"),
      needed("mistake-reason", props.draft.mistakeReason, "Say what was wrong with it"),
      longText("mistake-reason", props.draft.mistakeReason, "What was wrong with it"),
    ]);
    if (!right || !found) return;
    recordThen(props, mistakeEvent(props.common(), found.entry, props.draft.mistakeReason), undefined);
  };
  return (
    <StepForm
      step={props}
      title="A record made by mistake"
      errors={errors}
      submitText="Mark it as a mistake"
      onSubmit={submit}
    >
      <p class="govuk-body">
        For a slip, such as the wrong person or the wrong box. A change of mind is no mistake: record it as a
        new answer. The record stays readable, and no longer counts.
      </p>
      <Radios
        id="mistake"
        label="Which record was a mistake?"
        legendSize="m"
        error={errors.of("mistake")}
        options={events().map(({ entry, atMs, event }) => ({
          value: entry,
          label: eventWords(event),
          hint: momentOf(atMs),
        }))}
        value={props.draft.mistake === "" ? undefined : props.draft.mistake}
        onChange={(entry) => props.set("mistake", entry as EntryId)}
      />
      <TextArea
        id="mistake-reason"
        label="What was wrong with it?"
        labelSize="m"
        rows={3}
        error={errors.of("mistake-reason")}
        value={props.draft.mistakeReason}
        onInput={(text) => props.set("mistakeReason", text)}
      />
    </StepForm>
  );
}
