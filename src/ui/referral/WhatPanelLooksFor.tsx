import { createMemo, Index, Show } from "solid-js";
import type { JSX } from "solid-js";
import { type LookedFor, lookedFor } from "../../forms/lookedFor.ts";
import { Tag, type Tone } from "../kit/Tag.tsx";
import { placeOf } from "./changePlaces.ts";
import type { OpenForm } from "./DraftGate.tsx";

const STATES: Record<LookedFor["state"], { text: string; tone: Tone }> = {
  answered: { text: "Answered", tone: "good" },
  partly: { text: "Partly answered", tone: "warn" },
  nothing: { text: "Nothing yet", tone: "warn" },
  unseen: { text: "A person looks at this", tone: "neutral" },
};

/** The panel's own checklist with what the referral says about each point so far, and the way to what is missing. */
export function WhatPanelLooksFor(props: { open: OpenForm }): JSX.Element {
  const points = createMemo(() =>
    lookedFor(
      { definition: props.open.definition(), answers: props.open.view().answers, today: props.open.today },
      props.open.consent(),
      props.open.view().approvals,
    ),
  );
  const hrefOf = ({ missing, section, state }: LookedFor): string | undefined => {
    if (section === undefined || state === "answered") return undefined;
    const place = placeOf(props.open.definition(), section, missing);
    return place === undefined
      ? undefined
      : props.open.href(place === "consent" ? place : `${place}?from=check`);
  };
  return (
    <section aria-labelledby="looked-for-title">
      <h2 class="govuk-heading-m" id="looked-for-title">
        What the panel will look for
      </h2>
      <ul class="confer-looked-for">
        <Index each={points()}>
          {(point) => (
            <li>
              <Show when={hrefOf(point())} fallback={<span>{point().label}</span>}>
                {(href) => (
                  <a class="govuk-link confer-target" href={href()}>
                    {point().label}
                  </a>
                )}
              </Show>
              <Tag tone={STATES[point().state].tone}>{STATES[point().state].text}</Tag>
            </li>
          )}
        </Index>
      </ul>
    </section>
  );
}
