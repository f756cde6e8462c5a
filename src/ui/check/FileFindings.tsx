import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { FileJudgement } from "../../app/checkTypes.ts";
import { momentOf } from "../caseFile/when.ts";
import { Notice } from "../kit/Notice.tsx";
import { SummaryList } from "../kit/SummaryList.tsx";

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
              it: this page does not know whom to trust. The time is what that device said.
            </p>
            <Show when={certificate().issuer !== certificate().name}>
              <p class="govuk-body">
                This page does not look up whether the certificate was withdrawn by who issued it, because its
                key was lost or stolen. A PDF reader with a connection, such as Adobe Acrobat, may look that
                up, and say whether it trusts who issued it.
              </p>
            </Show>
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
