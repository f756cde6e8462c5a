import { createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { type Action, actionsOf } from "../../../domain/case/actions.ts";
import type { ActionId } from "../../../domain/ids.ts";
import { createAct } from "../../act.ts";
import { dateWords } from "../../caseFile/when.ts";
import { Button } from "../../kit/Button.tsx";
import { ProblemNotice } from "../../screens/parts/ProblemNotice.tsx";
import { ActionEdit } from "./ActionEdit.tsx";
import type { Heard } from "./heard.ts";
import { createPart } from "./room.ts";

const COMMITMENTS = { "": "", inPrinciple: "agreed in principle", confirmed: "confirmed" } as const;

/** What was agreed at this meeting, by agency. [ASH-85] */
export function ActionTable(props: { heard: Heard }): JSX.Element {
  const actions = createPart(() =>
    actionsOf(props.heard.file()).filter(({ meeting }) => meeting === props.heard.meeting),
  );
  const agencies = createPart(() => [...new Set(actions().map(({ agency }) => agency))].toSorted());
  const idsOf = (agency: string) =>
    createPart(() => actions().flatMap((each) => (each.agency === agency ? [each.action] : [])));
  const [removed, setRemoved] = createSignal<Action>();
  const act = createAct((action: ActionId, gone: boolean) =>
    props.heard.note({ type: "action-set", action, removed: gone }),
  );
  const remove = async (action: Action): Promise<void> => {
    if (!(await act.run(action.action, true))) return;
    setRemoved(action);
    requestAnimationFrame(() => document.getElementById("undo-action")?.focus());
  };
  const undo = async (action: Action): Promise<void> => {
    if (!(await act.run(action.action, false))) return;
    setRemoved(undefined);
    document.getElementById(`action-line-${props.heard.item.item}`)?.focus();
  };
  return (
    <>
      <Show when={removed()}>
        {(action) => (
          <p class="govuk-body" role="status">
            Removed: {action().what}{" "}
            <button
              type="button"
              id="undo-action"
              class="confer-link-button confer-target"
              onClick={() => void undo(action())}
            >
              Undo
            </button>
          </p>
        )}
      </Show>
      <ProblemNotice problem={act.problem()} />
      <For each={agencies()}>
        {(agency) => {
          const ids = idsOf(agency);
          return (
            <section>
              <h4 class="govuk-heading-s">{agency === "" ? "No agency" : agency}</h4>
              <ul class="confer-room__people">
                <For each={ids()}>
                  {(id) => {
                    const action = createPart(() => actions().find((each) => each.action === id));
                    return (
                      <Show when={action()}>
                        {(it) => <Row heard={props.heard} action={it()} onRemove={() => void remove(it())} />}
                      </Show>
                    );
                  }}
                </For>
              </ul>
            </section>
          );
        }}
      </For>
    </>
  );
}

function Row(props: { heard: Heard; action: Action; onRemove: () => void }): JSX.Element {
  const [editing, setEditing] = createSignal(false);
  const outcome = () =>
    props.heard.room.open.view().definition.outcomes.find(({ key }) => key === props.action.outcome)?.label;
  const facts = () =>
    [
      props.action.owner,
      props.action.due ? `by ${dateWords(props.action.due)}` : "no date",
      props.action.contact ? `contact ${props.action.contact}` : "",
      outcome() ?? "",
      COMMITMENTS[props.action.commitment],
    ]
      .filter(Boolean)
      .join(", ");
  return (
    <li class="confer-room__person">
      <p class="govuk-body" dir="auto">
        <strong>{props.action.what}</strong>
        <br />
        {facts()}
      </p>
      <div class="confer-actions">
        <Button kind="link" about={`: ${props.action.what}`} onClick={() => setEditing(!editing())}>
          {editing() ? "Close" : "Change"}
        </Button>
        <Button kind="link" about={`: ${props.action.what}`} onClick={() => props.onRemove()}>
          Remove
        </Button>
      </div>
      <Show when={editing()}>
        <ActionEdit heard={props.heard} action={props.action} onDone={() => setEditing(false)} />
      </Show>
    </li>
  );
}
