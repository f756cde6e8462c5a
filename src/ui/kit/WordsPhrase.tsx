import { For } from "solid-js";
import type { JSX } from "solid-js";

/** Words to read aloud over the telephone: large, numbered, in order. */
export function WordsPhrase(props: { label: string; words: readonly string[] }): JSX.Element {
  return (
    <ol class="confer-words" aria-label={props.label}>
      <For each={props.words}>
        {(word, index) => (
          <li class="confer-words__word">
            <span class="confer-words__number" aria-hidden="true">
              {index() + 1}
            </span>
            {word}
          </li>
        )}
      </For>
    </ol>
  );
}
