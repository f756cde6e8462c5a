import { Match, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import type { Judged, RecordJudgement } from "../../app/checkTypes.ts";
import { dateWords } from "../caseFile/when.ts";
import { Notice } from "../kit/Notice.tsx";
import { SummaryList } from "../kit/SummaryList.tsx";
import { KeyWords } from "./KeyWords.tsx";

const MISSING = {
  locked: {
    title: "The record inside was not opened",
    text: "Enter the password of the PDF, and check again.",
  },
  damaged: {
    title: "What is inside could not be read",
    text: "The file is damaged, or no PDF, or larger than this page reads.",
  },
  none: {
    title: "There is no record to check",
    text: "The PDF holds none, or the files that you chose are no record of minutes.",
  },
} as const;

/** The record that was signed: whether it is that, by which key, and who is said to have signed. */
export function RecordFindings(props: { judged: Judged }): JSX.Element {
  return (
    <section aria-labelledby="found-record">
      <h2 class="govuk-heading-m" id="found-record">
        The record of the minutes
      </h2>
      <Show when={props.judged.missing}>
        {(why) => (
          <Notice tone="warn" title={MISSING[why()].title}>
            {MISSING[why()].text}
          </Notice>
        )}
      </Show>
      <Show when={props.judged.record}>{(record) => <Record found={record()} />}</Show>
    </section>
  );
}

function Record(props: { found: RecordJudgement }): JSX.Element {
  const holds = () => props.found.signature === "right" && props.found.whole;
  const foreign = () => props.found.cases.filter(({ state }) => state === "foreign");
  return (
    <>
      <Switch
        fallback={
          <Notice tone="bad" title="The record is not what was signed">
            It was changed after signing, or the signature or key belongs to another record. Do not rely on
            it.
          </Notice>
        }
      >
        <Match when={holds()}>
          <Notice tone="good" title="The record is what was signed">
            The holder of the key below signed exactly these words.
          </Notice>
        </Match>
        <Match when={props.found.signature === "none"}>
          <Notice tone="warn" title="The record came without a signature or key">
            Choose the “.minisig” and “.pub” files together with it, or the PDF that they were in.
          </Notice>
        </Match>
        <Match when={props.found.signature === "unreadable"}>
          <Notice tone="bad" title="The signature or key is no longer readable">
            Its file was changed. Nothing can be said of the record.
          </Notice>
        </Match>
      </Switch>
      <Show when={foreign().length > 0}>
        <Notice tone="bad" title="Some files are not of this record">
          Changed after signing, or of other minutes:{" "}
          {foreign()
            .map(({ name }) => name)
            .join(", ")}
        </Notice>
      </Show>
      <Show when={holds() && props.found.record}>
        {(record) => (
          <SummaryList
            rows={[
              {
                key: record().how === "none" ? "Published by" : "Signed by",
                value: `${record().name}, ${record().position}`,
              },
              { key: "What signing meant", value: record().meaning },
              { key: "On, as they said", value: dateWords(record().on) },
              { key: "Eight words", value: props.found.words.join(" ") },
              { key: "Short code", value: props.found.code },
              {
                key: "Cases that are as signed",
                value: `${props.found.cases.length - foreign().length} of ${record().cases.length}`,
              },
            ]}
          />
        )}
      </Show>
      <Show when={holds() && props.found.keyWords}>{(words) => <KeyWords words={words()} />}</Show>
    </>
  );
}
