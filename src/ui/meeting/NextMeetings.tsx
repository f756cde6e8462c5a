import { createMemo, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { MeetingSummary } from "../../app/meetingTypes.ts";
import { londonDateOf } from "../../domain/londonTime.ts";
import { mayLead, mayMinute } from "../../domain/roles.ts";
import { dateWords } from "../caseFile/when.ts";
import { createLive, createSteady } from "../live.ts";
import { meetingHref } from "../routes.ts";
import { createServerNow } from "../thisDevice.ts";
import { byWords } from "../words/deadline.ts";
import { listMeetings, mayOpen } from "./listedMeetings.ts";
import { agendaDue } from "./sending.ts";

/** On the home page: when the panels meet next and met last, the way in, and what is left to do. */
export function NextMeetings(props: { session: Session }): JSX.Element {
  const meetings = createLive(props.session.meetings);
  const me = createLive(props.session.me);
  const nowMs = createServerNow(props.session);
  const listed = createMemo(() => listMeetings(meetings(), londonDateOf(nowMs())));
  const rows = createSteady(
    () => listed().next,
    ({ meeting }) => meeting.key,
  );
  const held = createSteady(
    () => listed().held,
    ({ meeting }) => meeting.key,
  );
  const panels = createLive(props.session.panels);
  /** For co-ordinators: that the agenda has not gone, and by when it has to. */
  const toSend = ({ begun, released, definitionId, meeting }: MeetingSummary): string | undefined => {
    const panel = panels().find(({ definition }) => definition.id === definitionId);
    if (released || !panel) return undefined;
    const { due, late } = agendaDue(panel, meeting, nowMs());
    if (!due) return begun ? "Agenda not sent." : undefined;
    const by = byWords(due, londonDateOf(nowMs()));
    return late ? `Agenda not sent: it was due by ${by}.` : `Agenda not sent: due by ${by}.`;
  };
  return (
    <>
      <Show when={rows().length > 0}>
        <h2 class="govuk-heading-m">Next meetings</h2>
        <ul class="govuk-list">
          <For each={rows()}>
            {(each) => (
              <li>
                <Name of={each} open={mayOpen(each, mayMinute(me().roles))} />
                <Show when={toDo(each)}>{(words) => <span> {words()}</span>}</Show>
                <Show when={mayLead(me().roles) && toSend(each)}>{(words) => <span> {words()}</span>}</Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={held().length > 0}>
        <h2 class="govuk-heading-m">Meetings of the last month</h2>
        <ul class="govuk-list">
          <For each={held()}>
            {(each) => (
              <li>
                <Name of={each} open />
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
}

/** When, and which panel: the way in, for whoever may read it. */
function Name(props: { of: MeetingSummary; open: boolean }): JSX.Element {
  const text = () => {
    const { meeting, panelName } = props.of;
    return `${dateWords(meeting.date)} at ${meeting.start}, ${panelName}`;
  };
  return (
    <Show when={props.open} fallback={text()}>
      <a class="govuk-link confer-target" href={meetingHref(props.of.meeting.key)}>
        {text()}
      </a>
    </Show>
  );
}

/** What this person has still to do before it. */
function toDo({ invited, apologies, notesOwed }: MeetingSummary): string | undefined {
  if (apologies) return "You have sent apologies.";
  if (!invited || notesOwed === 0) return undefined;
  return notesOwed === 1
    ? "Your agency’s note on 1 case is missing."
    : `Your agency’s notes on ${notesOwed} cases are missing.`;
}
