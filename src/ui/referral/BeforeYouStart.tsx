import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { PanelDefinition } from "../../forms/definition.ts";
import { ButtonLink } from "../kit/Button.tsx";
import { Page } from "../kit/Page.tsx";

/** For somebody's first referral: what is asked, what to have at hand, and that nothing can go wrong by stopping. */
export function BeforeYouStart(props: { definition: PanelDefinition; href: string }): JSX.Element {
  const papers = () => (props.definition.papers ?? []).filter(({ required }) => required !== undefined);
  return (
    <Page title="Before you start" caption={props.definition.name} back={{ href: "/referral/new" }}>
      <p class="govuk-body">
        First a few questions show whether this is the right panel. Then there is a list of parts, which you
        can do in any order and leave at any time.
      </p>
      <h2 class="govuk-heading-m">What you are asked about</h2>
      <ul class="govuk-list govuk-list--bullet">
        <For each={props.definition.sections}>{({ title }) => <li>{title}</li>}</For>
      </ul>
      <Show when={papers().length > 0}>
        <h2 class="govuk-heading-m">Papers the panel asks for</h2>
        <p class="govuk-body">You can add them later, or say why one does not come with the referral.</p>
        <ul class="govuk-list govuk-list--bullet">
          <For each={papers()}>{({ label }) => <li>{label}</li>}</For>
        </ul>
      </Show>
      <h2 class="govuk-heading-m">Good to know</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>It works without a connection. What you type is saved on this device as you type.</li>
        <li>Nobody else can read it until you submit it.</li>
        <li>You can say that you do not know. An honest gap is better than a guess.</li>
        <li>When you ask the person for consent, you turn the screen to them: it then shows nothing else.</li>
      </ul>
      <ButtonLink href={props.href}>Start</ButtonLink>
    </Page>
  );
}
