import { createEffect, For, on, Show } from "solid-js";
import type { JSX } from "solid-js";
import { type AnswerValue, asText, type FieldPath } from "../../../forms/answers.ts";
import { momentOf } from "../../caseFile/when.ts";
import { Button } from "../../kit/Button.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { type Asking, fieldId } from "./asking.ts";

/**
 * Two texts for one question, with who and when: a person keeps one, or makes one of both. Until then there is
 * no box to type in, since typing would count as having chosen (see [Note: how typing is kept] in app/editor.ts).
 */
export function ConflictChoice(props: {
  path: FieldPath;
  label: string;
  asking: Asking;
  /** The box, for when there is one text. */
  children: JSX.Element;
}): JSX.Element {
  const conflict = () => props.asking.conflicts().find(({ path }) => path === props.path);
  let chose = false;
  const keep = (value: AnswerValue): void => {
    chose = true;
    props.asking.settle(props.path, value);
  };
  // The button that was pressed goes; whoever pressed it goes on in the box.
  createEffect(
    on(
      () => conflict() === undefined,
      (settled) => settled && chose && document.getElementById(fieldId(props.path))?.focus(),
      { defer: true },
    ),
  );
  const together = (): string => (conflict()?.versions ?? []).map(({ value }) => asText(value)).join("\n\n");
  return (
    <Show when={conflict()} fallback={props.children}>
      {(found) => (
        <section id={fieldId(props.path)} tabindex="-1" aria-label={props.label}>
          <Notice tone="warn" title={`“${props.label}” was answered twice`}>
            <p>
              Two people wrote here without seeing each other’s words. Nothing is lost. Keep one text, or keep
              both and make one of them.
            </p>
            <For each={found().versions}>
              {(version) => (
                <div class="confer-version">
                  <p class="confer-version__who">
                    {version.whoName}, {momentOf(version.atMs)}
                  </p>
                  <p class="confer-version__text" dir="auto">
                    {asText(version.value)}
                  </p>
                  <Button
                    kind="secondary"
                    about={`by ${version.whoName}, ${momentOf(version.atMs)}`}
                    onClick={() => keep(version.value)}
                  >
                    Keep this text
                  </Button>
                </div>
              )}
            </For>
            <Button kind="secondary" onClick={() => keep(together())}>
              Keep both, one after the other
            </Button>
          </Notice>
        </section>
      )}
    </Show>
  );
}
