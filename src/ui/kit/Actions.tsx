import type { JSX } from "solid-js";

/** Buttons and links that belong together, in a row that wraps: the first is the one to expect. */
export function Actions(props: { children: JSX.Element }): JSX.Element {
  return <div class="confer-actions">{props.children}</div>;
}
