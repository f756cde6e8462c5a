import { createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { RefusedItem, Session } from "../../app/api.ts";
import { createAct } from "../act.ts";
import { momentOf } from "../caseFile/when.ts";
import { Button } from "../kit/Button.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Page } from "../kit/Page.tsx";
import { createLive, createSteady } from "../live.ts";
import { PATTERNS } from "../routes.ts";
import { saveFile } from "../saveFile.ts";
import { refusalWords } from "../words/faults.ts";
import { SaveBackup } from "./parts/SaveBackup.tsx";
import { ProblemNotice } from "./parts/ProblemNotice.tsx";

/** What the server would not take. It blocks nothing else, and is never dropped. */
export function Refused(props: { session: Session }): JSX.Element {
  const refused = createLive(props.session.refused);
  const items = createSteady<RefusedItem>(refused, (item) => item.id);
  return (
    <Page title="Refused by the server" back={{ href: PATTERNS.safety, text: "Is my work safe?" }}>
      <Show
        when={items().length > 0}
        fallback={
          <EmptyState>
            Nothing was refused. If the server ever refuses something you wrote, it is kept here with the
            reason.
          </EmptyState>
        }
      >
        <p class="govuk-body">
          These are still on this device, encrypted. Everything else was sent as usual. A backup keeps them,
          and everything not yet sent, in one file that only you can open.
        </p>
        <SaveBackup session={props.session} kind="secondary" />
        <ul class="confer-cards">
          <For each={items()}>{(item) => <RefusedCard session={props.session} item={item} />}</For>
        </ul>
      </Show>
    </Page>
  );
}

function RefusedCard(props: { session: Session; item: RefusedItem }): JSX.Element {
  const [said, setSaid] = createSignal("");
  const act = createAct(() => props.session.exportRefused(props.item.id));
  const words = () => refusalWords(props.item.reason);
  const title = () =>
    props.item.reference === undefined
      ? "A change to people or panels"
      : `Part of case ${props.item.reference}`;
  const save = async (): Promise<void> => {
    const done = await act.run();
    if (done === undefined) return;
    const saved = await saveFile(done.value.bytes, done.value.fileName, "application/octet-stream");
    if (saved === "press-again") setSaid("The copy is ready. Press once more to share it.");
    else setSaid(saved === "cancelled" ? "" : "The encrypted copy is saved. It stays here too.");
  };
  return (
    <li class="confer-card">
      <h2 class="confer-card__title">{title()}</h2>
      <p class="govuk-body">
        Written {momentOf(props.item.atMs)}. {words().what} {words().next}
      </p>
      <ProblemNotice problem={act.problem()} />
      <div class="confer-actions">
        <Button kind="secondary" busy={act.busy()} about={`of ${title()}`} onClick={() => void save()}>
          Save an encrypted copy
        </Button>
        <span class="govuk-body-s" role="status">
          {said()}
        </span>
      </div>
    </li>
  );
}
