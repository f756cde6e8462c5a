import { For } from "solid-js";
import type { JSX } from "solid-js";
import type { DrawnSignature } from "../../domain/drawnSignature.ts";
import type { Known } from "../../domain/known.ts";

/** A drawn signature, sharp at any size. `label` is for those who do not see it. */
export function DrawnLines(props: { drawn: Known<DrawnSignature>; label: string }): JSX.Element {
  const points = (stroke: readonly number[]): string => {
    const pairs: string[] = [];
    for (let at = 0; at + 1 < stroke.length; at += 2) pairs.push(`${stroke[at]},${stroke[at + 1]}`);
    return pairs.join(" ");
  };
  return (
    <svg
      class="confer-drawn"
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${props.drawn.width} ${props.drawn.height}`}
    >
      <For each={props.drawn.strokes}>
        {(stroke) => (
          <polyline
            points={points(stroke)}
            fill="none"
            stroke="currentColor"
            stroke-width="2"
            stroke-linecap="round"
            stroke-linejoin="round"
          />
        )}
      </For>
    </svg>
  );
}
