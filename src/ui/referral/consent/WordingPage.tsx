import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { ConsentWording } from "../../../forms/definition/consentModel.ts";
import type { PanelDefinition } from "../../../forms/definition.ts";
import { fillWording } from "./events.ts";
import { TurnedPage } from "./TurnedPage.tsx";

type Told = {
  definition: PanelDefinition;
  wording: ConsentWording;
  /** By name, whom the person is asked about. */
  recipients: readonly string[];
};

/** What the person is asked, in their language and format. */
export function WordingPage(props: Told & { onDone: () => void }): JSX.Element {
  const filled = (text: string): string => fillWording(text, props.definition, props.recipients);
  return (
    <TurnedPage title={filled(props.wording.title)} language={props.wording.language} onDone={props.onDone}>
      <For each={props.wording.paragraphs}>{(paragraph) => <Paragraph {...props} text={paragraph} />}</For>
      <p class="confer-wording__declaration">{filled(props.wording.declaration)}</p>
    </TurnedPage>
  );
}

/** Named organisations read better as a list than as a long sentence. */
function Paragraph(props: Told & { text: string }): JSX.Element {
  const parts = (): string[] => props.text.split("{recipients}");
  const filled = (text: string | undefined): string =>
    fillWording(text ?? "", props.definition, props.recipients).trim();
  const after = (): string => filled(parts()[1]).replace(/^[.,;]\s*/, "");
  return (
    <Show when={parts().length === 2} fallback={<p>{filled(props.text)}</p>}>
      <p>{filled(parts()[0])}</p>
      <ul>
        <For each={props.recipients}>{(name) => <li>{name}</li>}</For>
      </ul>
      <Show when={after() !== ""}>
        <p>{after()}</p>
      </Show>
    </Show>
  );
}
