import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { Button } from "../../kit/Button.tsx";
import { canInstall, install } from "../../install.ts";

/** How the app comes onto a home screen, for each kind of device, the browser's own way first where it has one. */
export function InstallSteps(): JSX.Element {
  return (
    <>
      <Show when={canInstall()}>
        <p>
          <Button kind="secondary" onClick={() => void install()}>
            Install Confer now
          </Button>
        </p>
      </Show>
      <h2 class="govuk-heading-s">iPad or iPhone</h2>
      <ol class="govuk-list govuk-list--number">
        <li>In Safari, press Share: the square with an arrow that points up.</li>
        <li>Press “Add to Home Screen”, then “Add”.</li>
        <li>Close Safari and open Confer from the home screen.</li>
      </ol>
      <p class="govuk-body">
        There the app keeps its own data, apart from Safari’s, and begins empty. If you have joined in Safari
        already, save a backup first under{" "}
        <a class="govuk-link" href="/safety">
          Is my work safe?
        </a>
        , and open it in the app with “I have a backup file”.
      </p>
      <h2 class="govuk-heading-s">Android tablet or phone</h2>
      <ol class="govuk-list govuk-list--number">
        <li>In Chrome, press the three dots at the top right.</li>
        <li>Press “Install app” or “Add to Home screen”, then “Install”.</li>
        <li>Open Confer from the home screen. What you did here is there too.</li>
      </ol>
      <h2 class="govuk-heading-s">Computer</h2>
      <p class="govuk-body">In Chrome or Edge, press the install sign at the end of the address bar.</p>
    </>
  );
}
