import { Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { ItemId } from "../../domain/ids.ts";
import { londonDateOf } from "../../domain/londonTime.ts";
import { mayLead } from "../../domain/roles.ts";
import { createAct } from "../act.ts";
import { dateWords } from "../caseFile/when.ts";
import { Button, ButtonLink } from "../kit/Button.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Page } from "../kit/Page.tsx";
import { createLive } from "../live.ts";
import { caseHref, itemHref, meetingDateHref } from "../routes.ts";
import { DeadlineList } from "../screens/parts/DeadlineList.tsx";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { createServerNow } from "../thisDevice.ts";
import { AgendaList } from "./AgendaList.tsx";
import { itemTitle } from "./agendaWords.ts";
import { MeetingGate, type OpenMeeting } from "./MeetingGate.tsx";
import { MyPart } from "./MyPart.tsx";
import { ApologiesList } from "./prepare/ApologiesList.tsx";
import { InterestsList } from "./prepare/InterestsList.tsx";
import { MemberTasks } from "./prepare/MemberTasks.tsx";
import { Preparing } from "./Preparing.tsx";
import { Register } from "./Register.tsx";

/** The way into everything about one meeting. */
export function MeetingHub(props: { session: Session }): JSX.Element {
  return (
    <MeetingGate session={props.session}>{(open) => <Hub session={props.session} open={open} />}</MeetingGate>
  );
}

function Hub(props: { session: Session; open: OpenMeeting }): JSX.Element {
  const me = createLive(props.session.me);
  const leads = () => mayLead(me().roles);
  const view = () => props.open.view();
  return (
    <Page
      title="Meeting"
      caption={view().definition.name}
      heading={`Meeting on ${dateWords(view().meeting.date)} at ${view().meeting.start}`}
      back={{ href: "/", text: "Home" }}
    >
      <Show when={view().begun} fallback={<NotBegun {...props} leads={leads()} />}>
        <MyPart open={props.open} />
        <MemberTasks session={props.session} open={props.open} />
        <Show when={view().mayRun}>
          <ApologiesList view={view()} />
          <InterestsList view={view()} />
          <h2 class="govuk-heading-m">Before the meeting</h2>
          <Preparing session={props.session} open={props.open} leads={leads()} />
        </Show>
        <h2 class="govuk-heading-m">Agenda</h2>
        <Show
          when={view().agenda.length > 0}
          fallback={<EmptyState>Nothing is on the agenda yet.</EmptyState>}
        >
          <AgendaList view={view()} more={(item) => <ToCase open={props.open} item={item} />} />
        </Show>
      </Show>
      <Show when={view().begun}>
        <p class="govuk-body">
          <ButtonLink kind="link" href={props.open.href("room")}>
            In the room
          </ButtonLink>
        </p>
        <p class="govuk-body">
          <ButtonLink kind="link" href={props.open.href("minutes")}>
            Minutes
          </ButtonLink>
        </p>
        <Show when={view().me && !view().mayRun}>
          <p class="govuk-body">
            <ButtonLink kind="link" href={props.open.href("pack")}>
              Agenda and papers to print or as a PDF
            </ButtonLink>
          </p>
        </Show>
      </Show>
      <Show when={view().begun && view().mayRun}>
        <Register view={view()} />
      </Show>
      <Dates session={props.session} open={props.open} leads={leads()} />
    </Page>
  );
}

/** A case that this device holds can be read: by those asked to come, on the page where they prepare for it. */
function ToCase(props: { open: OpenMeeting; item: ItemId }): JSX.Element {
  const item = () => props.open.view().agenda.find((each) => each.item === props.item);
  const scope = () => {
    const found = item()?.case;
    return found && props.open.view().cases.has(found) ? found : undefined;
  };
  return (
    <Show when={scope()}>
      {(found) => (
        <ButtonLink
          kind="link"
          about={itemTitle(item() ?? {}, props.open.view().cases)}
          href={props.open.view().me ? itemHref(props.open.key, props.item) : caseHref(found())}
        >
          Read the case
        </ButtonLink>
      )}
    </Show>
  );
}

/** Every deadline of it, with the days that are skipped. */
function Dates(props: { session: Session; open: OpenMeeting; leads: boolean }): JSX.Element {
  const panels = createLive(props.session.panels);
  const nowMs = createServerNow(props.session);
  const panel = () => panels().find(({ definition }) => definition.id === props.open.view().definition.id);
  return (
    <>
      <Show when={panel()}>
        {(found) => (
          <>
            <h2 class="govuk-heading-m">Deadlines</h2>
            <DeadlineList
              panel={found()}
              meeting={props.open.view().meeting}
              nowMs={nowMs()}
              today={londonDateOf(nowMs())}
            />
          </>
        )}
      </Show>
      <Show when={props.leads}>
        <p class="govuk-body">
          <ButtonLink kind="link" href={meetingDateHref(props.open.key)}>
            Move or cancel this meeting
          </ButtonLink>
        </p>
      </Show>
    </>
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
