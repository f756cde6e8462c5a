import { createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { PanelDefinition } from "../../../forms/definition.ts";
import { Button } from "../../kit/Button.tsx";
import type { ConsentDraft } from "./draft.ts";
import { agreedTo, askedAbout, declarationOf } from "./events.ts";
import { TurnedPage } from "./TurnedPage.tsx";

/** What is about to be signed, limits included; it can be turned to the person before they do. */
export function AgreedWords(props: { draft: ConsentDraft; definition: PanelDefinition }): JSX.Element {
  const [turned, setTurned] = createSignal(false);
  const limited = (): boolean => props.draft.answer === "partial";
  const language = (): string =>
    props.definition.consent.wordings.find(({ key }) => key === props.draft.wording)?.language ?? "en-GB";
  return (
    <>
      <div class="govuk-inset-text">
        <p lang={language()}>{declarationOf(props.draft, props.definition)}</p>
        <Show when={limited()}>
          <AgreedLists {...props} />
        </Show>
      </div>
      <Show when={limited()}>
        <p>
          <Button kind="secondary" onClick={() => setTurned(true)}>
            Show what they agree to
          </Button>
        </p>
      </Show>
      <Show when={turned()}>
        <TurnedPage title="What you agree to" language="en-GB" onDone={() => setTurned(false)}>
          <AgreedLists {...props} />
          <p class="confer-wording__declaration" lang={language()}>
            {declarationOf(props.draft, props.definition)}
          </p>
        </TurnedPage>
      </Show>
    </>
  );
}

function AgreedLists(props: { draft: ConsentDraft; definition: PanelDefinition }): JSX.Element {
  const leftOut = () =>
    askedAbout(props.draft, props.definition).filter((name) => props.draft.leftOut.includes(name));
  const keptBack = () =>
    (props.definition.consent.categories ?? [])
      .filter(({ key }) => props.draft.keptBack.includes(key))
      .map(({ label }) => label);
  return (
    <>
      <NameList title="Shared with:" names={agreedTo(props.draft, props.definition)} />
      <NameList title="Not shared with:" names={leftOut()} />
      <NameList title="Not shared with anyone:" names={keptBack()} />
      <Show when={props.draft.limits.trim() !== ""}>
        <p class="govuk-body">
          <strong>Also:</strong> {props.draft.limits.trim()}
        </p>
      </Show>
    </>
  );
}

/** Nothing at all where there is nobody on it. */
export function NameList(props: { title: string; names: readonly string[] }): JSX.Element {
  return (
    <Show when={props.names.length > 0}>
      <p class="govuk-body">
        <strong>{props.title}</strong>
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <For each={props.names}>{(name) => <li>{name}</li>}</For>
      </ul>
    </Show>
  );
}
