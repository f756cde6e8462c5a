import { onMount } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import { createLive } from "../../live.ts";

/** Quiet: it is safe, and goes by itself. Takes the focus, since the button that was pressed has gone. */
export function SavedHere(props: { session: Session; what: string }): JSX.Element {
  const safety = createLive(props.session.safety);
  let box: HTMLDivElement | undefined;
  onMount(() => box?.focus());
  return (
    <div
      class="confer-notice confer-tone--good"
      role="status"
      tabindex="-1"
      ref={(element) => (box = element)}
    >
      <p class="confer-notice__title">{props.what}</p>
      <div class="confer-notice__body">
        {safety().connection === "online"
          ? "It is on its way to the others."
          : "It goes to the others when this device is online."}
      </div>
    </div>
  );
}
