import { useParams } from "@solidjs/router";
import { createMemo, onCleanup, Show } from "solid-js";
import type { Accessor, JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { MeetingView } from "../../app/meetingTypes.ts";
import { ButtonLink } from "../kit/Button.tsx";
import { Page } from "../kit/Page.tsx";
import { createLive } from "../live.ts";
import { meetingHref, meetingOf } from "../routes.ts";

export type OpenMeeting = {
  /** The key of its date. */
  readonly key: string;
  readonly view: Accessor<MeetingView>;
  /** As it is recorded at this moment, which screens follow a moment later: for whatever is fixed for good. */
  readonly now: () => MeetingView;
  /** "/meeting/3/agenda" for "agenda". */
  readonly href: (rest?: string) => string;
};

/** Opens the meeting that the address names, keeps it up to date, and says so plainly when there is none. */
export function MeetingGate(props: {
  session: Session;
  children: (given: OpenMeeting) => JSX.Element;
}): JSX.Element {
  const params = useParams();
  const key = createMemo(() => meetingOf(params["meeting"]));
  return (
    <Show when={key()} keyed fallback={<NoMeeting />}>
      {(found) => <Watched {...props} key={found} />}
    </Show>
  );
}

function Watched(props: {
  session: Session;
  key: string;
  children: (given: OpenMeeting) => JSX.Element;
}): JSX.Element {
  const watched = props.session.watchMeeting(props.key);
  onCleanup(() => watched.close());
  const view = createLive(watched.view);
  // The screen outlives a moment without the meeting: it keeps what it last showed.
  const latest = createMemo<MeetingView | undefined>((before) => view() ?? before);
  const known = createMemo(() => latest() !== undefined);
  const now = (): MeetingView | undefined => {
    const { view: read, close } = props.session.watchMeeting(props.key);
    close();
    return read.value ?? latest();
  };
  return (
    <Show when={known()} fallback={<NoMeeting />}>
      {props.children({
        key: props.key,
        view: latest as Accessor<MeetingView>,
        now: now as () => MeetingView,
        href: (rest) => meetingHref(props.key, rest),
      })}
    </Show>
  );
}

/** After a reload the numbers in addresses start again. */
function NoMeeting(): JSX.Element {
  return (
    <Page title="Meeting">
      <p class="govuk-body">
        This address belongs to an earlier visit. Nothing is lost: choose the meeting again.
      </p>
      <ButtonLink href="/">Go to your list</ButtonLink>
    </Page>
  );
}
