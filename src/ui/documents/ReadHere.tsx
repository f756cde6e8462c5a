import { createEffect, createMemo, createSignal, on, onCleanup, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Outcome, Problem } from "../../app/api.ts";
import type { DocumentModel } from "../../app/exportTypes.ts";
import { Button } from "../kit/Button.tsx";
import { Notice } from "../kit/Notice.tsx";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { DocumentView } from "./DocumentView.tsx";
import { usePageFurniture } from "./pageFurniture.ts";

export type ReadableWork = {
  /** The document as it stands now; undefined where it cannot be composed. `signal`: nobody waits for it any more. */
  compose(signal: AbortSignal): DocumentModel | undefined | Promise<DocumentModel | undefined>;
  /** It is about to be printed. */
  record(how: "print"): Promise<Outcome>;
};

type Props = ReadableWork & {
  /** What was chosen of it: for whom, which parts. Where that changes the page closes, as it is another document. */
  choice?: string;
  /** It was opened or closed. */
  onShown?: (shown: boolean) => void;
};

/** Composing one, once at a time; it is let go when the page is left or locked. */
function createReading(props: Props) {
  const [shown, setShown] = createSignal<DocumentModel>();
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<Problem>();
  let stop: AbortController | undefined;
  const show = (document: DocumentModel | undefined): void => {
    setShown(document);
    props.onShown?.(document !== undefined);
  };
  const composed = async (signal: AbortSignal): Promise<DocumentModel | undefined> => {
    try {
      // With what draws its codes: whoever prints at once would have paper without them.
      const drawing = import("../../app/codeRuns.ts").catch(() => undefined);
      const document = await props.compose(signal);
      await drawing;
      return document;
    } catch {
      return undefined;
    }
  };
  const open = async (): Promise<void> => {
    const mine = new AbortController();
    stop = mine;
    setBusy(true);
    const document = await composed(mine.signal);
    if (mine.signal.aborted) return;
    setBusy(false);
    setProblem(document ? undefined : { kind: "unexpected" });
    show(document);
  };
  const close = (): void => {
    stop?.abort();
    setBusy(false);
    if (shown()) show(undefined);
  };
  // What it is worked out from changes more often than it does.
  const choice = createMemo(() => props.choice);
  createEffect(on(choice, close, { defer: true }));
  onCleanup(() => stop?.abort());
  return { shown, busy, problem, open, close };
}

/** The document as a page: to be read where no PDF is needed, and printed on paper from a tablet. */
export function ReadHere(props: Props): JSX.Element {
  const { shown, busy, problem, open, close } = createReading(props);
  let opener: HTMLDivElement | undefined;
  const closeHere = (): void => {
    close();
    opener?.querySelector("button")?.focus();
  };
  return (
    <>
      <section class="confer-take-out confer-no-print" aria-labelledby="read-here-title">
        <h2 class="govuk-heading-m" id="read-here-title">
          On this screen or on paper
        </h2>
        <p class="govuk-body">
          The same words as the PDF, as a page that can be read aloud, enlarged and printed.
        </p>
        <ProblemNotice problem={problem()} />
        <div class="confer-actions" ref={(element) => (opener = element)}>
          <Button kind="secondary" busy={busy()} onClick={() => (shown() ? closeHere() : void open())}>
            {shown() ? "Close this page" : "Read or print it here"}
          </Button>
        </div>
      </section>
      <Show when={shown()} keyed>
        {(document) => (
          <OpenDocument document={document} record={() => props.record("print")} onClose={closeHere} />
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
  let page: HTMLDivElement | undefined;
  const print = async (): Promise<void> => {
    const noted = await props.record();
    if (!noted.ok) return void setProblem(noted.problem);
    const pictures = [...(page?.querySelectorAll("img") ?? [])];
    // One that cannot be read is missing on the screen as well.
    await Promise.allSettled(pictures.map((each) => each.decode()));
    // Closed or locked meanwhile, another page would be printed.
    if (page?.isConnected) window.print();
  };
  return (
    <>
      <div ref={(element) => (page = element)}>
        <DocumentView document={props.document} titleId="document-title" />
      </div>
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
