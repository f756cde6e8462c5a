import { createSignal, For, Match, onCleanup, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import type { ExportedPdf, Outcome, Problem } from "../../app/api.ts";
import { Button } from "../kit/Button.tsx";
import { CopyButton } from "../kit/CopyButton.tsx";
import { Notice } from "../kit/Notice.tsx";
import { ProgressBar } from "../kit/ProgressBar.tsx";
import { WordsPhrase } from "../kit/WordsPhrase.tsx";
import { saveFile } from "../saveFile.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";

const PDF = "application/pdf";

type State =
  | { readonly kind: "idle"; readonly said: string }
  | { readonly kind: "making"; readonly done: number; readonly total: number }
  | { readonly kind: "made"; readonly pdf: ExportedPdf };

export type PdfWork = {
  make(onProgress: (done: number, total: number) => void, signal: AbortSignal): Promise<Outcome<ExportedPdf>>;
  /** A copy left the app. */
  record(how: "download" | "share"): Promise<Outcome>;
};

/** Making one, once at a time; what was made before is let go when another is begun. */
function createMaking(work: PdfWork) {
  const [state, setState] = createSignal<State>({ kind: "idle", said: "" });
  const [problem, setProblem] = createSignal<Problem>();
  let stop: AbortController | undefined;
  onCleanup(() => stop?.abort());

  const make = async (): Promise<void> => {
    const mine = new AbortController();
    stop = mine;
    setProblem(undefined);
    setState({ kind: "making", done: 0, total: 0 });
    const show = (done: number, total: number): void => {
      if (!mine.signal.aborted) setState({ kind: "making", done, total });
    };
    try {
      const made = await work.make(show, mine.signal);
      if (mine.signal.aborted) return;
      if (made.ok) setState({ kind: "made", pdf: made.value });
      else fail(made.problem);
    } catch {
      if (!mine.signal.aborted) fail({ kind: "unexpected" });
    }
  };
  const fail = (why: Problem): void => {
    setProblem(why);
    setState({ kind: "idle", said: "" });
  };
  const cancel = (): void => {
    stop?.abort();
    setState({ kind: "idle", said: "Cancelled. No PDF was made." });
  };
  const finish = (): void => {
    setState({ kind: "idle", said: "The PDF and its password are gone from this page." });
  };
  return { state, problem, make, cancel, finish };
}

/** Makes an encrypted PDF with a password of its own, and hands over both, apart. Nothing is kept afterwards. */
export function ProtectedPdf(props: PdfWork): JSX.Element {
  const { state, problem, make, cancel, finish } = createMaking(props);
  return (
    <section class="confer-no-print" aria-labelledby="pdf-title">
      <h2 class="govuk-heading-m" id="pdf-title">
        Protected PDF
      </h2>
      <Switch>
        <Match when={state().kind === "idle" && (state() as Extract<State, { kind: "idle" }>)}>
          {(idle) => (
            <>
              <p class="govuk-body">
                For somebody without this app. It opens only with a password, which is made new each time.
              </p>
              <ProblemNotice problem={problem()} />
              <Button kind="secondary" onClick={() => void make()}>
                Make a protected PDF
              </Button>
              <p class="govuk-body" role="status">
                {idle().said}
              </p>
            </>
          )}
        </Match>
        <Match when={state().kind === "making" && (state() as Extract<State, { kind: "making" }>)}>
          {(making) => (
            <ProgressBar
              id="pdf-progress"
              label="Making the PDF"
              value={making().done}
              max={Math.max(1, making().total)}
              text={progressWords(making())}
              onCancel={cancel}
            />
          )}
        </Match>
        <Match when={state().kind === "made" && (state() as Extract<State, { kind: "made" }>)}>
          {(made) => <Made record={(how) => props.record(how)} pdf={made().pdf} onDone={finish} />}
        </Match>
      </Switch>
    </section>
  );
}

/** How many pages there will be is often not known before the last. */
function progressWords({ done, total }: { done: number; total: number }): string {
  if (done === 0) return "Starting";
  return total === 0 ? `Page ${done}` : `Page ${done} of ${total}`;
}

function Made(props: { record: PdfWork["record"]; pdf: ExportedPdf; onDone: () => void }): JSX.Element {
  const [said, setSaid] = createSignal("");
  const [problem, setProblem] = createSignal<Problem>();
  const file = new File([props.pdf.bytes], props.pdf.fileName, { type: PDF });
  const canShare = navigator.canShare?.({ files: [file] }) === true;
  const note = async (how: "download" | "share", words: string): Promise<void> => {
    setSaid(words);
    const noted = await props.record(how);
    if (!noted.ok) setProblem(noted.problem);
  };
  const download = async (): Promise<void> => {
    const saved = await saveFile(props.pdf.bytes, props.pdf.fileName, PDF);
    if (saved === "download") await note("download", "The PDF was handed to this device’s downloads.");
    else if (saved === "share") await note("share", "The PDF was handed over.");
    else setSaid(saved === "press-again" ? "Press once more." : "Nothing was handed over.");
  };
  const share = async (): Promise<void> => {
    try {
      await navigator.share({ files: [file] });
    } catch {
      setSaid("Nothing was handed over.");
      return;
    }
    await note("share", "The PDF was handed over.");
  };
  return (
    <>
      <Notice
        tone="good"
        title={props.pdf.pages === 1 ? "The PDF has 1 page" : `The PDF has ${props.pdf.pages} pages`}
        live={true}
      >
        Its password is below. It is shown only now and is not kept anywhere.
      </Notice>
      <Show when={props.pdf.missingGlyphs > 0}>
        <Notice tone="warn">
          {props.pdf.missingGlyphs} of its characters could not be printed and show as boxes. They are
          unchanged in the app.
        </Notice>
      </Show>
      <Unshown papers={props.pdf.unshown} />
      <Password password={props.pdf.password} />
      <ProblemNotice problem={problem()} />
      <div class="confer-actions">
        <Button onClick={() => void download()}>Download the PDF</Button>
        <Show when={canShare}>
          <Button kind="secondary" onClick={() => void share()}>
            Share the PDF
          </Button>
        </Show>
        <Button kind="link" onClick={() => props.onDone()}>
          Done with this PDF
        </Button>
      </div>
      <p class="govuk-body" role="status">
        {said()}
      </p>
    </>
  );
}

/** Which of the papers in it nobody can read there: whoever sends it round has to find another way. */
function Unshown(props: { papers: ExportedPdf["unshown"] }): JSX.Element {
  return (
    <Show when={props.papers.length > 0}>
      <Notice tone="warn" title="Some papers cannot be read in it">
        <ul>
          <For each={props.papers}>
            {({ title, why, attached }) => (
              <li>
                {title}: {UNSHOWN[why]}.{" "}
                {attached ? "The file itself is attached to the PDF." : "A page says so in its place."}
              </li>
            )}
          </For>
        </ul>
      </Notice>
    </Show>
  );
}

const UNSHOWN: Record<ExportedPdf["unshown"][number]["why"], string> = {
  "not-drawn": "a kind of file that has no pages to show",
  "not-here": "not on this device, and it could not be fetched",
  empty: "an empty file",
  damaged: "a damaged file",
  encrypted: "it asks for a password of its own",
  "too-complex": "too large or too deeply nested to be opened safely",
};

/** Shown once, as words to say and as text to type. */
function Password(props: { password: string }): JSX.Element {
  return (
    <>
      <WordsPhrase label="Password, word by word" words={props.password.split(/[^\p{L}\p{N}]+/u)} />
      <p class="govuk-body">
        As typed: <code class="confer-password-text">{props.password}</code>
      </p>
      <CopyButton text={() => props.password}>Copy the password</CopyButton>
      <p class="govuk-body">
        Send the password by another way than the PDF: say it on the telephone or send a text message. Never
        put both in one email.
      </p>
    </>
  );
}
