import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import type { ScopeId } from "../../../domain/ids.ts";
import { MAX_PROSE } from "../../../domain/lengths.ts";
import { createAct } from "../../act.ts";
import type { KeptDraft } from "../../kept/createKept.ts";
import { Button } from "../../kit/Button.tsx";
import { Radios } from "../../kit/Radios.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { Errors } from "../../screens/parts/Errors.tsx";
import { createFieldErrors, type FieldErrors } from "../../screens/parts/fieldErrors.ts";
import { ProblemNotice } from "../../screens/parts/ProblemNotice.tsx";
import { BOXES, type NoteDraft, noteRecord, wrongInNote } from "./noteDraft.ts";

/** Four boxes, or that nothing was found. */
export function NoteForm(props: {
  session: Session;
  scope: ScopeId;
  meeting: string;
  agency: string;
  kept: KeptDraft<NoteDraft>;
  /** There is one already, which this replaces. */
  changes: boolean;
  onSaved: () => void;
}): JSX.Element {
  const { session, kept } = props;
  const errors = createFieldErrors();
  const act = createAct(() =>
    session.noteCase(props.scope, [noteRecord(props.meeting, props.agency, kept.draft)]),
  );
  const submit = (): void => {
    if (!errors.check(wrongInNote(kept.draft))) return;
    void act.run().then((done) => {
      if (!done) return;
      kept.clear();
      props.onSaved();
    });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Errors of={errors} />
      <Found kept={kept} errors={errors} />
      <p class="govuk-body">
        Whoever may read this case can read your note: the panel, and whoever sent the referral.
      </p>
      <ProblemNotice problem={act.problem() ?? kept.problem()} />
      <div class="confer-actions">
        <Button type="submit" busy={act.busy()}>
          Save your note
        </Button>
        <Show when={props.changes}>
          <Button kind="link" onClick={() => kept.clear()}>
            Leave it as it was
          </Button>
        </Show>
      </div>
    </form>
  );
}

function Found(props: { kept: KeptDraft<NoteDraft>; errors: FieldErrors }): JSX.Element {
  const { draft, set } = props.kept;
  return (
    <Radios
      id="found"
      label="What did you find in your agency’s records?"
      legendSize="s"
      error={props.errors.of("found")}
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
                  error={props.errors.of(key)}
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
