import { createMemo, createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../app/api.ts";
import type { AttendeeId } from "../../domain/ids.ts";
import type { Attendee } from "../../domain/meeting/attendance.ts";
import { createAct } from "../act.ts";
import { Button } from "../kit/Button.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { Tag } from "../kit/Tag.tsx";
import { ProblemNotice } from "../screens/parts/ProblemNotice.tsx";
import { Absence } from "./Absence.tsx";
import { itemsWords } from "./agendaWords.ts";
import { invitedDraft } from "./inviteDraft.ts";
import { InviteForm, seatsOf } from "./InviteForm.tsx";
import type { OpenMeeting } from "./MeetingGate.tsx";
import { focusOn } from "../kit/takeFocus.ts";
import { Undo } from "./Undo.tsx";

/** Everybody who is asked to come, each with what they come for. */
export function AskedList(props: {
  session: Session;
  open: OpenMeeting;
  onSaid: (words: string) => void;
}): JSX.Element {
  const { session, open } = props;
  const ids = createMemo(() => open.view().attendees.map(({ attendee }) => attendee), [], {
    equals: (a, b) => a.length === b.length && a.every((each, at) => each === b[at]),
  });
  const [removed, setRemoved] = createSignal<Attendee>();
  const act = createAct((attendee: AttendeeId, gone: boolean) =>
    session.noteMeeting(open.key, [{ type: "invited", attendee, removed: gone }]),
  );
  const remove = async (each: Attendee): Promise<void> => {
    if (await act.run(each.attendee, true)) setRemoved(each);
  };
  const restore = async (): Promise<void> => {
    const each = removed();
    if (each && (await act.run(each.attendee, false))) setRemoved(undefined);
  };
  const said = () => {
    const each = removed();
    return each && `${each.name} is not asked any more.`;
  };
  return (
    <>
      <ProblemNotice problem={act.problem()} />
      <Undo said={said()} onUndo={() => void restore()} />
      <Show
        when={ids().length > 0}
        fallback={<EmptyState>Nobody is asked yet. People appear here as you ask them.</EmptyState>}
      >
        <ul class="confer-cards">
          <For each={ids()}>
            {(id) => (
              <Asked
                session={session}
                open={open}
                id={id}
                onRemove={(each) => void remove(each)}
                onSaid={props.onSaid}
              />
            )}
          </For>
        </ul>
      </Show>
    </>
  );
}

function Asked(props: {
  session: Session;
  open: OpenMeeting;
  id: AttendeeId;
  onRemove: (each: Attendee) => void;
  onSaid: (words: string) => void;
}): JSX.Element {
  const { open, id } = props;
  const [changing, setChanging] = createSignal(false);
  const found = createMemo<Attendee | undefined>(
    (before) => open.view().attendees.find(({ attendee }) => attendee === id) ?? before,
  );
  return (
    <Show when={found()}>
      {(each) => (
        <li class="confer-card">
          <h3 class="confer-card__title" id={`asked-${id}`} tabindex="-1">
            {each().name}
          </h3>
          <Show
            when={!changing()}
            fallback={
              <InviteForm
                session={props.session}
                open={open}
                name={id}
                blank={invitedDraft(each())}
                of={id}
                onClose={(said) => {
                  setChanging(false);
                  focusOn(`asked-${id}`);
                  if (said !== undefined) props.onSaid(`${each().name} was changed.`);
                }}
              />
            }
          >
            <Facts open={open} each={each()} />
            <div class="confer-actions">
              <Button kind="link" about={each().name} onClick={() => setChanging(true)}>
                Change
              </Button>
              <Button kind="link" about={each().name} onClick={() => props.onRemove(each())}>
                Remove
              </Button>
            </div>
            <Absence session={props.session} open={open} each={each()} onSaid={props.onSaid} />
          </Show>
        </li>
      )}
    </Show>
  );
}

function Facts(props: { open: OpenMeeting; each: Attendee }): JSX.Element {
  const about = () =>
    [
      props.each.position,
      props.each.agency,
      seatsOf(props.open).find(({ value }) => value === props.each.seat)?.label,
    ]
      .filter((part) => part !== undefined && part !== "")
      .join(", ");
  return (
    <>
      <Show when={about() !== ""}>
        <p class="confer-agenda__facts">{about()}</p>
      </Show>
      <p>
        {itemsWords(props.each.items, props.open.view().agenda)}{" "}
        <Show when={props.each.user === undefined}>
          <Tag>Not on Confer</Tag>{" "}
        </Show>
        <Show when={props.each.permittedBy}>
          {(by) => <Tag tone="info">By the chair’s word: {by()}</Tag>}
        </Show>
      </p>
    </>
  );
}
