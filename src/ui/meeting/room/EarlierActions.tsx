import { For, Show } from "solid-js";
import type { JSX } from "solid-js";
import { type Action, earlierActions, wordsOn } from "../../../domain/case/actions.ts";
import type { ActionState } from "../../../domain/records/discussion.ts";
import { createAct } from "../../act.ts";
import { dateWords } from "../../caseFile/when.ts";
import { Button } from "../../kit/Button.tsx";
import { Tag } from "../../kit/Tag.tsx";
import { ProblemNotice } from "../../screens/parts/ProblemNotice.tsx";
import type { Heard } from "./heard.ts";
import { createPart } from "./room.ts";

const STATES: Readonly<Record<ActionState, string>> = {
  open: "Open",
  inProgress: "In progress",
  done: "Done",
  notPossible: "No longer possible",
};
/** What is said of one when it is gone through. */
const SAID = [
  ["done", "Done"],
  ["open", "Not done"],
  ["notPossible", "No longer possible"],
] as const;

/** Earlier actions, gone through one by one. [ASH-86], [OXF-05] */
export function EarlierActions(props: { heard: Heard }): JSX.Element {
  const all = () => earlierActions(props.heard.file(), props.heard.meeting);
  const actions = createPart(() => all().map(({ action }) => action));
  return (
    <Show
      when={actions().length > 0}
      fallback={<p class="govuk-body">There are no earlier actions in this case.</p>}
    >
      <ul class="confer-room__people">
        <For each={actions()}>
          {(id) => {
            const action = createPart(() => all().find(({ action: each }) => each === id));
            return <Show when={action()}>{(it) => <Earlier heard={props.heard} action={it()} />}</Show>;
          }}
        </For>
      </ul>
    </Show>
  );
}

function Earlier(props: { heard: Heard; action: Action }): JSX.Element {
  const act = createAct((state: ActionState) =>
    props.heard.note({
      type: "action-updated",
      action: props.action.action,
      state,
      words: "",
      meeting: props.heard.meeting,
    }),
  );
  const gone = () => props.action.updates.some(({ record }) => record.meeting === props.heard.meeting);
  const who = () => [props.action.agency, props.action.owner].filter(Boolean).join(", ");
  return (
    <li class="confer-room__person">
      <p class="govuk-body">
        <strong>{props.action.what}</strong>
        <br />
        {who()}
        {props.action.due ? `, due ${dateWords(props.action.due)}` : ""}
        <Show when={wordsOn(props.action)}>
          {(words) => (
            <>
              <br />
              <span dir="auto">{words()}</span>
            </>
          )}
        </Show>
      </p>
      <Tag tone={gone() ? "good" : "neutral"}>
        {STATES[props.action.state]}
        {gone() ? ", gone through" : ""}
      </Tag>
      <div class="confer-actions">
        <For each={SAID}>
          {([state, label]) => (
            <Button
              kind="secondary"
              about={`: ${props.action.what}`}
              busy={act.busy()}
              onClick={() => void act.run(state)}
            >
              {label}
            </Button>
          )}
        </For>
      </div>
      <ProblemNotice problem={act.problem()} />
    </li>
  );
}
