import { For, onCleanup, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { ConsentWording } from "../../../forms/definition/consentModel.ts";
import type { PanelDefinition } from "../../../forms/definition.ts";
import { Button } from "../../kit/Button.tsx";
import { useLock } from "../../lockContext.ts";
import { fillWording } from "./events.ts";

/**
 * The page that is turned to the person: their words, large, and nothing about anyone else. It covers the
 * whole screen, and the rest of the app cannot be reached from it.
 */
export function WordingPage(props: {
  definition: PanelDefinition;
  wording: ConsentWording;
  onDone: () => void;
}): JSX.Element {
  let dialog: HTMLDialogElement | undefined;
  let heading: HTMLHeadingElement | undefined;
  const lock = useLock();
  onMount(() => {
    dialog?.showModal();
    heading?.focus();
  });
  // Closed before it goes: the browser then puts focus back on the button that opened it.
  onCleanup(() => dialog?.close());
  const filled = (text: string): string => fillWording(text, props.definition);
  return (
    <dialog
      ref={(element) => (dialog = element)}
      class="confer-wording"
      aria-labelledby="wording-title"
      on:cancel={(event) => {
        event.preventDefault();
        props.onDone();
      }}
    >
      <div class="confer-wording__page" lang={props.wording.language}>
        <h2
          id="wording-title"
          class="confer-wording__title"
          tabindex="-1"
          ref={(element) => (heading = element)}
        >
          {filled(props.wording.title)}
        </h2>
        <For each={props.wording.paragraphs}>
          {(paragraph) => <Paragraph text={paragraph} definition={props.definition} />}
        </For>
        <p class="confer-wording__declaration">{filled(props.wording.declaration)}</p>
      </div>
      <div class="confer-wording__bar">
        <Button onClick={() => props.onDone()}>Done</Button>
        <Show when={lock}>
          {(act) => (
            <Button kind="secondary" onClick={() => act()()}>
              Lock
            </Button>
          )}
        </Show>
      </div>
    </dialog>
  );
}

/** Named organisations read better as a list than as a long sentence. */
function Paragraph(props: { text: string; definition: PanelDefinition }): JSX.Element {
  const parts = (): string[] => props.text.split("{recipients}");
  const filled = (text: string | undefined): string => fillWording(text ?? "", props.definition).trim();
  const after = (): string => filled(parts()[1]).replace(/^[.,;]\s*/, "");
  return (
    <Show when={parts().length === 2} fallback={<p>{filled(props.text)}</p>}>
      <p>{filled(parts()[0])}</p>
      <ul>
        <For each={props.definition.consent.recipients}>{(name) => <li>{name}</li>}</For>
      </ul>
      <Show when={after() !== ""}>
        <p>{after()}</p>
      </Show>
    </Show>
  );
}
