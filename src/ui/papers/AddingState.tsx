import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { Button } from "../kit/Button.tsx";
import { Notice } from "../kit/Notice.tsx";
import { ProgressBar } from "../kit/ProgressBar.tsx";
import { problemWords } from "../words/problem.ts";
import type { Adding, Step } from "./adding.ts";

/** What is happening to the files chosen for one kind of paper, and which were not added and why. */
export function AddingState(props: { adding: Adding; kind: string }): JSX.Element {
  const step = (): Step | undefined => {
    const now = props.adding.step();
    return now?.kind === props.kind ? now : undefined;
  };
  const refused = () => props.adding.refused().filter(({ kind }) => kind === props.kind);
  return (
    <>
      <Show when={step()}>
        {(now) => (
          <ProgressBar
            id={`adding-${props.kind}`}
            label="Adding"
            value={now().done}
            max={Math.max(1, now().total)}
            text={stepWords(now())}
            onCancel={() => props.adding.cancel()}
          />
        )}
      </Show>
      <Show when={refused().length > 0}>
        <div role="alert">
          <Notice
            tone="bad"
            title={
              refused().length === 1 ? "1 file was not added" : `${refused().length} files were not added`
            }
          >
            <ul class="govuk-list confer-paper__refused">
              <For each={refused()}>
                {({ fileName, problem }) => (
                  <li>
                    <strong>{fileName}</strong>
                    <br />
                    {problemWords(problem).title}. {problemWords(problem).safe} {problemWords(problem).next}
                  </li>
                )}
              </For>
            </ul>
            <Button kind="secondary" onClick={() => props.adding.dismiss()}>
              I have read this
            </Button>
          </Notice>
        </div>
      </Show>
    </>
  );
}

/** "2 of 3. Making it ready", "40 %". */
function stepWords({ doing, index, count, done, total }: Step): string {
  const which = count > 1 ? `${index + 1} of ${count}. ` : "";
  switch (doing) {
    case "checking":
      return `${which}Looking through it`;
    case "preparing":
      return `${which}Making it ready`;
    case "keeping":
      return `${which}${Math.floor((100 * done) / Math.max(1, total))} %`;
  }
}
