import { createSignal, onCleanup, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import { Button } from "../kit/Button.tsx";

const LONGEST = 500;
const SHOWN = 40;

/** Words selected in a text, by mouse or finger, taken with one press; whoever has neither types them above. */
export function SelectedWords(props: {
  within: () => HTMLElement | undefined;
  onTake: (words: string) => void;
}): JSX.Element {
  const [words, setWords] = createSignal("");
  const follow = (): void => {
    const selection = document.getSelection();
    const node = selection?.anchorNode;
    const text = selection?.toString().trim() ?? "";
    const inside = node !== null && node !== undefined && props.within()?.contains(node) === true;
    // A press on the button may end the selection: what was selected stays until something else is.
    if (inside && text.length > 1 && text.length <= LONGEST) setWords(text.replaceAll(/\s+/g, " "));
    else if (inside) setWords("");
  };
  onMount(() => document.addEventListener("selectionchange", follow));
  onCleanup(() => document.removeEventListener("selectionchange", follow));
  return (
    <Show when={words() !== ""}>
      <div class="confer-selected confer-no-print">
        <Button
          onClick={() => {
            props.onTake(words());
            setWords("");
            document.getSelection()?.removeAllRanges();
          }}
        >
          Withhold ‘{words().length > SHOWN ? `${words().slice(0, SHOWN)}…` : words()}’ wherever it stands
        </Button>
      </div>
    </Show>
  );
}
