import { createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { PanelInfo, Session } from "../../../app/api.ts";
import { londonDateOf } from "../../../domain/londonTime.ts";
import type { MeetingDate } from "../../../domain/panelBook.ts";
import { dateWords } from "../../caseFile/when.ts";
import { Button, ButtonLink } from "../../kit/Button.tsx";
import { CopyButton } from "../../kit/CopyButton.tsx";
import { meetingDateHref, meetingHref } from "../../routes.ts";
import { createServerNow } from "../../thisDevice.ts";
import { datesText } from "../../words/meetingDeadlines.ts";
import { AddMeeting } from "./AddMeeting.tsx";
import { CancelMeeting } from "./CancelMeeting.tsx";
import { MeetingChanges } from "./MeetingChanges.tsx";
import { PublishDates } from "./PublishDates.tsx";
import { SaveCalendar } from "./SaveCalendar.tsx";

/** When a panel meets, what was changed about it, and the list for others. [ASH-04] */
export function PanelDates(props: { session: Session; panel: PanelInfo }): JSX.Element {
  const [cancelling, setCancelling] = createSignal<MeetingDate>();
  const nowMs = createServerNow(props.session);
  const today = () => londonDateOf(nowMs());
  return (
    <>
      <h3 class="govuk-heading-s">Meeting dates</h3>
      <Show
        when={props.panel.meetings.length > 0}
        fallback={<p class="govuk-body">None is set. Deadlines for referrals can be shown once one is.</p>}
      >
        <ul class="govuk-list confer-proposed">
          <For each={props.panel.meetings}>
            {(meeting) => (
              <li>
                <span>
                  {dateWords(meeting.date)} at {meeting.start}
                </span>{" "}
                <span class="confer-actions">
                  <ButtonLink
                    kind="link"
                    href={meetingHref(meeting.key)}
                    about={`on ${dateWords(meeting.date)}`}
                  >
                    Agenda and papers
                  </ButtonLink>
                  <ButtonLink
                    kind="link"
                    href={meetingDateHref(meeting.key)}
                    about={`of ${dateWords(meeting.date)}`}
                  >
                    Deadlines and changes
                  </ButtonLink>
                  <Button
                    kind="link"
                    about={`on ${dateWords(meeting.date)}`}
                    onClick={() => setCancelling(meeting)}
                  >
                    Cancel this date
                  </Button>
                </span>
              </li>
            )}
          </For>
        </ul>
        <CopyButton text={() => datesText(props.panel)} about={`of ${props.panel.definition.name}`}>
          Copy the dates
        </CopyButton>
        <SaveCalendar panel={props.panel} today={today()} nowMs={nowMs()} />
      </Show>
      <MeetingChanges panel={props.panel} today={today()} />
      <PublishDates session={props.session} panel={props.panel} today={today()} />
      <AddMeeting session={props.session} panel={props.panel} />
      <Show when={cancelling()} keyed>
        {(meeting) => (
          <CancelMeeting session={props.session} meeting={meeting} onClose={() => setCancelling(undefined)} />
        )}
      </Show>
    </>
  );
}
