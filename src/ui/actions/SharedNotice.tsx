import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { Button } from "../kit/Button.tsx";
import { Notice } from "../kit/Notice.tsx";
import { forgetShared, sharedFiles, sharedWasLost } from "../sharedFiles.ts";
import { thisDevice } from "../thisDevice.ts";

/** A photo or file that another app has shared waits for the action that it belongs to. */
export function SharedNotice(): JSX.Element {
  const count = () => sharedFiles().length;
  const noun = thisDevice();
  return (
    <>
      <Show when={count() > 0}>
        <Notice tone="info" title={count() === 1 ? "1 file is waiting" : `${count()} files are waiting`}>
          <p class="govuk-body">
            Press Done or Update on the action that it belongs to. Until it is added, it is only in the memory
            of this {noun}: if Confer locks or closes, share it again.
          </p>
          <Button kind="secondary" onClick={forgetShared}>
            Do not add it
          </Button>
        </Notice>
      </Show>
      <Show when={sharedWasLost()}>
        <Notice tone="warn" title="What was shared did not arrive">
          <p class="govuk-body">
            Confer keeps nothing of it on this {noun} before it is added. Share it again from the other app.
          </p>
          <Button kind="secondary" onClick={forgetShared}>
            I have read this
          </Button>
        </Notice>
      </Show>
    </>
  );
}
