import { createSignal, onCleanup, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import { Page } from "../kit/Page.tsx";

/** Shorter than this is not worth a word: it would only flicker. */
const SPEAK_AFTER_MS = 800;

/** While the program behind the screens is fetched from this device and started. */
export function Starting(): JSX.Element {
  const [slow, setSlow] = createSignal(false);
  onMount(() => {
    const timer = setTimeout(() => setSlow(true), SPEAK_AFTER_MS);
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <Page title="Confer" takeFocus={false}>
      <p class="govuk-body" role="status">
        <Show when={slow()}>Starting. The first time on a device takes longest.</Show>
      </p>
    </Page>
  );
}
