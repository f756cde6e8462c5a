import { createSignal } from "solid-js";
import type { JSX } from "solid-js";
import { Button } from "./Button.tsx";

/**
 * Copies text, and says that it did. Copying is an export: `onCopied` lets the screen record it. Where the
 * browser refuses, it says what to do instead.
 */
export function CopyButton(props: {
  text: () => string;
  children: JSX.Element;
  about?: string | undefined;
  onCopied?: (() => void) | undefined;
}): JSX.Element {
  const [outcome, setOutcome] = createSignal("");
  const copy = async (): Promise<void> => {
    setOutcome("");
    try {
      await navigator.clipboard.writeText(props.text());
      setOutcome("Copied.");
      props.onCopied?.();
    } catch {
      setOutcome("This browser did not allow it. Select the text and copy it yourself.");
    }
  };
  return (
    <span class="confer-actions confer-no-print">
      <Button kind="secondary" about={props.about} onClick={() => void copy()}>
        {props.children}
      </Button>
      <span class="govuk-body-s" role="status">
        {outcome()}
      </span>
    </span>
  );
}
