import { For, Match, Show, Switch } from "solid-js";
import type { JSX } from "solid-js";
import type { StatusRecord } from "../../domain/case/caseFile.ts";
import type { PanelDefinition } from "../../forms/definition.ts";
import { Notice } from "../kit/Notice.tsx";

/**
 * What the referrer reads about a decision. The same component shows it before it is sent and after, so that
 * the preview cannot promise other words [ASH-75, ASH-82].
 */
export function DecisionMessage(props: {
  record: StatusRecord | undefined;
  definition: PanelDefinition | undefined;
}): JSX.Element {
  return (
    <Switch>
      <Match when={props.record?.type === "accepted" && props.record}>
        {(accepted) => (
          <Notice tone="good" title="The panel will hear this case">
            <p>The co-ordinator has accepted the referral for the panel, and tells you when it is heard.</p>
            <Said text={accepted().note} />
          </Notice>
        )}
      </Match>
      <Match when={props.record?.type === "returned" && props.record}>
        {(returned) => (
          <Notice tone="warn" title="The panel asks for more information">
            <p>The referral keeps its reference. Answer what is missing and submit it again.</p>
            <Gaps gaps={returned().gaps} definition={props.definition} />
            <Said text={returned().note} />
          </Notice>
        )}
      </Match>
      <Match when={props.record?.type === "declined" && props.record}>
        {(declined) => (
          <Notice tone="warn" title="The panel will not hear this case">
            <p>The reason given:</p>
            <Said text={declined().reason} />
            <p>
              You and your service stay responsible for the case. Talk to the co-ordinator if things change.
            </p>
          </Notice>
        )}
      </Match>
    </Switch>
  );
}

type Gap = { readonly sectionKey?: string | undefined; readonly text: string };

/** What is missing, each with its section where it belongs to one. */
export function Gaps(props: { gaps: readonly Gap[]; definition: PanelDefinition | undefined }): JSX.Element {
  const sectionOf = (key: string | undefined): string => {
    const title = props.definition?.sections.find((section) => section.key === key)?.title;
    return title === undefined ? "" : `${title}: `;
  };
  return (
    <ul class="govuk-list govuk-list--bullet">
      <For each={props.gaps}>
        {(gap) => (
          <li>
            {sectionOf(gap.sectionKey)}
            {gap.text}
          </li>
        )}
      </For>
    </ul>
  );
}

/** Somebody's own words. */
export function Said(props: { text: string | undefined }): JSX.Element {
  return (
    <Show when={props.text?.trim()}>
      <p class="confer-said">{props.text}</p>
    </Show>
  );
}
