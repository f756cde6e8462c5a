import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Tone } from "./Tag.tsx";

/** A message in the page. `live` when it appears as the result of something: it is then spoken, politely. */
export function Notice(props: {
  tone?: Tone | undefined;
  title?: string | undefined;
  live?: boolean | undefined;
  children: JSX.Element;
}): JSX.Element {
  return (
    <div
      class={`confer-notice confer-tone--${props.tone ?? "info"}`}
      role={props.live === true ? "status" : undefined}
    >
      <Show when={props.title}>
        <p class="confer-notice__title">{props.title}</p>
      </Show>
      <div class="confer-notice__body">{props.children}</div>
    </div>
  );
}
