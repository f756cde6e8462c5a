import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { createAct } from "../act.ts";
import { Button } from "../kit/Button.tsx";
import { Page } from "../kit/Page.tsx";
import { WordsPhrase } from "../kit/WordsPhrase.tsx";
import { ProblemNotice } from "./parts/ProblemNotice.tsx";

/** Joined, and to be confirmed: the six words, large, and whom to telephone. */
export function Waiting(props: { session: Session; words: readonly string[] }): JSX.Element {
  const act = createAct(() => props.session.syncNow());
  return (
    <Page title="One telephone call to go">
      <ProblemNotice problem={act.problem()} />
      <p class="govuk-body">
        Telephone your co-ordinator, at the number you already know, and read out these six words in order:
      </p>
      <WordsPhrase label="Your six words" words={props.words} />
      <p class="govuk-body">
        They see six words too. If they are the same, nobody has come between you, and they confirm you. Do
        not send the words in an email or a message, and do not use a number that came with the invite.
      </p>
      <p class="govuk-body">
        This page goes on by itself once you are confirmed. You can lock Confer and come back: the words stay
        the same.
      </p>
      <Button kind="secondary" busy={act.busy()} onClick={() => void act.run()}>
        Check now
      </Button>
      <p class="govuk-body" role="status">
        <Show when={act.busy()}>Asking the server.</Show>
      </p>
    </Page>
  );
}
