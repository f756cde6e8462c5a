import { createEffect } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { Action } from "../../domain/case/actions.ts";
import type { PaperId, ScopeId } from "../../domain/ids.ts";
import { MAX_PROSE } from "../../domain/lengths.ts";
import { type ActionState, MAX_EVIDENCE } from "../../domain/records/discussion.ts";
import { createKeptForm } from "../kept/createKeptForm.ts";
import { KeptForm } from "../kept/KeptForm.tsx";
import { Radios } from "../kit/Radios.tsx";
import { TextArea } from "../kit/TextArea.tsx";
import { needed, tooMuch } from "../screens/parts/fieldErrors.ts";
import { createAddingEvidence, EvidenceField } from "./EvidenceField.tsx";

const BLANK = { state: "" as "" | ActionState, words: "", evidence: [] as string[] };

/** How an action stands now. What was said before stays. */
export function UpdateAction(props: {
  session: Session;
  scope: ScopeId;
  action: Action;
  /** Said by the button that opened it. */
  state?: ActionState | undefined;
  onSaved: () => void;
  onClose: () => void;
}): JSX.Element {
  const id = (part: string) => `${part}-${props.action.action}`;
  const form = createKeptForm({
    notes: props.session,
    name: `action/${props.scope}/${props.action.action}`,
    blank: BLANK,
    check: ({ state, words, evidence }) => [
      needed(id("state"), state, "Choose how it stands"),
      state === "notPossible" ? needed(id("words"), words, "Say why it is not possible") : undefined,
      tooMuch(id("words"), words, MAX_PROSE, "What you say"),
      evidence.length > MAX_EVIDENCE
        ? { fieldId: id("file"), text: `Choose no more than ${MAX_EVIDENCE} photos and files` }
        : undefined,
    ],
    save: ({ state, words, evidence }) =>
      props.session.noteCase(props.scope, [
        {
          type: "action-updated",
          action: props.action.action,
          state: state as ActionState,
          words: words.trim(),
          ...(evidence.length > 0 && { evidence: evidence as PaperId[] }),
        },
      ]),
    onSaved: () => props.onSaved(),
  });
  const adding = createAddingEvidence(props.session, props.scope);
  createEffect(() => {
    if (form.ready() && props.state !== undefined) form.set("state", props.state);
  });
  return (
    <KeptForm
      of={{ ...form, busy: () => form.busy() || adding() }}
      inPlace={`Update ${props.action.what}`}
      submitText="Save"
      busyText={adding() ? "Adding it." : "Saving."}
      onLeave={props.onClose}
    >
      <Radios
        id={id("state")}
        label="How does it stand?"
        legendSize="s"
        error={form.errors.of(id("state"))}
        options={[
          { value: "done", label: "Done" },
          { value: "inProgress", label: "In progress" },
          { value: "notPossible", label: "Not possible" },
          ...(props.action.state === "open" ? [] : [{ value: "open", label: "To do again" }]),
        ]}
        value={form.draft.state === "" ? undefined : form.draft.state}
        onChange={(state) => form.set("state", state as ActionState)}
      />
      <TextArea
        id={id("words")}
        label="What happened"
        labelSize="s"
        optional={form.draft.state !== "notPossible"}
        rows={3}
        error={form.errors.of(id("words"))}
        value={form.draft.words}
        onInput={(words) => form.set("words", words)}
      />
      <EvidenceField
        session={props.session}
        scope={props.scope}
        id={props.action.action}
        what={props.action.what}
        chosen={form.draft.evidence}
        onChange={(change) => form.set("evidence", change)}
      />
    </KeptForm>
  );
}
