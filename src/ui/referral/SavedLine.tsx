import { Match, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import type { Editor } from "../../app/api.ts";
import { clockOf } from "../caseFile/when.ts";
import { Notice } from "../kit/Notice.tsx";
import { createLive } from "../live.ts";

/** Is what I typed safe? Always in sight, and never said before it is true. */
export function SavedLine(props: { editor: Editor }): JSX.Element {
  const saved = createLive(props.editor.saved);
  return (
    <>
      <Line saved={saved()} />
      <div role="status">
        <Show when={saved().tooLong > 0}>
          <Notice tone="warn" title={tooLongTitle(saved().tooLong)}>
            All of it is kept on this device, and nowhere else. Nothing was cut. The referral cannot be sent
            until it is shorter: take out what the panel does not need, or add the whole as a paper.
          </Notice>
        </Show>
      </div>
    </>
  );
}

const tooLongTitle = (count: number): string =>
  count === 1 ? "One answer is too long to be sent" : `${count} answers are too long to be sent`;

function Line(props: { saved: Editor["saved"]["value"] }): JSX.Element {
  const saved = () => props.saved;
  return (
    <Switch
      fallback={
        <p class="govuk-body-s confer-saved">
          {saved().state === "saving" ? "Saving on this device" : "Saved as you type, on this device"}
        </p>
      }
    >
      <Match when={saved().state === "failed"}>
        <div role="alert">
          <Notice tone="bad" title="Not saved">
            This device could not save what you typed last. Keep this page open. Make room on the device, then
            type one more letter to try again.
          </Notice>
        </div>
      </Match>
      <Match when={saved().state === "saved" && saved().atMs}>
        {(atMs) => <p class="govuk-body-s confer-saved">Saved on this device {clockOf(atMs())}</p>}
      </Match>
    </Switch>
  );
}
