import { createMemo, For, Show } from "solid-js";
import type { Accessor, JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { CalendarDate } from "../../domain/calendarDate.ts";
import type { NamedDay } from "../../domain/workingDays.ts";
import { ActionCard } from "./ActionCard.tsx";
import type { CardAction } from "./cardAction.ts";

/** Cards in their order. Each is kept while its action is there, with what is being typed and said in it. */
export function ActionCards<T extends CardAction>(props: {
  session: Session;
  cards: readonly T[];
  today: CalendarDate;
  named: readonly NamedDay[];
  about?: (card: Accessor<T>) => JSX.Element;
  onOpen?: (card: T) => void;
}): JSX.Element {
  const byId = createMemo(() => new Map(props.cards.map((card) => [card.action.action, card])));
  return (
    <ul class="confer-cards confer-cards--long">
      <For each={props.cards.map((card) => card.action.action)}>
        {(id) => (
          <Show when={byId().get(id)}>
            {(card) => (
              <ActionCard
                session={props.session}
                of={card()}
                today={props.today}
                named={props.named}
                about={props.about?.(card)}
                onOpen={() => props.onOpen?.(card())}
              />
            )}
          </Show>
        )}
      </For>
    </ul>
  );
}
