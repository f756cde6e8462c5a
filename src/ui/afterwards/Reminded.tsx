import { createEffect, createMemo, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { sentKey } from "../../app/noticeTypes.ts";
import type { CalendarDate } from "../../domain/calendarDate.ts";
import { mayLead } from "../../domain/roles.ts";
import { chasedOn } from "../../forms/escalation.ts";
import { InPlace } from "../kept/InPlace.tsx";
import { focusOn } from "../kit/takeFocus.ts";
import { createLive } from "../live.ts";
import { isOverdue } from "../words/actions.ts";
import { nobodyWords, remindedWords } from "../words/reminded.ts";
import type { CardAction } from "./cardAction.ts";
import { NameOwner } from "./NameOwner.tsx";

type Props = { session: Session; of: CardAction; today: CalendarDate };

/**
 * For those who lead, on the card of an action that is late or chased: who was reminded of it, and who is not,
 * with a way to name somebody who can be. [GAP-21]
 */
export function Reminded(props: Props): JSX.Element {
  const me = createLive(props.session.me);
  const late = () =>
    isOverdue(props.of.action, props.today) ||
    chasedOn({ state: props.of.action.state, chases: props.of.chases }, props.today) !== undefined;
  return (
    <Show when={mayLead(me().roles) && late()}>
      <Those {...props} />
    </Show>
  );
}

function Those(props: Props): JSX.Element {
  const { session } = props;
  // Read once: the card may be gone from its place by the time that what was named is saved.
  const id = `reminded-${props.of.action.action}`;
  const safety = createLive(session.safety);
  const sent = createLive(session.sentReminders);
  const people = createMemo(() =>
    session.remindedOf(props.of.scope, { ...props.of.action, chases: props.of.chases }),
  );
  createEffect(() => {
    if (safety().connection === "online") session.lookUpSent(people());
  });
  const nobody = createMemo(() => nobodyWords(props.of.action, people()));
  const lines = createMemo(() => [
    ...[nobody() ?? []].flat(),
    ...people().map((person) => remindedWords(person, sent().get(sentKey(person)), props.today)),
  ]);
  return (
    <>
      <Show when={lines().length > 0}>
        <ul id={id} tabindex="-1" class="govuk-list confer-place confer-focus-box" aria-label="Reminders">
          <For each={lines()}>{(line) => <li dir="auto">{line}</li>}</For>
        </ul>
      </Show>
      <Show when={nobody() !== undefined && props.of.mayUpdate}>
        <InPlace text="Name somebody on Confer" about={`for ${props.of.action.what}`}>
          {(close) => (
            // Under another agency's name the card is made anew: what is then true of it takes the focus.
            <NameOwner session={session} of={props.of} onSaved={() => focusOn(id)} onClose={close} />
          )}
        </InPlace>
      </Show>
    </>
  );
}
