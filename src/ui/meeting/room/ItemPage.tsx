import { createMemo, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { ScopeId } from "../../../domain/ids.ts";
import type { AgendaItem } from "../../../domain/meeting/agenda.ts";
import { versionsOf } from "../../../domain/field.ts";
import { Notice } from "../../kit/Notice.tsx";
import { CaseItem } from "./CaseItem.tsx";
import { NoteBox } from "./NoteBox.tsx";
import { NowBar } from "./NowBar.tsx";
import { itemName } from "./RoomAgenda.tsx";
import { createPart, type Room } from "./room.ts";

/** One item of the agenda, as it is heard. */
export function ItemPage(props: { room: Room; item: AgendaItem }): JSX.Element {
  const view = () => props.room.open.view();
  const open = createPart(() => view().gate.open);
  const kind = () =>
    view().definition.meeting.agendaKinds.find(({ key }) => key === props.item.kind)?.label ?? "";
  return (
    <>
      <span class="govuk-caption-l">{kind()}</span>
      <h2 class="govuk-heading-l" id="room-place" tabindex="-1">
        {itemName(props.item)}
      </h2>
      <Show
        when={props.item.case}
        fallback={
          <>
            <NowBar room={props.room} item={props.item} />
            <Business room={props.room} item={props.item} />
          </>
        }
      >
        {(scope) => (
          <Show
            when={open()}
            fallback={
              <Notice tone="warn">
                <p>This case opens once the opening is done. Until then only its reference is shown.</p>
              </Notice>
            }
          >
            <NowBar room={props.room} item={props.item} />
            <Held room={props.room} item={props.item} scope={scope()} />
          </Show>
        )}
      </Show>
    </>
  );
}

function Held(props: { room: Room; item: AgendaItem; scope: ScopeId }): JSX.Element {
  const held = createMemo(() => props.room.open.view().cases.has(props.scope));
  return (
    <Show
      when={held()}
      fallback={
        <Notice tone="warn">
          <p>
            This case is not on this device. It comes when a co-ordinator sends the agenda out and this device
            has been online.
          </p>
        </Notice>
      }
    >
      <CaseItem room={props.room} item={props.item} scope={props.scope} />
    </Show>
  );
}

/** An item about nobody: notes, its actions among them in words. */
function Business(props: { room: Room; item: AgendaItem }): JSX.Element {
  const path = () => `item/${props.item.item}`;
  return (
    <NoteBox
      room={props.room}
      id={`note-${props.item.item}`}
      label="Notes"
      hint="Write what was said, and any action with who does it and by when."
      rows={8}
      versions={() => versionsOf(props.room.open.view().file.notes[path()])}
      save={(value, replaces) =>
        props.room.note({ type: "meeting-noted", changes: [{ path: path(), value, replaces }] })
      }
    />
  );
}
