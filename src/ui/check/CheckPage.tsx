import { createSignal, onCleanup, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Checker, Judged, PaperCode } from "../../app/checkTypes.ts";
import { Button } from "../kit/Button.tsx";
import { FilePicker } from "../kit/FilePicker.tsx";
import { Notice } from "../kit/Notice.tsx";
import { Page } from "../kit/Page.tsx";
import { PasswordInput } from "../kit/PasswordInput.tsx";
import { SkipLink } from "../kit/SkipLink.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { TopBar } from "../kit/TopBar.tsx";
import { FileFindings } from "./FileFindings.tsx";
import { PaperFindings } from "./PaperFindings.tsx";
import { RecordFindings } from "./RecordFindings.tsx";
import { ScanCode } from "./ScanCode.tsx";

/** Checks minutes on the reader's own device. Works for anybody: nobody is signed in, and nothing is sent. */
export function CheckPage(props: { start: () => Promise<Checker> }): JSX.Element {
  const [files, setFiles] = createSignal<readonly File[]>([]);
  const [password, setPassword] = createSignal("");
  const [typed, setTyped] = createSignal("");
  const [paper, setPaper] = createSignal<PaperCode>();
  const [judged, setJudged] = createSignal<Judged>();
  const [state, setState] = createSignal<"ready" | "busy" | "failed">("ready");
  let checker: Promise<Checker> | undefined;

  const check = async (): Promise<void> => {
    setState("busy");
    try {
      checker ??= props.start();
      const ready = await checker;
      setPaper(typed().trim() === "" ? undefined : await ready.readCode(typed()));
      setJudged(files().length === 0 ? undefined : await ready.judge(files(), password()));
      setState("ready");
    } catch {
      checker = undefined;
      setState("failed");
    }
  };
  const take = (chosen: readonly File[]): void => {
    if (chosen.length === 0) return;
    setFiles(chosen);
    setJudged(undefined);
    void check();
  };
  const readPicture: Checker["readPicture"] = async (picture) => {
    checker ??= props.start();
    return (await checker).readPicture(picture);
  };
  const takeCode = (code: string): void => {
    setTyped(code);
    void check();
  };
  /** Behind the code on paper is a link to this page, with the code after its "#". It goes to no server. */
  const takeLink = (): void => {
    const code = location.hash.slice(1);
    if (code === "") return;
    history.replaceState(history.state, "", location.pathname);
    takeCode(code);
  };
  onMount(() => {
    takeLink();
    window.addEventListener("hashchange", takeLink);
  });
  onCleanup(() => window.removeEventListener("hashchange", takeLink));

  return (
    <>
      <SkipLink />
      <TopBar />
      <Page title="Check minutes">
        <p class="govuk-body-l">
          Find out whether minutes are the ones that were signed, and whether a PDF was changed.
        </p>
        <p class="govuk-body">
          Everything happens on this device. Nothing that you choose or type here is sent anywhere.
        </p>
        <section
          aria-labelledby="check-files"
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            take([...(event.dataTransfer?.files ?? [])]);
          }}
        >
          <h2 class="govuk-heading-m" id="check-files">
            The file
          </h2>
          <p class="govuk-body">
            Choose the PDF as you received it, or drop it here. You can also choose the record that was inside
            it, together with its “.minisig” and “.pub” files.
          </p>
          <PasswordInput
            id="check-password"
            label="Password of the PDF, if it has one"
            hint="Needed to check the record inside. The file itself is checked without it."
            autocomplete="off"
            value={password()}
            onInput={setPassword}
          />
          <FilePicker id="check-file" kind="secondary" accept="" multiple={true} onFiles={take}>
            Choose files
          </FilePicker>
          <Show when={files().length > 0}>
            <p class="govuk-body">
              Chosen:{" "}
              {files()
                .map(({ name }) => name)
                .join(", ")}
            </p>
          </Show>
        </section>
        <section aria-labelledby="check-code">
          <h2 class="govuk-heading-m" id="check-code">
            The paper
          </h2>
          <p class="govuk-body">
            Read the square code at the end of the printed minutes, or enter what stands beside it.
          </p>
          <ScanCode read={readPicture} onCode={takeCode} />
          <TextInput
            id="check-typed"
            label="What stands on the paper, if you have it"
            hint="The eight words, the short code such as 3F7K-9MQ2-X4TB-W8HC, or the link that scanning the code gives."
            value={typed()}
            onInput={setTyped}
          />
        </section>
        <Button busy={state() === "busy"} onClick={() => void check()}>
          Check
        </Button>
        <div role="status">
          <Show when={state() === "failed"}>
            <Notice tone="bad" title="This could not be checked">
              The program that checks did not start, or stopped. Load this page again, and try once more.
            </Notice>
          </Show>
          <Show when={paper()}>{(read) => <PaperFindings paper={read()} record={judged()?.record} />}</Show>
          <Show when={judged()}>
            {(found) => (
              <>
                <Show when={found().file}>{(file) => <FileFindings file={file()} />}</Show>
                <RecordFindings judged={found()} />
              </>
            )}
          </Show>
        </div>
      </Page>
    </>
  );
}
