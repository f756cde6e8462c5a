import { useNavigate, useParams } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Person, Session } from "../../app/api.ts";
import type { UserId } from "../../domain/ids.ts";
import { createAct } from "../act.ts";
import { Button, ButtonLink } from "../kit/Button.tsx";
import { Notice } from "../kit/Notice.tsx";
import { Page } from "../kit/Page.tsx";
import { WordsPhrase } from "../kit/WordsPhrase.tsx";
import { createLive } from "../live.ts";
import { PATTERNS, personOf } from "../routes.ts";
import { personName, rolesWords } from "../words/people.ts";
import { ProblemNotice } from "./parts/ProblemNotice.tsx";

const BACK = { href: PATTERNS.people, text: "People" };

/** Two people, one telephone call, six words: then keys are trusted. */
export function ConfirmPerson(props: { session: Session }): JSX.Element {
  const params = useParams();
  const people = createLive(props.session.people);
  const person = () => {
    const id = personOf(params["person"]);
    return people().find((each) => each.user !== undefined && each.user === id);
  };
  return (
    <Show
      when={person()}
      fallback={
        <Page title="Confirm a person" back={BACK}>
          <p class="govuk-body">This address belongs to an earlier visit. Choose the person again.</p>
          <ButtonLink href={PATTERNS.people}>Go to people</ButtonLink>
        </Page>
      }
    >
      {(found) => <Compare session={props.session} person={found()} />}
    </Show>
  );
}

function Compare(props: { session: Session; person: Person }): JSX.Element {
  const navigate = useNavigate();
  const [differ, setDiffer] = createSignal(false);
  const act = createAct((user: UserId) => props.session.confirm(user));
  const name = () => personName(props.person);
  const confirm = async (): Promise<void> => {
    const { user } = props.person;
    if (user !== undefined && (await act.run(user)) !== undefined) navigate(PATTERNS.people);
  };
  return (
    <Page title="Confirm a person" heading={`Confirm ${name()}`} back={BACK}>
      <ProblemNotice problem={act.problem()} />
      <Show
        when={props.person.state === "to-confirm" && props.person.words}
        fallback={<p class="govuk-body">There is nothing to compare: this person is confirmed.</p>}
      >
        {(words) => (
          <Show when={!differ()} fallback={<Differ name={name()} onBack={() => setDiffer(false)} />}>
            <p class="govuk-body">
              Telephone {name()} at a number that you already have, or speak face to face. Let them read their
              six words to you, and compare each one with these:
            </p>
            <WordsPhrase label="Six words to compare" words={words()} />
            <p class="govuk-body">
              When you confirm, they become: {rolesWords(props.person.roles).toLowerCase()}.
            </p>
            <div class="confer-actions">
              <Button busy={act.busy()} onClick={() => void confirm()}>
                {act.busy() ? "Confirming" : "They match: confirm"}
              </Button>
              <Button kind="secondary" onClick={() => setDiffer(true)}>
                They do not match
              </Button>
            </div>
          </Show>
        )}
      </Show>
    </Page>
  );
}

function Differ(props: { name: string; onBack: () => void }): JSX.Element {
  return (
    <>
      <Notice tone="bad" title="Do not confirm" live>
        <p>
          Somebody other than {props.name} may have used the link. They can read nothing, because they are not
          confirmed.
        </p>
        <p>
          Ask {props.name} whether they opened the link themselves, and on which device. If they did, let them
          read the words once more. If not, leave this person unconfirmed, make a new invite, and tell your
          information security lead.
        </p>
      </Notice>
      <div class="confer-actions">
        <Button kind="secondary" onClick={() => props.onBack()}>
          Compare again
        </Button>
        <ButtonLink kind="link" href={PATTERNS.invite}>
          Make a new invite
        </ButtonLink>
      </div>
    </>
  );
}
