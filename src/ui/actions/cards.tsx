/** An action of any case as its card has it, and what is said of its case there. */
import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { ListedAction } from "../../app/actionTypes.ts";
import { isOpen } from "../../domain/case/actions.ts";
import { type CalendarDate, formatCalendarDate } from "../../domain/calendarDate.ts";
import type { CardAction } from "../afterwards/cardAction.ts";
import { caseHref } from "../routes.ts";

export type ListedCard = CardAction & { readonly action: ListedAction };

const cards = new WeakMap<ListedAction, ListedCard>();

/** One for each action as it stands: what is on the screen stays while nothing about it changes. */
export function cardOf(action: ListedAction): ListedCard {
  const card = cards.get(action) ?? makeCard(action);
  cards.set(action, card);
  return card;
}

const makeCard = (action: ListedAction): ListedCard => ({
  action,
  scope: action.scope,
  reference: action.reference,
  outcome: action.outcomeLabel,
  chases: action.chases,
  mayUpdate: action.mayUpdate,
  writers: action.writers,
  whoOf: (user) => action.names[user] ?? "Somebody who is not on this device",
});

/**
 * Which case, and the way to it. With `meeting`, for whoever looks after others’ actions: when the panel will ask, and
 * whether the one who is to do it has read the case.
 */
export function AboutCase(props: { card: ListedCard; meeting?: CalendarDate | undefined }): JSX.Element {
  const action = () => props.card.action;
  const met = () => (isOpen(action()) ? props.meeting : undefined);
  return (
    <p class="govuk-body">
      <a class="govuk-link confer-target" href={`${caseHref(action().scope)}?tab=actions`}>
        {action().subject.trim() === "" ? action().reference : action().subject}
      </a>{" "}
      <span class="confer-place">
        {action().reference} · {action().panelName}
        {action().agency === "" ? "" : ` · ${action().agency}`}
        <Show when={met()}>
          {(day) => (
            <>
              {" "}
              · The panel meets on {formatCalendarDate(day())}
              {readWords(action())}
            </>
          )}
        </Show>
      </span>
    </p>
  );
}

const readWords = ({ user, owner, readers }: ListedAction): string =>
  user === undefined || readers.includes(user) ? "" : ` · ${owner} has not opened the case yet`;
