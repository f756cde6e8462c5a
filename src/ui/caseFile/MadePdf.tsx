import { createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { ExportedPdf, Outcome, Problem } from "../../app/api.ts";
import type { ExportWish } from "../../app/exportTypes.ts";
import { Button } from "../kit/Button.tsx";
import { CopyButton } from "../kit/CopyButton.tsx";
import { Notice } from "../kit/Notice.tsx";
import { WordsPhrase } from "../kit/WordsPhrase.tsx";
import { PATTERNS } from "../routes.ts";
import { saveFile } from "../saveFile.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";

const PDF = "application/pdf";

export type PdfWork = {
  make(wish: ExportWish): Promise<Outcome<ExportedPdf>>;
  /** A copy left the app. `protectedBy`: the name of the register's password that opens it, where one does. */
  record(how: "download" | "share", protectedBy: string | undefined): Promise<Outcome>;
};

/** A PDF that is ready: what opens it, what is missing from it, and ways to hand it over. */
export function MadePdf(props: {
  record: PdfWork["record"];
  pdf: ExportedPdf;
  onDone: () => void;
}): JSX.Element {
  const [said, setSaid] = createSignal("");
  const [problem, setProblem] = createSignal<Problem>();
  const file = new File([props.pdf.bytes], props.pdf.fileName, { type: PDF });
  const canShare = navigator.canShare?.({ files: [file] }) === true;
  const note = async (how: "download" | "share", words: string): Promise<void> => {
    setSaid(words);
    const { opensWith } = props.pdf;
    const noted = await props.record(how, opensWith.kind === "register" ? opensWith.name : undefined);
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
        <OpensWithWords opensWith={props.pdf.opensWith} />
      </Notice>
      <Show when={props.pdf.missingGlyphs > 0}>
        <Notice tone="warn">
          {props.pdf.missingGlyphs} of its characters could not be printed and show as boxes. They are
          unchanged in the app.
        </Notice>
      </Show>
      <Unshown papers={props.pdf.unshown} />
      <Show when={props.pdf.opensWith.kind === "one-off" && props.pdf.opensWith}>
        {(own) => <Password password={own().password} />}
      </Show>
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

function OpensWithWords(props: { opensWith: ExportedPdf["opensWith"] }): JSX.Element {
  return (
    <Show
      when={props.opensWith.kind === "register" && props.opensWith}
      fallback="Its password is below. It is shown only now and is not kept anywhere."
    >
      {(register) => (
        <>
          It opens with the panel’s password for {register().name}, which is not shown here. Whoever has not
          been told it is told apart from this file: see <a href={PATTERNS.passwords}>Passwords</a>.
        </>
      )}
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
