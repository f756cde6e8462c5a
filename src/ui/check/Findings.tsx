import { Match, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import {
  type FileJudgement,
  isSameRecord,
  type Judged,
  type PaperCode,
  type RecordJudgement,
} from "../../app/checkTypes.ts";
import { dateWords, momentOf } from "../caseFile/when.ts";
import { Notice } from "../kit/Notice.tsx";
import { SummaryList } from "../kit/SummaryList.tsx";
import { WordsPhrase } from "../kit/WordsPhrase.tsx";

/** What a file's own signature says: in words for what holds, what does not, and what it cannot tell. */
export function FileFindings(props: { file: FileJudgement }): JSX.Element {
  const right = () => (props.file.kind === "right" ? props.file.certificate : undefined);
  return (
    <section aria-labelledby="found-file">
      <h2 class="govuk-heading-m" id="found-file">
        The PDF as a file
      </h2>
      <Show when={right()} fallback={<FileFault kind={props.file.kind} />}>
        {(certificate) => (
          <>
            <Notice tone="good" title="The file is as it was made">
              Not one byte was changed, added or taken away since it was made and signed.
            </Notice>
            <SummaryList
              rows={[
                { key: "Signed with", value: certificate().name },
                ...issuedBy(certificate()),
                { key: "Key valid from", value: momentOf(certificate().fromMs) },
                { key: "Key valid until", value: momentOf(certificate().untilMs) },
              ]}
            />
            <p class="govuk-body">
              Whoever made the PDF signed it, and not the chair. Anybody can make such a key, with any name in
              it: this page does not know whom to trust. A PDF reader may say whether it trusts who issued the
              certificate. The time is what that device said.
            </p>
          </>
        )}
      </Show>
    </section>
  );
}

/** A certificate by an issuer is an organisation's; one of a device is signed by itself. */
const issuedBy = ({ name, issuer }: { readonly name: string; readonly issuer: string }) =>
  issuer === name ? [] : [{ key: "Issued, as it says, by", value: issuer }];

const FILE_FAULTS: Readonly<
  Record<Exclude<FileJudgement["kind"], "right">, { title: string; text: string; tone: "bad" | "warn" }>
> = {
  changed: {
    tone: "bad",
    title: "The file was changed",
    text: "It is not what was signed. Ask for the file again, as it was first sent.",
  },
  forged: {
    tone: "bad",
    title: "The signature is not right",
    text: "It does not belong to the certificate that came with it. Do not rely on this file.",
  },
  added: {
    tone: "bad",
    title: "Something was added to the file",
    text: "The part that was signed is unchanged, and more was put after it: by a second save, a comment or a form. What you see may not be what was signed.",
  },
  several: {
    tone: "bad",
    title: "The file has several signatures",
    text: "Confer makes one. What a second one covers, this page does not judge.",
  },
  odd: {
    tone: "bad",
    title: "The signature leaves out too much",
    text: "Parts of this file are covered by no signature, so anything could stand there.",
  },
  unknown: {
    tone: "warn",
    title: "The signature is of a kind that this page does not read",
    text: "Another program made it. Check it with a PDF reader.",
  },
  unsigned: {
    tone: "warn",
    title: "The file has no signature",
    text: "It was made without one, or saved again by another program, or its password was taken off. It can have been changed.",
  },
};

function FileFault(props: { kind: FileJudgement["kind"] }): JSX.Element {
  const fault = () => (props.kind === "right" ? undefined : FILE_FAULTS[props.kind]);
  return (
    <Show when={fault()}>
      {(known) => (
        <Notice tone={known().tone} title={known().title}>
          {known().text}
        </Notice>
      )}
    </Show>
  );
}

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

function KeyWords(props: { words: readonly string[] }): JSX.Element {
  return (
    <>
      <h3 class="govuk-heading-s">The key that signed, in words</h3>
      <WordsPhrase label="The key that signed, in words" words={props.words} />
      <p class="govuk-body">
        Whose key it is, this page cannot tell: anybody can make one. Telephone the panel, on a number that
        you know, and compare these words. There is no proof of the time either: the date is what the signer’s
        device said.
      </p>
    </>
  );
}
