import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { mayLead } from "../../domain/roles.ts";
import { createAct } from "../act.ts";
import { dateWords } from "../caseFile/when.ts";
import { Button, ButtonLink } from "../kit/Button.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Page } from "../kit/Page.tsx";
import { createLive } from "../live.ts";
import { meetingDateHref } from "../routes.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { MeetingGate, type OpenMeeting } from "./MeetingGate.tsx";

/** The way into everything about one meeting. */
export function MeetingHub(props: { session: Session }): JSX.Element {
  return (
    <MeetingGate session={props.session}>{(open) => <Hub session={props.session} open={open} />}</MeetingGate>
  );
}

function Hub(props: { session: Session; open: OpenMeeting }): JSX.Element {
  const me = createLive(props.session.me);
  const leads = () => mayLead(me().roles);
  const meeting = () => props.open.view().meeting;
  return (
    <Page
      title="Meeting"
      caption={props.open.view().definition.name}
      heading={`Meeting on ${dateWords(meeting().date)} at ${meeting().start}`}
      back={{ href: "/", text: "Home" }}
    >
      <Show when={!props.open.view().begun}>
        <NotBegun session={props.session} open={props.open} leads={leads()} />
      </Show>
      <Show when={leads()}>
        <p class="govuk-body">
          <ButtonLink kind="link" href={meetingDateHref(props.open.key)}>
            Deadlines and changes
          </ButtonLink>
        </p>
      </Show>
    </Page>
  );
}

function NotBegun(props: { session: Session; open: OpenMeeting; leads: boolean }): JSX.Element {
  const act = createAct(() => props.session.beginMeeting(props.open.key));
  return (
    <EmptyState
      title="Nothing is prepared yet"
      action={
        <Show when={props.leads}>
          <Button busy={act.busy()} onClick={() => void act.run()}>
            Prepare this meeting
          </Button>
        </Show>
      }
    >
      {props.leads
        ? "Preparing opens the agenda for co-ordinators, chairs and minute takers. Nobody else sees it until you send it out."
        : "The agenda and papers appear here once your co-ordinator has sent them out and this device has been online."}
      <ProblemNotice problem={act.problem()} />
    </EmptyState>
  );
}
