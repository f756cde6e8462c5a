import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { MyDevice } from "../../../app/api.ts";
import { momentOf } from "../../caseFile/when.ts";

/** How many devices are this person's, and since when: one that they do not know is a reason to telephone. */
export function MyDevices(props: { devices: readonly MyDevice[] }): JSX.Element {
  const count = () => props.devices.length;
  return (
    <Show
      when={count() > 0}
      fallback={<p class="govuk-body">They are shown once this device has been online.</p>}
    >
      <p class="govuk-body">
        {count() === 1 ? "You use Confer on 1 device." : `You use Confer on ${count()} devices.`} A device is
        added when you join on it, or open a backup file on it.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <For each={props.devices}>
          {({ addedMs, isThis }) => (
            <li>
              Added {momentOf(addedMs)}
              {isThis ? ": this device" : ""}
            </li>
          )}
        </For>
      </ul>
      <p class="govuk-body">If one of them was not added by you, telephone your co-ordinator now.</p>
    </Show>
  );
}
