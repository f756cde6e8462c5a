import type { JSX } from "solid-js";

/** The colour supports the words and never replaces them. */
export type Tone = "neutral" | "info" | "good" | "warn" | "bad";

/** A state, in one or two words. */
export function Tag(props: { tone?: Tone | undefined; children: JSX.Element }): JSX.Element {
  return <strong class={`confer-tag confer-tone--${props.tone ?? "neutral"}`}>{props.children}</strong>;
}
