import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Confer } from "../../../app/stages.ts";
import { Notice } from "../../kit/Notice.tsx";
import { createLive } from "../../live.ts";

/** Before anything is typed, and on the health page: this window may forget everything when it is closed. */
export function NotLasting(props: { confer: Confer }): JSX.Element {
  const check = createLive(props.confer.check);
  return (
    <Show when={check()?.lasting === false}>
      <Notice tone="warn" title="This may be a private window">
        <p>
          It offers so little room, or so little else, that what you write may be gone once it is closed, and
          without a connection Confer may not open. Open Confer in an ordinary window. On an iPhone or iPad,
          Lockdown Mode does the same: turn it off for this site.
        </p>
        <p>If this is an ordinary window, the device is nearly full. Make room before you write.</p>
      </Notice>
    </Show>
  );
}
