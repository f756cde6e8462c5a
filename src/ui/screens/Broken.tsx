import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { Button } from "../kit/Button.tsx";
import { Page } from "../kit/Page.tsx";

/** As Chromium, Firefox and Safari say that a part of the app could not be fetched. */
const NOT_FETCHED =
  /dynamically imported module|error loading dynamically|Importing a module script failed|Unable to preload/i;

/**
 * A screen failed in a way that nobody foresaw, or is not on this device yet. The rest of the app, and the way to lock
 * it, stay.
 */
export function Broken(props: { error?: unknown; retry: () => void }): JSX.Element {
  const isMissing = (): boolean => props.error instanceof Error && NOT_FETCHED.test(props.error.message);
  const startAgain = (): void => location.assign("/");
  return (
    <Show
      when={isMissing()}
      fallback={
        <Page title="This screen stopped working">
          <p class="govuk-body">
            What was saved is safe. Text typed in the last second may not have been saved.
          </p>
          <div class="confer-actions">
            <Button onClick={() => props.retry()}>Try this screen again</Button>
            <Button kind="secondary" onClick={startAgain}>
              Start Confer again
            </Button>
          </div>
          <p class="govuk-body">If it happens again, tell your co-ordinator what you were doing.</p>
        </Page>
      }
    >
      <Page title="This screen is not on this device yet">
        <p class="govuk-body">
          Confer is put on a device while it has a connection, once, in the first minute. That was cut short.
          What was saved is safe.
        </p>
        <p class="govuk-body">Connect to the internet, then start Confer again.</p>
        <div class="confer-actions">
          <Button onClick={startAgain}>Start Confer again</Button>
        </div>
      </Page>
    </Show>
  );
}
