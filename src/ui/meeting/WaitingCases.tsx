import { createMemo, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { WaitingCase } from "../../app/meetingTypes.ts";
import { ageOf, dateWords } from "../caseFile/when.ts";
import { Button, ButtonLink } from "../kit/Button.tsx";
import { Details } from "../kit/Details.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Tag } from "../kit/Tag.tsx";
import { createLive, createSteady } from "../live.ts";
import { caseHref } from "../routes.ts";
import { createServerNow } from "../thisDevice.ts";
import { caseTitle } from "../words/cases.ts";
import { callsOfPanel } from "../words/deadline.ts";
import { promiseWords } from "./agendaWords.ts";
import type { OpenMeeting } from "./MeetingGate.tsx";

/** Cases accepted for this panel that are not on the agenda; those that are owed a place first. [OXT-86] */
export function WaitingCases(props: {
  session: Session;
  open: OpenMeeting;
  waiting: readonly WaitingCase[];
  busy: boolean;
  onAdd: (waiting: WaitingCase) => void;
}): JSX.Element {
  const panels = createLive(props.session.panels);
  const nowMs = createServerNow(props.session);
  const due = createMemo(() => {
    const panel = panels().find(({ definition }) => definition.id === props.open.view().definition.id);
    return panel && callsOfPanel(panel).find(({ key }) => key === props.open.key)?.due;
  });
  const isLate = ({ sentMs }: WaitingCase): boolean => {
    const last = due();
    return last !== undefined && sentMs !== undefined && sentMs > last.ms;
  };
  const rows = createSteady(
    () => props.waiting,
    ({ summary }) => summary.scope,
  );
  return (
    <Show
      when={props.waiting.length > 0}
      fallback={
        <EmptyState>
          A case appears here when it has been accepted for this panel. All that were are on the agenda.
        </EmptyState>
      }
    >
      <ul class="confer-cards">
        <For each={rows()}>
          {(waiting) => (
            <li class="confer-card">
              <h3 class="confer-card__title">{caseTitle(waiting.summary)}</h3>
              <p class="confer-agenda__facts">{factsOf(waiting, nowMs())}</p>
              <Marks waiting={waiting} late={isLate(waiting)} />
              <Show when={waiting.lateReason !== ""}>
                <p>The chair takes it although late: {waiting.lateReason}</p>
              </Show>
              <Promised waiting={waiting} />
              <div class="confer-actions">
                <Button
                  kind="secondary"
                  about={caseTitle(waiting.summary)}
                  busy={props.busy}
                  onClick={() => props.onAdd(waiting)}
                >
                  Put on the agenda
                </Button>
                <ButtonLink
                  kind="link"
                  about={caseTitle(waiting.summary)}
                  href={caseHref(waiting.summary.scope)}
                >
                  Read
                </ButtonLink>
              </div>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

function factsOf({ summary, sentMs, heardOn }: WaitingCase, nowMs: number): string {
  const age = sentMs === undefined ? "" : ageOf(sentMs, nowMs);
  const heard = heardOn.map(dateWords).join(" and ");
  return [
    summary.reference === caseTitle(summary) ? "" : summary.reference,
    age === "" ? "" : age === "today" ? "sent today" : `sent ${age} ago`,
    heard === "" ? "" : `heard on ${heard}`,
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

function Marks(props: { waiting: WaitingCase; late: boolean }): JSX.Element {
  return (
    <p>
      <Show when={props.waiting.put}>
        <Tag tone="info">Accepted for this meeting</Tag>{" "}
      </Show>
      <Show when={props.waiting.heardOn.length > 0}>
        <Tag>Heard before</Tag>{" "}
      </Show>
      <Show when={props.late}>
        <Tag tone="warn">Came too late for this meeting</Tag>{" "}
      </Show>
      <Show when={props.waiting.onAgendaOf}>
        {(date) => <Tag tone="warn">On the agenda of {dateWords(date())}</Tag>}
      </Show>
    </p>
  );
}

/** What was promised when it was heard before. [ASH-86] */
function Promised(props: { waiting: WaitingCase }): JSX.Element {
  const actions = () => props.waiting.openActions;
  const dueWords = (due: string): string => (due === "" ? "" : `, by ${dateWords(due)}`);
  return (
    <>
      <Show when={props.waiting.promises.length > 0}>
        <ul class="govuk-list">
          <For each={props.waiting.promises}>{(promise) => <li>{promiseWords(promise)}</li>}</For>
        </ul>
      </Show>
      <Show when={actions().length > 0}>
        <Details
          summary={
            actions().length === 1
              ? "1 earlier action is open"
              : `${actions().length} earlier actions are open`
          }
        >
          <ul class="govuk-list govuk-list--bullet">
            <For each={actions()}>
              {({ what, owner, agency, due }) => (
                <li>
                  {what} ({[owner, agency].filter((part) => part !== "").join(", ")}
                  {dueWords(due)})
                </li>
              )}
            </For>
          </ul>
        </Details>
      </Show>
    </>
  );
}
