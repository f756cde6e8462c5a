import { createSignal, onCleanup, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import { MAX_PROSE } from "../../../domain/lengths.ts";
import { createAct } from "../../act.ts";
import { createKeptDraft } from "../../kept/createKept.ts";
import { Button } from "../../kit/Button.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { ProblemNotice } from "../../screens/parts/ProblemNotice.tsx";
import type { OpenMeeting } from "../MeetingGate.tsx";
import type { Edits } from "./createEdits.ts";
import type { Part } from "./parts.ts";

/** One part of the record: its words, and a box to change them in. */
export function EditPart(props: {
  session: Session;
  open: OpenMeeting;
  part: Part;
  id: string;
  edits: Edits;
}): JSX.Element {
  const [editing, setEditing] = createSignal(false);
  let again: HTMLDivElement | undefined;
  const edit = (): void => {
    setEditing(true);
    props.edits.open(props.id, props.part.label);
  };
  onCleanup(() => props.edits.close(props.id));
  const close = (): void => {
    setEditing(false);
    props.edits.close(props.id);
    again?.querySelector("button")?.focus();
  };
  return (
    <div class="confer-minutes-part" ref={(element) => (again = element)}>
      <Show
        when={editing()}
        fallback={
          <>
            <h3 class="govuk-heading-s">{props.part.label}</h3>
            <Show when={props.part.versions.length > 1}>
              <p class="govuk-body-s">Two people wrote this at the same time. Both stand, the older first.</p>
            </Show>
            <p class={props.part.words === "" ? "govuk-body confer-place" : "govuk-body confer-lines"}>
              {props.part.words === "" ? "Nothing written" : props.part.words}
            </p>
            <Button kind="link" about={props.part.label} onClick={edit}>
              Edit
            </Button>
          </>
        }
      >
        <Editor {...props} onDone={close} />
      </Show>
    </div>
  );
}

function Editor(props: {
  session: Session;
  open: OpenMeeting;
  part: Part;
  id: string;
  edits: Edits;
  onDone: () => void;
}): JSX.Element {
  // What others write meanwhile is neither shown here nor written over.
  const { part } = props;
  const name = `minutes-${props.open.key}-${part.where}-${part.path}`;
  const kept = createKeptDraft(props.session, name, { words: part.words });
  const save = createAct(() => {
    const value = kept.draft.words.trim();
    const change = { path: part.path, value, replaces: part.versions.map(({ entry }) => entry) };
    return part.where === "meeting"
      ? props.session.noteMeeting(props.open.key, [{ type: "meeting-noted", changes: [change] }])
      : props.session.noteCase(part.where, [{ type: "minuted", meeting: props.open.key, changes: [change] }]);
  });
  const submit = async (): Promise<void> => {
    if (!(await save.run())) return;
    kept.clear();
    props.onDone();
  };
  const leave = (): void => {
    kept.clear();
    props.onDone();
  };
  return (
    <Show when={kept.ready()}>
      <TextArea
        id={props.id}
        label={part.label}
        labelSize="s"
        rows={4}
        limit={MAX_PROSE}
        value={kept.draft.words}
        onInput={(words) => kept.set("words", words)}
      />
      <ProblemNotice problem={save.problem() ?? kept.problem()} />
      <div class="confer-actions">
        <Button busy={save.busy()} about={part.label} onClick={() => props.edits.saving(submit())}>
          Save
        </Button>
        <Button kind="link" about={part.label} onClick={leave}>
          Cancel
        </Button>
      </div>
    </Show>
  );
}
