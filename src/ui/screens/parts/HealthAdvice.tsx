import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { QuarantinedItem, Session } from "../../../app/api.ts";
import { Details } from "../../kit/Details.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { createLive, createSteady } from "../../live.ts";
import { quarantineWords } from "../../words/faults.ts";

/** What is out of the ordinary, what each thing means, and what to do. Nothing while all is well. */
export function HealthAdvice(props: { session: Session }): JSX.Element {
  const safety = createLive(props.session.safety);
  return (
    <>
      <Show when={safety().storageLow}>
        <Notice tone="bad" title="Storage is nearly full">
          <p>
            Soon nothing more can be saved on this device. What is saved is safe. Remove photos, films or apps
            that you do not need, and send your work to the server now.
          </p>
        </Notice>
      </Show>
      <Show when={safety().serverWentBack}>
        <Notice tone="warn" title="The server has less than this device has seen">
          <p>
            It was probably restored from a backup. Nothing on this device is lost, and this device sends the
            server what is missing. Tell whoever looks after the server, and ask colleagues to open Confer
            with a connection, so that their devices do the same.
          </p>
        </Notice>
      </Show>
      <Show when={safety().waiting > 0}>
        <Notice
          title={`${safety().waiting === 1 ? "1 item waits" : `${safety().waiting} items wait`} for something else`}
        >
          <p>
            Items arrived before what they build on. They appear by themselves once the rest has come, usually
            at the next exchange. If they still wait tomorrow, tell your co-ordinator.
          </p>
        </Notice>
      </Show>
      <Quarantined session={props.session} />
    </>
  );
}

/** Set aside: kept, shown here, and used nowhere. */
function Quarantined(props: { session: Session }): JSX.Element {
  const items = createLive(props.session.quarantined);
  const steady = createSteady<QuarantinedItem>(items, (item) => item.id);
  return (
    <Show when={steady().length > 0}>
      <Notice
        tone="warn"
        title={steady().length === 1 ? "1 item was set aside" : `${steady().length} items were set aside`}
      >
        <p>
          Each item is checked when it arrives. What cannot be trusted is kept apart: it is shown in no case
          and has changed nothing. Your own work is not affected.
        </p>
        <Details summary="What was set aside">
          <ul class="govuk-list govuk-list--bullet">
            <For each={steady()}>
              {(item) => {
                const words = quarantineWords(item.fault);
                return (
                  <li>
                    <Show when={item.reference}>{(reference) => <>Case {reference()}: </>}</Show>
                    {words.what} {words.next} <span class="govuk-body-s">(For support: {item.fault})</span>
                  </li>
                );
              }}
            </For>
          </ul>
        </Details>
      </Notice>
    </Show>
  );
}
