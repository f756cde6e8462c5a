import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import { MAX_PROSE } from "../../../domain/lengths.ts";
import { accuracyOf, type DraftedMinutes } from "../../../domain/meeting/minutes.ts";
import { createAct } from "../../act.ts";
import { createKeptDraft } from "../../kept/createKept.ts";
import { Button } from "../../kit/Button.tsx";
import { ErrorSummary } from "../../kit/ErrorSummary.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { Radios } from "../../kit/Radios.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { createFieldErrors, needed, tooMuch } from "../../screens/parts/fieldErrors.ts";
import { ProblemNotice } from "../../screens/parts/ProblemNotice.tsx";
import type { OpenMeeting } from "../MeetingGate.tsx";

/** For somebody who was there: is the draft right? Their answer can be given again; the last one counts. */
export function DraftCheck(props: {
  session: Session;
  open: OpenMeeting;
  draft: DraftedMinutes;
}): JSX.Element {
  const errors = createFieldErrors();
  const kept = createKeptDraft(props.session, `minutes-check-${props.draft.entry}`, { right: "", words: "" });
  const me = props.session.me.value.user;
  const mine = () =>
    accuracyOf(props.open.view().file, props.draft).find(({ author }) => author === me)?.record;
  const answer = createAct(() =>
    props.session.noteMeeting(props.open.key, [
      {
        type: "accuracy",
        draft: props.draft.entry,
        right: kept.draft.right === "yes",
        words: kept.draft.words.trim(),
      },
    ]),
  );
  const submit = async (): Promise<void> => {
    const { right, words } = kept.draft;
    const fine = errors.check([
      right === "" ? { fieldId: "draft-right", text: "Choose whether the draft is right" } : undefined,
      (right === "no" ? needed("draft-words", words, "Enter what is not right") : undefined) ??
        tooMuch("draft-words", words, MAX_PROSE, "What is not right"),
    ]);
    if (fine && (await answer.run())) kept.clear();
  };
  return (
    <section class="confer-no-print" aria-labelledby="check-title">
      <h2 class="govuk-heading-m" id="check-title">
        Is this draft right?
      </h2>
      <Show when={errors.list().length > 0}>
        <ErrorSummary errors={errors.list()} attempt={errors.attempt()} />
      </Show>
      <Show when={mine()}>
        {(said) => (
          <Notice tone="good" live={true}>
            {said().right ? "You said that the draft is right." : "You said what is not right."} You can
            answer again until the minutes are signed.
          </Notice>
        )}
      </Show>
      <Show when={kept.ready()}>
        <Radios
          id="draft-right"
          label="As far as you heard it"
          legendSize="s"
          error={errors.of("draft-right")}
          options={[
            { value: "yes", label: "It is right" },
            { value: "no", label: "Something is not right" },
          ]}
          value={kept.draft.right === "" ? undefined : kept.draft.right}
          onChange={(right) => kept.set("right", right)}
        />
        <Show when={kept.draft.right === "no"}>
          <TextArea
            id="draft-words"
            label="What is not right?"
            labelSize="s"
            hint="Everybody at the meeting can read this. Name a case by its reference only."
            error={errors.of("draft-words")}
            rows={4}
            value={kept.draft.words}
            onInput={(words) => kept.set("words", words)}
          />
        </Show>
        <ProblemNotice problem={answer.problem() ?? kept.problem()} />
        <Button busy={answer.busy()} onClick={() => void submit()}>
          Send my answer
        </Button>
      </Show>
    </section>
  );
}
