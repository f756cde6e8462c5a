import { createMemo, createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { releasesOf } from "../../domain/meeting/agenda.ts";
import { mayLead } from "../../domain/roles.ts";
import { createAct } from "../act.ts";
import { dateWords } from "../caseFile/when.ts";
import { createKeptDraft } from "../kept/createKept.ts";
import { Button } from "../kit/Button.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Notice } from "../kit/Notice.tsx";
import { Page } from "../kit/Page.tsx";
import { ProgressBar } from "../kit/ProgressBar.tsx";
import { TextArea } from "../kit/TextArea.tsx";
import { MAX_PROSE } from "../../domain/lengths.ts";
import { createLive } from "../live.ts";
import { createFieldErrors, tooMuch } from "../screens/parts/fieldErrors.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { itemTitle } from "./agendaWords.ts";
import { Circulation } from "./Circulation.tsx";
import { onConfer } from "./inviteDraft.ts";
import { MeetingGate, type OpenMeeting } from "./MeetingGate.tsx";
import { Recipients } from "./Recipients.tsx";
import { notHeld, othersOf, recipientsOf, sendingsOf } from "./sending.ts";

/** Sending the agenda and papers out: who gets what, before it goes; and who has had and read it, after. */
export function ReleasePage(props: { session: Session }): JSX.Element {
  const me = createLive(props.session.me);
  return (
    <MeetingGate session={props.session}>
      {(open) => (
        <Page
          title="Send out"
          caption={open.view().definition.name}
          heading={`Send out the agenda of ${dateWords(open.view().meeting.date)}`}
          back={{ href: open.href(), text: "Meeting" }}
        >
          <Show
            when={open.view().begun && mayLead(me().roles)}
            fallback={<p class="govuk-body">Co-ordinators and chairs send the agenda out.</p>}
          >
            <SendOut session={props.session} open={open} />
          </Show>
        </Page>
      )}
    </MeetingGate>
  );
}

function SendOut(props: { session: Session; open: OpenMeeting }): JSX.Element {
  const { session, open } = props;
  const people = createLive(session.people);
  const view = () => open.view();
  const recipients = createMemo(() =>
    recipientsOf(view(), new Set(onConfer(people()).map(({ user }) => user))),
  );
  const sent = () => releasesOf(view().file).length > 0;
  const left = createMemo(() => notHeld(view()));
  return (
    <>
      <h2 class="govuk-heading-m">What goes out, and by when</h2>
      <Circulation session={session} open={open} others={othersOf(recipients())} />
      <h2 class="govuk-heading-m">{sent() ? "Who has it" : "Who will get what"}</h2>
      <p class="govuk-body">
        Co-ordinators, chairs and minute takers read the whole meeting and every case, whether they come or
        not.
      </p>
      <Recipients open={open} recipients={recipients()} sent={sent()} />
      <Show when={left().length > 0}>
        <Notice tone="warn" title="You cannot send every case">
          <p>
            This device does not hold{" "}
            {left()
              .map((item) => itemTitle(item, view().cases))
              .join(", ")}
            . Another co-ordinator or the chair can send it from theirs.
          </p>
        </Notice>
      </Show>
      <Show
        when={view().agenda.length > 0 && recipients().length > 0}
        fallback={
          <EmptyState>
            Put something on the agenda and ask somebody to come: then there is something to send.
          </EmptyState>
        }
      >
        <Send session={session} open={open} recipients={recipients()} sent={sent()} />
      </Show>
    </>
  );
}

function Send(props: {
  session: Session;
  open: OpenMeeting;
  recipients: ReturnType<typeof recipientsOf>;
  sent: boolean;
}): JSX.Element {
  const { session, open } = props;
  const kept = createKeptDraft(session, `release/${open.key}`, { note: "" });
  const errors = createFieldErrors();
  const [progress, setProgress] = createSignal<{ readonly done: number; readonly of: number }>();
  const what = () =>
    sendingsOf(open.view(), undefined, 0).find(({ row }) => row.goes === "release")?.row.key ?? "papers";
  const act = createAct(() =>
    session.releaseMeeting(
      open.key,
      { what: what(), note: kept.draft.note.trim(), others: othersOf(props.recipients) },
      (done, of) => setProgress({ done, of }),
    ),
  );
  const due = () => props.recipients.filter(({ fresh }) => fresh.length > 0);
  const press = (): string => {
    const count = due().length;
    const people = count === 1 ? "1 person" : `${count} people`;
    return props.sent ? `Send what is new to ${people}` : `Send to ${people}`;
  };
  const send = async (): Promise<void> => {
    if (!errors.check([tooMuch("release-note", kept.draft.note, MAX_PROSE, "The message")])) return;
    if (await act.run()) kept.clear();
    setProgress(undefined);
  };
  return (
    <Show
      when={due().length > 0}
      fallback={
        <p class="govuk-body" role="status">
          Everybody who is asked has the agenda as it stands.
        </p>
      }
    >
      <form
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <ProblemNotice problem={act.problem() ?? kept.problem()} />
        <Show when={kept.ready()}>
          <TextArea
            id="release-note"
            label="A message to go with it"
            hint="Everybody above who is on Confer reads it. Name nobody whose case is heard."
            optional
            rows={3}
            value={kept.draft.note}
            onInput={(note) => kept.set("note", note)}
            error={errors.of("release-note")}
          />
        </Show>
        <p class="govuk-body">
          It leaves this device when there is a connection. What somebody was let in to cannot be taken back.
        </p>
        <Show when={progress()}>
          {(now) => (
            <ProgressBar id="release-progress" label="Letting people in" value={now().done} max={now().of} />
          )}
        </Show>
        <Button type="submit" busy={act.busy()}>
          {press()}
        </Button>
      </form>
    </Show>
  );
}
