import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import { MAX_PROSE } from "../../../domain/lengths.ts";
import { accuracyOf, type DraftedMinutes } from "../../../domain/meeting/minutes.ts";
import { createKeptForm } from "../../kept/createKeptForm.ts";
import { KeptForm } from "../../kept/KeptForm.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { Radios } from "../../kit/Radios.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { needed, tooMuch } from "../../screens/parts/fieldErrors.ts";
import type { OpenMeeting } from "../MeetingGate.tsx";

/** For somebody who was there: is the draft right? Their answer can be given again; the last one counts. */
export function DraftCheck(props: {
  session: Session;
  open: OpenMeeting;
  draft: DraftedMinutes;
}): JSX.Element {
  const me = props.session.me.value.user;
  const mine = () =>
    accuracyOf(props.open.view().file, props.draft).find(({ author }) => author === me)?.record;
  const form = createKeptForm({
    notes: props.session,
    name: `minutes-check-${props.draft.entry}`,
    blank: { right: "", words: "" },
    check: ({ right, words }) => [
      right === "" ? { fieldId: "draft-right", text: "Choose whether the draft is right" } : undefined,
      (right === "no" ? needed("draft-words", words, "Enter what is not right") : undefined) ??
        tooMuch("draft-words", words, MAX_PROSE, "What is not right"),
    ],
    save: ({ right, words }) =>
      props.session.noteMeeting(props.open.key, [
        { type: "accuracy", draft: props.draft.entry, right: right === "yes", words: words.trim() },
      ]),
  });
  const { draft, set, errors } = form;
  return (
    <section class="confer-no-print" aria-labelledby="check-title">
      <h2 class="govuk-heading-m" id="check-title">
        Is this draft right?
      </h2>
      <Show when={mine()}>
        {(said) => (
          <Notice tone="good" live={true}>
            {said().right ? "You said that the draft is right." : "You said what is not right."} You can
            answer again until the minutes are signed.
          </Notice>
        )}
      </Show>
      <KeptForm of={form} submitText="Send my answer">
        <Radios
          id="draft-right"
          label="As far as you heard it"
          legendSize="s"
          error={errors.of("draft-right")}
          options={[
            { value: "yes", label: "It is right" },
            { value: "no", label: "Something is not right" },
          ]}
          value={draft.right === "" ? undefined : draft.right}
          onChange={(right) => set("right", right)}
        />
        <Show when={draft.right === "no"}>
          <TextArea
            id="draft-words"
            label="What is not right?"
            labelSize="s"
            hint="Everybody at the meeting can read this. Name a case by its reference only."
            error={errors.of("draft-words")}
            rows={4}
            value={draft.words}
            onInput={(words) => set("words", words)}
          />
        </Show>
      </KeptForm>
    </section>
  );
}
