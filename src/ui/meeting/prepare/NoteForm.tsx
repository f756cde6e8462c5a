import { For } from "solid-js";
import type { JSX } from "solid-js";
import { MAX_PROSE } from "../../../domain/lengths.ts";
import type { MadeForm } from "../../kept/createKeptForm.ts";
import { KeptForm } from "../../kept/KeptForm.tsx";
import { Radios } from "../../kit/Radios.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { BOXES, type NoteDraft } from "./noteDraft.ts";

/** Four boxes, or that nothing was found. `changes`: there is one already, which this replaces. */
export function NoteForm(props: { form: MadeForm<NoteDraft>; changes: boolean }): JSX.Element {
  return (
    <KeptForm
      of={props.form}
      submitText="Save your note"
      leaveText="Leave it as it was"
      onLeave={props.changes ? () => props.form.clear() : undefined}
    >
      <Found form={props.form} />
      <p class="govuk-body">
        Whoever may read this case can read your note: the panel, and whoever sent the referral.
      </p>
    </KeptForm>
  );
}

function Found(props: { form: MadeForm<NoteDraft> }): JSX.Element {
  const { draft, set, errors } = props.form;
  return (
    <Radios
      id="found"
      label="What did you find in your agency’s records?"
      legendSize="s"
      error={errors.of("found")}
      options={[
        {
          value: "something",
          label: "This is what we know",
          reveal: () => (
            <For each={BOXES}>
              {({ key, label }) => (
                <TextArea
                  id={key}
                  label={label}
                  labelSize="s"
                  rows={3}
                  limit={MAX_PROSE}
                  error={errors.of(key)}
                  value={draft[key]}
                  onInput={(text) => set(key, text)}
                />
              )}
            </For>
          ),
        },
        { value: "nothing", label: "We looked and found nothing" },
      ]}
      value={draft.found === "" ? undefined : draft.found}
      onChange={(found) => set("found", found as NoteDraft["found"])}
    />
  );
}
