import { createMemo, createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Page } from "../kit/Page.tsx";
import { TextInput } from "../kit/TextInput.tsx";
import { createLive } from "../live.ts";
import { CaseList } from "./parts/CaseList.tsx";
import { Reading } from "./parts/Reading.tsx";

/** Over what is on this device: nothing that is typed here leaves it. */
export function Search(props: { session: Session }): JSX.Element {
  const [words, setWords] = createSignal("");
  const cases = createLive(props.session.cases);
  const found = createMemo(() => {
    // Asked again when cases change, so that what arrives meanwhile is found too.
    void cases();
    return words().trim() === "" ? [] : props.session.search(words());
  });
  const nowMs = Date.now();
  const summary = () => {
    if (words().trim() === "") return "";
    return found().length === 1 ? "1 case found" : `${found().length} cases found`;
  };
  return (
    <Page title="Find a case">
      <Reading session={props.session} />
      <TextInput
        id="words"
        type="search"
        label="Name, reference or words in the case"
        hint="Looks through the cases on this device. What you type is not sent."
        value={words()}
        onInput={setWords}
      />
      <p class="govuk-body" role="status">
        {summary()}
      </p>
      <CaseList id="found" title="Best first" cases={found()} nowMs={() => nowMs} />
      <Show when={words().trim() !== "" && found().length === 0}>
        <EmptyState>
          No case on this device has these words. Try fewer or shorter words. A case that was never shared
          with you cannot be found here.
        </EmptyState>
      </Show>
    </Page>
  );
}
