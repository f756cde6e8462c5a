import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { ConsentPosition } from "../../../domain/consentPosition.ts";
import { capacityText } from "../../../forms/consentText.ts";
import { dateWords } from "../../caseFile/when.ts";
import { groundWords, listed } from "./consentWords.ts";

/** After a withdrawal or a refusal: what stops, and what goes on and why. And who else has said what. */
export function WhatFollows(props: { position: ConsentPosition }): JSX.Element {
  const withdrawn = (): boolean => props.position.state === "withdrawn";
  return (
    <>
      <Show when={withdrawn()}>
        <h2 class="govuk-heading-m">What stops, and what goes on</h2>
        <ul class="govuk-list govuk-list--bullet">
          <li>Stops: nothing more is shared because the person agreed.</li>
          <For
            each={props.position.grounds}
            fallback={<li>No ground for sharing without consent is in force, so nothing more is shared.</li>}
          >
            {({ event }) => (
              <li>
                Goes on: sharing with {listed(event.recipients)}, on a ground decided by{" "}
                {event.decidedBy.name} on {dateWords(event.decidedOn)}. {groundWords(event)}
              </li>
            )}
          </For>
          <li>Stays: what was shared lawfully before cannot be called back.</li>
        </ul>
      </Show>
      <Voices position={props.position} />
    </>
  );
}

const SAID = { given: "agrees", refused: "says no", withdrawn: "has withdrawn agreement" } as const;

/** Beside the deciding answer, never merged with it. */
function Voices(props: { position: ConsentPosition }): JSX.Element {
  return (
    <Show when={props.position.otherVoices.length > 0}>
      <h2 class="govuk-heading-m">Other views, which do not decide</h2>
      <ul class="govuk-list govuk-list--bullet">
        <For each={props.position.otherVoices}>
          {(event) => (
            <li>
              {event.giver.name} ({capacityText(event.giver)}) {SAID[event.kind]}
              {event.kind === "refused" && event.wishes ? `: “${event.wishes}”` : "."}
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
