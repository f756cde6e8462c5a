import { createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { actionsOf, isOpen } from "../../domain/case/actions.ts";
import { isClosed } from "../../domain/case/discussion.ts";
import { MAX_PROSE } from "../../domain/lengths.ts";
import { createAct } from "../act.ts";
import type { OpenCase } from "../caseFile/CaseGate.tsx";
import { createKeptDraft } from "../kept/createKept.ts";
import { Button } from "../kit/Button.tsx";
import { Notice } from "../kit/Notice.tsx";
import { TextArea } from "../kit/TextArea.tsx";
import { Errors } from "../screens/parts/Errors.tsx";
import { createFieldErrors, needed, tooMuch } from "../screens/parts/fieldErrors.ts";
import { Form } from "../screens/parts/Form.tsx";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";

/** The panel is done with a case, or takes it up again: a co-ordinator or chair says so, and why. */
export function CloseCase(props: { session: Session; open: OpenCase }): JSX.Element {
  const [asking, setAsking] = createSignal(false);
  const closed = () => isClosed(props.open.view().file);
  const left = () => actionsOf(props.open.view().file).filter(isOpen).length;
  return (
    <section aria-label="Closing the case">
      <h2 class="govuk-heading-m">Closing the case</h2>
      <p class="govuk-body">
        {closed()
          ? "The panel is done with this case. It stays here, and can be opened again."
          : "A closed case is on no agenda. Nothing in it is deleted."}
      </p>
      <Show when={!closed() && left() > 0}>
        <Notice tone="warn">
          {left() === 1 ? "1 action is still to do." : `${left()} actions are still to do.`}
        </Notice>
      </Show>
      <Show when={props.open.view().mayDecide}>
        <Show
          when={asking()}
          fallback={
            <Button kind="secondary" onClick={() => setAsking(true)}>
              {closed() ? "Open the case again" : "Close the case"}
            </Button>
          }
        >
          <Reason {...props} close={!closed()} onClose={() => setAsking(false)} />
        </Show>
      </Show>
    </section>
  );
}

function Reason(props: {
  session: Session;
  open: OpenCase;
  close: boolean;
  onClose: () => void;
}): JSX.Element {
  const errors = createFieldErrors();
  const kept = createKeptDraft(props.session, `close/${props.open.scope}`, { reason: "" });
  const act = createAct(() =>
    props.session.noteCase(props.open.scope, [
      { type: "case-closed", closed: props.close, reason: kept.draft.reason.trim() },
    ]),
  );
  const submit = (): void => {
    const right = errors.check([
      needed("close-reason", kept.draft.reason, "Enter the reason"),
      tooMuch("close-reason", kept.draft.reason, MAX_PROSE, "The reason"),
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
        submitText={props.close ? "Close the case" : "Open the case again"}
        busyText="Saving."
        busy={act.busy()}
        onSubmit={submit}
        more={
          <Button kind="link" onClick={() => props.onClose()}>
            Cancel
          </Button>
        }
      >
        <TextArea
          id="close-reason"
          label={props.close ? "Why is the panel done with it?" : "Why is it opened again?"}
          labelSize="s"
          rows={3}
          error={errors.of("close-reason")}
          value={kept.draft.reason}
          onInput={(reason) => kept.set("reason", reason)}
        />
        <ProblemNotice problem={act.problem() ?? kept.problem()} />
      </Form>
    </Show>
  );
}
