import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { asText, type FieldPath } from "../../../forms/answers.ts";
import { momentOf } from "../../caseFile/when.ts";
import { Button } from "../../kit/Button.tsx";
import { Notice } from "../../kit/Notice.tsx";
import type { Asking } from "./asking.ts";

/** Two texts for one question, with who and when: a person keeps one, or makes one of both. Neither is lost. */
export function ConflictChoice(props: { path: FieldPath; label: string; asking: Asking }): JSX.Element {
  const conflict = () => props.asking.conflicts().find(({ path }) => path === props.path);
  const together = (): string => (conflict()?.versions ?? []).map(({ value }) => asText(value)).join("\n\n");
  return (
    <Show when={conflict()}>
      {(found) => (
        <Notice tone="warn" title={`“${props.label}” was answered twice`}>
          <p>
            Two people wrote here without seeing each other’s words. Nothing is lost. Keep one, or make one
            text of both in the box below.
          </p>
          <For each={found().versions}>
            {(version) => (
              <div class="confer-version">
                <p class="confer-version__who">
                  {version.whoName}, {momentOf(version.atMs)}
                </p>
                <p class="confer-version__text">{asText(version.value)}</p>
                <Button
                  kind="secondary"
                  about={`by ${version.whoName}, ${momentOf(version.atMs)}`}
                  onClick={() => props.asking.settle(props.path, version.value)}
                >
                  Keep this text
                </Button>
              </div>
            )}
          </For>
          <div class="confer-actions">
            <Button kind="secondary" onClick={() => props.asking.set(props.path, together())}>
              Put both in the box
            </Button>
            <Button
              kind="secondary"
              onClick={() => props.asking.settle(props.path, asText(props.asking.answers().get(props.path)))}
            >
              Keep what is in the box
            </Button>
          </div>
        </Notice>
      )}
    </Show>
  );
}
