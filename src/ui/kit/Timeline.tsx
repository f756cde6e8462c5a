import { For } from "solid-js";
import type { JSX } from "solid-js";

export interface TimelineItem {
  key: string;
  /** As read: "14 November 2026, 10:42". */
  at: string;
  /** ISO 8601, for machines. */
  iso?: string | undefined;
  /** A whole sentence: "A B (Housing) answered ‘Current risks’". */
  text: JSX.Element;
}

/** What happened, in sentences, newest or oldest first as the screen gives it. */
export function Timeline(props: { label: string; items: readonly TimelineItem[] }): JSX.Element {
  return (
    <ol class="confer-timeline" aria-label={props.label}>
      <For each={props.items}>
        {(item) => (
          <li class="confer-timeline__item">
            <time class="confer-timeline__at" datetime={item.iso}>
              {item.at}
            </time>
            {item.text}
          </li>
        )}
      </For>
    </ol>
  );
}
