import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import { createLive } from "../../live.ts";
import { ProgressBar } from "../../kit/ProgressBar.tsx";
import { grouped } from "../../../domain/grouped.ts";

/** How far the device has read its own records after unlocking; nothing once it has. */
export function Reading(props: { session: Session }): JSX.Element {
  const ready = createLive(props.session.ready);
  const reading = createLive(props.session.reading);
  return (
    <Show when={!ready()}>
      <ProgressBar
        id="reading"
        label="Opening your work"
        value={reading().done}
        max={Math.max(1, reading().total)}
        text={`${grouped(reading().done)} of ${grouped(reading().total)} records`}
      />
    </Show>
  );
}
