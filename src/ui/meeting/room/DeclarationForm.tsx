import { createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Outcome } from "../../../app/outcome.ts";
import type { MeetingNote } from "../../../app/meetingTypes.ts";
import { datePartsOf, type CalendarDate, readDateParts } from "../../../domain/calendarDate.ts";
import { isDrawn } from "../../../domain/drawnSignature.ts";
import { MAX_NAME } from "../../../domain/lengths.ts";
import type { Attendee } from "../../../domain/meeting/attendance.ts";
import type { Declaration } from "../../../forms/definition/meeting.ts";
import { createAct } from "../../act.ts";
import { Button } from "../../kit/Button.tsx";
import { Checkboxes } from "../../kit/Checkboxes.tsx";
import { DateInput } from "../../kit/DateInput.tsx";
import { SignaturePad } from "../../kit/SignaturePad.tsx";
import type { Strokes } from "../../kit/strokes.ts";
import { TextInput } from "../../kit/TextInput.tsx";
import { errorOfDate, pastDateError } from "../../screens/parts/dateError.ts";
import { createFieldErrors, needed, tooMuch } from "../../screens/parts/fieldErrors.ts";
import { ProblemNotice } from "../../screens/parts/ProblemNotice.tsx";

/** What one person reads and signs: purposes, terms, name in capitals, signature, date. [ASH-102] to [ASH-127] */
export function DeclarationForm(props: {
  declaration: Declaration;
  person: Pick<Attendee, "attendee" | "name">;
  today: CalendarDate;
  /** On somebody else's device. */
  passed: boolean;
  save: (note: MeetingNote) => Promise<Outcome>;
  onSigned: () => void;
}): JSX.Element {
  // Nothing here is kept: it is signed once, by whoever holds the device now.
  const [name, setName] = createSignal(props.person.name.toLocaleUpperCase("en-GB"));
  const [drawn, setDrawn] = createSignal<Strokes>();
  const [typed, setTyped] = createSignal(false);
  const [on, setOn] = createSignal(datePartsOf(props.today));
  const errors = createFieldErrors();
  const act = createAct((date: CalendarDate) => {
    const strokes = drawn();
    return props.save({
      type: "declared",
      attendee: props.person.attendee,
      declarationVersion: props.declaration.version,
      name: name().trim(),
      ...(strokes && isDrawn(strokes) ? { how: "drawn", signature: strokes } : { how: "typed" }),
      on: date,
      passed: props.passed,
    });
  });
  const sign = async (): Promise<void> => {
    const strokes = drawn();
    const signed = (strokes !== undefined && isDrawn(strokes)) || typed();
    const right = errors.check([
      needed("declared-name", name(), "Enter your name in capitals"),
      tooMuch("declared-name", name(), MAX_NAME, "Your name"),
      signed
        ? undefined
        : {
            fieldId: "declared-signature",
            text: "Sign in the box, or tick that your typed name is your signature",
          },
      pastDateError("declared-on", on(), "the date", props.today),
    ]);
    const read = readDateParts(on());
    if (!right || read.kind !== "date") return;
    if (await act.run(read.date)) props.onSigned();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void sign();
      }}
    >
      <Show when={props.declaration.purposes.length > 0}>
        <h3 class="govuk-heading-m">What we meet for</h3>
        <ul class="govuk-list govuk-list--bullet">
          <For each={props.declaration.purposes}>{({ text }) => <li>{text}</li>}</For>
        </ul>
      </Show>
      <h3 class="govuk-heading-m">The terms</h3>
      <For each={props.declaration.terms}>
        {({ heading, text }) => (
          <>
            <Show when={heading}>
              <h4 class="govuk-heading-s">{heading}</h4>
            </Show>
            <p class="govuk-body">{text}</p>
          </>
        )}
      </For>
      <TextInput
        id="declared-name"
        label="Name in capitals"
        error={errors.of("declared-name")}
        value={name()}
        onInput={(value) => setName(value.toLocaleUpperCase("en-GB"))}
      />
      <SignaturePad
        id="declared-signature"
        label="Signature"
        hint="Sign with a finger, a pen or a mouse. If you cannot draw, tick the box below instead."
        error={errors.of("declared-signature")}
        value={drawn()}
        onChange={(strokes) => setDrawn(() => strokes)}
      />
      <Checkboxes
        id="declared-typed"
        label="Without drawing"
        options={[{ value: "typed", label: "My name typed above is my signature" }]}
        value={typed() ? ["typed"] : []}
        onChange={(ticked) => setTyped(ticked.length > 0)}
      />
      <DateInput
        id="declared-on"
        label="Date"
        error={errorOfDate(errors, "declared-on")}
        value={on()}
        onInput={(value) => setOn(value)}
      />
      <Button type="submit" busy={act.busy()}>
        Sign
      </Button>
      <ProblemNotice problem={act.problem()} />
    </form>
  );
}
