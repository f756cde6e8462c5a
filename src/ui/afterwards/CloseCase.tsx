import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { actionsOf, isOpen } from "../../domain/case/actions.ts";
import { isClosed } from "../../domain/case/discussion.ts";
import { MAX_PROSE } from "../../domain/lengths.ts";
import type { OpenCase } from "../caseFile/CaseGate.tsx";
import { createKeptForm } from "../kept/createKeptForm.ts";
import { InPlace } from "../kept/InPlace.tsx";
import { KeptForm } from "../kept/KeptForm.tsx";
import { Notice } from "../kit/Notice.tsx";
import { TextArea } from "../kit/TextArea.tsx";
import { needed, tooMuch } from "../screens/parts/fieldErrors.ts";

/** The panel is done with a case, or takes it up again: a co-ordinator or chair says so, and why. */
export function CloseCase(props: { session: Session; open: OpenCase }): JSX.Element {
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
        <InPlace text={actWords(!closed())}>
          {(close) => <Reason {...props} close={!closed()} onClose={close} />}
        </InPlace>
      </Show>
    </section>
  );
}

const actWords = (close: boolean): string => (close ? "Close the case" : "Open the case again");

function Reason(props: {
  session: Session;
  open: OpenCase;
  close: boolean;
  onClose: () => void;
}): JSX.Element {
  const form = createKeptForm({
    notes: props.session,
    name: `close/${props.open.scope}`,
    blank: { reason: "" },
    check: ({ reason }) => [
      needed("close-reason", reason, "Enter the reason"),
      tooMuch("close-reason", reason, MAX_PROSE, "The reason"),
    ],
    save: ({ reason }) =>
      props.session.noteCase(props.open.scope, [
        { type: "case-closed", closed: props.close, reason: reason.trim() },
      ]),
    onSaved: () => props.onClose(),
  });
  return (
    <KeptForm
      of={form}
      inPlace={actWords(props.close)}
      submitText={actWords(props.close)}
      busyText="Saving."
      onLeave={props.onClose}
    >
      <TextArea
        id="close-reason"
        label={props.close ? "Why is the panel done with it?" : "Why is it opened again?"}
        labelSize="s"
        rows={3}
        error={form.errors.of("close-reason")}
        value={form.draft.reason}
        onInput={(reason) => form.set("reason", reason)}
      />
    </KeptForm>
  );
}
