import { useParams } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { PanelInfo, Session } from "../../app/api.ts";
import { londonDateOf } from "../../domain/londonTime.ts";
import type { MeetingDate } from "../../domain/panelBook.ts";
import { dateWords } from "../caseFile/when.ts";
import { Button, ButtonLink } from "../kit/Button.tsx";
import { Notice } from "../kit/Notice.tsx";
import { Page } from "../kit/Page.tsx";
import { createLive } from "../live.ts";
import { ClockNotice } from "../referral/Deadline.tsx";
import { meetingOf, PATTERNS } from "../routes.ts";
import { createServerNow } from "../thisDevice.ts";
import { changeWords, passwordWords } from "../words/meetingDeadlines.ts";
import { CancelMeeting } from "./parts/CancelMeeting.tsx";
import { DeadlineList } from "./parts/DeadlineList.tsx";
import { MoveMeeting } from "./parts/MoveMeeting.tsx";
import { NamedDays } from "./parts/NamedDays.tsx";

const BACK = { href: PATTERNS.panels, text: "Panels" };

/** One meeting: every deadline that hangs on it, and what can be changed about it. */
export function MeetingPage(props: { session: Session }): JSX.Element {
  const params = useParams();
  const panels = createLive(props.session.panels);
  const found = () => {
    const key = meetingOf(params["meeting"]);
    for (const panel of panels()) {
      const meeting = panel.everyMeeting.find((each) => each.key === key);
      if (meeting) return { panel, meeting };
    }
    return undefined;
  };
  return (
    <Show
      when={found()}
      fallback={
        <Page title="Meeting" back={BACK}>
          <p class="govuk-body">This address belongs to an earlier visit. Choose the meeting again.</p>
          <ButtonLink href={PATTERNS.panels}>Go to panels</ButtonLink>
        </Page>
      }
    >
      {(it) => <OneMeeting session={props.session} panel={it().panel} meeting={it().meeting} />}
    </Show>
  );
}

function OneMeeting(props: { session: Session; panel: PanelInfo; meeting: MeetingDate }): JSX.Element {
  const nowMs = createServerNow(props.session);
  const [cancelling, setCancelling] = createSignal(false);
  const change = () => changeWords(props.meeting);
  return (
    <Page
      title="Meeting"
      caption={props.panel.definition.name}
      heading={`Meeting on ${dateWords(props.meeting.date)} at ${props.meeting.start}`}
      back={BACK}
    >
      <ClockNotice session={props.session} />
      <Show when={change()}>
        {(words) => (
          <Notice tone={props.meeting.cancelled ? "warn" : "info"}>
            <p>{words()}</p>
          </Notice>
        )}
      </Show>
      <Show when={!props.meeting.cancelled}>
        <h2 class="govuk-heading-m">Deadlines</h2>
        <DeadlineList
          panel={props.panel}
          meeting={props.meeting}
          nowMs={nowMs()}
          today={londonDateOf(nowMs())}
        />
      </Show>
      <h2 class="govuk-heading-m">Password for documents</h2>
      <p class="govuk-body">{passwordWords(props.panel.definition.password)}</p>
      <h2 class="govuk-heading-m">Working days</h2>
      <NamedDays session={props.session} days={props.panel.namedDays} />
      <Show when={!props.meeting.cancelled}>
        <h2 class="govuk-heading-m">Change this meeting</h2>
        <MoveMeeting session={props.session} meeting={props.meeting} />
        <Button kind="warning" onClick={() => setCancelling(true)}>
          Cancel this meeting
        </Button>
        <Show when={cancelling()}>
          <CancelMeeting
            session={props.session}
            meeting={props.meeting}
            onClose={() => setCancelling(false)}
          />
        </Show>
      </Show>
    </Page>
  );
}
