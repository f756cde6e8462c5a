import { createSignal, onMount, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { createAct } from "../act.ts";
import { Button } from "../kit/Button.tsx";
import { Details } from "../kit/Details.tsx";
import { Page } from "../kit/Page.tsx";
import { createLive } from "../live.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { MailAddress } from "./MailAddress.tsx";
import { NoticeTimes } from "./NoticeTimes.tsx";
import { OwnCalendar } from "./OwnCalendar.tsx";
import { PushHere } from "./PushHere.tsx";

/** How this person is reminded. All but the calendar file needs a connection, since the server does the reminding. */
export function RemindersPage(props: { session: Session }): JSX.Element {
  const { session } = props;
  const state = createLive(session.notices);
  const read = createAct(() => session.readNotices());
  onMount(() => void read.run());
  return (
    <Page title="Reminders">
      <p class="govuk-body">
        Confer can tell you when something is due. It says how many actions you have and nothing else: “You
        have 2 actions due this week”. No name, case or agency is in any message.
      </p>
      <ProblemNotice problem={read.problem()} />
      <Show
        when={state()}
        fallback={
          <Show when={!read.busy()} fallback={<p class="govuk-body">Asking the server what you chose.</p>}>
            <p class="govuk-body">
              What you chose is kept by the server, and can be seen and changed here when you are online.
            </p>
            <Button kind="secondary" onClick={() => void read.run()}>
              Try again
            </Button>
          </Show>
        }
      >
        {(now) => (
          <>
            <h2 class="govuk-heading-m">By mail</h2>
            <MailAddress session={session} state={now()} />
            <h2 class="govuk-heading-m">On this device</h2>
            <PushHere session={session} state={now()} />
            <h2 class="govuk-heading-m">When</h2>
            <NoticeTimes session={session} state={now()} />
            <h2 class="govuk-heading-m">Does it work?</h2>
            <TryNow session={session} />
          </>
        )}
      </Show>
      <h2 class="govuk-heading-m">In your calendar</h2>
      <OwnCalendar session={session} state={state()} />
      <Details summary="What the server learns">
        <p>
          The days on which something is due to you or is yours to chase, each under a random number; your
          mail address; the address at which this browser takes notices; and the hours you chose. It never
          learns what an action is, or which case or person it is about.
        </p>
      </Details>
    </Page>
  );
}

function TryNow(props: { session: Session }): JSX.Element {
  const [said, setSaid] = createSignal("");
  const act = createAct(() => props.session.tryNotices());
  const send = async (): Promise<void> => {
    setSaid("");
    if ((await act.run()) !== undefined) setSaid("Sent, in every way that you chose. It can take a minute.");
  };
  return (
    <>
      <ProblemNotice problem={act.problem()} />
      <div class="confer-actions">
        <Button kind="secondary" busy={act.busy()} onClick={() => void send()}>
          Send me one now
        </Button>
        <span class="govuk-body-s" role="status">
          {said()}
        </span>
      </div>
    </>
  );
}
