import { createMemo, createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import { attendeeOf } from "../../app/meetingTypes.ts";
import { createAct } from "../act.ts";
import { Button } from "../kit/Button.tsx";
import { Checkboxes } from "../kit/Checkboxes.tsx";
import { createLive } from "../live.ts";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { inviteRecord, NOBODY, onConfer } from "./inviteDraft.ts";
import type { OpenMeeting } from "./MeetingGate.tsx";

/**
 * Everybody who has a part in panels and is not asked yet, in one press. Whoever the meeting before asked is
 * ticked, with the seat they had; before the first one, everybody. [OXT-81]
 */
export function AskMembers(props: {
  session: Session;
  open: OpenMeeting;
  onSaid: (words: string) => void;
}): JSX.Element {
  const { session, open } = props;
  const people = createLive(session.people);
  const asked = () => new Set(open.view().attendees.map(({ user }) => user));
  const offered = createMemo(() =>
    onConfer(people()).filter(({ user, ofPanel }) => ofPanel && !asked().has(user)),
  );
  const { lastTime } = session.planOf(open.key);
  const before = new Map(
    lastTime.flatMap((each) => (each.user ? [[each.user as string, each] as const] : [])),
  );
  const [unticked, setUnticked] = createSignal<readonly string[]>(
    before.size === 0 ? [] : offered().flatMap(({ user }) => (before.has(user) ? [] : [user])),
  );
  const ticked = () => offered().flatMap(({ user }) => (unticked().includes(user) ? [] : [user as string]));
  const act = createAct(() =>
    session.noteMeeting(
      open.key,
      offered()
        .filter(({ user }) => ticked().includes(user))
        .map(({ user }) =>
          inviteRecord(
            { ...NOBODY, user, seat: before.get(user)?.seat ?? "" },
            attendeeOf(user),
            onConfer(people()),
          ),
        ),
    ),
  );
  const ask = async (): Promise<void> => {
    const count = ticked().length;
    if (await act.run())
      props.onSaid(count === 1 ? "1 person is asked to come." : `${count} people are asked to come.`);
  };
  return (
    <Show
      when={offered().length > 0}
      fallback={<p class="govuk-body">Everybody on Confer who has a part in panels is asked to come.</p>}
    >
      <ProblemNotice problem={act.problem()} />
      <Checkboxes
        id="members"
        label="Ask for the whole meeting"
        legendSize="s"
        hint={before.size > 0 ? "Those who were asked to the meeting before are ticked." : undefined}
        options={offered().map(({ user, name, agency, position }) => ({
          value: user,
          label: name,
          hint: [position, agency].filter((part) => part !== "").join(", ") || undefined,
        }))}
        value={ticked()}
        onChange={(now) =>
          setUnticked(offered().flatMap(({ user }) => (now.includes(user) ? [] : [user as string])))
        }
      />
      <Show when={ticked().length > 0}>
        <Button kind="secondary" busy={act.busy()} onClick={() => void ask()}>
          {ticked().length === 1 ? "Ask this person" : `Ask these ${ticked().length} people`}
        </Button>
      </Show>
    </Show>
  );
}
