import { Show } from "solid-js";
import type { JSX } from "solid-js";

/** An empty place says what will appear here and how it gets there. */
export function EmptyState(props: {
  title?: string | undefined;
  children: JSX.Element;
  /** A button or link that fills it. */
  action?: JSX.Element;
}): JSX.Element {
  return (
    <div class="confer-empty">
      <Show when={props.title}>
        <p class="confer-notice__title">{props.title}</p>
      </Show>
      <div class="confer-notice__body">{props.children}</div>
      {props.action}
    </div>
  );
}
