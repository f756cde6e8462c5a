import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Confer } from "../../../app/stages.ts";
import { createLive } from "../../live.ts";
import { Details } from "../../kit/Details.tsx";
import { InstallSteps } from "./InstallSteps.tsx";

/** An installed app has its own window and storage that browsers clear last. */
export function InstallHelp(props: { confer: Confer }): JSX.Element {
  const check = createLive(props.confer.check);
  return (
    <Show
      when={check()?.installed === true}
      fallback={
        <>
          <p class="govuk-body">
            Confer runs in the browser here. Installed as an app it opens from the home screen, also without a
            connection, and the browser is slower to clear what it keeps.
          </p>
          <Details summary="How to install it">
            <InstallSteps />
          </Details>
        </>
      }
    >
      <p class="govuk-body">Confer is installed on this device as an app.</p>
    </Show>
  );
}
