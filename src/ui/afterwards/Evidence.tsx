import { createMemo, createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { PaperId } from "../../app/paperTypes.ts";
import { momentOf } from "../caseFile/when.ts";
import { Details } from "../kit/Details.tsx";
import { createSteady } from "../live.ts";
import { LookButton } from "../papers/LookButton.tsx";
import { PaperDialog } from "../papers/PaperDialog.tsx";
import { PaperItem } from "../papers/PaperItem.tsx";
import { createPictures } from "../papers/pictures.ts";
import { papersWords } from "../words/actions.ts";
import type { CardAction } from "./cardAction.ts";
import { createPapers } from "./createPapers.ts";

/** What shows how an action stands; opened only when somebody asks for it. */
export function Evidence(props: { session: Session; of: CardAction }): JSX.Element {
  const [opened, setOpened] = createSignal(false);
  const count = () => props.of.action.evidence.length;
  return (
    <Show when={count() > 0}>
      <Details summary={`Evidence: ${papersWords(count())}`} onOpen={() => setOpened(true)}>
        <Show when={opened()}>
          <Papers session={props.session} of={props.of} />
        </Show>
      </Details>
    </Show>
  );
}

function Papers(props: { session: Session; of: CardAction }): JSX.Element {
  const { scope, reference } = props.of;
  const pictures = createPictures(props.session, scope);
  const all = createPapers(props.session, scope);
  const [looking, setLooking] = createSignal<PaperId>();
  const mine = createMemo(() => all().filter(({ id }) => props.of.action.evidence.includes(id)));
  const papers = createSteady(mine, ({ id }) => id);
  return (
    <>
      <ul class="confer-cards">
        <For each={papers()}>
          {(paper) => (
            <PaperItem
              paper={paper}
              pictures={pictures}
              note={`Added by ${paper.whoName} on ${momentOf(paper.addedMs)}`}
            >
              <LookButton paper={paper} onLook={() => setLooking(paper.id)} />
            </PaperItem>
          )}
        </For>
      </ul>
      <Show when={looking()}>
        <PaperDialog
          session={props.session}
          scope={scope}
          papers={papers()}
          looking={looking()}
          pictures={pictures}
          reference={reference}
          onClose={() => setLooking(undefined)}
        />
      </Show>
    </>
  );
}
