import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { Action } from "../../domain/case/actions.ts";
import type { ScopeId } from "../../domain/ids.ts";
import { MAX_PROSE } from "../../domain/lengths.ts";
import type { ActionState } from "../../domain/records/discussion.ts";
import { createAct } from "../act.ts";
import { createKeptDraft } from "../kept/createKept.ts";
import { Button } from "../kit/Button.tsx";
import { Radios } from "../kit/Radios.tsx";
import { TextArea } from "../kit/TextArea.tsx";
import { Errors } from "../screens/parts/Errors.tsx";
import { createFieldErrors, needed, tooMuch } from "../screens/parts/fieldErrors.ts";
import { Form } from "../screens/parts/Form.tsx";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";

const BLANK = { state: "" as "" | ActionState, words: "" };

/** How an action stands now. What was said before stays. */
export function UpdateAction(props: {
  session: Session;
  scope: ScopeId;
  action: Action;
  onClose: () => void;
}): JSX.Element {
  const id = (part: string) => `${part}-${props.action.action}`;
  const errors = createFieldErrors();
  const kept = createKeptDraft(props.session, `action/${props.scope}/${props.action.action}`, BLANK);
  const act = createAct(() =>
    props.session.noteCase(props.scope, [
      {
        type: "action-updated",
        action: props.action.action,
        state: kept.draft.state as ActionState,
        words: kept.draft.words.trim(),
      },
    ]),
  );
  const submit = (): void => {
    const right = errors.check([
      needed(id("state"), kept.draft.state, "Choose how it stands"),
      kept.draft.state === "notPossible"
        ? needed(id("words"), kept.draft.words, "Say why it is not possible")
        : undefined,
      tooMuch(id("words"), kept.draft.words, MAX_PROSE, "What you say"),
    ]);
    if (!right) return;
    void act.run().then((saved) => {
      if (!saved) return;
      kept.clear();
      props.onClose();
    });
  };
  return (
    <Show when={kept.ready()}>
      <Errors of={errors} />
      <Form
        submitText="Save"
        busyText="Saving."
        busy={act.busy()}
        onSubmit={submit}
        more={
          <Button kind="link" onClick={() => props.onClose()}>
            Cancel
          </Button>
        }
      >
        <Radios
          id={id("state")}
          label="How does it stand?"
          legendSize="s"
          error={errors.of(id("state"))}
          options={[
            { value: "done", label: "Done" },
            { value: "inProgress", label: "In progress" },
            { value: "notPossible", label: "Not possible" },
            ...(props.action.state === "open" ? [] : [{ value: "open", label: "To do again" }]),
          ]}
          value={kept.draft.state === "" ? undefined : kept.draft.state}
          onChange={(state) => kept.set("state", state as ActionState)}
        />
        <TextArea
          id={id("words")}
          label="What happened"
          labelSize="s"
          optional={kept.draft.state !== "notPossible"}
          rows={3}
          error={errors.of(id("words"))}
          value={kept.draft.words}
          onInput={(words) => kept.set("words", words)}
        />
        <ProblemNotice problem={act.problem() ?? kept.problem()} />
      </Form>
    </Show>
  );
}
