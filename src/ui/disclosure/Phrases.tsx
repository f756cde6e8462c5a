import { createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { HeldPart } from "../../forms/disclosure/held.ts";
import { countPhrase, groundOf, type Marks } from "../../forms/disclosure/withhold.ts";
import { Button } from "../kit/Button.tsx";
import { Select } from "../kit/Select.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { Errors } from "../screens/parts/Errors.tsx";
import { createFieldErrors, needed } from "../screens/parts/fieldErrors.ts";
import { GROUNDS } from "./HeldTextRow.tsx";

/** Shorter words stand in too many others to be meant. */
const SHORTEST = 2;

/** Words that are withheld wherever they stand: another person's name, their address. */
export function Phrases(props: {
  parts: readonly HeldPart[];
  marks: Marks;
  onAdd: (words: string, why: string) => void;
  onDrop: (words: string) => void;
}): JSX.Element {
  const [words, setWords] = createSignal("");
  const [why, setWhy] = createSignal("somebodyElse");
  const errors = createFieldErrors();
  const add = (): void => {
    const short = words().trim() !== "" && words().trim().length < SHORTEST;
    const right = errors.check([
      needed("withhold-words", words(), "Enter the words to withhold") ??
        (short ? { fieldId: "withhold-words", text: "Enter at least 2 letters" } : undefined),
      needed("withhold-why", why(), "Choose why they are withheld"),
    ]);
    if (!right) return;
    props.onAdd(words(), why());
    setWords("");
  };
  return (
    <section class="confer-card" aria-labelledby="phrases-title">
      <h2 class="govuk-heading-m" id="phrases-title">
        Words to withhold wherever they stand
      </h2>
      <Show when={props.marks.phrases.length > 0}>
        <ul class="confer-phrases">
          <For each={props.marks.phrases}>
            {(phrase) => (
              <li>
                <span>
                  <strong dir="auto">{phrase.words}</strong>: {groundOf(phrase.why)?.label},{" "}
                  {placesWords(countPhrase(props.parts, phrase.words))}
                </span>
                <Button
                  kind="link"
                  about={`withholding ${phrase.words}`}
                  onClick={() => props.onDrop(phrase.words)}
                >
                  Stop
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <form
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Errors of={errors} />
        <TextInput
          id="withhold-words"
          label="Words, for example another person’s name"
          hint="Each way it is written is a line of its own. Or select words in a text below."
          labelSize="s"
          error={errors.of("withhold-words")}
          value={words()}
          onInput={setWords}
        />
        <Select
          id="withhold-why"
          label="Why"
          labelSize="s"
          hint={groundOf(why())?.hint}
          error={errors.of("withhold-why")}
          options={GROUNDS}
          value={why()}
          onChange={setWhy}
        />
        <Button type="submit" kind="secondary">
          Withhold these words
        </Button>
      </form>
    </section>
  );
}

function placesWords(count: number): string {
  if (count === 0) return "found nowhere";
  return count === 1 ? "in 1 place" : `in ${count} places`;
}
