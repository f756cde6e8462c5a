import { createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { releasesOf } from "../../domain/meeting/agenda.ts";
import { dateWords } from "../caseFile/when.ts";
import { Button, ButtonLink } from "../kit/Button.tsx";
import { Page } from "../kit/Page.tsx";
import { AskedList } from "./AskedList.tsx";
import { AskMembers } from "./AskMembers.tsx";
import { CaseParties } from "./CaseParties.tsx";
import { NOBODY } from "./inviteDraft.ts";
import { InviteForm } from "./InviteForm.tsx";
import { MeetingGate, type OpenMeeting } from "./MeetingGate.tsx";
import { focusOn } from "../kit/takeFocus.ts";

/** Who is asked to come, and for what. Asking tells nobody yet: the agenda goes out on a page of its own. */
export function PeoplePage(props: { session: Session }): JSX.Element {
  return (
    <MeetingGate session={props.session}>
      {(open) => (
        <Page
          title="Who comes"
          caption={open.view().definition.name}
          heading={`Who comes on ${dateWords(open.view().meeting.date)}`}
          back={{ href: open.href(), text: "Meeting" }}
        >
          <Show
            when={open.view().begun && open.view().mayRun}
            fallback={<p class="govuk-body">Only those who run the meeting can ask people to come.</p>}
          >
            <Everybody session={props.session} open={open} />
          </Show>
        </Page>
      )}
    </MeetingGate>
  );
}

function Everybody(props: { session: Session; open: OpenMeeting }): JSX.Element {
  const [said, setSaid] = createSignal("");
  const [adding, setAdding] = createSignal(false);
  return (
    <>
      <p class="govuk-visually-hidden" role="status">
        {said()}
      </p>
      <p class="govuk-body">
        {releasesOf(props.open.view().file).length === 0
          ? "Nobody hears of it yet: people are told, and let in to their cases, when you send the agenda out."
          : "The agenda has gone out. Whoever you ask now is told, and let in to their cases, when you send out what is new."}
      </p>
      <h2 class="govuk-heading-m" id="asked-title" tabindex="-1">
        Asked to come ({props.open.view().attendees.length})
      </h2>
      <AskedList session={props.session} open={props.open} onSaid={setSaid} />
      <h2 class="govuk-heading-m">Members of the panel</h2>
      <AskMembers session={props.session} open={props.open} onSaid={setSaid} />
      <Show when={props.open.view().cases.size > 0}>
        <h2 class="govuk-heading-m">Whom each referral names</h2>
        <p class="govuk-body">
          Names and agencies are compared by their words. Look yourself whether the right agencies come.
        </p>
        <CaseParties session={props.session} open={props.open} onSaid={setSaid} />
      </Show>
      <h2 class="govuk-heading-m">Somebody else</h2>
      <Show
        when={adding()}
        fallback={
          <Button kind="secondary" onClick={() => setAdding(true)}>
            Ask somebody else
          </Button>
        }
      >
        <InviteForm
          session={props.session}
          open={props.open}
          name="new"
          blank={NOBODY}
          onClose={(words) => {
            setAdding(false);
            focusOn("asked-title");
            if (words !== undefined) setSaid(words);
          }}
        />
      </Show>
      <p class="govuk-body">
        <ButtonLink href={props.open.href("release")}>Next: send it out</ButtonLink>
      </p>
    </>
  );
}
