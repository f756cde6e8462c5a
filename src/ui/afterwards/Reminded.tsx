import { createEffect, createMemo, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { sentKey } from "../../app/noticeTypes.ts";
import type { CalendarDate } from "../../domain/calendarDate.ts";
import { mayLead } from "../../domain/roles.ts";
import { chasedOn } from "../../forms/escalation.ts";
import { createLive } from "../live.ts";
import { isOverdue } from "../words/actions.ts";
import { nobodyWords, remindedWords } from "../words/reminded.ts";
import type { CardAction } from "./cardAction.ts";

type Props = { session: Session; of: CardAction; today: CalendarDate };

/** For those who lead, on the card of an action that is late or chased: who was reminded of it, and who is not. [GAP-21] */
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
  const safety = createLive(session.safety);
  const sent = createLive(session.sentReminders);
  const people = createMemo(() =>
    session.remindedOf(props.of.scope, { ...props.of.action, chases: props.of.chases }),
  );
  createEffect(() => {
    if (safety().connection === "online") session.lookUpSent(people());
  });
  const lines = createMemo(() => [
    ...[nobodyWords(props.of.action, people()) ?? []].flat(),
    ...people().map((person) => remindedWords(person, sent().get(sentKey(person)), props.today)),
  ]);
  return (
    <Show when={lines().length > 0}>
      <ul class="govuk-list confer-place" aria-label="Reminders">
        <For each={lines()}>{(line) => <li dir="auto">{line}</li>}</For>
      </ul>
    </Show>
  );
}
