import { createEffect, For, on, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Problem } from "../../../app/api.ts";
import { Notice } from "../../kit/Notice.tsx";
import { problemWords } from "../../words/problem.ts";

/** What went wrong, what is safe and what to do. Takes focus when it appears; nothing while all is well. */
export function ProblemNotice(props: { problem: Problem | undefined }): JSX.Element {
  let box: HTMLDivElement | undefined;
  createEffect(
    on(
      () => props.problem,
      (problem) => {
        if (problem !== undefined) box?.focus();
      },
    ),
  );
  return (
    <Show when={props.problem}>
      {(problem) => (
        <div class="confer-focus-box" role="alert" tabindex="-1" ref={(element) => (box = element)}>
          <Notice tone="bad" title={problemWords(problem()).title}>
            <p>{problemWords(problem()).safe}</p>
            <ProblemList problem={problem()} />
            <p>{problemWords(problem()).next}</p>
          </Notice>
        </div>
      )}
    </Show>
  );
}

function ProblemList(props: { problem: Problem }): JSX.Element {
  return (
    <Show when={props.problem.kind === "bad-definition" && props.problem}>
      {(bad) => (
        <ul class="govuk-list govuk-list--bullet">
          <For each={bad().sentences}>{(sentence) => <li>{sentence}</li>}</For>
        </ul>
      )}
    </Show>
  );
}
