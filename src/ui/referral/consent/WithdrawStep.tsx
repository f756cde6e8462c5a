import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { ConsentEvent, Giver } from "../../../domain/consent.ts";
import { Checkboxes } from "../../kit/Checkboxes.tsx";
import { DateInput } from "../../kit/DateInput.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { createFieldErrors } from "../../screens/parts/fieldErrors.ts";
import { groundWords } from "./consentWords.ts";
import { errorOfDate, pastDateError } from "../../screens/parts/dateError.ts";
import { dateOf, withdrawnEvent } from "./events.ts";
import { groundEndedEvent } from "./groundEvents.ts";
import { recordThen, type StepProps } from "./step.ts";
import { StepForm } from "./StepForm.tsx";
import { longText } from "./tooLong.ts";

/** Taking consent back is as easy as giving it: one press records it, the rest may stay empty [GAP-16]. */
export function WithdrawStep(props: StepProps): JSX.Element {
  const errors = createFieldErrors();
  const answer = () => props.open.consent().answer;
  const grounds = () => props.open.consent().grounds;
  const giver = (): Giver => {
    const before = answer();
    if (before?.kind === "given") return before.giver;
    return { name: props.draft.giverName, capacity: "self", decides: true };
  };
  const recipients = (): readonly string[] => {
    const before = answer();
    return before?.kind === "given" ? before.recipients : props.open.definition().consent.recipients;
  };
  const submit = (): void => {
    const right = errors.check([
      pastDateError("withdrawn-on", props.draft.on, "the date of withdrawal", props.open.today),
      longText("withdrawn-how", props.draft.withdrawnHow, "What they said"),
    ]);
    if (!right) return;
    const { on, withdrawnHow, withdrawnTold, ending } = props.draft;
    const told = recipients().filter((name) => withdrawnTold.includes(name));
    const events: ConsentEvent[] = [
      withdrawnEvent(props.common(), {
        giver: giver(),
        on: dateOf(on),
        how: withdrawnHow,
        recipients: recipients(),
        told,
      }),
      ...grounds()
        .filter(({ entry }) => ending.includes(entry))
        .map(({ entry }) => groundEndedEvent(props.common(), entry, "Consent was withdrawn")),
    ];
    recordThen(props, events, undefined);
  };
  return (
    <StepForm
      step={props}
      title="Withdraw consent"
      errors={errors}
      submitText="Record the withdrawal"
      onSubmit={submit}
    >
      <p class="govuk-body">{props.open.definition().consent.withdrawal.effect}</p>
      <DateInput
        id="withdrawn-on"
        label="When did they withdraw it?"
        legendSize="s"
        error={errorOfDate(errors, "withdrawn-on")}
        value={props.draft.on}
        onInput={(on) => props.set("on", on)}
      />
      <TextArea
        id="withdrawn-how"
        label="What did they say?"
        labelSize="s"
        optional={true}
        rows={3}
        error={errors.of("withdrawn-how")}
        value={props.draft.withdrawnHow}
        onInput={(text) => props.set("withdrawnHow", text)}
      />
      <Show when={grounds().length > 0}>
        <Checkboxes
          id="withdrawn-ending"
          label="Which grounds for sharing end with it? (optional)"
          hint="A ground that is not ticked stays in force, and sharing goes on because of it. Tick one that you no longer rely on."
          legendSize="s"
          options={grounds().map(({ entry, event }) => ({ value: entry, label: groundWords(event) }))}
          value={props.draft.ending}
          onChange={(entries) => props.set("ending", entries)}
        />
      </Show>
      <Checkboxes
        id="withdrawn-told"
        label="Who has been told already? (optional)"
        hint="The others still have to be told."
        legendSize="s"
        options={recipients().map((name) => ({ value: name, label: name }))}
        value={props.draft.withdrawnTold}
        onChange={(names) => props.set("withdrawnTold", [...names])}
      />
    </StepForm>
  );
}
