import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { PanelDefinition } from "../../forms/definition.ts";
import { publicCriteria } from "../../forms/publicCriteria.ts";
import { Notice } from "../kit/Notice.tsx";

/** What a panel is for and which cases it takes, in the words of its definition. `inForce`: the version it works by. */
export function PanelPurpose(props: {
  definition: PanelDefinition;
  inForce: string | undefined;
}): JSX.Element {
  const audience = () => props.definition.audience;
  return (
    <>
      <p class="govuk-body-l">{audience().summary}</p>
      <Show when={props.inForce !== props.definition.version}>
        <Notice tone="warn" title="The panel may work by other rules">
          <p>
            It works by version {props.inForce} of its rules. What this page says, and the form, are of
            version {props.definition.version}: ask the panel before you rely on them.
          </p>
        </Notice>
      </Show>
      <Passages title="Who the panel is for" passages={audience().about} />
      <section aria-labelledby="panel-criteria-title">
        <h2 class="govuk-heading-m" id="panel-criteria-title">
          Which cases it takes
        </h2>
        <ul class="govuk-list govuk-list--bullet">
          <For each={publicCriteria(props.definition)}>
            {({ text, options }) => (
              <li>
                {text}
                <Show when={options.length > 0}>
                  <ul class="govuk-list govuk-list--bullet">
                    <For each={options}>{(option) => <li>{option}</li>}</For>
                  </ul>
                </Show>
              </li>
            )}
          </For>
        </ul>
        <p class="govuk-body">
          A case that does not fit can be put forward with the reason why; whoever receives referrals for the
          panel decides.
        </p>
      </section>
      <Passages title="What the panel does" passages={audience().aims} />
      <Passages title="Who stays responsible" passages={audience().responsibility} />
    </>
  );
}

function Passages(props: { title: string; passages: PanelDefinition["audience"]["about"] }): JSX.Element {
  return (
    <Show when={props.passages.length > 0}>
      <section>
        <h2 class="govuk-heading-m">{props.title}</h2>
        <ul class="govuk-list govuk-list--bullet">
          <For each={props.passages}>{({ text }) => <li>{text}</li>}</For>
        </ul>
      </section>
    </Show>
  );
}
