import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { type Promised, promisesOf } from "../../domain/case/discussion.ts";
import type { CalendarDate } from "../../domain/calendarDate.ts";
import { MAX_PROSE } from "../../domain/lengths.ts";
import type { OpenCase } from "../caseFile/CaseGate.tsx";
import { nameOf } from "../caseFile/people.ts";
import { dateWords, momentOf } from "../caseFile/when.ts";
import { createKeptForm } from "../kept/createKeptForm.ts";
import { InPlace } from "../kept/InPlace.tsx";
import { KeptForm } from "../kept/KeptForm.tsx";
import { Tag } from "../kit/Tag.tsx";
import { TextArea } from "../kit/TextArea.tsx";
import { createSteady } from "../live.ts";
import { needed, tooMuch } from "../screens/parts/fieldErrors.ts";

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
        <InPlace text="Report progress" about={when()}>
          {(close) => <Report {...props} about={when()} onClose={close} />}
        </InPlace>
      </Show>
    </li>
  );
}

function Report(props: Props & { promised: Promised; about: string; onClose: () => void }): JSX.Element {
  const promise = props.promised.entry;
  const id = `report-${promise}`;
  const form = createKeptForm({
    notes: props.session,
    name: `report/${props.open.scope}/${promise}`,
    blank: { words: "" },
    check: ({ words }) => [
      needed(id, words, "Write what has happened since the meeting"),
      tooMuch(id, words, MAX_PROSE, "The report"),
    ],
    save: ({ words }) =>
      props.session.noteCase(props.open.scope, [{ type: "reported", promise, words: words.trim() }]),
    onSaved: () => props.onClose(),
  });
  return (
    <KeptForm
      of={form}
      inPlace={`Report progress ${props.about}`}
      submitText="Save the report"
      busyText="Saving."
      onLeave={props.onClose}
    >
      <TextArea
        id={id}
        label="What has happened since the meeting"
        labelSize="s"
        rows={5}
        error={form.errors.of(id)}
        value={form.draft.words}
        onInput={(words) => form.set("words", words)}
      />
    </KeptForm>
  );
}
