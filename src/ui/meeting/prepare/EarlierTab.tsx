import { createMemo, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import { type Action, actionsOf } from "../../../domain/case/actions.ts";
import type { OpenCase } from "../../caseFile/CaseGate.tsx";
import { dateWords, dayOf } from "../../caseFile/when.ts";
import { EmptyState } from "../../kit/EmptyState.tsx";
import { SummaryList } from "../../kit/SummaryList.tsx";
import { createLive } from "../../live.ts";
import { ACTION_STATES } from "../../words/actions.ts";
import { decisionsOf } from "../../../domain/case/discussion.ts";
import type { OpenMeeting } from "../MeetingGate.tsx";

/** What the panel decided about the case before, and what became of what was agreed. [ASH-86] */
export function EarlierTab(props: { session: Session; open: OpenMeeting; openCase: OpenCase }): JSX.Element {
  const panels = createLive(props.session.panels);
  const file = () => props.openCase.view().file;
  const decisions = createMemo(() =>
    decisionsOf(file()).filter(({ record }) => record.meeting !== props.open.key),
  );
  const actions = createMemo(() => actionsOf(file()).filter(({ meeting }) => meeting !== props.open.key));
  /** A meeting that this device does not know is told by the day its decision was written. */
  const dayOfMeeting = (key: string, ms: number): string => {
    const meeting = panels()
      .flatMap(({ everyMeeting }) => everyMeeting)
      .find((each) => each.key === key);
    return meeting ? dateWords(meeting.date) : dayOf(ms);
  };
  return (
    <Show
      when={decisions().length + actions().length > 0}
      fallback={
        <EmptyState>
          The panel has not heard this case before. What it decides and agrees appears here for later
          meetings.
        </EmptyState>
      }
    >
      <Show when={decisions().length > 0}>
        <h2 class="govuk-heading-m">What the panel decided</h2>
        <ul class="confer-cards">
          <For each={decisions()}>
            {({ record, order }) => (
              <li class="confer-card">
                <h3 class="confer-card__title">
                  {dayOfMeeting(record.meeting, order[0])}: {decisionWords(props.open, record.decision)}
                </h3>
                <p class="confer-said">{record.reason}</p>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={actions().length > 0}>
        <h2 class="govuk-heading-m">Actions agreed</h2>
        <ul class="confer-cards">
          <For each={actions()}>
            {(action) => (
              <li class="confer-card">
                <h3 class="confer-card__title confer-said">{action.what}</h3>
                <SummaryList rows={rowsOf(action, dayOfMeeting(action.meeting, action.addedMs))} />
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Show>
  );
}

const decisionWords = (open: OpenMeeting, key: string): string =>
  open.view().definition.decisions.find((each) => each.key === key)?.label ?? "Decided";

function rowsOf(action: Action, agreed: string) {
  const last = action.updates.at(-1)?.record.words ?? "";
  const who = [action.owner, action.agency].filter((part) => part !== "").join(", ");
  return [
    { key: "Who", value: who },
    { key: "Agreed on", value: agreed },
    { key: "By", value: action.due === "" ? "No date agreed" : dateWords(action.due) },
    { key: "How it stands", value: ACTION_STATES[action.state].text + (last === "" ? "" : `. ${last}`) },
  ];
}
