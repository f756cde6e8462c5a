import { createMemo, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { type Action, actionsOf, isOpen } from "../../domain/case/actions.ts";
import { londonDateOf } from "../../domain/londonTime.ts";
import type { OpenCase } from "../caseFile/CaseGate.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { createLive, createSteady } from "../live.ts";
import { createServerNow } from "../thisDevice.ts";
import { isOverdue } from "../words/actions.ts";
import { ActionCard } from "./ActionCard.tsx";
import { Promises } from "./Promises.tsx";

/** Everything the panel agreed that somebody does, by agency; what still has to be done comes first. [ASH-85] */
export function ActionsTab(props: { session: Session; open: OpenCase }): JSX.Element {
  const panels = createLive(props.session.panels);
  const nowMs = createServerNow(props.session);
  const today = () => londonDateOf(nowMs());
  const named = () => panels()[0]?.namedDays ?? [];
  const actions = createMemo(() => actionsOf(props.open.view().file));
  const groups = createSteady(
    () => byAgency(actions()),
    ({ agency }) => agency,
  );
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
        <For each={groups()}>
          {(group) => (
            <section aria-label={group.agency}>
              <h2 class="govuk-heading-m">{group.agency}</h2>
              <ul class="confer-cards">
                <For each={group.actions}>
                  {(action) => (
                    <ActionCard
                      session={props.session}
                      open={props.open}
                      action={action}
                      today={today()}
                      named={named()}
                    />
                  )}
                </For>
              </ul>
            </section>
          )}
        </For>
      </Show>
      <Promises session={props.session} open={props.open} today={today()} />
    </>
  );
}

type Group = { readonly agency: string; readonly actions: readonly Action[] };

function byAgency(actions: readonly Action[]): readonly Group[] {
  const agencies = [...new Set(actions.map(({ agency }) => agency))].toSorted((a, b) => a.localeCompare(b));
  return agencies.map((agency) => ({
    agency: agency === "" ? "No agency named" : agency,
    actions: actions
      .filter((each) => each.agency === agency)
      .toSorted(
        (a, b) => Number(isOpen(b)) - Number(isOpen(a)) || (a.due || "9").localeCompare(b.due || "9"),
      ),
  }));
}

/** "6 actions: 2 to do, 1 of them overdue." */
function countsWords(actions: readonly Action[], today: Parameters<typeof isOverdue>[1]): string {
  const open = actions.filter(isOpen).length;
  const overdue = actions.filter((action) => isOverdue(action, today)).length;
  const all = actions.length === 1 ? "1 action" : `${actions.length} actions`;
  if (open === 0) return `${all}, none left to do.`;
  return `${all}: ${open} left to do${overdue === 0 ? "" : `, ${overdue} of them overdue`}.`;
}
