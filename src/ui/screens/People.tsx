import { createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Person, Session } from "../../app/api.ts";
import { dayOf } from "../caseFile/when.ts";
import { Button, ButtonLink } from "../kit/Button.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Page } from "../kit/Page.tsx";
import { Tag } from "../kit/Tag.tsx";
import { createLive, createSteady } from "../live.ts";
import { confirmPersonHref, PATTERNS } from "../routes.ts";
import { PERSON_STATES, personName, rolesWords } from "../words/people.ts";
import { NotReached } from "../reminders/NotReached.tsx";
import { CancelInvite } from "./parts/CancelInvite.tsx";
import { ChangeRoles } from "./parts/ChangeRoles.tsx";

const ORDER: readonly Person["state"][] = [
  "to-confirm",
  "invited",
  "invite-expired",
  "confirmed",
  "invite-cancelled",
];

const keyOf = (person: Person): string => person.user ?? person.invite ?? "";

/** Who belongs, who has been asked, and who waits to be confirmed: those first. */
export function People(props: { session: Session }): JSX.Element {
  const people = createLive(props.session.people);
  const me = createLive(props.session.me);
  const [rolesOf, setRolesOf] = createSignal<Person>();
  const [cancelling, setCancelling] = createSignal<Person>();
  const sorted = createSteady(
    () =>
      people().toSorted(
        (a, b) =>
          ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
          personName(a).localeCompare(personName(b), "en-GB"),
      ),
    keyOf,
  );
  return (
    <Page title="People">
      <NotReached session={props.session} whole={true} />
      <ButtonLink href={PATTERNS.invite}>Invite somebody</ButtonLink>
      <Show
        when={sorted().length > 0}
        fallback={<EmptyState>Everybody you invite appears here, with how far they have come.</EmptyState>}
      >
        <ul class="confer-cards">
          <For each={sorted()}>
            {(person) => (
              <PersonCard
                person={person}
                isMe={person.user === me().user}
                onChangeRoles={() => setRolesOf(person)}
                onCancel={() => setCancelling(person)}
              />
            )}
          </For>
        </ul>
      </Show>
      <ChangeRoles session={props.session} person={rolesOf()} onClose={() => setRolesOf(undefined)} />
      <CancelInvite session={props.session} person={cancelling()} onClose={() => setCancelling(undefined)} />
    </Page>
  );
}

function PersonCard(props: {
  person: Person;
  isMe: boolean;
  onChangeRoles: () => void;
  onCancel: () => void;
}): JSX.Element {
  const name = () => personName(props.person);
  const state = () => PERSON_STATES[props.person.state];
  return (
    <li class="confer-card">
      <h2 class="confer-card__title">
        {name()} {props.isMe ? "(you)" : ""} <Tag tone={state().tone}>{state().text}</Tag>
      </h2>
      <p class="govuk-body">
        {[props.person.profile?.position, props.person.profile?.agency].filter(Boolean).join(", ")}
        <br />
        {rolesWords(props.person.roles)}
        <Show when={props.person.devices > 0}>
          <br />
          {props.person.devices === 1 ? "1 device" : `${props.person.devices} devices`}
        </Show>
        <Show when={props.person.state === "invited" && props.person.expiresMs}>
          {(expiresMs) => <>. The link works until {dayOf(expiresMs())}.</>}
        </Show>
      </p>
      <div class="confer-actions">
        <Show when={props.person.state === "to-confirm" && props.person.user}>
          {(user) => (
            <ButtonLink href={confirmPersonHref(user())} about={name()}>
              Compare words
            </ButtonLink>
          )}
        </Show>
        <Show when={props.person.state === "confirmed"}>
          <Button kind="link" about={`of ${name()}`} onClick={() => props.onChangeRoles()}>
            Change roles
          </Button>
        </Show>
        <Show when={props.person.state === "invited"}>
          <Button kind="link" about={`for ${name()}`} onClick={() => props.onCancel()}>
            Cancel invite
          </Button>
        </Show>
      </div>
    </li>
  );
}
