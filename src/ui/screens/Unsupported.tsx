import { For } from "solid-js";
import type { JSX } from "solid-js";
import type { DeviceCheck } from "../../app/stages.ts";
import { Page } from "../kit/Page.tsx";
import { missingWords } from "../words/device.ts";

export function Unsupported(props: { check: DeviceCheck }): JSX.Element {
  return (
    <Page title="This browser cannot run Confer">
      <p class="govuk-body">
        Confer keeps work on the device, encrypted. This browser cannot do that safely:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <For each={props.check.missing}>{(missing) => <li>{missingWords(missing)}</li>}</For>
      </ul>
      <h2 class="govuk-heading-m">What to do</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>Open Confer in an up-to-date Chrome, Edge, Safari or Firefox.</li>
        <li>Do not use a private or incognito window.</li>
        <li>On an iPhone or iPad, turn Lockdown Mode off for this site, in the settings of the page.</li>
        <li>If your organisation manages this device, show this page to its IT support.</li>
      </ul>
      <p class="govuk-body">Nothing you did before is changed by this page.</p>
    </Page>
  );
}
