import { createEffect, For, on, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { SubmissionBlocker } from "../../forms/status.ts";
import { createSteady } from "../live.ts";
import { type BlockerLine, blockerLines } from "./blockerLines.ts";
import type { OpenForm } from "./DraftGate.tsx";

/** What keeps the referral from being sent, each with the way to it. Takes focus when Submit is pressed in vain. */
export function Blockers(props: {
  open: OpenForm;
  blockers: readonly SubmissionBlocker[];
  attempt: number;
}): JSX.Element {
  let box: HTMLDivElement | undefined;
  createEffect(
    on(
      () => props.attempt,
      () => box?.focus(),
      { defer: true },
    ),
  );
  const lines = createSteady<BlockerLine>(
    () => props.blockers.flatMap((blocker) => blockerLines(props.open.definition(), blocker)),
    ({ text, place }) => `${place} ${text}`,
  );
  return (
    <Show when={lines().length > 0}>
      <div class="govuk-error-summary" tabindex="-1" ref={(element) => (box = element)}>
        <h2 class="govuk-error-summary__title">Before you can submit</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            <For each={lines()}>
              {(line) => (
                <li>
                  <Show when={line.place} fallback={line.text}>
                    {(place) => <a href={props.open.href(place())}>{line.text}</a>}
                  </Show>
                  <Show when={line.otherWays.length > 0}>
                    <ul class="govuk-list govuk-list--bullet">
                      <For each={line.otherWays}>{(way) => <li>{way}</li>}</For>
                    </ul>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </div>
      </div>
    </Show>
  );
}
