import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { Action } from "../../domain/case/actions.ts";
import type { CalendarDate } from "../../domain/calendarDate.ts";
import type { NamedDay } from "../../domain/workingDays.ts";
import type { OpenCase } from "../caseFile/CaseGate.tsx";
import { nameOf } from "../caseFile/people.ts";
import { momentOf } from "../caseFile/when.ts";
import { InPlace } from "../kept/InPlace.tsx";
import { Details } from "../kit/Details.tsx";
import { Tag } from "../kit/Tag.tsx";
import { Timeline } from "../kit/Timeline.tsx";
import { ACTION_STATES, dueWords, isOverdue } from "../words/actions.ts";
import { UpdateAction } from "./UpdateAction.tsx";

const COMMITMENTS = { "": undefined, inPrinciple: "Agreed in principle", confirmed: "Confirmed" } as const;

/** One action: what, who, by when, how it stands, and everything that was said about that. */
export function ActionCard(props: {
  session: Session;
  open: OpenCase;
  action: Action;
  today: CalendarDate;
  named: readonly NamedDay[];
}): JSX.Element {
  const late = () => isOverdue(props.action, props.today);
  const outcome = () =>
    props.open.view().definition?.outcomes.find(({ key }) => key === props.action.outcome)?.label;
  const facts = () =>
    [
      props.action.owner === "" ? "Nobody named" : props.action.owner,
      props.action.contact === "" ? undefined : `Contact: ${props.action.contact}`,
      outcome(),
      COMMITMENTS[props.action.commitment],
    ].filter((part) => part !== undefined);
  const mayUpdate = () => {
    const me = props.session.me.value.user;
    const access = props.open.view().access.find(({ user }) => user === me)?.access;
    return access !== undefined && access !== "read";
  };
  return (
    <li class="confer-card">
      <h3 class="confer-card__title" dir="auto">
        {props.action.what}
      </h3>
      <p class="govuk-body">
        <Tag tone={late() ? "bad" : ACTION_STATES[props.action.state].tone}>
          {ACTION_STATES[props.action.state].text}
        </Tag>{" "}
        {dueWords(props.action, props.today, props.named)}
      </p>
      <p class="govuk-body" dir="auto">
        {facts().join(". ")}
      </p>
      <Show when={props.action.updates.length > 0}>
        <Details summary={`What was said about it (${props.action.updates.length})`}>
          <Timeline
            label="Newest first"
            items={props.action.updates.toReversed().map(({ entry, author, order, record }) => ({
              key: entry,
              at: momentOf(order[0]),
              iso: new Date(order[0]).toISOString(),
              text: updateText(nameOf(props.open.view(), author), record),
            }))}
          />
        </Details>
      </Show>
      <Show when={mayUpdate()}>
        <InPlace text="Update" about={props.action.what}>
          {(close) => (
            <UpdateAction
              session={props.session}
              scope={props.open.scope}
              action={props.action}
              onClose={close}
            />
          )}
        </InPlace>
      </Show>
    </li>
  );
}

const updateText = (name: string, { state, words }: Action["updates"][number]["record"]): string =>
  `${name}: ${ACTION_STATES[state].text}.${words.trim() === "" ? "" : ` ${words}`}`;
