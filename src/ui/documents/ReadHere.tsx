import { createSignal, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Outcome, Problem } from "../../app/api.ts";
import type { DocumentModel } from "../../app/exportTypes.ts";
import { Button } from "../kit/Button.tsx";
import { Notice } from "../kit/Notice.tsx";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { DocumentView } from "./DocumentView.tsx";
import { usePageFurniture } from "./pageFurniture.ts";

export type ReadableWork = {
  /** The document as it stands now; undefined where it cannot be composed. */
  compose(): Promise<DocumentModel | undefined>;
  /** It is about to be printed. */
  record(how: "print"): Promise<Outcome>;
};

/** The document as a page: to be read where no PDF is needed, and printed on paper from a tablet. */
export function ReadHere(props: ReadableWork): JSX.Element {
  const [shown, setShown] = createSignal<DocumentModel>();
  const [problem, setProblem] = createSignal<Problem>();
  let opener: HTMLDivElement | undefined;
  const open = async (): Promise<void> => {
    const document = await props.compose();
    setProblem(document ? undefined : { kind: "unexpected" });
    setShown(document);
  };
  const close = (): void => {
    setShown(undefined);
    opener?.querySelector("button")?.focus();
  };
  return (
    <>
      <section class="confer-no-print" aria-labelledby="read-here-title">
        <h2 class="govuk-heading-m" id="read-here-title">
          On this screen or on paper
        </h2>
        <p class="govuk-body">
          The same words as the PDF, as a page that can be read aloud, enlarged and printed.
        </p>
        <ProblemNotice problem={problem()} />
        <div ref={(element) => (opener = element)}>
          <Button kind="secondary" onClick={() => (shown() ? close() : void open())}>
            {shown() ? "Close this page" : "Read or print it here"}
          </Button>
        </div>
      </section>
      <Show when={shown()} keyed>
        {(document) => (
          <OpenDocument document={document} record={() => props.record("print")} onClose={close} />
        )}
      </Show>
    </>
  );
}

function OpenDocument(props: {
  document: DocumentModel;
  record: () => Promise<Outcome>;
  onClose: () => void;
}): JSX.Element {
  const [problem, setProblem] = createSignal<Problem>();
  usePageFurniture(props.document.frame);
  onMount(() => document.getElementById("document-title")?.focus());
  const print = async (): Promise<void> => {
    const noted = await props.record();
    if (noted.ok) window.print();
    else setProblem(noted.problem);
  };
  return (
    <>
      <DocumentView document={props.document} titleId="document-title" />
      <div class="confer-no-print">
        <Notice tone="warn">
          Print on paper only. A file that the printing window saves has no password: for a file, make the
          protected PDF. That you printed is kept in the history.
        </Notice>
        <ProblemNotice problem={problem()} />
        <div class="confer-actions">
          <Button onClick={() => void print()}>Print</Button>
          <Button kind="secondary" onClick={() => props.onClose()}>
            Close this page
          </Button>
        </div>
      </div>
    </>
  );
}
