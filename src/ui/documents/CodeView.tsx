import { createResource, Show } from "solid-js";
import type { JSX } from "solid-js";

/** A code for a telephone to scan: dark on white in either theme, and sharp on paper. */
export function CodeView(props: { text: string; alt: string }): JSX.Element {
  const [code] = createResource(
    () => props.text,
    async (text) => (await import("../../app/codeRuns.ts")).codeRuns(text),
  );
  return (
    <Show when={code.latest}>
      {(found) => (
        <svg
          class="confer-document__code"
          role="img"
          aria-label={props.alt}
          viewBox={`0 0 ${found().across} ${found().across}`}
          shape-rendering="crispEdges"
        >
          <rect width={found().across} height={found().across} fill="#ffffff" />
          <path
            d={found()
              .runs.map(({ start, row, length }) => `M${start} ${row}h${length}v1h-${length}z`)
              .join("")}
            fill="#000000"
          />
        </svg>
      )}
    </Show>
  );
}
