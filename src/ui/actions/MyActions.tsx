import { createMemo, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { ActionCards } from "../afterwards/ActionCards.tsx";
import { PATTERNS } from "../routes.ts";
import { AboutCase, cardOf } from "./cards.tsx";
import { createListed } from "./createListed.ts";
import { byUrgency } from "./order.ts";

/** On a telephone what stands below is not seen. */
const SHOWN = 3;

/** On the home page: what this person owes, the most urgent first; nothing at all while they owe nothing. */
export function MyActions(props: { session: Session }): JSX.Element {
  const { actions, today, named, urgencyOf, hold } = createListed(props.session);
  const mine = createMemo(() =>
    byUrgency(
      actions().filter((action) => (action.mine || action.forMe) && urgencyOf(action) !== "over"),
      urgencyOf,
    ),
  );
  return (
    <Show when={mine().length > 0}>
      <h2 class="govuk-heading-m">Your actions</h2>
      <ActionCards
        session={props.session}
        cards={mine().slice(0, SHOWN).map(cardOf)}
        today={today()}
        named={named()}
        about={(card) => <AboutCase card={card()} />}
        onOpen={({ action }) => hold(action)}
      />
      <Show when={mine().length > SHOWN}>
        <p class="govuk-body">
          <a class="govuk-link confer-target" href={PATTERNS.actions}>
            All {mine().length} of your actions
          </a>
        </p>
      </Show>
    </Show>
  );
}
