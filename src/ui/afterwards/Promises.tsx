import { createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { type Promised, promisesOf } from "../../domain/case/discussion.ts";
import type { CalendarDate } from "../../domain/calendarDate.ts";
import { MAX_PROSE } from "../../domain/lengths.ts";
import { createAct } from "../act.ts";
import type { OpenCase } from "../caseFile/CaseGate.tsx";
import { nameOf } from "../caseFile/people.ts";
import { dateWords, momentOf } from "../caseFile/when.ts";
import { createKeptDraft } from "../kept/createKept.ts";
import { Button } from "../kit/Button.tsx";
import { Tag } from "../kit/Tag.tsx";
import { TextArea } from "../kit/TextArea.tsx";
import { createSteady } from "../live.ts";
import { Errors } from "../screens/parts/Errors.tsx";
import { createFieldErrors, needed, tooMuch } from "../screens/parts/fieldErrors.ts";
import { Form } from "../screens/parts/Form.tsx";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";

type Props = { session: Session; open: OpenCase; today: CalendarDate };

/** Reports of progress that the panel asked for, and whether they came. [OXT-63] [OXT-92] */
export function Promises(props: Props): JSX.Element {
  const promises = createSteady(
    () => promisesOf(props.open.view().file),
    ({ entry }) => entry,
  );
  return (
    <Show when={promises().length > 0}>
      <h2 class="govuk-heading-m">Progress to be reported</h2>
      <ul class="confer-cards">
        <For each={promises()}>{(promised) => <OnePromise {...props} promised={promised} />}</For>
      </ul>
    </Show>
  );
}

const HOW = { inWriting: "in writing", inPerson: "in person" } as const;

function OnePromise(props: Props & { promised: Promised }): JSX.Element {
  const [reporting, setReporting] = createSignal(false);
  const record = () => props.promised.record;
  const when = () => (record().by === "nextMeeting" ? "At the next meeting" : `By ${dateWords(record().on)}`);
  const late = () => !props.promised.kept && record().by === "date" && record().on < props.today;
  return (
    <li class="confer-card">
      <h3 class="confer-card__title">
        {when()}, {HOW[record().how]}
      </h3>
      <p class="govuk-body">
        <Show
          when={props.promised.kept}
          fallback={<Tag tone={late() ? "bad" : "info"}>{late() ? "Overdue" : "Not reported yet"}</Tag>}
        >
          <Tag tone="good">Reported</Tag>
        </Show>{" "}
        {record().who === "" ? "" : `By ${record().who}.`}
      </p>
      <Show when={props.promised.kept}>
        {(kept) => (
          <p class="govuk-body" dir="auto">
            {momentOf(kept().order[0])}, {nameOf(props.open.view(), kept().author)}: {kept().record.words}
          </p>
        )}
      </Show>
      <Show when={!props.promised.kept}>
        <Show
          when={reporting()}
          fallback={
            <Button kind="secondary" about={when()} onClick={() => setReporting(true)}>
              Report progress
            </Button>
          }
        >
          <Report {...props} onClose={() => setReporting(false)} />
        </Show>
      </Show>
    </li>
  );
}

function Report(props: Props & { promised: Promised; onClose: () => void }): JSX.Element {
  const id = `report-${props.promised.entry}`;
  const errors = createFieldErrors();
  const kept = createKeptDraft(props.session, `report/${props.open.scope}/${props.promised.entry}`, {
    words: "",
  });
  const act = createAct(() =>
    props.session.noteCase(props.open.scope, [
      { type: "reported", promise: props.promised.entry, words: kept.draft.words.trim() },
    ]),
  );
  const submit = (): void => {
    const right = errors.check([
      needed(id, kept.draft.words, "Write what has happened since the meeting"),
      tooMuch(id, kept.draft.words, MAX_PROSE, "The report"),
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
        submitText="Save the report"
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
          id={id}
          label="What has happened since the meeting"
          labelSize="s"
          rows={5}
          error={errors.of(id)}
          value={kept.draft.words}
          onInput={(words) => kept.set("words", words)}
        />
        <ProblemNotice problem={act.problem() ?? kept.problem()} />
      </Form>
    </Show>
  );
}
