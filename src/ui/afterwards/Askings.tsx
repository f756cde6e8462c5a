import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { type Asking, mayAnswer, openAskings } from "../../domain/case/actions.ts";
import { createAct } from "../act.ts";
import { Button } from "../kit/Button.tsx";
import { createLive } from "../live.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { askedWords } from "../words/actions.ts";
import type { CardAction } from "./cardAction.ts";

/** What is asked about an action and not answered yet: with its answer a press away for whom it is asked of. */
export function Askings(props: { session: Session; of: CardAction }): JSX.Element {
  const ids = () => openAskings(props.of.action).map(({ asked }) => asked.entry);
  const find = (id: string) => openAskings(props.of.action).find(({ asked }) => asked.entry === id);
  return (
    <For each={ids()}>
      {(id) => (
        <Show when={find(id)}>
          {(asking) => <OneAsking session={props.session} of={props.of} asking={asking()} />}
        </Show>
      )}
    </For>
  );
}

function OneAsking(props: { session: Session; of: CardAction; asking: Asking }): JSX.Element {
  const me = createLive(props.session.me);
  const asked = () => props.asking.asked;
  const mine = () => asked().author === me().user;
  const answer = createAct((agreed: boolean) =>
    props.session.noteCase(props.of.scope, [
      {
        type: "action-answered",
        action: props.of.action.action,
        asked: asked().entry,
        agreed,
        words: "",
      },
    ]),
  );
  const yes = (): string => (asked().record.type === "action-offered" ? "Take it on" : "Agree to that day");
  const no = (): string => (asked().record.type === "action-offered" ? "Say no" : "Keep the day");
  return (
    <div class="confer-said">
      <p class="govuk-body" dir="auto">
        {mine()
          ? `You ${askedWords(asked(), "asked")}`
          : `${props.of.whoOf(asked().author)} ${askedWords(asked(), "asks")}`}
        {asked().record.words.trim() === "" ? "." : `: ${asked().record.words}`}
      </p>
      <Show when={props.of.mayUpdate}>
        <div class="confer-actions">
          <Show when={mayAnswer(props.asking, me().user, me().roles) && !mine()}>
            <Button
              kind="secondary"
              about={props.of.action.what}
              busy={answer.busy()}
              onClick={() => void answer.run(true)}
            >
              {yes()}
            </Button>
            <Button kind="link" about={props.of.action.what} onClick={() => void answer.run(false)}>
              {no()}
            </Button>
          </Show>
          <Show when={mine()}>
            <Button kind="link" about={props.of.action.what} onClick={() => void answer.run(false)}>
              Take the question back
            </Button>
          </Show>
        </div>
      </Show>
      <ProblemNotice problem={answer.problem()} />
    </div>
  );
}
