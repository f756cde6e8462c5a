import type { JSX } from "solid-js";
import { Button } from "../kit/Button.tsx";
import { Page } from "../kit/Page.tsx";

/** A screen failed in a way that nobody foresaw. The rest of the app, and the way to lock it, stay. */
export function Broken(props: { retry: () => void }): JSX.Element {
  return (
    <Page title="This screen stopped working">
      <p class="govuk-body">What was saved is safe. Text typed in the last second may not have been saved.</p>
      <div class="confer-actions">
        <Button onClick={() => props.retry()}>Try this screen again</Button>
        <Button kind="secondary" onClick={() => location.assign("/")}>
          Start Confer again
        </Button>
      </div>
      <p class="govuk-body">If it happens again, tell your co-ordinator what you were doing.</p>
    </Page>
  );
}
