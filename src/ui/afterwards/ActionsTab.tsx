import { createMemo, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { type Action, actionsOf, isOpen } from "../../domain/case/actions.ts";
import { londonDateOf } from "../../domain/londonTime.ts";
import type { OpenCase } from "../caseFile/CaseGate.tsx";
import { nameOf } from "../caseFile/people.ts";
import { EmptyState } from "../kit/EmptyState.tsx";
import { createLive } from "../live.ts";
import { createServerNow } from "../thisDevice.ts";
import { isOverdue } from "../words/actions.ts";
import type { CardAction } from "./cardAction.ts";
import { ActionCards } from "./ActionCards.tsx";
import { Promises } from "./Promises.tsx";

/** Everything the panel agreed that somebody does, by agency; what still has to be done comes first. [ASH-85] */
export function ActionsTab(props: { session: Session; open: OpenCase }): JSX.Element {
  const panels = createLive(props.session.panels);
  const nowMs = createServerNow(props.session);
  const today = () => londonDateOf(nowMs());
  const named = () => panels()[0]?.namedDays ?? [];
  const actions = createMemo(() => actionsOf(props.open.view().file));
  const writers = createMemo(() =>
    props.open
      .view()
      .access.filter(({ access }) => access !== "read")
      .map(({ user }) => user),
  );
  const listed = createLive(props.session.actions);
  const chases = createMemo(
    () =>
      new Map(
        listed()
          .filter(({ scope }) => scope === props.open.scope)
          .map((each) => [each.action, each.chases]),
      ),
  );
  const cardOf = (action: Action): CardAction => ({
    action,
    scope: props.open.scope,
    reference: props.open.view().summary.reference,
    chases: chases().get(action.action) ?? [],
    outcome: props.open.view().definition?.outcomes.find(({ key }) => key === action.outcome)?.label,
    mayUpdate: writers().includes(props.session.me.value.user),
    writers: writers(),
    whoOf: (user) => nameOf(props.open.view(), user),
  });
  // By name and id: what is being written of an action outlives news of another.
  const agencies = createMemo(() =>
    [...new Set(actions().map(({ agency }) => agency))].toSorted((a, b) => a.localeCompare(b)),
  );
  const cardsOf = (agency: string) => inOrder(actions().filter((each) => each.agency === agency)).map(cardOf);
  return (
    <>
      <Show
        when={actions().length > 0}
        fallback={
          <EmptyState title="No action is recorded yet">
            What the panel agrees at a meeting appears here: what, who does it and by when.
          </EmptyState>
        }
      >
        <p class="govuk-body">{countsWords(actions(), today())}</p>
        <For each={agencies()}>
          {(agency) => (
            <section aria-label={agencyName(agency)}>
              <h2 class="govuk-heading-m">{agencyName(agency)}</h2>
              <ActionCards session={props.session} cards={cardsOf(agency)} today={today()} named={named()} />
            </section>
          )}
        </For>
      </Show>
      <Promises session={props.session} open={props.open} today={today()} />
    </>
  );
}

const agencyName = (agency: string): string => (agency === "" ? "No agency named" : agency);

/** What still has to be done first, soonest first. */
const inOrder = (actions: readonly Action[]): readonly Action[] =>
  actions.toSorted(
    (a, b) => Number(isOpen(b)) - Number(isOpen(a)) || (a.due || "9").localeCompare(b.due || "9"),
  );

/** "6 actions: 2 to do, 1 of them overdue." */
function countsWords(actions: readonly Action[], today: Parameters<typeof isOverdue>[1]): string {
  const open = actions.filter(isOpen).length;
  const overdue = actions.filter((action) => isOverdue(action, today)).length;
  const all = actions.length === 1 ? "1 action" : `${actions.length} actions`;
  if (open === 0) return `${all}, none left to do.`;
  return `${all}: ${open} left to do${overdue === 0 ? "" : `, ${overdue} of them overdue`}.`;
}
