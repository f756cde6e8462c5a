import { Match, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import { isSameRecord, type PaperCode, type RecordJudgement } from "../../app/checkTypes.ts";
import { Notice } from "../kit/Notice.tsx";
import { KeyWords } from "./KeyWords.tsx";

/** A code on paper: by itself it tells little, and with a record it tells whether they belong together. */
export function PaperFindings(props: { paper: PaperCode; record: RecordJudgement | undefined }): JSX.Element {
  const link = () => (props.paper.kind === "link" ? props.paper.code : undefined);
  return (
    <section aria-labelledby="found-paper">
      <h2 class="govuk-heading-m" id="found-paper">
        What stands on the paper
      </h2>
      <Switch>
        <Match when={props.paper.kind === "none"}>
          <Notice tone="warn" title="This is no code of minutes">
            Enter the eight words, the 16 letters and digits of the short code, or the whole link.
          </Notice>
        </Match>
        <Match when={link()?.right === false}>
          <Notice tone="bad" title="The code is not right">
            The signature in it does not belong to it. It was misread, or it is a forgery: scan it once more.
          </Notice>
        </Match>
        <Match when={props.record}>
          {(record) => (
            <Show
              when={isSameRecord(props.paper, record())}
              fallback={
                <Notice tone="bad" title="Paper and file are of different records">
                  They may be of two versions of the same minutes. Ask which one counts.
                </Notice>
              }
            >
              <Notice tone="good" title="Paper and file are of the same record">
                What matters to you on the paper, compare with the file: this page does not see the paper.
              </Notice>
            </Show>
          )}
        </Match>
        <Match when={link()}>
          {(code) => (
            <>
              <Notice tone="info" title="The signature in the code is right">
                It is over the record that has these eight words: {code().words.join(" ")}. They must be the
                ones on the paper. What the record says is not in the code: ask for the PDF to read it.
              </Notice>
              <KeyWords words={code().keyWords} />
            </>
          )}
        </Match>
        <Match when={true}>
          <Notice tone="info" title="Choose the file as well">
            Words and short codes name a record. This page compares them with the one in the file.
          </Notice>
        </Match>
      </Switch>
    </section>
  );
}
